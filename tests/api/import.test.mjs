// `liem import` and `liem demo` on folders as people leave them.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync, cpSync, mkdirSync, readFileSync, renameSync, statSync, symlinkSync, writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { demoData, onPostgres, program, root, run, serve, temporaryFolder } from './liem.mjs';

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

test('data is made for its owner alone, also while it is served', async (context) => {
  const data = demoData();
  const server = await serve(data);
  context.after(() => server.stop());
  assert.equal(rights(data), '700');
  for (const file of onPostgres ? ['documents'] : ['liem.db', 'liem.db-wal', 'liem.db-shm']) {
    assert.equal(rights(path.join(data, file)), onPostgres ? '700' : '600', file);
  }
});

test('data that others may open is told in one line and taken in all the same', () => {
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

test('links and other entries that are no plain file are refused by name, all of them', () => {
  const folder = roundFolder();
  const handedIn = path.join(folder, 'submissions/so-y-te');
  renameSync(handedIn, path.join(folder, '../elsewhere'));
  symlinkSync('../../elsewhere', handedIn);
  const report = path.join(folder, 'submissions/so-noi-vu/report.txt');
  renameSync(report, path.join(folder, '../report.txt'));
  symlinkSync('../../../report.txt', report);
  const pipe = path.join(folder, 'submissions/so-xay-dung/evidence.yaml');
  renameSync(pipe, path.join(folder, '../evidence.yaml'));
  assert.equal(spawnSync('mkfifo', [pipe]).status, 0);
  const told = refusal(folder);
  for (const entry of [handedIn, report, pipe]) {
    assert.ok(told.includes(`${entry}: is neither a plain file nor a folder`), entry);
  }
  assert.equal(lines(told).length, 3);
});

test('a folder that cannot be seen to its end is refused, not taken in by halves', () => {
  const folder = roundFolder();
  // Each level of folders keeps a file open; beyond the limit the next cannot be listed.
  const deep = path.join(folder, 'submissions', ...Array(40).fill('more'));
  mkdirSync(deep, { recursive: true });
  writeFileSync(path.join(deep, 'report.txt'), 'Báo cáo.');
  const data = path.join(temporaryFolder(), 'data');
  const refused = spawnSync('sh', ['-c', 'ulimit -n 24; exec "$@"', 'sh', program, '--locale', 'en',
    'import', '--data', data, folder], { encoding: 'utf8' });
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /not everything in the folder could be seen \(Too many open files\)/);
});

test('what was taken in is summed up in the language asked for, in words out of the data', () => {
  const share = path.join(temporaryFolder(), 'share');
  cpSync(path.join(root, 'data'), share, { recursive: true });
  const words = path.join(share, 'locales/messages/import.yaml');
  const summary = (locale) => {
    const data = path.join(temporaryFolder(), 'data');
    const made = spawnSync(program, ['--share', share, '--locale', locale, 'demo', '--data', data],
      { encoding: 'utf8' });
    assert.equal(made.status, 0, made.stderr);
    return made.stdout.replace(data, 'DATA');
  };
  const counts = '\\d+ units, \\d+ of them handed in, \\d+ accounts';
  assert.match(summary('vi'), /^DATA: đã nhập đợt \S+ \(\d+ đơn vị, \d+ đơn vị đã nộp, \d+ tài khoản\)\n$/);
  assert.match(summary('en'), new RegExp(`^DATA: imported the round \\S+ \\(${counts}\\)\n$`));
  writeFileSync(words, readFileSync(words, 'utf8').replace('imported the round', 'took in'));
  assert.match(summary('en'), new RegExp(`^DATA: took in \\S+ \\(${counts}\\)\n$`));
});
