// `liem import` and `liem demo` on folders as people leave them.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, renameSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { demoData, program, root, run, serve, temporaryFolder } from './liem.mjs';

const lines = (text) => text.split('\n').filter(Boolean);
const rights = (file) => (statSync(file).mode & 0o777).toString(8);

function roundFolder() {
  const folder = path.join(temporaryFolder(), 'round');
  cpSync(path.join(root, 'data/demo'), folder, { recursive: true });
  return folder;
}

function refusal(folder) {
  const data = path.join(temporaryFolder(), 'data');
  const answer = run('import', '--data', data, folder);
  assert.equal(answer.status, 1);
  assert.match(run('serve', '--data', data).stderr, /holds no data yet/);
  return answer.stderr;
}

test('data is made for its owner alone, also while it is served', async () => {
  const data = demoData();
  const server = await serve(data);
  assert.equal(rights(data), '700');
  for (const file of ['liem.db', 'liem.db-wal', 'liem.db-shm']) {
    assert.equal(rights(path.join(data, file)), '600', file);
  }
  await server.stop();
});

test('data that others may open is told in one line and still served', () => {
  const folder = path.join(temporaryFolder(), 'data');
  mkdirSync(folder);
  chmodSync(folder, 0o755);
  const made = run('demo', '--data', folder);
  assert.equal(made.status, 0);
  const warnings = lines(made.stderr).filter((line) => /warning/.test(line));
  assert.equal(warnings.length, 1);
  assert.match(warnings[0], new RegExp(`other accounts of this machine may open ${folder};`));
  assert.equal(rights(folder), '755');
});
