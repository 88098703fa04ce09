// Asks the running service the questions of script/bench service and prints what came out; 1 where a
// target was missed. Numbers of two processors that the service shares with whoever asks it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { accounts, program, root } from '../../tests/api/liem.mjs';
import { grow } from './heavy.mjs';
import { allProcessors, pin, processorSeconds, residentMegabytes, start, wrk } from './load.mjs';
import { quantile, steady } from './steady.mjs';

const work = mkdtempSync(path.join(tmpdir(), 'liem-bench-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

const rounds = 5;
const seconds = 2;
const connections = 32;
const unit = 'ubnd-tinh';
const round = '/api/v1/rounds/pctn-2025';
const assessment = `${round}/units/${unit}/assessment`;
const page = '/api/v1/ledger?limit=50&to=2099-12-31';
const freshPage = '/api/v1/ledger?limit=50&to=';
const inspector = accounts.find((one) => one.role === 'inspector');
const questions = new Set(process.argv.slice(2));
const asked = (question) => questions.size === 0 || questions.has(question);

let missed = 0;
function judge(met, words) {
  if (!met) missed += 1;
  console.log(`  ${met ? 'met   ' : 'MISSED'}  ${words}`);
}
const load = () => `load average ${loadavg().map((one) => one.toFixed(2)).join(' ')}`;
const whole = (number) => Math.round(number).toLocaleString('en');

function demoData(name) {
  const folder = path.join(work, name);
  const made = spawnSync(program, ['demo', '--data', folder], { encoding: 'utf8' });
  assert.equal(made.status, 0, made.stderr);
  return folder;
}

const serveLiem = (folder, threads) =>
  start(program, ['serve', '--data', folder, '--listen', '127.0.0.1:0', '--threads', String(threads)],
    { LIEM_SERVER_CONNECTIONS_PER_ADDRESS: '4096' });

// {status, headers, fields (as sent), bytes}
function ask(address, method, target, { cookie, body, agent } = {}) {
  const headers = cookie ? { cookie } : {};
  if (body !== undefined) headers['content-type'] = 'application/json';
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, method, path: target, headers, agent }, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () => resolve({
        status: answer.statusCode, headers: answer.headers, fields: answer.rawHeaders, bytes: Buffer.concat(chunks),
      }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

async function signIn(address, { account, password }) {
  const answer = await ask(address, 'POST', '/api/v1/session', { body: JSON.stringify({ account, password }) });
  assert.equal(answer.status, 200, answer.bytes.toString());
  return answer.headers['set-cookie'][0].split(';')[0];
}

// [{report, finding}] of every unit's report.
async function findings(address, cookie) {
  const units = JSON.parse((await ask(address, 'GET', `${round}/units`, { cookie })).bytes);
  const all = [];
  for (const { report } of units.filter((one) => one.report)) {
    const { reading } = JSON.parse((await ask(address, 'GET', `/api/v1/reports/${report}`, { cookie })).bytes);
    all.push(...reading.findings.map((one) => ({ report, finding: one.id })));
  }
  return all;
}

const acceptance = ({ report, finding }, reason) => ({
  method: 'PUT', target: `/api/v1/reports/${report}/findings/${finding}/acceptance`, body: JSON.stringify({ reason }),
});

// More than a page of the log.
async function fillLog(address, cookie) {
  const all = await findings(address, cookie);
  for (let i = 0; i < 60; ++i) {
    const { method, target, body } = acceptance(all[i % all.length], `Đã đối chiếu lần ${i}.`);
    assert.equal((await ask(address, method, target, { cookie, body })).status, 200);
  }
}

// As bare Beast reads it: the target, then the answer from behind its Date field.
async function remember(address, target, cookie, file) {
  const agent = new http.Agent({ keepAlive: true });
  const { fields, bytes } = await ask(address, 'GET', target, { cookie, agent });
  agent.destroy();
  let head = '';
  for (let i = 0; i < fields.length; i += 2) {
    if (fields[i] !== 'Date') head += `${fields[i]}: ${fields[i + 1]}\r\n`;
  }
  writeFileSync(file, Buffer.concat([Buffer.from(`${target}\n${head}\r\n`), bytes]));
  return file;
}

async function sameAnswer(one, other, target, cookie) {
  const [a, b] = await Promise.all([one, other].map(({ address }) => ask(address, 'GET', target, { cookie })));
  assert.equal(a.status, 200);
  assert.equal(b.status, 200, `${other.address}${target}`);
  const at = a.bytes.findIndex((byte, i) => byte !== b.bytes[i]);
  const around = (bytes) => bytes.subarray(Math.max(0, at - 80), at + 80).toString();
  assert.ok(a.bytes.equals(b.bytes), `${target} differs:\n${around(a.bytes)}\n${around(b.bytes)}`);
  return a.bytes.length;
}

// The best of several short runs of each, in turns, so that a busy minute hits all alike.
async function inTurns(rivals, target, cookie, { script, threads }) {
  const best = new Map();
  for (let i = 0; i < rounds; ++i) {
    for (const [name, server] of rivals) {
      const got = await wrk(server, { target, cookie, script, seconds, connections, processors: threads === 1 ? '1' : allProcessors });
      const known = best.get(name);
      best.set(name, known === undefined ? got
        : { rate: Math.max(known.rate, got.rate), microseconds: Math.min(known.microseconds, got.microseconds) });
    }
  }
  return best;
}

function print(title, best, against) {
  console.log(`  ${title}`);
  for (const [name, { rate, microseconds }] of best) {
    const share = name === against ? '' : `${((rate / best.get(against).rate) * 100).toFixed(0).padStart(6)} % of ${against}`;
    console.log(`    ${name.padEnd(8)}${whole(rate).padStart(9)} answers/s ${microseconds.toFixed(1).padStart(7)} us of processor each${share}`);
  }
}

async function rate() {
  const folder = demoData('rate');
  const database = path.join(folder, 'liem.db');
  const province = 'ubnd-tinh';
  for (const threads of [1, 2]) {
    const liem = await serveLiem(folder, threads);
    const cookie = await signIn(liem.address, inspector);
    if (threads === 1) await fillLog(liem.address, cookie);
    const files = [await remember(liem.address, assessment, cookie, path.join(work, 'assessment')),
      await remember(liem.address, page, cookie, path.join(work, 'page'))];
    const bare = await start(path.join(root, 'build/release/liem_service_bare'), [String(threads), ...files]);
    const fastify = await start(process.execPath, [path.join(root, 'bench/service/fastify.mjs'), String(threads), database, province,
      path.join(root, 'data/locales/messages/act.yaml')]);
    const of = { assessment: await sameAnswer(liem, bare, assessment, cookie), page: await sameAnswer(liem, bare, page, cookie) };
    await sameAnswer(liem, fastify, page, cookie);
    if (threads === 1) for (const { pid } of [liem, bare, fastify]) pin(pid, '0');
    console.log(threads === 1 ? '1 thread, on a processor of its own' : `${threads} threads on ${cpus().length} processors, wrk on the same`);
    const both = [['liem', liem], ['bare', bare]];
    const tree = await inTurns(both, assessment, cookie, { threads });
    print(`assessment of one unit, ${whole(of.assessment)} bytes, asked again and again`, tree, 'bare');
    const again = await inTurns([...both, ['fastify', fastify]], page, cookie, { threads });
    print(`50 rows of the log, ${whole(of.page)} bytes, asked again and again`, again, 'bare');
    const fresh = await inTurns([['liem', liem], ['fastify', fastify]], freshPage, cookie, { threads, script: 'fresh.lua' });
    print('50 rows of the log, each time under an address nobody asked for', fresh, 'fastify');
    const share = (best, name, other) => best.get(name).rate / best.get(other).rate;
    judge(share(tree, 'liem', 'bare') >= 0.5, 'assessment: at least half of bare Beast');
    judge(share(again, 'liem', 'bare') >= 0.5, '50 rows: at least half of bare Beast');
    judge(share(again, 'liem', 'fastify') >= 3, '50 rows: at least three times fastify');
    judge(share(fresh, 'liem', 'fastify') >= 3, '50 rows nobody asked for before: at least three times fastify');
    await Promise.all([liem, bare, fastify].map((one) => one.stop()));
  }
}

async function steadyLoad() {
  const liem = await serveLiem(demoData('steady'), 2);
  const roles = ['inspector', 'auditor', 'committee', 'clerk'];
  const cookies = {};
  for (const role of roles) cookies[role] = await signIn(liem.address, accounts.find((one) => one.role === role));
  const units = JSON.parse((await ask(liem.address, 'GET', `${round}/units`, { cookie: cookies.inspector })).bytes).map((one) => one.id);
  const accepted = await findings(liem.address, cookies.inspector);
  const { unit: own } = accounts.find((one) => one.role === 'clerk');
  const reads = [
    (i) => ({ kind: 'assessment', cookie: cookies.auditor, target: `${round}/units/${units[i % units.length]}/assessment` }),
    () => ({ kind: 'assessment', cookie: cookies.clerk, target: `${round}/units/${own}/assessment` }),
    () => ({ kind: 'units', cookie: cookies.committee, target: `${round}/units` }),
    (i) => ({ kind: 'log', cookie: cookies.auditor, target: `/api/v1/ledger?limit=50&unit=${units[i % units.length]}` }),
  ];
  const write = (i) => ({ kind: 'write', cookie: cookies.inspector, ...acceptance(accepted[i % accepted.length], `Đã đối chiếu lần ${i}.`) });
  const next = (i) => (i % 5 === 4 ? write(i) : reads[i % reads.length](i));
  const perSecond = 300;
  await steady(liem.address, { perSecond, seconds: 2, connections: 64, next }); // warm
  const before = processorSeconds(liem.pid);
  let best;
  for (let i = 0; i < 3; ++i) {
    const taken = await steady(liem.address, { perSecond, seconds: 10, connections: 64, next });
    if (best === undefined || quantile(taken, 0.99) < quantile(best, 0.99)) best = taken;
  }
  const spent = processorSeconds(liem.pid) - before;
  console.log(`${perSecond} requests/s, one in five a write, 64 connections, latency from the intended start (best of 3 times 10 s)`);
  for (const kind of ['assessment', 'units', 'log', 'write', 'all']) {
    const some = kind === 'all' ? best : best.filter((one) => one.kind === kind);
    const [half, most, worst] = [0.5, 0.99, 1].map((share) => quantile(some, share).toFixed(1).padStart(7));
    console.log(`    ${kind.padEnd(12)}${whole(some.length).padStart(6)} requests   median ${half} ms   p99 ${most} ms   worst ${worst} ms`);
  }
  console.log(`    ${((spent / (3 * 10 * perSecond)) * 1e6).toFixed(0)} us of processor each`);
  judge(quantile(best, 0.99) < 20, 'p99 below 20 ms');
  await liem.stop();
}

async function idle() {
  const liem = await serveLiem(demoData('idle'), 2);
  const cookie = await signIn(liem.address, inspector);
  const agent = new http.Agent({ keepAlive: true });
  for (let i = 0; i < 50; ++i) await ask(liem.address, 'GET', assessment, { cookie, agent });
  await pause(300);
  const before = residentMegabytes(liem.pid);
  const { hostname, port } = new URL(liem.address);
  const request = `GET /healthz HTTP/1.1\r\nHost: ${hostname}\r\n\r\n`;
  const sockets = await Promise.all(Array.from({ length: 1000 }, () => new Promise((resolve, reject) => {
    const socket = net.connect(Number(port), hostname, () => socket.write(request));
    socket.once('data', () => resolve(socket));
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('a connection was closed')));
  })));
  await pause(300);
  const after = residentMegabytes(liem.pid);
  const open = sockets.filter((one) => one.readyState === 'open').length;
  console.log(`${open} idle connections, each having asked once: ${before.toFixed(1)} MB before, ${after.toFixed(1)} MB with them`);
  judge(open === 1000 && after - before < 50, '1,000 idle connections cost less than 50 MB');
  for (const socket of sockets) socket.destroy();
  agent.destroy();
  await liem.stop();
}

async function untilReady(address) {
  while ((await ask(address, 'GET', '/readyz')).status !== 200) await pause(2);
}

async function startOn1GB() {
  const folder = demoData('heavy');
  grow(folder, inspector.account, { contents: 8000, entries: 500_000, documents: 20_000 });
  const size = Number(spawnSync('du', ['-sb', folder], { encoding: 'utf8' }).stdout.split('\t')[0]);
  const starts = [];
  let first = 0;
  for (let i = 0; i < 5; ++i) {
    const begin = performance.now();
    const liem = await serveLiem(folder, 2);
    await untilReady(liem.address);
    starts.push(performance.now() - begin);
    const cookie = await signIn(liem.address, inspector);
    const signedIn = performance.now();
    assert.equal((await ask(liem.address, 'GET', assessment, { cookie })).status, 200);
    first = Math.max(first, performance.now() - signedIn);
    await liem.stop();
  }
  starts.sort((a, b) => a - b);
  console.log(`start on ${(size / 1e9).toFixed(2)} GB (8,000 contents, 500,000 rows of the log, 20,000 documents) until /readyz: ` +
    `median ${starts[2].toFixed(0)} ms, worst ${starts[4].toFixed(0)} ms of 5; first assessment then ${first.toFixed(0)} ms at worst`);
  judge(starts[2] < 1000, 'start below 1 s');
  rmSync(folder, { recursive: true });
}

console.log(`service: ${cpus().length} processors (${cpus()[0].model.trim()}), shared by the service, its rivals and whoever asks; ${load()}`);
const all = { rate, steady: steadyLoad, idle, start: startOn1GB };
for (const [name, measure] of Object.entries(all)) if (asked(name)) await measure();
console.log(`at the end: ${load()}; ${missed === 0 ? 'every target met' : `${missed} targets missed`}`);
process.exit(missed === 0 ? 0 : 1);
