// `liem score` with units below, and scores kept to be computed again.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, run, temporaryFolder } from './liem.mjs';

const demo = (unit) => path.join(root, 'data/demo/submissions', unit, 'answers.yaml');
const folder = temporaryFolder();
const file = (name, text) => {
  const made = path.join(folder, name);
  writeFileSync(made, text);
  return made;
};

test('figures of units below are rolled up and opened into their files', () => {
  const own = file('own.yaml', 'set: pctn-2024\ninputs: {disclosure.due: 2, disclosure.on_time: 2}\n');
  const a = file('a.yaml', 'set: pctn-2024\ninputs: {disclosure.due: 3, disclosure.on_time: 1}\n');
  const b = file('b.yaml', 'set: pctn-2024\n');
  const whole = run('score', '--inputs', own, '--below', a, '--criterion', 'B.1.1');
  assert.equal(whole.status, 0, whole.stderr);
  assert.match(whole.stdout, /Rolled up from 2 units/);
  assert.match(whole.stdout, /own\.yaml \(the unit's own\): 2/);
  assert.match(whole.stdout, /a\.yaml: 1/);
  assert.match(whole.stdout, /3 \/ 5/);
  const partial = run('score', '--inputs', own, '--below', a, '--below', b, '--criterion', 'B.1.1');
  assert.match(partial.stdout, /Rolled up from 2 of 3 units so far; 1 have no figure yet/);
  assert.match(partial.stdout, /‹.*›: .*b\.yaml/);
});

test('a file below that cannot be read or answers another set is refused by its own name', () => {
  const missing = run('score', '--inputs', demo('so-y-te'), '--below', path.join(folder, 'none.yaml'));
  assert.equal(missing.status, 1);
  assert.match(missing.stderr, /none\.yaml/);
  const other = file('other.yaml', 'set: pctn-2017\n');
  const refused = run('score', '--inputs', demo('so-y-te'), '--below', other);
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /other\.yaml:1: .*pctn-2017/);
});

test('a stored score is computed again from its file alone and comes out the same', () => {
  const bundle = path.join(folder, 'score.json');
  const written = run('score', '--inputs', demo('so-y-te'), '--below', demo('so-noi-vu'), '--bundle', bundle);
  assert.equal(written.status, 0, written.stderr);
  const again = run('score', '--recompute', bundle);
  assert.equal(again.status, 0, again.stderr);
  assert.equal(again.stderr, '');
  const stored = JSON.parse(readFileSync(bundle, 'utf8'));
  assert.equal(stored.below.length, 1);
  assert.ok(again.stdout.includes(stored.result.points.reached), again.stdout);
});

test('a score stored by a version with other texts is the same where only words differ, which is said', () => {
  const bundle = path.join(folder, 'worded.json');
  run('score', '--inputs', demo('so-y-te'), '--bundle', bundle);
  const stored = JSON.parse(readFileSync(bundle, 'utf8'));
  stored.texts = 'of another version';
  stored.result.explanations.find(({ code }) => code === 'B.1.9').steps[0].en += ', as it was said then';
  writeFileSync(bundle, JSON.stringify(stored));
  const again = run('score', '--recompute', bundle);
  assert.equal(again.status, 0, again.stdout);
  assert.match(again.stdout, /the same as stored/);
  assert.match(again.stdout, /^1 explanation says it in other words now/m);
});

test('a value of a stored score that comes out otherwise is named, with exit code 3', () => {
  const bundle = path.join(folder, 'changed.json');
  run('score', '--inputs', demo('so-y-te'), '--bundle', bundle);
  const stored = JSON.parse(readFileSync(bundle, 'utf8'));
  const oneLess = stored.inputs.text.replace(/declarations\.submitted: \{value: (\d+)/, (_, count) => `declarations.submitted: {value: ${count - 1}`);
  assert.notEqual(oneLess, stored.inputs.text);
  stored.inputs.text = oneLess;
  writeFileSync(bundle, JSON.stringify(stored));
  const differs = run('score', '--recompute', bundle);
  assert.equal(differs.status, 3);
  assert.match(differs.stdout, /B\.1\.9/);
});

test('what is no bundle, and a set whose bytes are not those that were scored, are refused', () => {
  const none = run('score', '--recompute', file('none.json', '{"format": "something else"}'));
  assert.equal(none.status, 1);
  assert.equal(none.stdout, '');
  assert.match(none.stderr, /no stored score: “set” is missing/);
  const broken = run('score', '--recompute', file('broken.json', '{'));
  assert.equal(broken.status, 1);
  const bundle = path.join(folder, 'set.json');
  run('score', '--inputs', demo('so-y-te'), '--bundle', bundle);
  const stored = JSON.parse(readFileSync(bundle, 'utf8'));
  stored.set.text += '# later\n';
  writeFileSync(bundle, JSON.stringify(stored));
  const other = run('score', '--recompute', bundle);
  assert.equal(other.status, 1);
  assert.match(other.stderr, new RegExp(stored.result.set.sha256));
});

test('a bundle that cannot be written ends in a failure that names it', () => {
  const refused = run('score', '--inputs', demo('so-y-te'), '--bundle', path.join(folder, 'no', 'such', 'score.json'));
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /no\/such\/score\.json/);
});

test('a stored explanation that was altered is named though the points are the same, with exit code 3', () => {
  const bundle = path.join(folder, 'explained.json');
  run('score', '--inputs', demo('so-y-te'), '--bundle', bundle);
  const stored = JSON.parse(readFileSync(bundle, 'utf8'));
  const told = stored.result.explanations.find(({ code }) => code === 'B.1.9');
  told.steps[0].en += ', by favour';
  writeFileSync(bundle, JSON.stringify(stored));
  const differs = run('score', '--recompute', bundle);
  assert.equal(differs.status, 3);
  assert.match(differs.stdout, /in 1 place:/);
  assert.match(differs.stdout, /B\.1\.9 explanation: stored .*, by favour, now /);
});

test('the total can be asked for alone and is the last of the whole explanation', () => {
  const alone = run('score', '--inputs', demo('so-y-te'), '--criterion', 'total');
  assert.equal(alone.status, 0, alone.stderr);
  assert.match(alone.stdout, /^\nTotal: [\d.]+ \/ 100\n {2}Arithmetic:\n/);
  const whole = run('score', '--inputs', demo('so-y-te'));
  assert.match(whole.stdout, /\nGroups and total:\n(?:.*\n)* {2}Total: /);
  const json = JSON.parse(run('score', '--inputs', demo('so-y-te'), '--format', 'json').stdout);
  assert.equal(json.explanations.at(-1).code, 'total');
});

test('a score of units below names the days of its values and of its tree', () => {
  const whole = run('score', '--inputs', demo('so-y-te'), '--below', demo('so-noi-vu'));
  assert.match(whole.stdout, /Rolled up from 1 unit below\. Date of the values: .*Date of the tree: /);
});

test('the sentences that answers quote have their place in the report that is handed over', () => {
  const report = path.join(path.dirname(demo('so-xay-dung')), 'report.txt');
  const { explanations } = JSON.parse(run('score', '--inputs', demo('so-xay-dung'), '--report', report, '--format', 'json').stdout);
  const quoted = explanations.flatMap(({ inputs }) => inputs).filter(({ source }) => source.kind === 'report');
  assert.ok(quoted.length > 5);
  const bytes = readFileSync(report);
  const folded = (text) => text.replace(/\s+/g, ' ').trim();
  for (const { id, source } of quoted) {
    assert.ok(source.bytes, id);
    assert.equal(folded(bytes.subarray(...source.bytes).toString()), folded(source.text), id);
    assert.equal(source.report, report);
  }
});
