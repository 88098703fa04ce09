// What keeps the data whole, from the terminal.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { send, settled } from './documents.mjs';
import { cookieOf, demoData, run, serve } from './liem.mjs';

test('fsck says that all is well, or names each fault with its mend and fails', async () => {
  const data = demoData();
  const server = await serve(data);
  const cookie = await cookieOf(server, 'clerk');
  const { json } = await send(server, cookie, 'bao-cao.txt', 'Báo cáo số 1.');
  await settled(server, cookie, json.id);
  const clean = run('fsck', '--data', data);
  assert.equal(clean.status, 0, clean.stdout + clean.stderr);
  assert.match(clean.stdout, /^no fault: \d+ contents, 1 documents and \d+ files checked\n$/);
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
