// Every list as a file: the same rows as the list, by whoever may see it, and told in the log.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { cookieOf, demoData, run, serve, temporaryFolder } from './liem.mjs';

const round = 'pctn-2025';
let server, data;
before(async () => {
  data = demoData();
  server = await serve(data);
});
after(() => server.stop());

const get = async (role, target) => server.ask('GET', `/api/v1${target}`, { cookie: await cookieOf(server, role) });
const exported = (role, target) => get(role, `/exports${target}`);
// Lines of a CSV whose cells hold no comma but in quotes.
const lines = ({ text }) => text.replace(/^\uFEFF/, '').trimEnd().split('\r\n');
const cells = (line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) => cell.replace(/^"|"$/g, '').replaceAll('""', '"'));
function opened({ bytes }) {
  const file = path.join(temporaryFolder(), 'bang.xlsx');
  writeFileSync(file, bytes);
  const read = run('read', file, '--format', 'json');
  assert.equal(read.status, 0, read.stderr);
  return JSON.parse(read.stdout).text ?? read.stdout;
}

test('the units of a round come whole, with their points to the last decimal', async () => {
  const list = (await get('inspector', `/rounds/${round}/units`)).json;
  const answer = await exported('inspector', `/rounds/${round}/units?format=csv`);
  assert.equal(answer.status, 200);
  assert.match(answer.headers['content-disposition'], /don-vi-pctn-2025\.csv/);
  const [titles, ...rows] = lines(answer).map(cells);
  assert.deepEqual(titles.slice(0, 4), ['Mã đơn vị', 'Đơn vị', 'Loại', 'Điểm đạt']);
  assert.deepEqual(rows.map(([id, , , points]) => [id, points]), list.map(({ id, points }) => [id, points?.reached ?? '']));
});

test('an export is narrowed, searched and sorted as its list is', async () => {
  const list = (await get('inspector', `/rounds/${round}/units?kind=department&sort=-points`)).json;
  const rows = lines(await exported('inspector', `/rounds/${round}/units?format=csv&kind=department&sort=-points`)).slice(1).map(cells);
  assert.deepEqual(rows.map(([id]) => id), list.map(({ id }) => id));
  const found = lines(await exported('inspector', `/rounds/${round}/units?format=csv&search=so+noi+vu&locale=vi`));
  assert.equal(found.length, 2);
  assert.match(found[1], /Sở Nội vụ/);
  const wrong = await exported('inspector', `/rounds/${round}/units?sort=tuoi`);
  assert.equal(wrong.json.code, 'tables.unknown_column');
  assert.match(wrong.json.message.en, /points, reachable/);
  assert.equal((await exported('inspector', `/rounds/${round}/units?format=pdf`)).status, 400);
});

test('a sheet is read again with numbers in the reader’s shape', async () => {
  const answer = await exported('inspector', `/rounds/${round}/units?locale=vi`);
  assert.equal(answer.status, 200);
  assert.equal(answer.bytes.subarray(0, 2).toString(), 'PK');
  assert.match(opened(answer), /Sở Nội vụ/);
  assert.match((await exported('inspector', `/rounds/${round}/units?format=csv&locale=en`)).text, /Unit id,Unit,Kind,Points reached/);
});

test('whoever sees some units exports those alone', async () => {
  const list = (await get('clerk', `/rounds/${round}/units`)).json;
  const rows = lines(await exported('clerk', `/rounds/${round}/units?format=csv`)).slice(1).map(cells);
  assert.deepEqual(rows.map(([id]) => id), list.map(({ id }) => id));
  assert.equal((await exported('administrator', `/rounds/${round}/units`)).status, 403);
});

test('the whole log comes out, however many pages it has, with the rows the list shows', async () => {
  const all = [];
  for (let cursor = ''; cursor !== null;) {
    const page = (await get('auditor', `/ledger?limit=200${cursor && `&cursor=${cursor}`}`)).json;
    all.push(...page.entries);
    cursor = page.next;
  }
  const answer = await exported('auditor', '/ledger?format=csv');
  const rows = lines(answer).slice(1);
  assert.ok(rows.length >= all.length);
  for (const { hash, position } of all) assert.ok(answer.text.includes(hash), `row ${position} is missing`);
  const none = await exported('auditor', '/ledger?format=csv&to=2000-01-01');
  assert.equal(lines(none).length, 1);
  assert.equal((await exported('clerk', '/ledger?format=csv')).status, 403);
});

test('an export stands in the log with its list, format and number of rows', async () => {
  await exported('inspector', `/rounds/${round}/units?format=csv&kind=ward`);
  const entries = (await get('auditor', '/ledger?limit=200')).json.entries.filter(({ act }) => act === 'list_exported');
  assert.ok(entries.length > 0);
  const units = entries.find(({ object }) => object.id === `units ${round}`);
  assert.equal(units.after.value.list, 'units');
  assert.match(units.sentence.vi, /xuất danh sách “Các đơn vị của đợt đánh giá” ra tệp (csv|xlsx)/);
});

test('every other list exports in both formats', async () => {
  const unit = 'so-noi-vu';
  const year = 'item=declarations.obliged&unit=lam-an&tree=2025-12-15';
  for (const [role, target] of [
    ['inspector', `/rounds/${round}/units/${unit}/assessment`], ['inspector', `/rounds/${round}/units/${unit}/assignments`],
    ['inspector', `/rounds/${round}/ranks?bounds=20`], ['inspector', `/rounds/${round}/work?state=handed_in`], ['inspector', `/rounds/${round}/plan`],
    ['inspector', '/work'], ['inspector', '/documents'], ['inspector', '/trend'], ['inspector', '/ledger'],
  ]) {
    for (const format of ['csv', 'xlsx']) {
      const answer = await exported(role, `${target}${target.includes('?') ? '&' : '?'}format=${format}`);
      assert.equal(answer.status, 200, `${target}: ${answer.text.slice(0, 200)}`);
      assert.ok(answer.bytes.length > 20);
      if (format === 'csv') assert.doesNotMatch(answer.text.split('\r\n')[0], /column\.|list_/, target);
    }
  }
  assert.ok([200, 404].includes((await exported('inspector', `/series?${year}`)).status));
});

test('at the terminal what waits is a table too', async () => {
  const list = (format) => run('work', 'list', '--data', data, '--as', 'thanhtra', '--format', format);
  const csv = list('csv');
  assert.equal(csv.status, 0, csv.stderr);
  assert.equal(csv.stdout, (await exported('inspector', '/work?format=csv&locale=en')).text);
  assert.match(list('xlsx').stdout, /^PK/);
});
