import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { cookieOf, demoData, root, serve, withRole } from './liem.mjs';

const demo = (name) => readFileSync(path.join(root, 'data/demo', name), 'utf8');
const units = parse(demo('units.yaml'));
const round = parse(demo('round.yaml'));
const own = withRole('clerk').unit;

let server, inspector;
const get = (target, cookie = inspector) => server.ask('GET', `/api/v1${target}`, { cookie });

before(async () => {
  server = await serve(demoData());
  inspector = await cookieOf(server, 'inspector');
});
after(() => server.stop());

function leaves(criteria) {
  return criteria.flatMap((one) => (one.children.length ? leaves(one.children) : [one]));
}

test('the round is pinned to the exact bytes of its set', async () => {
  const { json } = await get('/rounds');
  assert.deepEqual(json.map((one) => one.id), [round.id]);
  const { createHash } = await import('node:crypto');
  const bytes = readFileSync(path.join(root, 'data/indicator-sets', `${round.set}.yaml`));
  assert.equal(json[0].set.sha256, createHash('sha256').update(bytes).digest('hex'));
});

test('an inspector sees every unit in the order of the list', async () => {
  const { json } = await get(`/rounds/${round.id}/units`);
  assert.deepEqual(json.map((unit) => unit.id), units.map((unit) => unit.id));
  assert.ok(json.some((unit) => unit.points === null), 'some units handed in nothing');
  assert.ok(json.some((unit) => unit.report !== null && unit.findings.error > 0));
});

test('every explanation of every leaf of every unit keeps the contract', async () => {
  const { json: all } = await get(`/rounds/${round.id}/units`);
  for (const unit of all) {
    const { json } = await get(`/rounds/${round.id}/units/${unit.id}/assessment`);
    assert.equal(json.points.maximum, '100');
    if (unit.points) assert.deepEqual(json.points, unit.points);
    if (unit.report === null && unit.points === null) {
      assert.equal(json.points.reached, '0');
      continue;
    }
    for (const leaf of leaves(json.criteria)) {
      const { json: why } = await get(`/rounds/${round.id}/units/${unit.id}/criteria/${leaf.code}`);
      assert.deepEqual(why.points, leaf.points, `${unit.id} ${leaf.code}`);
      assert.equal(why.state, leaf.state);
    }
  }
});

test('an input from the report points at its very sentence', async () => {
  const { json: all } = await get(`/rounds/${round.id}/units`);
  let seen = 0;
  for (const unit of all.filter((one) => one.report)) {
    const { json: report } = await get(`/reports/${unit.report}`);
    const bytes = Buffer.from(report.text, 'utf8');
    const { json } = await get(`/rounds/${round.id}/units/${unit.id}/assessment`);
    for (const leaf of leaves(json.criteria)) {
      const { json: why } = await get(`/rounds/${round.id}/units/${unit.id}/criteria/${leaf.code}`);
      for (const { source } of why.inputs.filter((input) => input.source.kind === 'report')) {
        assert.equal(source.report, unit.report);
        const sentence = bytes.subarray(...source.bytes).toString('utf8');
        assert.equal(sentence.replace(/\s+/g, ' '), source.text.replace(/\s+/g, ' ').trim());
        ++seen;
      }
    }
  }
  assert.ok(seen > 0, 'no input came from a report');
});

test('a report comes back as it was handed in, with its annex', async () => {
  const { json: all } = await get(`/rounds/${round.id}/units`);
  const reporting = all.filter((unit) => unit.report);
  assert.ok(reporting.length > 0);
  for (const unit of reporting) {
    const { json } = await get(`/reports/${unit.report}`);
    assert.equal(json.text, demo(`submissions/${unit.id}/report.txt`));
    const annex = parse(demo(`submissions/${unit.id}/evidence.yaml`));
    assert.deepEqual(json.evidence.map((one) => one.title), annex.map((one) => one.title));
    assert.ok(json.evidence.some((one) => one.cited !== null));
    const counts = { error: 0, warning: 0, note: 0 };
    for (const finding of json.reading.findings) ++counts[finding.severity];
    assert.deepEqual(unit.findings, counts);
  }
});

