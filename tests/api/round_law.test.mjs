// A round whose set takes numbers of the law: kept with the round, on the day the set or the round says.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cookieOf, root, run, serve, temporaryFolder } from './liem.mjs';

const unit = 'so-xay-dung';
const rule = ['obliged: declarations.to_verify\n', 'obliged: max(declarations.to_verify, declarations.obliged * law(verification.persons))\n                    beyond: full\n'];

function replaced(file, ...changes) {
  const text = changes.reduce((now, [from, to]) => {
    assert.ok(now.includes(from), `${from} in ${file}`);
    return now.replace(from, to);
  }, readFileSync(file, 'utf8'));
  writeFileSync(file, text);
}

// data/ with a set of 2024 in which at least the share of the law has to be verified.
function share() {
  const folder = path.join(temporaryFolder(), 'data');
  cpSync(path.join(root, 'data'), folder, { recursive: true });
  replaced(path.join(folder, 'indicator-sets/pctn-2024.yaml'), rule);
  return folder;
}

function imported(folder) {
  const data = path.join(temporaryFolder(), 'data');
  const taken = run('--share', folder, 'demo', '--data', data);
  assert.equal(taken.status, 0, taken.stderr);
  return data;
}

async function explained(data) {
  const server = await serve(data);
  try {
    const cookie = await cookieOf(server, 'inspector');
    const at = `/api/v1/rounds/pctn-2025/units/${unit}`;
    const { json } = await server.ask('GET', `${at}/criteria/B.1.9`, { cookie });
    const { json: advice } = await server.ask('GET', `${at}/advice`, { cookie });
    return { law: json.law, points: json.points, steps: json.steps.map(({ en }) => en), peers: advice.peers };
  } finally {
    await server.stop();
  }
}

test('a round takes the law of its last day where the set names none, and keeps it', async () => {
  const folder = share();
  const data = imported(folder);
  const { law, steps, peers } = await explained(data);
  assert.deepEqual(law.map(({ id, value, unit: of, status, from, to }) => [id, value, of, status, from, to]),
    [['verification.persons', '10', 'percent', 'text', '2020-12-20', '2026-06-30']]);
  assert.match(law[0].basis, /130\/2020/);
  assert.ok(steps.some((line) => line.includes('10%') || line.includes('10 %')), steps.join('\n'));
  assert.ok(peers > 0);
});

test('a law edited later changes nothing of a round; moving it to the corrected law does', async () => {
  const folder = share();
  const file = path.join(folder, 'law/verification.yaml');
  const text = readFileSync(file, 'utf8');
  const start = text.indexOf('verification.persons');
  writeFileSync(file, text.slice(0, start) + text.slice(start).replace('value: 10', 'value: 90'));
  const data = imported(folder);
  const before = await explained(data); // served with the program's own law
  assert.equal(before.law[0].value, '90');
  writeFileSync(file, text);
  const set = path.join(folder, 'indicator-sets/pctn-2024.yaml');
  const move = ['--share', folder, 'round', 'move-set', '--data', data, '--round', 'pctn-2025', '--set', set];
  const planned = JSON.parse(run(...move, '--format', 'json').stdout);
  assert.ok(planned.units.some((one) => one.before.reached !== one.after.reached), 'points differ by the law alone');
  assert.equal(run(...move, '--apply', '--by', 'Vũ Văn Thí Dụ', '--reason', 'corrected share').status, 0);
  const after = await explained(data);
  assert.equal(after.law[0].value, '10');
  assert.notDeepEqual(after.points, before.points);
  assert.match(run(...move).stderr, /pinned to this very set/);
});

test('the day a set names goes before that of the round, and an unconfirmed value says so', async () => {
  const folder = share();
  replaced(path.join(folder, 'indicator-sets/pctn-2024.yaml'), ["rounding: {", "law_on: 2026-07-02\nrounding: {"]);
  const { law } = await explained(imported(folder));
  assert.deepEqual([law[0].status, law[0].from], ['unconfirmed', '2026-07-01']);
  assert.match(law[0].status_text.en, /unconfirmed/);
});

test('a number of the law that did not hold in the round is refused at import with its place', () => {
  const folder = share();
  replaced(path.join(folder, 'indicator-sets/pctn-2024.yaml'), ["rounding: {", "law_on: 2015-01-01\nrounding: {"]);
  const refused = run('--share', folder, 'demo', '--data', path.join(temporaryFolder(), 'data'));
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /pctn-2024\.yaml:\d+: .*verification\.persons.*2015-01-01/);
});
