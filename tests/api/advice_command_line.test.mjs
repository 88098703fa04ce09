// `liem advise`, `what-if`, `best-steps` and `ranks` as a user or a script calls them.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { checkSchema } from './contract.mjs';

const liem = process.env.LIEM;
assert.ok(liem, 'LIEM names the program to test');
const demo = fileURLToPath(new URL('../../data/demo/', import.meta.url));
const answers = (unit) => path.join(demo, 'submissions', unit, 'answers.yaml');
const inputs = ['--inputs', answers('so-xay-dung')];
const actions = ['--actions', path.join(demo, '../templates/actions.yaml')];

function run(...args) {
  const done = spawnSync(liem, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  return { code: done.status, out: done.stdout, err: done.stderr };
}
function json(...args) {
  const answer = run(...args, '--format', 'json');
  assert.equal(answer.code, 0, answer.err);
  return JSON.parse(answer.out);
}

test('advice keeps the contract and compares with peers and last year where they are given', () => {
  const alone = json('advise', ...inputs);
  for (const one of alone.losses) checkSchema('LostPoints', one);
  for (const one of alone.least_changes) checkSchema('LeastChange', one);
  assert.ok(alone.losses.every((one) => one.peers === null && one.last_year === null));
  const beside = json('advise', ...inputs, '--peers', path.join(demo, 'submissions'), '--last-year', answers('so-y-te'));
  assert.equal(beside.peers, 35, 'every other unit that answered');
  assert.ok(beside.losses.some((one) => one.peers !== null));
  assert.ok(beside.losses.some((one) => one.last_year !== null));
});

test('refused evidence is named as the cause', () => {
  const { losses } = json('advise', ...inputs, '--refused', 'C.1.1');
  assert.equal(losses.find((one) => one.code === 'C.1.1').cause, 'refused_evidence');
  const wrong = run('--locale', 'en', 'advise', ...inputs, '--refused', 'Z.9');
  assert.equal(wrong.code, 1);
  assert.match(wrong.err, /Z\.9/);
});

test('refused evidence is listed with what stands to be lost and asks for proof, though no point is lost', () => {
  const before = json('advise', ...inputs);
  const whole = json('score', ...inputs).explanations.find((one) => one.rule !== null && one.points.reached === one.points.maximum && one.points.reached !== '0');
  assert.ok(!before.losses.some((one) => one.code === whole.code));
  const { losses, least_changes: changes } = json('advise', ...inputs, '--refused', whole.code);
  const listed = losses.find((one) => one.code === whole.code);
  assert.deepEqual([listed.lost, listed.at_stake, listed.cause], ['0', whole.points.reached, 'refused_evidence']);
  const change = changes.find((one) => one.code === whole.code);
  assert.deepEqual([change.next, change.full], [[], null]);
  assert.match(change.obstacle.en, /Hand in what proves/);
  const text = run('--locale', 'en', 'advise', ...inputs, '--refused', whole.code).out;
  assert.match(text, /points? stands? to be lost/);
});

test('what is merely not answered is told apart from what is lost', (context) => {
  const made = mkdtempSync(path.join(tmpdir(), 'liem-blank-'));
  context.after(() => rmSync(made, { recursive: true }));
  const file = path.join(made, 'answers.yaml');
  writeFileSync(file, 'set: pctn-2024\ninputs: {rotation.done: 1, rotation.due: 2}\n');
  const found = json('advise', '--inputs', file);
  assert.equal(Number(found.lost), Number(found.points.reachable) - Number(found.points.reached));
  assert.ok(Number(found.unanswered) > 90);
  assert.equal(found.losses[0].code, 'B.1.7', 'what is lost comes first');
  assert.ok(found.losses.slice(1).every((one) => one.lost === '0' && Number(one.unanswered) > 0));
  assert.match(run('--locale', 'en', 'advise', '--inputs', file).out, /^Reached 1\.5 of 3 points reachable so far \(maximum 100\): 1\.5 lost, 97 not answered yet/);
});

test('a clerk reads what was lost, why, and what would win points, in both languages', () => {
  const vi = run('advise', ...inputs).out;
  assert.match(vi, /^Đạt [\d,]+ trên [\d,]+ điểm có thể đạt đến nay \(tối đa 100\): mất [\d,]+ điểm, chưa trả lời [\d,]+ điểm/);
  assert.match(vi, /Tỷ lệ thấp: “/);
  assert.match(vi, /→ .*được thêm [\d,]+ điểm/);
  assert.match(vi, /báo cáo ít đi không phải cách để được điểm/);
  const en = run('--locale', 'en', 'advise', ...inputs).out;
  assert.match(en, /The ratio is low: “/);
  assert.doesNotMatch(vi + en, /\{\w+\}|advice\./, 'words, not codes');
});

test('what-if shows the points before and after, and refuses what cannot be', () => {
  const found = json('what-if', ...inputs, '--change', 'rotation.done=14', '--change', 'plan.has_checks=true');
  for (const one of found.criteria) checkSchema('ChangedPoints', one);
  for (const one of found.explanations) checkSchema('Explanation', one);
  assert.equal(found.criteria.at(-1).code, '');
  const text = run('--locale', 'en', 'what-if', ...inputs, '--change', 'rotation.done=14');
  assert.match(text.out, /B\.1\.7 ° .*: 2\.57 \/ 3 → 3 \/ 3, maximum 3 \(\+0\.43\)/);
  const same = run('--locale', 'en', 'what-if', ...inputs, '--change', 'rotation.done=12');
  assert.match(same.out, /No points change/);
  for (const [change, words] of [['rotation.done', /is not written as id=value/], ['no.such=1', /--change:1: .*no\.such/],
    ['rotation.done=99', /--change:1: .*more than/], ['rotation.done=not_applicable', /without a “ground”/]]) {
    const answer = run('--locale', 'en', 'what-if', ...inputs, '--change', change);
    assert.equal(answer.code, 1, change);
    assert.match(answer.err, words);
  }
  const ground = json('what-if', ...inputs, '--change', 'rotation.done=not_applicable:không có vị trí');
  assert.equal(ground.changes[0].to.ground, 'không có vị trí');
});

test('best steps of the sample actions keep the budget and say what each is worth', () => {
  const found = json('best-steps', ...inputs, ...actions, '--days', '20', '--money', '5000000');
  assert.ok(found.actions.length > 2);
  assert.ok(Number(found.days) <= 20 && Number(found.money) <= 5_000_000);
  const text = run('best-steps', ...inputs, ...actions, '--days', '20', '--money', '5000000').out;
  for (const one of found.actions) assert.ok(text.includes(one.title));
  assert.match(text, /Chọn \d+ việc, hết [\d,]+ ngày công/);
  assert.match(text, /Thêm một triệu đồng/);
  assert.match(run('best-steps', ...inputs, ...actions, '--days', '0', '--money', '0').out, /không có việc nào làm tăng điểm/);
});

test('a list of actions that cannot be read is refused with file and line', (context) => {
  const made = mkdtempSync(path.join(tmpdir(), 'liem-actions-'));
  context.after(() => rmSync(made, { recursive: true }));
  const file = path.join(made, 'list.yaml');
  writeFileSync(file, '- {id: a, title: x, days: 1, money: 0, changes: [{id: no.such, add: 1}]}\n- {id: b, title: x, days: -1, money: 0, changes: []}\n');
  const answer = run('--locale', 'en', 'best-steps', ...inputs, '--actions', file, '--days', '1', '--money', '0');
  assert.equal(answer.code, 1);
  assert.match(answer.err, /list\.yaml:1: .*no\.such/);
  assert.match(answer.err, /list\.yaml:2: .*person-days/);
});

test('ranks of a folder of submissions say which rest on assumed points', () => {
  const found = json('ranks', path.join(demo, 'submissions'));
  assert.equal(found.units.length, 36);
  for (const { unit, ...one } of found.units) checkSchema('UnitRank', { unit: { id: unit, name: { vi: unit, en: unit } }, ...one });
  assert.deepEqual(json('ranks', demo).units, found.units, "a round's folder will do too");
  const text = run('--locale', 'en', 'ranks', path.join(demo, 'submissions'), '--bounds', '30').out;
  assert.match(text, /rests on assumed points: may be \d+ to \d+ when they move within ±30 %/);
  for (const [args, words] of [[['--bounds', '91'], /from 0 to 90/], [['--bounds', 'x'], /from 0 to 90/]]) {
    const answer = run('--locale', 'en', 'ranks', path.join(demo, 'submissions'), ...args);
    assert.equal(answer.code, 1);
    assert.match(answer.err, words);
  }
  const none = run('--locale', 'en', 'ranks', path.join(demo, '..', 'law'));
  assert.equal(none.code, 1);
  assert.match(none.err, /no <unit>\/answers\.yaml/);
});
