// Units over time and yearly values as the API answers them from stored data.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cookieOf, demoData, root, run, serve, temporaryFolder, withRole } from './liem.mjs';

const provinces = ['ubnd-tinh', 'ubnd-tinh-son-khe', 'ubnd-tinh-truong-van'];
const item = 'declarations.obliged';

function json(...args) {
  const answer = run(...args, '--format', 'json');
  assert.equal(answer.status, 0, answer.stderr);
  return JSON.parse(answer.stdout);
}

let server, inspector;
const get = (target, cookie = inspector) => server.ask('GET', `/api/v1${target}`, { cookie });

before(async () => {
  server = await serve(demoData());
  inspector = await cookieOf(server, 'inspector');
});
after(() => server.stop());

test('the API serves the tree of a day with every event', async () => {
  const { json: old } = await get('/history/units?on=2025-06-30');
  assert.deepEqual(old.units.filter((unit) => unit.kind === 'province').map((unit) => unit.id), provinces);
  const undone = old.events.find((event) => event.undone_by);
  assert.ok(undone && old.events.some((event) => event.id === undone.undone_by && event.kind === 'undo'));
  assert.ok(old.items.some((one) => one.id === item && one.merge === 'add'));
  const { json: now } = await get('/history/units?on=2025-07-01');
  assert.equal(now.units.filter((unit) => unit.kind === 'province').length, 1);
});

test('the API and the command line give the same series', async () => {
  const target = `/series?item=${item}&unit=ubnd-tinh&tree=2025-07-01`;
  const { json: served } = await get(target);
  assert.deepEqual(served, json('series', '--item', item, '--unit', 'ubnd-tinh', '--tree', '2025-07-01'));
  assert.ok(served.years.every((year) => year.parts === null && year.part_count > 0));
  const { json: opened } = await get(`${target}&explain=2019`);
  const year = opened.years.find((one) => one.year === 2019);
  const sum = year.parts.reduce((total, part) => total + Number(part.value ?? 0) * Number(part.share), 0);
  assert.equal(Number(year.value), sum);
});

test('a percentage is computed anew from its two sums', async () => {
  const { json: share } = await get(`/series?item=declarations.submitted&of=${item}&unit=ubnd-tinh&tree=2025-07-01`);
  for (const year of share.years) {
    const expected = 100 * Number(year.numerator) / Number(year.denominator);
    assert.ok(Math.abs(Number(year.value) - expected) < 1e-6);
  }
});

test('indexes of merged provinces stay side by side', async () => {
  const { json: index } = await get('/series?item=par.index&unit=ubnd-tinh&tree=2025-07-01&explain=2020');
  const year = index.years.find((one) => one.year === 2020);
  assert.deepEqual([year.state, year.value, year.parts.length], ['apart', null, 3]);
});

test('only signed-in people see it, each what the role may', async () => {
  const series = (unit) => `/series?item=${item}&unit=${unit}&tree=2025-07-01`;
  assert.equal((await get('/history/units?on=2025-07-01', '')).status, 401);
  assert.equal((await get(series('ubnd-tinh'), '')).status, 401);
  const clerk = await cookieOf(server, 'clerk');
  assert.equal((await get('/history/units?on=2025-07-01', clerk)).status, 200);
  assert.equal((await get(series(withRole('clerk').unit), clerk)).status, 200);
  assert.equal((await get(series('ubnd-tinh'), clerk)).json.code, 'assessment.no_right');
  const administrator = await cookieOf(server, 'administrator');
  assert.equal((await get('/history/units?on=2025-07-01', administrator)).status, 403);
});

