// The round's work at the terminal: the same rules and refusals as the page's, done for an account and told so.
import { before, test } from 'node:test';
import assert from 'node:assert/strict';
import { demoData, run } from './liem.mjs';

let data;
before(() => { data = demoData(); });

const work = (command, as, ...more) => run('work', ...command, '--as', as, '--data', data, ...more);
const done = (...asked) => {
  const answer = work(...asked);
  assert.equal(answer.status, 0, answer.stderr);
  return answer.stdout;
};
const refused = (...asked) => {
  const answer = work(...asked);
  assert.equal(answer.status, 1, answer.stdout);
  return answer.stderr;
};
const file = () => JSON.parse(done(['show', 'pctn-2025', 'so-xay-dung'], 'thanhtra', '--format', 'json'));

test('what waits is told as on the page', () => {
  const waiting = JSON.parse(done(['list'], 'canbo.conlang', '--format', 'json'));
  assert.deepEqual(waiting.map(({ act, unit }) => [act, unit.id]), [['edit', 'xa-con-lang']]);
  assert.match(done(['list'], 'canbo.conlang'), /pctn-2025\s+xa-con-lang: Change the answer A\.1\.1/);
});

test('an act is done for the account, and the record names both', () => {
  const before_ = file();
  done(['do', 'appraise', 'pctn-2025', 'so-xay-dung'], 'thanhtra', '--criteria', 'A.1.1', '--dry-run');
  assert.deepEqual(file(), before_);
  assert.match(done(['do', 'appraise', 'pctn-2025', 'so-xay-dung'], 'thanhtra', '--criteria', 'A.1.1,A.1.2'), /A\.1\.1: appraised\nA\.1\.2: appraised/);
  const [leaf] = file().criteria.filter(({ code }) => code === 'A.1.1');
  assert.equal(leaf.state, 'appraised');
  assert.match(leaf.appraised.by.account, /^terminal:/);
  assert.equal(leaf.appraised.by.on_behalf_of.account, 'thanhtra');
});

test('what the page would refuse is refused in the same words, and nothing is kept', () => {
  assert.match(refused(['do', 'hand_in', 'pctn-2025', 'so-xay-dung'], 'canbo.xaydung'), /is for the heads?/);
  assert.match(refused(['do', 'appraise', 'pctn-2025', 'so-xay-dung'], 'thanhtra', '--criteria', 'A.2.1', '--points', '1'), /write why/);
  assert.match(refused(['do', 'appraise', 'pctn-2025', 'so-xay-dung'], 'thanhtra', '--criteria', 'A.2.1', '--points', 'nhiều'), /wants points/);
  assert.match(refused(['do', 'edit', 'pctn-2025', 'so-xay-dung'], 'canbo.xaydung', '--criteria', 'A.2.1'), /edit/);
  assert.match(refused(['do', 'approve', 'pctn-2025'], 'uyban'), /is for somebody else/, 'whoever works at the terminal is one person, whomever he works for');
  assert.match(refused(['list'], 'khong-co'), /khong-co/);
  assert.equal(file().criteria.find(({ code }) => code === 'A.2.1').state, 'handed_in');
});

test('the next round is planned after it was looked at', () => {
  const plan = (...more) => [['plan', 'pctn-2026'], 'thanhtra', '--year', '2026', '--title', 'Đợt 2026', '--title-en', 'Round of 2026', '--copy-from', 'pctn-2025', ...more];
  assert.match(done(...plan()), /Would make the round pctn-2026/);
  assert.match(done(...plan('--apply')), /Made the round pctn-2026/);
  assert.match(refused(...plan('--apply')), /pctn-2026/);
  assert.match(refused(['do', 'open', 'pctn-2026'], 'thanhtra'), /no deadline is set/);
});
