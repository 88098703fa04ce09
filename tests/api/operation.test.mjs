// What whoever runs the server sees of it: settings, encryption, readiness, counts, its log.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import https from 'node:https';
import path from 'node:path';
import tls from 'node:tls';
import { cookieOf, demoData, located, program, run, serve, temporaryFolder, withRole } from './liem.mjs';

let data;
before(() => { data = demoData(); });

function file(name, text) {
  const made = path.join(temporaryFolder(), name);
  writeFileSync(made, text);
  return made;
}

test('an unknown setting is refused with its line and the settings there are', () => {
  const settings = file('liem.yaml', 'server:\n  treads: 2\n');
  const refused = run('serve', '--settings', settings, '--data', data);
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /liem\.yaml:2: there is no setting “server\.treads”; known settings: .*server\.threads/);
});

test('a server without a data folder says where one can be given', () => {
  const refused = run('serve');
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /“data” is not set.*LIEM_DATA.*--data/);
});

test('the settings command says what holds and from where', () => {
  const settings = file('liem.yaml', 'server: {threads: 3, listen: "127.0.0.1:1"}\n');
  const printed = spawnSync(program, ['settings', '--settings', settings, '--format', 'json'],
    { encoding: 'utf8', env: { ...process.env, LIEM_SERVER_THREADS: '5' } });
  const held = Object.fromEntries(JSON.parse(printed.stdout).map((one) => [one.key, one]));
  assert.deepEqual([held['server.threads'].value, held['server.threads'].place], ['5', 'LIEM_SERVER_THREADS']);
  assert.deepEqual([held['server.listen'].value, held['server.listen'].place], ['127.0.0.1:1', `${settings}:1`]);
  assert.equal(held['log.form'].origin, 'built_in');
});

test('counts are shown to the networks that are named and to nobody else', async () => {
  const closed = await serve(data);
  assert.equal((await closed.ask('GET', '/metrics')).status, 404);
  await closed.stop();
  const settings = file('liem.yaml', 'metrics: {networks: [127.0.0.0/8]}\n');
  const open = await serve(data, '--settings', settings);
  await cookieOf(open, 'inspector');
  await open.ask('GET', '/readyz');
  const { text } = await open.ask('GET', '/metrics');
  assert.match(text, /liem_http_requests_total\{method="POST",route="\/api\/v1\/session",status="2xx"\} 1/);
  assert.match(text, /liem_http_requests_total\{method="GET",route="\/readyz",status="2xx"\} 1/);
  await open.stop();
});

test('the log of requests is JSON a line and names no person and no unit', async () => {
  const settings = file('liem.yaml', 'log: {form: json, requests: "yes"}\n');
  const child = spawn(program, located(['serve', '--settings', settings, '--data', data, '--listen', '127.0.0.1:0']));
  let log = '';
  child.stderr.on('data', (bytes) => { log += bytes; });
  const address = await new Promise((resolve) => {
    child.stdout.on('data', (bytes) => resolve(/http:\S+/.exec(String(bytes))[0]));
  });
  const inspector = withRole('inspector');
  await fetch(`${address}/api/v1/session`, {
    method: 'POST', headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: inspector.account, password: inspector.password }),
  });
  await fetch(`${address}/api/v1/rounds/secret-round/units`);
  child.kill();
  await new Promise((resolve) => { child.once('exit', resolve); });
  const lines = log.trim().split('\n').map((line) => JSON.parse(line));
  assert.deepEqual(lines.map((line) => [line.route, line.status]),
    [['/api/v1/session', 200], ['/api/v1/rounds/{round}/units', 401]]);
  for (const word of [inspector.account, inspector.password, 'secret-round']) assert.ok(!log.includes(word));
});

test('a connection ends in time when the server is stopped', async () => {
  const server = await serve(data);
  await server.ask('GET', '/healthz');  // leaves an idle connection behind
  const began = Date.now();
  assert.equal(await server.stop(), 0);
  assert.ok(Date.now() - began < 10_000);
});

function certificate() {
  const folder = temporaryFolder();
  const [crt, key] = [path.join(folder, 'c.pem'), path.join(folder, 'k.pem')];
  const made = spawnSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key,
    '-out', crt, '-days', '2', '-subj', '/CN=localhost'], { encoding: 'utf8' });
  assert.equal(made.status, 0, made.stderr);
  return { crt, key };
}

function asked(url) {
  return new Promise((resolve, reject) => {
    https.get(url, { rejectUnauthorized: false }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer));
    }).on('error', reject);
  });
}

test('connections are encrypted with TLS 1.2 or later, and browsers are told to stay with it', async () => {
  const { crt, key } = certificate();
  const settings = file('liem.yaml', `server: {certificate: "${crt}", key: "${key}"}\n`);
  const child = spawn(program, located(['serve', '--settings', settings, '--data', data, '--listen', '127.0.0.1:0']));
  after(() => child.kill());
  const address = new URL(await new Promise((resolve) => {
    child.stdout.on('data', (bytes) => resolve(/https:\S+/.exec(String(bytes))[0]));
  }));
  const answer = await asked(`${address.origin}/readyz`);
  assert.equal(answer.statusCode, 200);
  assert.match(answer.headers['strict-transport-security'], /^max-age=\d+/);
  const old = await new Promise((resolve) => {
    const socket = tls.connect({
      host: address.hostname, port: address.port, rejectUnauthorized: false,
      minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0',
    }, () => resolve('connected'));
    socket.on('error', () => resolve('refused'));
  });
  assert.equal(old, 'refused');
});

test('a key of another certificate is refused before anything is served', () => {
  const [one, other] = [certificate(), certificate()];
  const settings = file('liem.yaml', `server: {certificate: "${one.crt}", key: "${other.key}"}\n`);
  const refused = run('serve', '--settings', settings, '--data', data, '--listen', '127.0.0.1:0');
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /does not belong to the certificate|cannot be used/);
});

test('a proxy is believed only where it is trusted', async () => {
  const settings = file('liem.yaml',
    'server: {trusted_proxies: [127.0.0.1]}\nmetrics: {networks: [203.0.113.9]}\n');
  const headers = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https' };
  const trusting = await serve(data, '--settings', settings);
  const answer = await trusting.ask('GET', '/metrics', { headers });
  assert.equal(answer.status, 200);
  assert.match(answer.headers['strict-transport-security'], /max-age/);
  await trusting.stop();
  const open = file('liem.yaml', 'metrics: {networks: [203.0.113.9]}\n');
  const wary = await serve(data, '--settings', open);
  const refused = await wary.ask('GET', '/metrics', { headers });
  assert.equal(refused.status, 404);
  assert.equal(refused.headers['strict-transport-security'], undefined);
  await wary.stop();
});
