// `liem set` and `liem round move-set` as a person who edits sets calls them.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { cookieOf, demoData, root, run, serve, temporaryFolder } from './liem.mjs';

const set2024 = readFileSync(path.join(root, 'data/indicator-sets/pctn-2024.yaml'), 'utf8');

// A copy of the set of 2024 with these texts in place of others.
function edited(...changes) {
  const file = path.join(temporaryFolder(), 'set.yaml');
  writeFileSync(file, changes.reduce((text, [from, to]) => {
    assert.ok(text.includes(from), from);
    return text.replace(from, to);
  }, set2024));
  return file;
}

test('each shipped set is sound and says how much of it is assumed', () => {
  for (const id of ['pctn-2017', 'pctn-2023', 'pctn-2024']) {
    const checked = run('set', 'check', id);
    assert.equal(checked.status, 0, checked.stderr);
    assert.match(checked.stdout, new RegExp(`^${id} version \\S+: no problems; 100 points, \\d+ leaves, of which \\d+ points`));
  }
});

test('every problem of a set is listed with its line and ends in a failure', () => {
  const file = edited(['points: 20\n', 'points: 21\n'], ['kind: documented\n', 'kind: guess\n'], ['mode: half_up', 'mode: nearest']);
  const checked = run('set', 'check', file);
  assert.equal(checked.status, 1);
  assert.equal(checked.stdout, '');
  assert.equal(checked.stderr.trim().split('\n').length, 4);
  assert.match(checked.stderr, /set\.yaml:\d+: there is no rule kind “guess”/);
  assert.match(checked.stderr, /set\.yaml:\d+: the children of “A” add up to 20 points, not 21/);
});

test('answers of 2017 are scored by the set of 2017', () => {
  const file = path.join(temporaryFolder(), 'answers.yaml');
  writeFileSync(file, 'set: pctn-2017\ninputs: {plan.issued: true, gifts.reported: 4, gifts.handed_in: 2}\n');
  const { points, criteria } = JSON.parse(run('score', '--set', 'pctn-2017', '--inputs', file, '--format', 'json').stdout);
  assert.deepEqual(points, { reached: '3', reachable: '4', maximum: '100' });
  assert.deepEqual(criteria.map(({ points: { maximum } }) => maximum), ['20', '30', '25', '25']);
});

test('diff shows points, rules and what came and went, through the shipped mapping', () => {
  const near = JSON.parse(run('set', 'diff', 'pctn-2023', 'pctn-2024', '--format', 'json').stdout);
  const changed = near.leaves.filter(({ differences }) => differences.some(({ what }) => what === 'points'));
  assert.deepEqual(changed.map(({ to }) => to[0]), ['B.1.9', 'B.2.3']);
  assert.deepEqual(near.groups.find(({ to }) => to[0] === 'B.1').differences, [{ what: 'points', before: '27', after: '26' }]);
  const far = JSON.parse(run('set', 'diff', 'pctn-2017', 'pctn-2023', '--format', 'json').stdout);
  assert.ok(far.leaves.some(({ change, from }) => change === 'split' && from[0] === 'D.4'));
  assert.match(run('set', 'diff', 'pctn-2024', 'pctn-2024').stdout, /No criterion differs/);
});

test('answers of one set become answers of the next, and what has no place is kept and named', () => {
  const folder = temporaryFolder();
  const before = path.join(folder, 'before.yaml'), after = path.join(folder, 'after.yaml');
  writeFileSync(before, 'set: pctn-2017\ninputs: {gifts.reported: 4, plan.issued: true, par.index: 80}\nself: {A.1.2: 4, D.4: 5}\n');
  const mapped = run('set', 'map', before, '--from', 'pctn-2017', '--to', 'pctn-2023');
  assert.equal(mapped.status, 0, mapped.stderr);
  assert.match(mapped.stderr, /does not ask for: gifts\.reported\n/);
  assert.match(mapped.stderr, /to be given anew: D\.4\n/);
  assert.match(mapped.stderr, /also asks for: .*conflict\.found/);
  const answers = parse(mapped.stdout);
  assert.deepEqual([answers.set, answers.inputs, answers.self, answers.earlier],
    ['pctn-2023', { 'gifts.reported': 4, 'par.index': 80, 'plan.issued': true }, { 'A.1.2': 4 }, [{ set: 'pctn-2017', self: { 'D.4': 5 } }]]);
  writeFileSync(after, mapped.stdout);
  assert.equal(run('score', '--set', 'pctn-2023', '--inputs', after).status, 0);
  const back = run('set', 'map', after, '--from', 'pctn-2023', '--to', 'pctn-2017');
  assert.equal(back.status, 1);
  assert.match(back.stderr, /no mapping leads from set pctn-2023 to set pctn-2017/);
});

