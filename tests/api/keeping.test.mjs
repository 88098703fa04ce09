// What keeps the data whole, from the terminal.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { send, settled } from './documents.mjs';
import { cookieOf, demoData, run, serve, temporaryFolder } from './liem.mjs';

test('fsck says that all is well, or names each fault with its mend and fails', async () => {
  const data = demoData();
  const server = await serve(data);
  const cookie = await cookieOf(server, 'clerk');
  const { json } = await send(server, cookie, 'bao-cao.txt', 'Báo cáo số 1.');
  await settled(server, cookie, json.id);
  const clean = run('fsck', '--data', data);
  assert.equal(clean.status, 0, clean.stdout + clean.stderr);
  assert.match(clean.stdout, /^no fault: \d+ contents, 1 document and \d+ files? checked\n$/);
  const file = path.join(data, 'documents', 'ubnd-tinh', json.id);
  writeFileSync(file, 'another');
  const found = run('fsck', '--data', data, '--format', 'json');
  assert.equal(found.status, 1);
  const report = JSON.parse(found.stdout);
  assert.deepEqual(report.faults.map((fault) => [fault.code, fault.place.file]),
    [['storage.fault_file_size', file]]);
  assert.match(report.faults[0].message.en, /has 7 bytes in place of \d+; take it from a backup/);
  assert.match(report.faults[0].message.vi, /lấy lại từ bản sao lưu/);
  await server.stop();
});

test('fsck of no data says how to get some', () => {
  const refused = run('fsck', '--data', '/nonexistent/liem');
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /liem: /);
});

test('a backup made while the server runs is restored elsewhere with all that was read', async (context) => {
  const data = demoData();
  const server = await serve(data);
  context.after(() => server.stop('SIGKILL'));
  const cookie = await cookieOf(server, 'clerk');
  const { json } = await send(server, cookie, 'bao-cao.txt', 'Báo cáo số 1.');
  await settled(server, cookie, json.id);
  const get = async (from, target) => (await from.ask('GET', target, { cookie })).json;
  const targets = ['/api/v1/rounds', '/api/v1/documents', `/api/v1/documents/${json.id}/report`];
  const before = [];
  for (const target of targets) before.push(await get(server, target));

  const folder = temporaryFolder();
  const file = path.join(folder, 'copy.tar.zst');
  const made = run('backup', '--data', data, '--to', file);
  assert.equal(made.status, 0, made.stderr);
  assert.match(made.stdout, /backup of .*Z, \d+ rows and 1 file/);
  assert.equal(run('backup', 'verify', file).status, 0);
  await server.stop();

  const copy = path.join(folder, 'copy');
  const restored = run('restore', file, '--data', copy);
  assert.equal(restored.status, 0, restored.stdout + restored.stderr);
  assert.match(restored.stdout, /the log is whole, every row has its file and every file its row/);
  const log = run('ledger', 'verify', '--data', copy);
  assert.equal(log.status, 0, log.stderr);
  assert.equal(run('fsck', '--data', copy).status, 0);
  const other = await serve(copy);
  context.after(() => other.stop('SIGKILL'));
  for (const [i, target] of targets.entries()) assert.deepEqual(await get(other, target), before[i], target);
  await cookieOf(other, 'inspector'); // and it may be written to

  const again = run('restore', file, '--data', copy);
  assert.equal(again.status, 1);
  assert.match(again.stderr, /holds something; a backup is restored into an empty place only/);
});

test('a backup that was cut or altered is refused with the entry that is wrong', () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'copy.tar.zst');
  assert.equal(run('backup', '--data', demoData(), '--to', file).status, 0);
  const whole = readFileSync(file);
  const bad = path.join(folder, 'bad.tar.zst');
  writeFileSync(bad, whole.subarray(0, whole.length - 200));
  const cut = run('backup', 'verify', bad);
  assert.equal(cut.status, 1);
  assert.match(cut.stderr, /bad\.tar\.zst: the backup (was cut off behind|is damaged at) the entry (rows\/|SHA256SUMS)/);
  const altered = Buffer.from(whole);
  altered[Math.floor(whole.length / 2)] ^= 1;
  writeFileSync(bad, altered);
  const copy = path.join(folder, 'copy');
  const refused = run('restore', bad, '--data', copy);
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /the entry rows\//);
  assert.ok(!existsSync(copy) || readdirSync(copy).length === 0);
});

test('a backup is refused in the data folder and over a file', () => {
  const data = demoData();
  const within = run('backup', '--data', data, '--to', path.join(data, 'copy.tar.zst'));
  assert.equal(within.status, 1);
  assert.match(within.stderr, /lies in the data folder .* keep the backup on another disk/);
  const file = path.join(temporaryFolder(), 'mine');
  writeFileSync(file, 'mine');
  const over = run('backup', '--data', data, '--to', file);
  assert.equal(over.status, 1);
  assert.match(over.stderr, /writes over nothing/);
  assert.equal(readFileSync(file, 'utf8'), 'mine');
});
