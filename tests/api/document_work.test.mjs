// Documents read in the background: progress, fairness, ends of the server in the middle.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { becomes, follow, png, sample, scan, send, settled, until } from './documents.mjs';
import { cookieOf, demoData, pause, serve } from './liem.mjs';

process.env.LIEM_JOBS_LEASE = '3'; // what a server that died had is free so soon

const state = (wanted) => (document) => document.state === wanted;
const kept = (data) => readdirSync(path.join(data, 'documents', 'ubnd-tinh'));

async function started(context, ...more) {
  const data = demoData();
  const server = await serve(data, ...more);
  context.after(() => server.stop('SIGKILL'));
  return { data, server, cookie: await cookieOf(server, 'clerk') };
}

test('a scan tells its pages as they are done, and where its lines stand', async (context) => {
  const { server, cookie } = await started(context);
  const { json } = await send(server, cookie, 'scan.pdf', scan(3));
  const events = await follow(server, cookie, json.id).ended;
  const progress = events.map((one) => one.value.progress).filter(Boolean);
  assert.deepEqual(progress.at(-1), { done: 3, total: 3 });
  assert.ok(new Set(progress.map((one) => one.done)).size > 1, 'pages are told one by one');
  const { json: report } = await server.ask('GET', `/api/v1/documents/${json.id}/report`, { cookie });
  assert.deepEqual(report.extraction.pages.map((page) => page.recognised), [true, true, true]);
  const { bytes } = report.reading.citations.at(-1);
  const { json: found } = await server.ask('GET',
    `/api/v1/documents/${json.id}/pages/3/boxes?bytes=${bytes}`, { cookie });
  assert.ok(found.boxes.length > 0);
});

test('a picture of a page is read, shown and framed', async (context) => {
  const { server, cookie } = await started(context);
  const document = sample('report.pdf');
  const { spawnSync } = await import('node:child_process');
  const { stdout } = spawnSync('pdftoppm', ['-f', '1', '-l', '1', '-r', '120', '-png', '-'],
    { input: document, maxBuffer: 1 << 26 });
  const { json } = await send(server, cookie, 'trang.png', stdout);
  assert.equal((await settled(server, cookie, json.id)).state, 'done');
  const get = (part) => server.ask('GET', `/api/v1/documents/${json.id}${part}`, { cookie });
  const { json: report } = await get('/report');
  assert.equal(report.extraction.format, 'png');
  assert.ok(report.reading.citations.length > 3);
  assert.equal(png(await get('/pages/1?width=300')).width, 300);
  const { json: found } = await get(`/pages/1/boxes?bytes=${report.reading.citations[1].bytes}`);
  assert.ok(found.boxes.length > 0);
});

test('a server that is stopped does not wait for documents; the next one reads them', async (context) => {
  const { data, server, cookie } = await started(context);
  const { json } = await send(server, cookie, 'scan.pdf', scan(4));
  const other = await send(server, cookie, 'b.txt', 'Hai.');
  const stream = follow(server, cookie, json.id);
  await until(server, cookie, json.id, state('extracting'));
  const from = performance.now();
  assert.equal(await server.stop(), 0);
  assert.ok(performance.now() - from < 5000);
  await stream.ended;  // closed, not left hanging
  const next = await serve(data);
  context.after(() => next.stop('SIGKILL'));
  assert.equal((await settled(next, cookie, json.id)).state, 'done');
  assert.equal((await settled(next, cookie, other.json.id)).state, 'done');
});

test('a server that dies takes the document up again, three times and no more', async (context) => {
  const { data, server, cookie } = await started(context);
  const { json } = await send(server, cookie, 'scan.pdf', scan(4));
  let running = server;
  for (let attempt = 1; attempt <= 3; ++attempt) {
    await becomes(data, 'SELECT attempts, state FROM document', `${attempt}|extracting`);
    await running.stop('SIGKILL');
    running = await serve(data);
    const mine = running;
    context.after(() => mine.stop('SIGKILL'));
  }
  const document = await settled(running, cookie, json.id);
  assert.equal(document.state, 'failed');
  assert.equal(document.problem.code, 'assessment.document_gave_up');
  assert.deepEqual(kept(data), [json.id], 'the file is kept');
});

test('a document deleted while it is read ends at once, and who follows it is told', async (context) => {
  const { data, server, cookie } = await started(context, '--threads', '1');
  const { json } = await send(server, cookie, 'scan.pdf', scan(80));
  const stream = follow(server, cookie, json.id);
  await until(server, cookie, json.id, state('extracting'));
  assert.equal((await server.ask('DELETE', `/api/v1/documents/${json.id}`, { cookie })).status, 204);
  assert.deepEqual((await stream.ended).at(-1), { event: 'gone', value: {} });
  assert.deepEqual(kept(data), []);
  const next = await send(server, cookie, 'b.txt', 'Hai.');
  assert.equal((await settled(server, cookie, next.json.id)).state, 'done');
});

test('an account that sent many does not keep another waiting', async (context) => {
  const { server, cookie } = await started(context, '--threads', '1');
  const mine = [];
  for (let i = 0; i < 5; ++i) mine.push((await send(server, cookie, `${i}.pdf`, scan(2))).json.id);
  const inspector = await cookieOf(server, 'inspector');
  const theirs = (await send(server, inspector, 'gấp.txt', 'Một.')).json.id;
  assert.equal((await settled(server, inspector, theirs)).state, 'done');
  const { json } = await server.ask('GET', '/api/v1/documents', { cookie });
  assert.ok(json.filter(state('waiting')).length >= 3, 'the others still wait');
  for (const id of mine) await server.ask('DELETE', `/api/v1/documents/${id}`, { cookie });
});

test('an account may follow so many documents, and again once it closes some', async (context) => {
  const { server, cookie } = await started(context);
  const { json } = await send(server, cookie, 'scan.pdf', scan(80));
  await until(server, cookie, json.id, state('extracting'));
  const streams = Array.from({ length: 8 }, () => follow(server, cookie, json.id));
  await Promise.all(streams.map((one) => one.opened));
  const refused = await server.ask('GET', `/api/v1/documents/${json.id}/events`, { cookie });
  assert.equal(refused.json.code, 'http.too_many_streams');
  streams.pop().close();
  let again;
  for (let i = 0; i < 50 && again !== 200; ++i) {
    const stream = follow(server, cookie, json.id);
    await stream.opened;
    again = stream.status();
    stream.close();
    await pause(20);
  }
  assert.equal(again, 200);
  await server.ask('DELETE', `/api/v1/documents/${json.id}`, { cookie });
});