test('answers go along several mappings, and each entry says which step lost or changed it', () => {
  const before = path.join(temporaryFolder(), 'before.yaml');
  writeFileSync(before, 'set: pctn-2017\ninputs: {gifts.reported: 4, plan.issued: true, par.index: 80}\nself: {A.1.2: 4, B.1: 1, D.4: 5}\n');
  const mapped = run('set', 'map', before, '--from', 'pctn-2017', '--to', 'pctn-2024');
  assert.equal(mapped.status, 0, mapped.stderr);
  assert.match(mapped.stderr, /mapped over these sets: pctn-2017 → pctn-2023 → pctn-2024/);
  assert.match(mapped.stderr, /does not ask for: gifts\.reported \(pctn-2017 → pctn-2023\)/);
  assert.match(mapped.stderr, /B\.1 → B\.1\.1: pctn-2017 → pctn-2023 \(renamed\): Disclosure/);
  assert.match(mapped.stderr, /D\.4 → .*: pctn-2017 → pctn-2023 \(split\): /);
  const answers = parse(mapped.stdout);
  assert.equal(answers.set, 'pctn-2024');
  assert.deepEqual(answers.inputs, { 'gifts.reported': 4, 'par.index': 80, 'plan.issued': true });
  const far = JSON.parse(run('set', 'diff', 'pctn-2017', 'pctn-2024', '--format', 'json').stdout);
  assert.ok(far.leaves.some(({ change, from }) => change === 'split' && from[0] === 'D.4'));
});

test('a mapping is checked like a set: sound with its counts, or every problem with its line', () => {
  const file = path.join(root, 'data/indicator-sets/mappings/2017-2023.yaml');
  const sound = run('set', 'check', file);
  assert.equal(sound.status, 0, sound.stderr);
  assert.match(sound.stdout, /mapping pctn-2017 → pctn-2023: no problems; kept \d+, renamed \d+, .*new \d+/);
  const broken = path.join(temporaryFolder(), 'mapping.yaml');
  writeFileSync(broken, readFileSync(file, 'utf8').replace('kind: dropped', 'kind: gone').replace('to: [A.2.2]', 'to: [A.9.9]'));
  const refused = run('set', 'check', broken);
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /mapping\.yaml:\d+: .*gone/);
  assert.match(refused.stderr, /mapping\.yaml:\d+: .*A\.9\.9/);
  writeFileSync(broken, readFileSync(file, 'utf8').replace('to: pctn-2023', 'to: pctn-2033'));
  assert.match(run('set', 'check', broken).stderr, /mapping\.yaml: there is no indicator set “pctn-2033”/);
});

test('a round moves to a corrected set only when told to, and says every unit\'s points before and after', async () => {
  const data = demoData();
  const file = edited(['version: "1.1.0"', 'version: "1.1.1"'], ['points_each: 0.5\n              cap: 4', 'points_each: 0.25\n              cap: 4']);
  const move = (...more) => run('round', 'move-set', '--data', data, '--round', 'pctn-2025', '--set', file, ...more);
  const planned = JSON.parse(move('--format', 'json').stdout);
  assert.equal(planned.applied, false);
  assert.deepEqual(planned.difference.leaves.map(({ to }) => to[0]), ['A.2.3']);
  assert.ok(planned.units.length > 20);
  assert.ok(planned.units.every(({ before, after }) => Number(after.reached) <= Number(before.reached)));
  assert.ok(planned.units.some(({ before, after }) => before.reached !== after.reached));
  assert.match(move().stdout, /A\.2\.3 \(kept\)[\s\S]*rule: .*points_each: 0\.5.* → .*points_each: 0\.25[\s\S]*Nothing is written/);

  const versions = async () => {
    const server = await serve(data);
    try {
      const cookie = await cookieOf(server, 'inspector');
      const [{ set }] = (await server.ask('GET', '/api/v1/rounds', { cookie })).json;
      const units = (await server.ask('GET', '/api/v1/rounds/pctn-2025/units', { cookie })).json;
      return { version: set.version, points: Object.fromEntries(units.map(({ id, points }) => [id, points?.reached])) };
    } finally {
      await server.stop();
    }
  };
  assert.equal((await versions()).version, '1.1.0');
  const nobody = move('--apply');
  assert.equal(nobody.status, 1);
  assert.match(nobody.stderr, /say who decided it and why: add --by and --reason/);
  assert.match(move('--apply', '--by', 'Vũ Văn Thí Dụ', '--reason', 'correction of A.2.3').stdout, /Round pctn-2025 is moved/);
  const now = await versions();
  assert.equal(now.version, '1.1.1');
  for (const { unit, after } of planned.units) assert.equal(now.points[unit], after.reached, unit);
  const again = move();
  assert.equal(again.status, 1);
  assert.match(again.stderr, /pinned to this very set/);

  const sets = (...more) => run('round', 'sets', '--data', data, '--round', 'pctn-2025', ...more);
  const kept = JSON.parse(sets('--format', 'json').stdout);
  assert.deepEqual([kept.set.version, kept.past.map(({ version, by, reason }) => [version, by, reason])], ['1.1.1', [['1.1.0', 'Vũ Văn Thí Dụ', 'correction of A.2.3']]]);
  assert.match(sets().stdout, /pctn-2024 version 1\.1\.0, until \d{4}-\d\d-\d\d; left by Vũ Văn Thí Dụ: correction of A\.2\.3 \(SHA-256 [0-9a-f]{64}\)\npctn-2024 version 1\.1\.1, in use/);
  const unknown = run('round', 'sets', '--data', data, '--round', 'none');
  assert.equal(unknown.status, 1);
  assert.match(unknown.stderr, /there is no round “none”/);
  const server = await serve(data);
  try {
    const cookie = await cookieOf(server, 'inspector');
    const { json: past } = await server.ask('GET', '/api/v1/rounds/pctn-2025/past-sets', { cookie });
    assert.deepEqual(past.map(({ set, by, reason }) => [set.version, set.sha256, by, reason]), [['1.1.0', kept.past[0].sha256, 'Vũ Văn Thí Dụ', 'correction of A.2.3']]);
    const administrator = await cookieOf(server, 'administrator');
    assert.equal((await server.ask('GET', '/api/v1/rounds/pctn-2025/past-sets', { cookie: administrator })).status, 403);
  } finally {
    await server.stop();
  }
});

