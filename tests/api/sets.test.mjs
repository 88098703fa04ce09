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
  const file = edited(['points: 20\n', 'points: 21\n'], ['kind: documented\n', 'kind: guess\n'], ['mode: half_up', 'mode: up']);
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
  const none = run('set', 'map', before, '--from', 'pctn-2017', '--to', 'pctn-2024');
  assert.equal(none.status, 1);
  assert.match(none.stderr, /no mapping leads from set pctn-2017 to set pctn-2024/);
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
});
