// `liem law` as a user or a script calls it.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, run, temporaryFolder } from './liem.mjs';

const on = (id, day) => JSON.parse(run('law', id, '--on', day, '--format', 'json').stdout);

test('the least value to declare changes on 1 July 2026 and says what it rests on', () => {
  const before = on('declaration.asset_min', '2026-06-30');
  const after = on('declaration.asset_min', '2026-07-01');
  assert.deepEqual([before.holds.value, before.holds.status], ['50000000', 'text']);
  assert.deepEqual([after.holds.value, after.holds.status], ['150000000', 'press']);
  assert.equal(before.unit, 'money');
  assert.match(run('law', 'declaration.asset_min', '--on', '2026-07-01').stdout,
    /150,000,000 đồng \(° read in the press\)/);
});

test('without a day one parameter is shown with all its periods, all parameters as of today', () => {
  const one = run('law', 'declaration.change_min').stdout;
  assert.match(one, /300,000,000 đồng/);
  assert.match(one, /1,000,000,000 đồng/);
  const all = JSON.parse(run('law', '--on', '2025-01-01', '--format', 'json').stdout);
  assert.equal(all.on, '2025-01-01');
  assert.ok(all.parameters.length > 50);
  assert.ok(all.parameters.every(({ holds }) => holds !== null && holds.basis.length > 0));
});

test('a day on which nothing holds and an unknown parameter are refused with what there is', () => {
  const early = run('law', 'declaration.asset_min', '--on', '2018-01-01');
  assert.equal(early.status, 1);
  assert.match(early.stderr, /there is one for 2019-07-01\.\.2026-06-30, 2026-07-01\.\./);
  const unknown = run('law', 'declaration.colour');
  assert.equal(unknown.status, 1);
  assert.match(unknown.stderr, /no parameter “declaration.colour”/);
  assert.equal(run('law', '--on', 'tomorrow').status, 2);
});

test('an edited folder counts at once, and each of its problems is named with its line', () => {
  const share = path.join(temporaryFolder(), 'data');
  cpSync(path.join(root, 'data'), share, { recursive: true });
  const file = path.join(share, 'law/assessment.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('value: 1\n', 'value: 2\n'));
  const edited = run('--share', share, 'law', 'inspection.enterprise_per_year', '--format', 'json');
  assert.equal(JSON.parse(edited.stdout).holds.value, '2');
  writeFileSync(file, text.replace('value: 1\n', 'value: many\n').replace('status: text', 'status: sure'));
  const broken = run('--share', share, 'law');
  assert.equal(broken.status, 1);
  assert.match(broken.stderr, /assessment\.yaml:7: “many” is no value in count/);
  assert.match(broken.stderr, /assessment\.yaml:10: there is no status “sure”/);
});
