// Files handed in with the rows of a report's annex.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { png } from './documents.mjs';
import { cookieOf, demoData, root, run, serve, temporaryFolder, withRole } from './liem.mjs';

let server, clerk, inspector;
const own = withRole('clerk').unit;
const handedIn = (unit, name) => readFileSync(path.join(root, 'data/demo/submissions', unit, 'evidence', name));

before(async () => {
  server = await serve(demoData());
  [clerk, inspector] = await Promise.all(['clerk', 'inspector'].map((role) => cookieOf(server, role)));
});
after(() => server.stop());

const get = (target, cookie = inspector) => server.ask('GET', `/api/v1/reports/${target}`, { cookie });

test('each file of an annex comes back byte by byte under its name', async () => {
  let seen = 0;
  for (const unit of ['so-xay-dung', 'so-noi-vu', 'so-y-te']) {
    const { json } = await get(`pctn-2025.${unit}`);
    for (const { index, file } of json.evidence.filter((one) => one.file)) {
      const bytes = handedIn(unit, file.name);
      assert.equal(file.bytes, bytes.length);
      assert.equal(file.sha256, createHash('sha256').update(bytes).digest('hex'));
      const answer = await get(`pctn-2025.${unit}/evidence/${index}/file`);
      assert.deepEqual(answer.bytes, bytes);
      assert.ok(answer.headers['content-disposition'].includes(`"${file.name}"`));
      ++seen;
    }
  }
  assert.equal(seen, 6);
});

test('pages of a PDF are drawn; text, office files and rows without a file have none', async () => {
  const { json } = await get(`pctn-2025.${own}`);
  const row = (ending) => json.evidence.find((one) => one.file?.name.endsWith(ending)).index;
  assert.equal(png(await get(`pctn-2025.${own}/evidence/${row('.pdf')}/pages/2?width=400`)).width, 400);
  for (const ending of ['.txt', '.docx']) {
    assert.equal((await get(`pctn-2025.${own}/evidence/${row(ending)}/pages/1`)).json.code, 'extraction.no_page');
  }
  const bare = json.evidence.find((one) => one.file === null).index;
  for (const position of [bare, 0, -1, 999, 'x', '01']) {
    const answer = await get(`pctn-2025.${own}/evidence/${position}/file`);
    assert.equal(answer.json.code, 'assessment.no_evidence_file', String(position));
  }
});

test('who may not see the report may not see its files', async () => {
  assert.equal((await get(`pctn-2025.${own}/evidence/1/file`, clerk)).status, 200);
  for (const part of ['file', 'pages/1']) {
    assert.equal((await get(`pctn-2025.so-noi-vu/evidence/1/${part}`, clerk)).status, 403);
  }
});

test('the rows of a criterion name their files too', async () => {
  const { json } = await server.ask('GET', `/api/v1/rounds/pctn-2025/units/${own}/criteria/A.1.1`, { cookie: inspector });
  assert.equal(json.evidence[0].file.name, 'ke-hoach-15.pdf');
});

test('a file that is missing, outside or named by no row is refused by place', () => {
  const folder = path.join(temporaryFolder(), 'round');
  cpSync(path.join(root, 'data/demo'), folder, { recursive: true });
  const unit = path.join(folder, 'submissions/so-xay-dung');
  renameSync(path.join(unit, 'evidence/ke-hoach-15.pdf'), path.join(unit, 'evidence/khac.pdf'));
  const rows = path.join(unit, 'evidence.yaml');
  writeFileSync(rows, readFileSync(rows, 'utf8').replace('evidence/bien-ban-05.txt', '../so-noi-vu/evidence/bien-ban-03.txt'));
  const refused = run('import', '--data', path.join(temporaryFolder(), 'data'), folder);
  assert.equal(refused.status, 1);
  const told = refused.stderr.trim().split('\n');
  assert.match(refused.stderr, /so-xay-dung\/evidence\.yaml:\d+: there is no file “evidence\/ke-hoach-15\.pdf”/);
  assert.match(refused.stderr, /there is no file “\.\.\/so-noi-vu\/evidence\/bien-ban-03\.txt”/);
  assert.match(refused.stderr, /so-xay-dung\/evidence\/khac\.pdf: no row of evidence\.yaml names this file/);
  assert.match(refused.stderr, /so-xay-dung\/evidence\/bien-ban-05\.txt: no row/);
  assert.equal(told.length, 4);
});
