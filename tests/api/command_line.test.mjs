// `liem read` and `liem score` as a user or a script calls them.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, writeFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { checkSchema } from './contract.mjs';

const liem = process.env.LIEM;
assert.ok(liem, 'LIEM names the program to test');
const demo = fileURLToPath(new URL('../../data/demo/submissions/', import.meta.url));
const report = (unit) => path.join(demo, unit, 'report.txt');

function run(...args) {
  const done = spawnSync(liem, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

function folder(context) {
  const made = mkdtempSync(path.join(tmpdir(), 'liem-cli-'));
  context.after(() => rmSync(made, { recursive: true }));
  return made;
}

test('one file gives one object that keeps the contract', () => {
  const answer = run('read', '--format', 'json', report('so-xay-dung'));
  assert.equal(answer.code, 0);
  checkSchema('Reading', JSON.parse(answer.out));
});

test('every byte range of the sample reports holds what the reading says', () => {
  for (const unit of ['so-noi-vu', 'so-xay-dung', 'so-y-te']) {
    const source = readFileSync(report(unit));
    const reading = JSON.parse(run('read', '--format', 'json', report(unit)).out);
    assert.ok(reading.citations.length > 10);
    for (const part of [...reading.citations, ...reading.none]) {
      assert.equal(source.subarray(...part.bytes).toString('utf8'), part.text);
    }
    for (const list of ['figures', 'claims', 'findings']) {
      for (const { bytes: [from, to] } of reading[list]) {
        assert.ok(from < to && to <= source.length);
        assert.doesNotMatch(source.subarray(from, to).toString('utf8'), /\uFFFD/);
      }
    }
  }
});

test('several files give an array, in the order they were named', () => {
  const files = [report('so-y-te'), report('so-noi-vu')];
  const answer = run('read', '--format', 'json', ...files);
  assert.deepEqual(JSON.parse(answer.out).map((reading) => reading.file), files);
});

test('a text longer than any report is read window by window in little memory', (context) => {
  const file = path.join(folder(context), 'long.txt');
  const prose = 'Đơn vị tiếp tục tuyên truyền, phổ biến pháp luật đến cán bộ, công chức.\n\n'.repeat(6000);
  const cited = (n) => `Thực hiện Kế hoạch số ${n}/KH-UBND ngày 05/01/2024 của UBND tỉnh.\n\n`;
  writeFileSync(file, Array.from({ length: 70 }, (_, n) => prose + cited(n + 1)).join(''));
  const source = readFileSync(file);
  assert.ok(source.length > 32 << 20);
  const kilobytes = 200_000;
  const answer = spawnSync('bash', ['-c', `ulimit -v ${kilobytes}; exec "$0" read --format json "$1"`, liem, file],
    { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(answer.status, 0, answer.stderr);
  const windows = JSON.parse(answer.stdout);
  assert.ok(windows.length > 10);
  const citations = windows.flatMap(({ offset, citations }) => citations.map((one) => ({ offset, one })));
  assert.deepEqual(citations.map(({ one }) => one.number), Array.from({ length: 70 }, (_, n) => `${n + 1}/KH-UBND`));
  for (const { offset, one } of citations) {
    assert.equal(source.subarray(offset + one.bytes[0], offset + one.bytes[1]).toString('utf8'), one.text);
  }
});

test('a bad file is one line on stderr with its name; the others are still read', (context) => {
  const made = folder(context);
  const bad = {
    'empty.txt': '',
    'binary.txt': Buffer.from([75, 0, 1, 2]),
    'latin1.txt': Buffer.from([75, 0xff, 32]),
    'one-line.txt': Buffer.alloc(17 << 20, 'x'),
  };
  for (const [name, bytes] of Object.entries(bad)) writeFileSync(path.join(made, name), bytes);
  const names = [...Object.keys(bad), 'missing.txt'];
  for (const locale of ['vi', 'en']) {
    const answer = run('--locale', locale, 'read', '--format', 'json',
      ...names.map((name) => path.join(made, name)), report('so-noi-vu'));
    assert.equal(answer.code, 1);
    assert.equal(JSON.parse(answer.out).length, 1);
    const lines = answer.err.trimEnd().split('\n');
    assert.equal(lines.length, names.length);
    names.forEach((name, i) => {
      assert.match(lines[i], new RegExp(name));
      assert.doesNotMatch(lines[i], /\{\w+\}|text\.|app\./, 'words, not a code');
    });
  }
});

test('text for a person shows each finding with its sentence and reason', () => {
  const answer = run('--locale', 'en', 'read', report('so-xay-dung'));
  assert.equal(answer.code, 0);
  assert.match(answer.out, /Findings \(\d+\)/);
  assert.match(answer.out, /»[^«]+«[^\n]*\n\s+\^ error: /);
  assert.doesNotMatch(answer.out, /\u001b/, 'no colour where no terminal reads');
});

test('a broken indicator set is refused with file and line, every problem at once', (context) => {
  const made = folder(context);
  const set = readFileSync(new URL('../../data/indicator-sets/pctn-2024.yaml', import.meta.url), 'utf8');
  const broken = path.join(made, 'set.yaml');
  const twice = set.replace(/code: A\.1\.2\b/, 'code: A.1.1');
  assert.notEqual(twice, set);
  writeFileSync(broken, twice);
  const answer = run('--locale', 'en', 'score', '--set', broken, '--inputs',
    path.join(demo, 'so-noi-vu', 'answers.yaml'));
  assert.equal(answer.code, 1);
  assert.match(answer.err, /set\.yaml:\d+: .*A\.1\.1/);
});

test('a broken inputs file is refused with file and line', (context) => {
  const made = folder(context);
  const inputs = path.join(made, 'answers.yaml');
  writeFileSync(inputs, 'set: pctn-2024\ninputs:\n  no.such.item: 3\n  declarations.obliged: many\n');
  const answer = run('--locale', 'en', 'score', '--inputs', inputs);
  assert.equal(answer.code, 1);
  assert.match(answer.err, /answers\.yaml:3: /);
  assert.match(answer.err, /answers\.yaml:4: /);
});

test('a score in JSON keeps the contract and adds up', () => {
  const answer = run('score', '--format', 'json', '--set', 'pctn-2024', '--inputs',
    path.join(demo, 'so-xay-dung', 'answers.yaml'));
  assert.equal(answer.code, 0);
  const score = JSON.parse(answer.out);
  for (const criterion of score.criteria) checkSchema('Criterion', criterion);
  for (const explanation of score.explanations) checkSchema('Explanation', explanation);
  for (const explanation of score.explanations) {
    if (explanation.state !== 'scored') continue;
    const last = explanation.steps.at(-1).en;
    assert.ok(last.includes(explanation.points.reached), `${explanation.code}: ${last}`);
  }
});

test('evidence of any kind is held against what the report cites', () => {
  const folder = path.join(demo, 'so-xay-dung');
  const answer = run('evidence', '--format', 'json', report('so-xay-dung'), path.join(folder, 'evidence'));
  assert.equal(answer.code, 0, answer.err);
  const { documents } = JSON.parse(answer.out);
  const matched = Object.fromEntries(documents.filter((one) => one.match === 'matched')
    .map((one) => [one.item.name, one.number]));
  assert.deepEqual(matched, {
    'bien-ban-05.txt': '05/BB-SXD', 'ke-hoach-15.pdf': '15/KH-SXD', 'quyet-dinh-264.docx': '264/QĐ-SXD',
  });
});

test('reading writes nothing beside its input', (context) => {
  const made = folder(context);
  const inside = path.join(made, 'cwd');
  mkdirSync(inside);
  spawnSync(liem, ['read', report('so-noi-vu')], { cwd: inside });
  assert.deepEqual(spawnSync('ls', ['-A', inside], { encoding: 'utf8' }).stdout, '');
});

test('a device or a pipe nobody writes to is refused, and does not hang or fill the memory', (context) => {
  const pipe = path.join(folder(context), 'pipe');
  spawnSync('mkfifo', [pipe]);
  const answer = spawnSync(liem, ['read', '--format', 'json', '/dev/zero', pipe, report('so-noi-vu')],
    { encoding: 'utf8', timeout: 20_000, maxBuffer: 1 << 28 });
  assert.equal(answer.status, 1);
  assert.equal(answer.stderr.trimEnd().split('\n').length, 2);
  assert.equal(JSON.parse(answer.stdout).length, 1);
});

test('a result that could not be written is not reported as success', () => {
  for (const args of [`read ${report('so-noi-vu')}`,
    `score --inputs ${path.join(demo, 'so-noi-vu', 'answers.yaml')}`]) {
    const answer = spawnSync('sh', ['-c', `"${liem}" ${args} > /dev/full`], { encoding: 'utf8' });
    assert.equal(answer.status, 1, args);
    assert.match(answer.stderr, /liem: không ghi được/);
  }
});

test('control characters of a hostile text do not reach the terminal', (context) => {
  const file = path.join(folder(context), 'hostile.txt');
  writeFileSync(file, 'Sở \u001b]0;pwn\u0007\u001b[31m\u202e có 6/19 trường hợp (đạt 33%).\n');
  const answer = run('read', file);
  assert.equal(answer.code, 0);
  assert.doesNotMatch(answer.out, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/u);
});
