// What every write offers: a trial, a condition, a key for sending it twice; and lists by the page.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { cookieOf, demoData, run, serve, withRole } from './liem.mjs';
import { send, settled } from './documents.mjs';

let server, data, clerk, inspector;
const report = `/api/v1/reports/pctn-2025.${withRole('clerk').unit}`;

before(async () => {
  data = demoData();
  server = await serve(data);
  [clerk, inspector] = await Promise.all(['clerk', 'inspector'].map((role) => cookieOf(server, role)));
});
after(() => server.stop());

const get = async (target, cookie = clerk) => (await server.ask('GET', target, { cookie })).json;
const put = (finding, reason, headers = {}, { cookie = clerk, query = '' } = {}) =>
  server.ask('PUT', `${report}/findings/${finding}/acceptance${query}`,
    { cookie, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ reason }) });
const remove = (finding, headers = {}, query = '') =>
  server.ask('DELETE', `${report}/findings/${finding}/acceptance${query}`, { cookie: clerk, headers });
const findings = async () => (await get(report)).reading.findings.map((one) => one.id);
const entries = async () => (await get('/api/v1/ledger/state', inspector)).entries;

test('a write that is tried answers as if it were done and keeps nothing, not even in the log', async () => {
  const [finding] = await findings();
  const before_ = await entries();
  const tried = await put(finding, 'Đã đối chiếu.', {}, { query: '?dry_run=true' });
  assert.equal(tried.status, 200);
  assert.equal(tried.headers['liem-dry-run'], 'true');
  assert.equal(tried.json.reason, 'Đã đối chiếu.');
  assert.deepEqual((await get(report)).acceptances, []);
  assert.equal(await entries(), before_);
  assert.equal((await put(finding, 'x', {}, { query: '?dry_run=true' })).json.code, 'assessment.bad_reason');
  const done = await put(finding, 'Đã đối chiếu.', {}, { query: '?dry_run=false' });
  assert.equal(done.headers['liem-dry-run'], undefined);
  assert.equal((await get(report)).acceptances.length, 1);
  assert.equal((await remove(finding, {}, '?dry_run=true')).status, 204);
  assert.equal((await get(report)).acceptances.length, 1);
  assert.equal((await remove(finding)).status, 204);
});

test('dry_run is true or false, and refused where nothing can be tried', async () => {
  const [finding] = await findings();
  const wrong = await put(finding, 'Đã xem.', {}, { query: '?dry_run=yes' });
  assert.deepEqual([wrong.status, wrong.json.code, wrong.json.path], [400, 'http.bad_field', '/dry_run']);
  const session = await server.ask('DELETE', '/api/v1/session?dry_run=true', { cookie: clerk });
  assert.deepEqual([session.status, session.json.code], [400, 'http.no_dry_run']);
  assert.equal((await server.ask('GET', '/api/v1/session', { cookie: clerk })).status, 200);
});

test('two who write at once: the second is shown both versions and nothing is overwritten', async () => {
  const finding = (await findings())[1];
  const first = await put(finding, 'Bản thứ nhất.', { 'if-none-match': '*' });
  assert.equal(first.status, 200);
  assert.equal(first.headers.etag, first.json.etag);
  const refused = await put(finding, 'Bản thứ hai.', { 'if-none-match': '*' }, { cookie: inspector });
  assert.equal(refused.status, 412);
  assert.equal(refused.json.code, 'http.changed');
  assert.deepEqual(refused.json.current, first.json);
  assert.deepEqual(refused.json.given, { reason: 'Bản thứ hai.' });
  const second = await put(finding, 'Bản thứ hai.', { 'if-match': first.json.etag }, { cookie: inspector });
  assert.equal(second.status, 200);
  const stale = await remove(finding, { 'if-match': first.json.etag });
  assert.equal(stale.status, 412);
  assert.deepEqual(stale.json.current, second.json);
  assert.deepEqual((await get(report)).acceptances.filter((one) => one.finding === finding), [second.json]);
  assert.equal((await remove(finding, { 'if-match': second.json.etag })).status, 204);
  const gone = await put(finding, 'Bản thứ ba.', { 'if-match': second.json.etag });
  assert.deepEqual([gone.status, gone.json.current], [412, null]);
});

test('of many who write on one version at the same time exactly one succeeds', async () => {
  const finding = (await findings())[2];
  const answers = await Promise.all(Array.from({ length: 8 }, (_, i) =>
    put(finding, `Bản ${i} của tôi.`, { 'if-none-match': '*' }, { cookie: i % 2 ? inspector : clerk })));
  assert.deepEqual(answers.map((one) => one.status).sort(), [200, 412, 412, 412, 412, 412, 412, 412]);
  const [winner] = answers.filter((one) => one.status === 200);
  assert.deepEqual((await get(report)).acceptances.filter((one) => one.finding === finding), [winner.json]);
});

const octets = (key) => ({ headers: { 'content-type': 'application/octet-stream', 'idempotency-key': key } });

