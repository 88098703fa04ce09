// Documents sent in parts, over lines that drop.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { settled } from './documents.mjs';
import { cookieOf, demoData, run, serve } from './liem.mjs';

let data, server, clerk, inspector, auditor;
before(async () => {
  data = demoData();
  server = await serve(data);
  [clerk, inspector, auditor] = await Promise.all(['clerk', 'inspector', 'auditor'].map((role) => cookieOf(server, role)));
});
after(() => server.stop());

const text = 'Kế hoạch số 18/KH-SMT ngày 15/3/2024 đã được thực hiện.\n'.repeat(2000);
const bytes = Buffer.from(text);
const at = (upload, rest = '') => `/api/v1/uploads/${upload}${rest}`;
const put = (upload, offset, body, cookie = clerk) => server.ask('PUT', at(upload, `/bytes/${offset}`),
  { cookie, headers: { 'content-type': 'application/octet-stream' }, body });
const received = async (upload, cookie = clerk) => (await server.ask('GET', at(upload), { cookie })).json.received;
const finish = (upload, body, { headers = {}, query = '', cookie = clerk } = {}) => server.ask('POST', at(upload, `/document${query}`),
  { cookie, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
const files = () => readdirSync(path.join(data, 'documents', 'ubnd-tinh'));
const sent = { name: 'báo cáo.txt', size: bytes.length };

test('parts become one document, read as if it had come whole', async () => {
  const upload = randomUUID();
  assert.equal(await received(upload), 0);
  for (let from = 0; from < bytes.length; from += 50_000) {
    const { json } = await put(upload, from, bytes.subarray(from, from + 50_000));
    assert.equal(json.received, Math.min(from + 50_000, bytes.length));
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { status, json } = await finish(upload, { ...sent, sha256 });
  assert.equal(status, 202);
  assert.equal(json.sha256, sha256);
  assert.equal((await settled(server, clerk, json.id)).state, 'done');
  const file = await server.ask('GET', `/api/v1/documents/${json.id}/file`, { cookie: clerk });
  assert.ok(file.bytes.equals(bytes));
  assert.equal(await received(upload), 0, 'its bytes are the document’s now');
  assert.equal(run('fsck', '--data', data).status, 0);
});

// Half of a part, and the line is gone.
function cutOff(upload, offset, half) {
  return new Promise((resolve) => {
    const socket = net.connect(server.address.port, server.address.hostname, () => {
      socket.write(`PUT ${at(upload, `/bytes/${offset}`)} HTTP/1.1\r\nHost: ${server.address.host}\r\nCookie: ${clerk}\r\n`
        + `Content-Type: application/octet-stream\r\nContent-Length: ${half.length * 2}\r\n\r\n`);
      socket.end(half, () => { setTimeout(() => { socket.destroy(); resolve(); }, 100); });
    });
  });
}

test('what came of a part whose line dropped is not sent again', async () => {
  const upload = randomUUID();
  await put(upload, 0, bytes.subarray(0, 1000));
  await cutOff(upload, 1000, bytes.subarray(1000, 101_000));
  let there = 1000;
  for (let i = 0; i < 200 && there === 1000; ++i) there = await received(upload);
  assert.ok(there > 1000 && there <= 101_000, `${there} bytes are there`);
  const again = await put(upload, 1000, bytes.subarray(1000));
  assert.equal(again.status, 409);
  assert.equal(again.json.code, 'assessment.upload_moved');
  assert.ok(again.json.message.vi.includes(`từ byte ${there}`));
  assert.equal((await put(upload, there, bytes.subarray(there))).status, 200);
  assert.equal((await finish(upload, sent)).json.sha256, createHash('sha256').update(bytes).digest('hex'));
});

test('an upload goes on after the server died', async () => {
  const upload = randomUUID();
  await put(upload, 0, bytes.subarray(0, 40_000));
  await server.stop('SIGKILL');
  server = await serve(data);
  assert.equal(await received(upload), 40_000);
  await put(upload, 40_000, bytes.subarray(40_000));
  assert.equal((await finish(upload, sent)).status, 202);
});

test('an end whose answer was lost is asked for again and done once', async () => {
  const upload = randomUUID();
  await put(upload, 0, bytes);
  const headers = { 'idempotency-key': randomUUID() };
  const first = await finish(upload, sent, { headers });
  const again = await finish(upload, sent, { headers });
  assert.deepEqual([again.status, again.json.id], [202, first.json.id]);
  assert.equal(again.headers['idempotent-replayed'], 'true');
  assert.equal(run('fsck', '--data', data).status, 0);
});

test('an end that is tried keeps nothing and loses nothing', async () => {
  const upload = randomUUID();
  await put(upload, 0, bytes);
  const before = files();
  assert.equal((await finish(upload, sent, { query: '?dry_run=true' })).status, 202);
  assert.deepEqual(files(), before);
  assert.equal((await finish(upload, sent)).status, 202);
});

test('what came otherwise than it was sent is refused, and stays until it is forgotten', async () => {
  const upload = randomUUID();
  await put(upload, 0, bytes.subarray(1));
  for (const wrong of [sent, { ...sent, size: bytes.length - 1, sha256: 'a'.repeat(64) }]) {
    const { status, json } = await finish(upload, wrong);
    assert.deepEqual([status, json.code], [409, 'assessment.upload_differs']);
  }
  assert.equal(await received(upload), bytes.length - 1);
  assert.equal((await server.ask('DELETE', at(upload), { cookie: clerk })).status, 204);
  assert.equal(await received(upload), 0);
  assert.equal((await finish(upload, sent)).json.code, 'assessment.no_upload');
  assert.equal((await put(upload, 5, 'x')).json.code, 'assessment.no_upload');
});

test('nobody reaches for another’s upload, nor begins one without the right', async () => {
  const upload = randomUUID();
  await put(upload, 0, 'của cán bộ');
  assert.equal(await received(upload, inspector), 0);
  await server.ask('DELETE', at(upload), { cookie: inspector });
  assert.equal(await received(upload), Buffer.byteLength('của cán bộ'));
  assert.equal((await put(upload, 0, 'x', auditor)).status, 403);
  await server.ask('DELETE', at(upload), { cookie: clerk });
});

test('names, offsets and numbers of uploads have bounds that are told', async () => {
  assert.equal((await put('a.b', 0, 'x')).json.code, 'assessment.bad_upload_name');
  assert.equal((await put('a', '00', 'x')).json.code, 'http.bad_field');
  const names = Array.from({ length: 4 }, () => randomUUID());
  for (const upload of names) await put(upload, 0, 'x', inspector);
  const refused = await put(randomUUID(), 0, 'x', inspector);
  assert.deepEqual([refused.status, refused.json.code], [409, 'assessment.too_many_uploads']);
  assert.equal((await put(names[0], 1, 'y', inspector)).json.received, 2, 'those begun go on');
  for (const upload of names) await server.ask('DELETE', at(upload), { cookie: inspector });
});