// Every leaf under its own code, but for those that are renamed or dropped.
function mappingOf(from, to, renamed, dropped) {
  const leaves = (criteria) => criteria.flatMap(({ code, children }) => (children ? leaves(children) : [code]));
  const reason = { vi: 'Sửa mã', en: 'Codes corrected' };
  const taken = new Set(Object.values(renamed));
  const criteria = leaves(parse(from).criteria).map((code) => (
    dropped.includes(code) ? { kind: 'dropped', from: [code], reason }
      : { kind: renamed[code] ? 'renamed' : 'kept', from: [code], to: [renamed[code] ?? code], reason }));
  const added = leaves(parse(to).criteria).filter((code) => !taken.has(code) && !criteria.some(({ to: into }) => into?.[0] === code));
  for (const code of added) criteria.push({ kind: 'new', to: [code], reason });
  const file = path.join(temporaryFolder(), 'mapping.yaml');
  writeFileSync(file, JSON.stringify({ from: 'pctn-2024', to: 'pctn-2024', provenance: 'assumed', criteria }));
  return file;
}

test('what was done, judged and assigned under a criterion goes with it to the code it has in the corrected set', () => {
  const data = demoData();
  const work = (...asked) => {
    const answer = run('work', ...asked, '--as', 'thanhtra', '--data', data);
    assert.equal(answer.status, 0, answer.stderr);
    return answer.stdout;
  };
  const appraise = (criterion, ...more) => work('do', 'appraise', 'pctn-2025', 'so-xay-dung', '--criteria', criterion, ...more);
  const leafOf = (code) => JSON.parse(work('show', 'pctn-2025', 'so-xay-dung', '--format', 'json')).criteria.find((leaf) => leaf.code === code);
  appraise('A.1.1');
  appraise('A.1.2', '--points', '1.5', '--reason', 'thiếu một nội dung');
  appraise('A.2.1');
  const before = { plan: leafOf('A.1.1').appraised, content: leafOf('A.1.2').appraised };

  // The two leaves of A.1 take each other's place, A.2.1 is asked as A.2.9 no more.
  const swapped = set2024
    .replace('version: "1.1.0"', 'version: "1.1.1"')
    .replace('code: A.1.1', 'code: A.1.x').replace('code: A.1.2', 'code: A.1.1').replace('code: A.1.x', 'code: A.1.2');
  const set = path.join(temporaryFolder(), 'set.yaml');
  writeFileSync(set, swapped);
  const mapping = mappingOf(set2024, swapped, { 'A.1.1': 'A.1.2', 'A.1.2': 'A.1.1' }, ['A.2.1']);
  const move = (...more) => run('round', 'move-set', '--data', data, '--round', 'pctn-2025', '--set', set, '--mapping', mapping, ...more);
  const planned = JSON.parse(move('--format', 'json').stdout);
  assert.deepEqual(planned.criteria, [
    { before: 'A.1.1', after: 'A.1.2' }, { before: 'A.1.2', after: 'A.1.1' }, { before: 'A.2.1', after: 'A.2.1@pctn-2024' }]);
  assert.deepEqual(planned.units.find(({ unit }) => unit === 'so-xay-dung').given_again, ['A.2.1']);
  assert.match(move('--apply', '--by', 'Vũ Văn Thí Dụ', '--reason', 'sửa mã').stdout, /to be given anew: A\.2\.1/);
  assert.deepEqual({ plan: leafOf('A.1.2').appraised, content: leafOf('A.1.1').appraised }, before);
  assert.equal(leafOf('A.2.1').state, 'handed_in', 'what took the code of another is appraised for itself');
});