test('what is asked wrongly is refused by field', async () => {
  const code = async (target) => (await get(target)).json.code;
  assert.equal(await code('/history/units'), 'http.bad_field');
  assert.equal(await code('/history/units?on=2025-02-30'), 'http.bad_field');
  assert.equal(await code(`/series?item=${item}&tree=2025-07-01`), 'http.bad_field');
  assert.equal(await code(`/series?item=${item}&unit=ubnd-tinh&tree=2025-07-01&from=1800`), 'http.bad_field');
  assert.equal(await code('/series?item=no.such&unit=ubnd-tinh&tree=2025-07-01'), 'assessment.no_series_item');
  assert.equal(await code(`/series?item=${item}&unit=tp-ha-may&tree=2025-07-01`), 'assessment.unit_not_in_tree');
});

function importOf(change) {
  const folder = path.join(temporaryFolder(), 'round');
  cpSync(path.join(root, 'data/demo'), folder, { recursive: true });
  change(folder);
  const data = path.join(temporaryFolder(), 'data');
  return { data, answer: run('import', '--data', data, '--with-accounts', folder) };
}

test('a round without a history is taken in, and the API says that there is none', async (context) => {
  const { data, answer } = importOf((folder) => rmSync(path.join(folder, 'history'), { recursive: true }));
  assert.equal(answer.status, 0, answer.stderr);
  const other = await serve(data);
  context.after(() => other.stop());
  const cookie = await cookieOf(other, 'inspector');
  const none = await other.ask('GET', '/api/v1/history/units?on=2025-07-01', { cookie });
  assert.equal(none.json.code, 'assessment.no_history');
  assert.equal(none.status, 404);
});

test('a history with a problem keeps the whole round out', () => {
  const told = (change) => {
    const { answer } = importOf(change);
    assert.equal(answer.status, 1);
    return answer.stderr;
  };
  assert.match(told((folder) => rmSync(path.join(folder, 'history/values.yaml'))), /history\/values\.yaml/);
  assert.match(told((folder) => writeFileSync(path.join(folder, 'history/notes.txt'), 'x')), /history\/notes\.txt/);
  assert.match(told((folder) => {
    const file = path.join(folder, 'history/units.yaml');
    writeFileSync(file, readFileSync(file, 'utf8') + '- {id: x, date: 2025-08-01, kind: abolish, basis: N, unit: so-y-te}\n');
  }), /units\.yaml: on 2025-12-15 there is no unit “so-y-te” of the round/);
});

test('a newer history only adds to the one before, or is refused with the line and the mend', () => {
  const data = demoData();
  let changes = 0;
  const taken = (change) => {
    const folder = path.join(temporaryFolder(), 'round');
    cpSync(path.join(root, 'data/demo'), folder, { recursive: true });
    const edit = (name, edited) => {
      const file = path.join(folder, name);
      writeFileSync(file, edited(readFileSync(file, 'utf8')));
    };
    edit('round.yaml', (text) => text.replace('id: pctn-2025', `id: pctn-2025-${changes += 1}`));
    edit('history/units.yaml', change);
    return run('import', '--data', data, folder);
  };
  const basis = 'Quyết định số 17/QĐ-UBND ngày 02/01/2004 của UBND tỉnh Hà Mây (giả định)';
  const changed = taken((text) => text.replace(basis, 'Quyết định khác (giả định)'));
  assert.equal(changed.status, 1);
  assert.match(changed.stderr, /history\/units\.yaml:13: .*“co-quan-2004” differs from what was taken in before; put it back as it was/);
  const event = /^- id: khoi-dau\n[\s\S]*?(?=^- id: )/m;
  const moved = taken((text) => text.replace(event, '') + event.exec(text)[0]);
  assert.match(moved.stderr, /“khoi-dau” was number 1 before; the list is only added to at its end/);
  const added = taken((text) => `${text}- {id: doi-ten-mau, date: 2025-12-01, kind: rename, basis: "QĐ (giả định)", unit: xa-khe-nho, name: {vi: "Xã Khe Nhỏ Mới", en: "New Khe Nhỏ commune"}}\n`);
  assert.equal(added.status, 0, added.stderr);
  const older = taken((text) => text);
  assert.match(older.stderr, /“doi-ten-mau” \(2025-12-01\) that was taken in before is not there/);
});
