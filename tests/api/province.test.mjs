// A unit with units below it: its figures are theirs together, the same at the terminal, in the API and where it is asked again.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { checkSchema } from './contract.mjs';
import { cookieOf, demoData, root, run, serve, signIn, temporaryFolder } from './liem.mjs';

const demo = path.join(root, 'data/demo');
const units = parse(readFileSync(path.join(demo, 'units.yaml'), 'utf8'));
const province = 'ubnd-tinh';
const silent = ['xa-con-lang', 'xa-thac-loi'];
const at = `/api/v1/rounds/pctn-2025/units/${province}`;

// What the terminal is handed: the province's own answers and those of every unit of the round below it.
const nothing = path.join(temporaryFolder(), 'answers.yaml');
writeFileSync(nothing, 'set: pctn-2024\n');
const answers = (unit) => (silent.includes(unit) ? nothing : path.join(demo, 'submissions', unit, 'answers.yaml'));
const below = units.filter(({ parent }) => parent === province).flatMap(({ id }) => ['--below', answers(id)]);
const terminal = (command, ...more) => {
  const done = run(command, '--inputs', answers(province), ...below, ...more, '--format', 'json');
  assert.equal(done.status, 0, done.stderr);
  return JSON.parse(done.stdout);
};

let server, inspector;
const get = async (target) => (await server.ask('GET', target, { cookie: inspector })).json;
const post = async (target, body) =>
  (await server.ask('POST', target, { cookie: inspector, headers: { 'content-type': 'application/json', origin: server.address.origin }, body: JSON.stringify(body) })).json;

before(async () => {
  server = await serve(demoData());
  inspector = await cookieOf(server, 'inspector');
});
after(() => server.stop());

const bare = ({ value, state, day, rolled_up: rolled }) => ({
  value, state, day,
  parts: rolled && rolled.parts.map((part) => ({ own: part.own, state: part.state, value: part.value, so_far: part.so_far, day: part.day })),
  so_far: rolled && rolled.so_far, way: rolled && rolled.way, said: rolled && rolled.said,
});

test('the province has the same points, steps and parts in the API as at the terminal', async () => {
  const served = await get(`${at}/assessment`);
  const scored = terminal('score');
  assert.deepEqual(served.points, scored.points);
  assert.deepEqual(served.criteria, scored.criteria);
  const { to } = parse(readFileSync(path.join(demo, 'round.yaml'), 'utf8'));
  assert.deepEqual(served.below, { units: units.length - 1, silent: silent.map((id) => ({ id, name: units.find((unit) => unit.id === id).name })), values_on: to, tree_on: to });
  assert.equal(scored.below.units, units.length - 1);
  for (const told of scored.explanations) {
    const why = await get(`${at}/criteria/${told.code}`);
    assert.deepEqual(why.steps, told.steps, told.code);
    assert.deepEqual(why.inputs.map(bare), told.inputs.map(bare), told.code);
  }
});

test('a rolled-up figure opens into every unit, and says who has not given it', async () => {
  const { inputs } = await get(`${at}/criteria/B.1.1`);
  const [due] = inputs.filter(({ id }) => id === 'disclosure.due');
  assert.equal(due.source.kind, 'units');
  assert.deepEqual([due.state, due.value, due.rolled_up.so_far], ['not_available', null, '859']);
  assert.match(due.rolled_up.said.en, /Rolled up from 35 of 37 units so far; 2 have no figure yet/);
  assert.equal(due.rolled_up.parts.length, 37);
  const blank = due.rolled_up.parts.filter(({ state }) => state === 'blank').map(({ unit }) => unit.id);
  assert.deepEqual(blank, silent);
  const health = due.rolled_up.parts.find(({ unit }) => unit.id === 'so-y-te');
  assert.equal(health.value, String(parse(readFileSync(answers('so-y-te'), 'utf8')).inputs['disclosure.due'].value));
});

test('what is the province\'s own stays its own', async () => {
  const { inputs, state } = await get(`${at}/criteria/B.1.2`);
  assert.deepEqual([state, inputs[0].value, inputs[0].rolled_up, inputs[0].source.kind], ['scored', '86.12', null, 'external']);
  const reception = (await get(`${at}/criteria/A.2.5`)).inputs.find(({ id }) => id === 'reception.days_due');
  assert.deepEqual([reception.value, reception.rolled_up], ['24', null]);
});