test('a document sent twice under one key is kept once, also when both come at once', async () => {
  const body = 'Báo cáo gửi hai lần.';
  const [one, two] = await Promise.all([send(server, clerk, 'a.txt', body, octets('k-1')), send(server, clerk, 'a.txt', body, octets('k-1'))]);
  assert.deepEqual([one.status, two.status], [202, 202]);
  assert.equal(one.json.id, two.json.id);
  assert.deepEqual([one, two].map((answer) => answer.headers['idempotent-replayed'] ?? 'first').sort(), ['first', 'true']);
  const same = (await get('/api/v1/documents')).filter((document) => document.sha256 === one.json.sha256);
  assert.equal(same.length, 1);
  assert.equal((await settled(server, clerk, one.json.id)).state, 'done');
  const third = await send(server, clerk, 'a.txt', body, octets('k-1'));
  assert.equal(third.json.id, one.json.id);
});

test('a key is of its account and of its request', async () => {
  assert.equal((await send(server, clerk, 'b.txt', 'Một.', octets('k-2'))).status, 202);
  const other = await send(server, clerk, 'b.txt', 'Hai.', octets('k-2'));
  assert.deepEqual([other.status, other.json.code], [409, 'http.key_reused']);
  const renamed = await send(server, clerk, 'c.txt', 'Một.', octets('k-2'));
  assert.equal(renamed.status, 409);
  const theirs = await send(server, inspector, 'b.txt', 'Hai.', octets('k-2'));
  assert.equal(theirs.status, 202);
  const long = await send(server, clerk, 'b.txt', 'Ba.', octets('x'.repeat(101)));
  assert.deepEqual([long.status, long.json.code], [400, 'http.bad_request_key']);
});

test('a document that is only tried is not kept, nor is its file', async () => {
  const count = (await get('/api/v1/documents')).length;
  const tried = await server.ask('POST', '/api/v1/documents?name=thu.txt&dry_run=true',
    { cookie: clerk, headers: { 'content-type': 'application/octet-stream' }, body: 'Chỉ thử.' });
  assert.deepEqual([tried.status, tried.headers['liem-dry-run']], [202, 'true']);
  assert.equal((await get('/api/v1/documents')).length, count);
  assert.equal((await server.ask('GET', `/api/v1/documents/${tried.json.id}`, { cookie: clerk })).status, 404);
});

test('a document is deleted only as it was seen, where that is asked', async () => {
  const { json } = await send(server, clerk, 'd.txt', 'Để xóa.');
  await settled(server, clerk, json.id);
  const target = `/api/v1/documents/${json.id}`;
  const stale = await server.ask('DELETE', target, { cookie: clerk, headers: { 'if-match': '"0123"' } });
  assert.equal(stale.status, 412);
  assert.equal(stale.json.current.id, json.id);
  const shown = await server.ask('GET', target, { cookie: clerk });
  assert.equal((await server.ask('DELETE', `${target}?dry_run=true`, { cookie: clerk })).status, 204);
  assert.equal((await server.ask('GET', target, { cookie: clerk })).status, 200);
  assert.equal((await server.ask('DELETE', target, { cookie: clerk, headers: { 'if-match': shown.headers.etag } })).status, 204);
  assert.equal((await server.ask('GET', target, { cookie: clerk })).status, 404);
});

const nextOf = (answer) => /<([^>]+)>; rel="next"/.exec(answer.headers.link ?? '')?.[1];

test('the units come page by page, every one once, in the same order', async () => {
  const all = (await get('/api/v1/rounds/pctn-2025/units', inspector)).map((unit) => unit.id);
  const seen = [];
  for (let target = '/api/v1/rounds/pctn-2025/units?limit=3'; target;) {
    const answer = await server.ask('GET', target, { cookie: inspector });
    assert.ok(answer.json.length <= 3);
    seen.push(...answer.json.map((unit) => unit.id));
    target = nextOf(answer);
  }
  assert.deepEqual(seen, all);
});

test('the units are filtered by kind and sorted by points, those without points last', async () => {
  const units = '/api/v1/rounds/pctn-2025/units';
  const all = await get(units, inspector);
  const [{ kind }] = all;
  assert.deepEqual(await get(`${units}?kind=${kind}`, inspector), all.filter((unit) => unit.kind === kind));
  const points = (await get(`${units}?sort=-points`, inspector)).map((unit) => unit.points && Number(unit.points.reached));
  const given = points.filter((one) => one !== null);
  assert.deepEqual(points, [...given.toSorted((a, b) => b - a), ...points.filter((one) => one === null)]);
  const up = (await get(`${units}?sort=points`, inspector)).map((unit) => unit.points && Number(unit.points.reached));
  assert.deepEqual(up.filter((one) => one !== null), given.toSorted((a, b) => a - b));
});

test('a limit, a cursor, a kind or a sort that is none is refused and named', async () => {
  for (const [query, field] of [['limit=0', 'limit'], ['limit=501', 'limit'], ['cursor=khong-co', 'cursor'], ['kind=x', 'kind'], ['sort=name', 'sort']]) {
    const refused = await server.ask('GET', `/api/v1/rounds/pctn-2025/units?${query}`, { cookie: inspector });
    assert.deepEqual([refused.status, refused.json.code, refused.json.path], [400, 'http.bad_field', `/${field}`]);
  }
});

test('after all of it the log still holds', () => {
  const verified = run('ledger', 'verify', '--data', data);
  assert.equal(verified.status, 0, verified.stdout + verified.stderr);
});
