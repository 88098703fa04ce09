// A unit beside its own last year, where that stood on another set.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { cookieOf, demoData, root, run, serve, temporaryFolder } from './liem.mjs';

const unit = 'so-xay-dung';
const now = path.join(root, 'data/demo/submissions', unit, 'answers.yaml');
const folder = path.join(temporaryFolder(), 'earlier');
const earlier = path.join(folder, 'submissions', unit, 'answers.yaml');

let server, advice;

before(async () => {
  mkdirSync(path.dirname(earlier), { recursive: true });
  const { inputs } = parse(readFileSync(now, 'utf8'));
  const plain = Object.entries(inputs).filter(([, value]) => typeof value !== 'object');
  writeFileSync(earlier, `set: pctn-2023\ninputs:\n${plain.map(([id, value]) => `  ${id}: ${value}\n`).join('')}`);
  writeFileSync(path.join(folder, 'round.yaml'), 'id: pctn-2024\ntitle: {vi: Đợt 2024, en: Round of 2024}\nyear: 2024\nfrom: 2023-12-16\nto: 2024-12-15\nset: pctn-2023\n');
  writeFileSync(path.join(folder, 'units.yaml'), readFileSync(path.join(root, 'data/demo/units.yaml')));
  const data = demoData();
  const taken = run('import', '--data', data, folder);
  assert.equal(taken.status, 0, taken.stderr);
  server = await serve(data);
  const cookie = await cookieOf(server, 'inspector');
  advice = (await server.ask('GET', `/api/v1/rounds/pctn-2025/units/${unit}/advice`, { cookie })).json;
});
after(() => server.stop());

test('last year on another set is told with its set, and each criterion that was mapped with its points then', () => {
  assert.equal(advice.last_year, 'pctn-2024');
  assert.equal(advice.last_year_set.id, 'pctn-2023');
  const led = advice.losses.filter(({ last_year: points }) => points !== null);
  assert.deepEqual(led.map(({ code }) => code).sort(), ['A.1.2', 'B.1.10', 'B.1.4'], 'criteria whose figures both sets take');
  for (const loss of led) assert.ok(Number(loss.last_year) <= Number(loss.last_year_of.maximum), loss.code);
  const scored = JSON.parse(run('score', '--set', 'pctn-2023', '--inputs', earlier, '--format', 'json').stdout);
  const leaves = (all) => all.flatMap((one) => (one.children.length ? leaves(one.children) : [one]));
  for (const { last_year: points, last_year_of: of } of led) {
    const then = leaves(scored.criteria).find(({ code }) => code === of.code);
    assert.deepEqual([points, of.maximum], [then.points.reached, then.points.maximum]);
    assert.equal(advice.losses.find((loss) => loss.last_year_of === of).last_year_maximum, of.maximum);
  }
});

test('the terminal says the same of last year on its own set', () => {
  const told = run('advise', '--inputs', now, '--last-year', earlier, '--last-year-set', 'pctn-2023', '--format', 'json');
  assert.equal(told.status, 0, told.stderr);
  const of = ({ code, last_year: points, last_year_maximum: maximum }) => [code, points, maximum];
  assert.deepEqual(JSON.parse(told.stdout).losses.map(of), advice.losses.map(of));
  assert.equal(JSON.parse(told.stdout).last_year_set, 'pctn-2023');
});

test('the text names the maximum of last year, its set, and the maximum now', () => {
  const told = run('advise', '--inputs', now, '--last-year', earlier, '--last-year-set', 'pctn-2023').stdout;
  const [loss] = advice.losses.filter(({ last_year: points }) => points !== null);
  assert.ok(told.includes(`Last year: ${loss.last_year} / ${loss.last_year_maximum} (set pctn-2023); this year's maximum is ${loss.points.maximum}.`), told);
});