test('the list of units, ranks, advice and what-if stand on the same points', async () => {
  const { points } = await get(`${at}/assessment`);
  const listed = (await get('/api/v1/rounds/pctn-2025/units')).find(({ id }) => id === province);
  assert.deepEqual(listed.points, points);
  const { kinds } = await get('/api/v1/rounds/pctn-2025/ranks');
  assert.deepEqual(kinds.find(({ kind }) => kind === 'province').units[0].points, points);
  const ranked = JSON.parse(run('ranks', demo, '--format', 'json').stdout).units;
  assert.deepEqual(ranked.find(({ unit }) => unit === province).points, points);
  const advice = await get(`${at}/advice`);
  const advised = terminal('advise');
  assert.deepEqual(advice.losses.map(({ code, lost, cause, figures }) => [code, lost, cause, figures]), advised.losses.map(({ code, lost, cause, figures }) => [code, lost, cause, figures]));
  const tried = await post(`${at}/what-if`, { changes: [{ id: 'disclosure.due', value: '900' }, { id: 'disclosure.on_time', value: '900' }] });
  assert.deepEqual(tried.before, points);
  const asked = terminal('what-if', '--change', 'disclosure.due=900', '--change', 'disclosure.on_time=900');
  assert.deepEqual([tried.after, tried.won], [asked.after, asked.won]);
  assert.equal(tried.won, '5', 'a figure that is tried takes the place of the rolled-up one');
});

// A province of two departments and a district with two communes, all of them with figures.
function smallRound(change = (files) => files) {
  const folder = temporaryFolder();
  const unit = (id, kind, parent) => `- {id: ${id}, name: {vi: "Đơn vị ${id}", en: "Unit ${id}"}, kind: ${kind}, ${parent ? `parent: ${parent}, ` : ''}from: 2020-01-01, basis: QĐ}\n`;
  const own = (text) => `set: pctn-2024\ninputs: {${text}}\n`;
  const files = change({
    'round.yaml': '{id: r, title: {vi: Đợt, en: Round}, year: 2025, from: 2024-12-16, to: 2025-12-15, set: pctn-2024}\n',
    'units.yaml': unit('tinh', 'province') + unit('so-a', 'department', 'tinh') + unit('so-b', 'department', 'tinh') + unit('huyen', 'commune', 'tinh') + unit('xa-a', 'commune', 'huyen') + unit('xa-b', 'commune', 'huyen'),
    'accounts.yaml': '- {account: soi, name: Soi, role: inspector, unit: tinh, password: mat-khau-mau-1}\n',
    'submissions/so-a/answers.yaml': own('disclosure.due: 10, disclosure.on_time: 5'),
    'submissions/so-b/answers.yaml': own('disclosure.due: 10, disclosure.on_time: 10'),
    'submissions/xa-a/answers.yaml': own('disclosure.due: 4, disclosure.on_time: 3'),
    'submissions/xa-b/answers.yaml': own('disclosure.due: 1, disclosure.on_time: 1'),
  });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

async function served(folder, ask, share = []) {
  const data = path.join(temporaryFolder(), 'data');
  const taken = run(...share, 'import', '--data', data, folder, '--with-accounts');
  assert.equal(taken.status, 0, taken.stderr);
  const small = await serve(data);
  try {
    const answer = await signIn(small, { account: 'soi', password: 'mat-khau-mau-1' });
    const cookie = answer.headers['set-cookie'][0].split(';')[0];
    return await ask(async (target) => (await small.ask('GET', `/api/v1/rounds/r/${target}`, { cookie })).json);
  } finally {
    await small.stop();
  }
}

test('figures roll up level by level, and a unit that answers through those below alone is scored', () =>
  served(smallRound(), async (ask) => {
    const { points, criteria } = await ask('units/tinh/assessment');
    assert.equal(points.reachable, '5');
    assert.equal(points.reached, '3.8', '19 of 25 on time');
    assert.equal(criteria[1].points.reached, '3.8');
    const { inputs } = await ask('units/tinh/criteria/B.1.1');
    const district = inputs[0].rolled_up.parts.find(({ unit }) => unit.id === 'huyen');
    assert.equal(district.said.en, 'Rolled up from 2 units');
    assert.deepEqual(inputs.map(({ id }) => id), ['disclosure.on_time', 'disclosure.due']);
    assert.equal(district.value, '4');
    const list = await ask('units');
    assert.deepEqual(list.map(({ id, points: of }) => [id, of?.reached]), [['tinh', '3.8'], ['so-a', '2.5'], ['so-b', '5'], ['huyen', '4'], ['xa-a', '3.75'], ['xa-b', '5']]);
    checkSchema('RolledUp', inputs[0].rolled_up);
  }));

test('a value of a day after the round is refused with its place', () => {
  const folder = smallRound((files) => ({ ...files, 'submissions/so-a/answers.yaml': 'set: pctn-2024\ninputs:\n  disclosure.due: {value: 10, day: 2025-12-16}\n' }));
  const refused = run('import', '--data', path.join(temporaryFolder(), 'data'), folder);
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /so-a\/answers\.yaml:3: “disclosure\.due” is of 2025-12-16, after the round's last day \(2025-12-15\)/);
});
