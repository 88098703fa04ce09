// `liem read` on folders and on files that are not plain text.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

const liem = process.env.LIEM;
assert.ok(liem, 'LIEM names the program to test');
const samples = fileURLToPath(new URL('../golden/extraction/', import.meta.url));

function run(...args) {
  const done = spawnSync(liem, ['--locale', 'en', 'read', ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

// b.txt, a/report.docx and one hidden file.
function folder(context) {
  const made = mkdtempSync(path.join(tmpdir(), 'liem-read-'));
  context.after(() => rmSync(made, { recursive: true }));
  const files = path.join(made, 'files');
  mkdirSync(path.join(files, 'a'), { recursive: true });
  copyFileSync(path.join(samples, 'report.docx'), path.join(files, 'a', 'report.docx'));
  writeFileSync(path.join(files, 'b.txt'), 'Kế hoạch số 18/KH-SMT ngày 15/3/2024.');
  writeFileSync(path.join(files, '.hidden'), 'x');
  return { made, files, results: path.join(made, 'results.jsonl') };
}

const lines = (file) => readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));

test('the same report in every format gives the same citations', () => {
  const numbers = (name) => {
    const answer = run('--format', 'json', path.join(samples, name));
    assert.equal(answer.code, 0, answer.err);
    return JSON.parse(answer.out).citations.map((one) => `${one.number} ${one.date}`);
  };
  const expected = ['118/BC-SMT null', '41/KH-UBND 2024-01-17', '205/TTT-NV4 2024-10-11',
    '73/QĐ-SMT 2024-02-26', '06/CT-UBND 2024-05-09', '88/KL-SMT 2024-08-30'];
  for (const name of ['report.html', 'report.docx', 'report.odt', 'report.pdf']) {
    assert.deepEqual(numbers(name), expected, name);
  }
});

test('byte ranges are of the text that comes along', () => {
  const reading = JSON.parse(run('--format', 'json', path.join(samples, 'report.docx')).out);
  assert.equal(reading.extraction.format, 'docx');
  const text = Buffer.from(reading.extraction.text);
  for (const { bytes, text: words } of reading.citations) {
    assert.equal(text.subarray(...bytes).toString(), words);
  }
});

test('a PDF says whether it is signed, by whom, and that a home-made certificate proves nothing', () => {
  const signed = run(path.join(samples, 'signed.pdf')).out;
  assert.match(signed, /Digital signatures \(1\)\n {2}valid: Nguyen Van Mau/);
  assert.match(signed, /issuer of the certificate unknown/);
  assert.match(run(path.join(samples, 'report.pdf')).out, /the file is not signed/);
  assert.doesNotMatch(run(path.join(samples, 'report.docx')).out, /signatures/);
});

test('a folder gives an array of its files in order, hidden ones left out', (context) => {
  const { files } = folder(context);
  const answer = run('--format', 'json', '-j', '3', files);
  assert.equal(answer.code, 0, answer.err);
  assert.deepEqual(JSON.parse(answer.out).map((one) => path.relative(files, one.file)), ['a/report.docx', 'b.txt']);
});

test('a results file grows by what is new, changed or failed before', (context) => {
  const { files, results } = folder(context);
  writeFileSync(path.join(files, 'bad.docx'), 'PK\u0003\u0004');
  const first = run('--out', results, files);
  assert.equal(first.code, 1);
  assert.match(first.err, /bad\.docx: is damaged/);
  assert.deepEqual(lines(results).map((one) => [path.basename(one.source.file), one.error?.code ?? 'read']),
    [['report.docx', 'read'], ['b.txt', 'read'], ['bad.docx', 'extraction.broken']]);
  writeFileSync(path.join(files, 'bad.docx'), 'Quyết định số 5/QĐ-SMT');
  appendFileSync(path.join(files, 'b.txt'), ' Hết.');
  assert.equal(run('--out', results, files).code, 0);
  assert.deepEqual(lines(results).slice(3).map((one) => path.basename(one.source.file)), ['b.txt', 'bad.docx']);
  assert.equal(run('--out', results, files).code, 0);
  assert.equal(lines(results).length, 5);
});

test('a line that was cut short is written anew', (context) => {
  const { files, results } = folder(context);
  run('--out', results, files);
  truncateSync(results, readFileSync(results).length - 20);
  assert.equal(run('--out', results, files).code, 0);
  assert.deepEqual(lines(results).map((one) => path.basename(one.source.file)), ['report.docx', 'b.txt']);
});

test('a file that holds no results is left alone', (context) => {
  const { files } = folder(context);
  const mine = path.join(files, 'b.txt');
  const before = readFileSync(mine);
  const answer = run('--out', mine, path.join(files, 'a'));
  assert.equal(answer.code, 1);
  assert.match(answer.err, /b\.txt:1: is not a result/);
  assert.deepEqual(readFileSync(mine), before);
});

test('an empty folder is said', (context) => {
  const { made } = folder(context);
  mkdirSync(path.join(made, 'empty'));
  const answer = run(path.join(made, 'empty'));
  assert.equal(answer.code, 1);
  assert.match(answer.err, /no files/);
});