test('evidence is shown with the criteria it was given for', async () => {
  const annex = parse(demo(`submissions/${own}/evidence.yaml`));
  const code = annex[0].criteria[0];
  const { json } = await get(`/rounds/${round.id}/units/${own}/criteria/${code}`);
  const wanted = annex.flatMap((one, i) => (one.criteria.includes(code) ? [i + 1] : []));
  assert.deepEqual(json.evidence.map((one) => one.index), wanted);
});

test('each role sees what it may: own unit, other unit, list, report', async () => {
  const reporting = (await get(`/rounds/${round.id}/units`)).json.filter((unit) => unit.report);
  const other = reporting.find((unit) => unit.id !== own).id;
  const table = {
    clerk: { rounds: 200, list: 200, own: 200, other: 403, ownReport: 200, otherReport: 403, read: 200 },
    inspector: { rounds: 200, list: 200, own: 200, other: 200, ownReport: 200, otherReport: 200, read: 200 },
    administrator: { rounds: 200, list: 403, own: 403, other: 403, ownReport: 403, otherReport: 403, read: 403 },
  };
  table.head = table.clerk;
  table.committee = table.reviewer = table.auditor = table.inspector;
  for (const [role, expected] of Object.entries(table)) {
    const cookie = await cookieOf(server, role);
    const status = async (target) => (await get(target, cookie)).status;
    const seen = {
      rounds: await status('/rounds'),
      list: await status(`/rounds/${round.id}/units`),
      own: await status(`/rounds/${round.id}/units/${own}/assessment`),
      other: await status(`/rounds/${round.id}/units/${other}/criteria/A.1.1`),
      ownReport: await status(`/reports/${round.id}.${own}`),
      otherReport: await status(`/reports/${round.id}.${other}`),
      read: (await server.ask('POST', '/api/v1/readings',
        { cookie, headers: { 'content-type': 'text/plain' }, body: 'Một.' })).status,
    };
    assert.deepEqual(seen, expected, role);
  }
});

test('a clerk finds only the own unit in the list', async () => {
  const clerk = await cookieOf(server, 'clerk');
  const { json } = await get(`/rounds/${round.id}/units`, clerk);
  assert.deepEqual(json.map((unit) => unit.id), [own]);
});

test('a clerk cannot tell which other units or reports exist', async () => {
  const clerk = await cookieOf(server, 'clerk');
  const code = async (target) => (await get(target, clerk)).json.code;
  assert.equal(await code(`/rounds/${round.id}/units/no-such/assessment`), 'assessment.no_right');
  assert.equal(await code(`/reports/${round.id}.no-such`), 'assessment.no_right');
});

test('what does not exist is said so', async () => {
  const code = async (target) => (await get(target)).json.code;
  assert.equal(await code('/rounds/none/units'), 'assessment.no_round');
  assert.equal(await code(`/rounds/${round.id}/units/none/assessment`), 'assessment.no_unit');
  assert.equal(await code(`/rounds/${round.id}/units/${own}/criteria/Z.9`), 'assessment.no_criterion');
  assert.equal(await code(`/reports/${round.id}.none`), 'assessment.no_report');
  assert.equal(await code('/reports/none'), 'assessment.no_report');
});

test('a text is read without being kept', async () => {
  const body = 'Đã giải quyết 6/19 hồ sơ, đạt 50%.';
  const { json } = await server.ask('POST', '/api/v1/readings',
    { cookie: inspector, headers: { 'content-type': 'text/plain; charset=utf-8' }, body });
  assert.ok(json.findings.length > 0);
  const [begin, end] = json.claims[0].bytes;
  assert.match(Buffer.from(body).subarray(begin, end).toString(), /6\/19/);
});
