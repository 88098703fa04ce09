// GET /api/v1/trend: published results and the rounds of who asks, each on its set.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cookieOf, demoData, root, run, serve, temporaryFolder, withRole } from './liem.mjs';

// The sample province with a round of the year before, on the set of 2023.
function twoRounds() {
  const data = demoData();
  const folder = path.join(temporaryFolder(), 'earlier');
  cpSync(path.join(root, 'data/demo'), folder, { recursive: true, filter: (name) => !/submissions.(?!ubnd-tinh)./.test(name) });
  const change = (name, ...changes) => {
    const file = path.join(folder, name);
    writeFileSync(file, changes.reduce((text, [from, to]) => text.replaceAll(from, to), readFileSync(file, 'utf8')));
  };
  change('round.yaml', ['pctn-2025', 'pctn-2023'], ['year: 2025', 'year: 2023'], ['2024-12-16', '2022-12-16'],
    ['2025-12-15', '2023-12-15'], ['set: pctn-2024', 'set: pctn-2023']);
  change('submissions/ubnd-tinh/answers.yaml', ['set: pctn-2024', 'set: pctn-2023']);
  const made = run('import', '--data', data, folder);
  assert.equal(made.status, 0, made.stderr);
  return data;
}

let server;
const trend = async (role) => (await server.ask('GET', '/api/v1/trend', { cookie: await cookieOf(server, role) })).json;

before(async () => { server = await serve(twoRounds()); });
after(() => server.stop());

test('published results say their source, and no line is drawn between unlike or unknown sets', async () => {
  const { published, maximum } = await trend('inspector');
  assert.equal(maximum, '100');
  const mean = published.find(({ id }) => id === 'national_mean');
  assert.deepEqual(mean.points.map(({ year, points }) => [year, points]),
    [[2016, '58.34'], [2017, '61.28'], [2020, '63.86'], [2021, '62.12'], [2022, '66.06']]);
  assert.ok(mean.points.every((point) => point.province === null && point.source.vi.length > 0));
  assert.deepEqual(mean.points.map(({ set }) => set?.id ?? null), [null, 'pctn-2017', null, null, null]);
  assert.deepEqual(mean.points.map(({ broken }) => broken), [false, true, true, true, true]);
  assert.equal(published.find(({ id }) => id === 'best').points[2].province, 'Vĩnh Phúc');
});

test('the rounds of the province stand oldest first, each with its set, total and parts', async () => {
  const { unit, rounds } = await trend('committee');
  assert.equal(unit.id, 'ubnd-tinh');
  assert.deepEqual(rounds.map(({ year, set }) => [year, set.id]), [[2023, 'pctn-2023'], [2025, 'pctn-2024']]);
  for (const { points, groups } of rounds) {
    assert.deepEqual(groups.map(({ code }) => code), ['A', 'B', 'C', 'D']);
    assert.equal(points.maximum, '100');
    assert.ok(Number(points.reached) > 0);
  }
});

test('where the set changed the line breaks and what both sets ask is still compared', async () => {
  const { rounds: [earlier, later] } = await trend('inspector');
  assert.deepEqual([earlier.broken, later.broken], [false, true]);
  assert.equal(earlier.comparable, null);
  assert.equal(later.comparable.round, 'pctn-2023');
  assert.ok(later.comparable.criteria > 5);
  assert.ok(Number(later.comparable.before.reached) <= Number(later.comparable.before.maximum));
});

test('a clerk sees the rounds of the own unit, an administrator none', async () => {
  const { unit, rounds } = await trend('clerk');
  assert.equal(unit.id, withRole('clerk').unit);
  assert.deepEqual(rounds.map(({ points }) => points === null), [true, false]);
  const cookie = await cookieOf(server, 'administrator');
  assert.equal((await server.ask('GET', '/api/v1/trend', { cookie })).status, 403);
  assert.equal((await server.ask('GET', '/api/v1/trend')).status, 401);
});

test('at a terminal each year is a bar with its set, and unlike years are not joined', () => {
  const all = run('trend');
  assert.equal(all.status, 0);
  assert.match(all.stdout, /National mean\n {2}2016 {3}58\.34 █{29}° {2}the set of that year is not at hand\n {7}┄\n {2}2017 {3}61\.28 █{31}° {2}set pctn-2017, version 1\.0\.0/);
  const one = JSON.parse(run('trend', '--province', 'Lạng Sơn', '--format', 'json').stdout);
  assert.deepEqual(one.published.map(({ id }) => id), ['national_mean', 'lang_son']);
  const unknown = run('trend', '--province', 'Hà Mây');
  assert.equal(unknown.status, 1);
  assert.match(unknown.stderr, /no published results of “Hà Mây”; there are those of: An Giang, /);
});
