// Looking through what one may see, with or without tone marks: never more than the same account is shown elsewhere.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { send } from './documents.mjs';
import { demoData, serve, signIn, withRole } from './liem.mjs';

const round = 'pctn-2025';
let server;
const cookies = {};
before(async () => {
  server = await serve(demoData());
  for (const role of ['clerk', 'inspector']) cookies[role] = (await signIn(server, withRole(role))).headers['set-cookie'][0].split(';')[0];
});
after(() => server.stop());

const search = (typed, { who = 'inspector', ...more } = {}) => server.ask('GET', `/api/v1/search?${new URLSearchParams({ q: typed, round, ...more })}`, { cookie: cookies[who] });
const textOf = ({ pieces }) => pieces.map(({ text }) => text).join('');
const matched = ({ pieces }) => pieces.filter(({ match }) => match).map(({ text }) => text);

test('words without marks find those with marks, across commas, and d finds đ', async () => {
  const { json } = await search('phong chong tham nhung');
  assert.ok(json.counts.report > 0 && json.counts.criterion > 0, JSON.stringify(json.counts));
  const report = json.hits.find(({ kind }) => kind === 'report');
  assert.deepEqual(matched(report).map((one) => one.toLowerCase()), ['phòng', 'chống', 'tham', 'nhũng']);
  assert.equal(report.exact, false);
  const decision = await search('quyet dinh', { kind: 'report' });
  assert.ok(decision.json.hits.every((hit) => /quyết định/i.test(textOf(hit))), textOf(decision.json.hits[0] ?? { pieces: [] }));
});

test('what has the marks as they were typed stands first of its kind', async () => {
  const { json } = await search('sở', { kind: 'unit' });
  assert.ok(json.hits.length > 1);
  const order = json.hits.map(({ exact }) => exact);
  assert.deepEqual(order, [...order].sort((a, b) => Number(b) - Number(a)));
  assert.equal(order[0], true);
});

test('a report leads to the bytes that were found', async () => {
  const [hit] = (await search('tham nhũng', { kind: 'report' })).json.hits;
  const report = await server.ask('GET', `/api/v1/reports/${hit.report}`, { cookie: cookies.inspector });
  const bytes = Buffer.from(report.json.text).subarray(...hit.bytes);
  assert.equal(String(bytes).toLowerCase().replace(/\s+/g, ' '), 'tham nhũng');
});

test('nobody finds what he may not see', async () => {
  const own = (await server.ask('GET', '/api/v1/session', { cookie: cookies.clerk })).json.unit.id;
  for (const typed of ['so', 'bao cao', 'tham nhung', 'ke hoach']) {
    const all = (await search(typed)).json, mine = (await search(typed, { who: 'clerk' })).json;
    const units = new Set(mine.hits.flatMap(({ unit }) => (unit ? [unit.id] : [])));
    units.delete(own);
    assert.deepEqual([...units], [], typed);
    assert.ok(mine.counts.report <= 1 && mine.counts.unit <= 1 && all.counts.report > 1, typed);
  }
});

test('documents are found by their name, and by their sender alone', async () => {
  await send(server, cookies.clerk, 'Kế hoạch riêng tư.txt', 'Một văn bản.');
  assert.equal((await search('ke hoach rieng tu', { who: 'clerk' })).json.counts.document, 1);
  assert.equal((await search('ke hoach rieng tu')).json.counts.document, 0);
});

test('a page ends where the next begins', async () => {
  const all = (await search('so', { kind: 'unit' })).json.hits.map(({ id }) => id);
  const shown = [];
  for (let target = `/api/v1/search?${new URLSearchParams({ q: 'so', round, kind: 'unit', limit: 3 })}`; target;) {
    const answer = await server.ask('GET', target, { cookie: cookies.inspector });
    shown.push(...answer.json.hits.map(({ id }) => id));
    target = /<([^>]+)>; rel="next"/.exec(answer.headers.link ?? '')?.[1];
  }
  assert.deepEqual(shown, all);
});

test('what cannot be looked for says so', async () => {
  for (const [typed, code] of [['', 'assessment.nothing_to_search'], [' .,- ', 'assessment.nothing_to_search'], ['x'.repeat(201), 'http.long_query']]) {
    const { status, json } = await search(typed);
    assert.deepEqual([status, json.code], [400, code], typed);
  }
  assert.equal((await search('so', { round: 'khong-co' })).status, 404);
});
