// The log as the API shows it and as the terminal checks it, on the real program and its real file.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { cookieOf, demoData, onPostgres, run, serve, signIn, temporaryFolder, withRole } from './liem.mjs';

const data = demoData();
const desk = temporaryFolder();
const key = path.join(desk, 'log.key');
let server;
before(async () => { server = await serve(data); });
after(() => server.stop());

const read = async (role, query = '') =>
  server.ask('GET', `/api/v1/ledger${query}`, { cookie: await cookieOf(server, role) });
const acts = (answer) => answer.json.entries.map(({ act }) => act);

// A copy of the database as it lies, for somebody to tamper with.
function copied() {
  const folder = path.join(temporaryFolder(), 'data');
  mkdirSync(folder, { mode: 0o700 });
  const done = spawnSync('sqlite3', [path.join(data, 'liem.db'), `VACUUM INTO '${path.join(folder, 'liem.db')}'`],
    { encoding: 'utf8' });
  assert.equal(done.status, 0, done.stderr);
  return folder;
}
function tamper(folder, sql) {
  const unlocked = ['ledger_entry_stays', 'ledger_entry_is_kept', 'ledger_entry_is_new',
    'ledger_checkpoint_stays', 'ledger_checkpoint_is_kept'].map((name) => `DROP TRIGGER ${name};`).join('');
  const done = spawnSync('sqlite3', [path.join(folder, 'liem.db'), unlocked + sql], { encoding: 'utf8' });
  assert.equal(done.status, 0, done.stderr);
}
const verify = (folder, ...more) => run('ledger', 'verify', '--data', folder, ...more);

test('taking in a round, accounts, sign-ins and failures stand in the log', async () => {
  await signIn(server, { account: 'somebody secret', password: 'hunter-hunter' });
  await signIn(server, { ...withRole('committee'), password: 'hunter-hunter' });
  const answer = await read('auditor', '?limit=200');
  assert.equal(answer.status, 200);
  const all = acts(answer);
  for (const act of ['round_imported', 'papers_imported', 'account_made', 'signed_in', 'sign_in_failed']) {
    assert.ok(all.includes(act), `${act} is missing`);
  }
  assert.ok(!answer.text.includes('hunter'), 'a password stands in the log');
  assert.ok(!answer.text.includes('somebody secret'), 'what was typed for a name stands in the log');
  for (const { sentence } of answer.json.entries) {
    assert.doesNotMatch(sentence.vi + sentence.en, /\{\w+\}|act\./);
  }
});

test('a page of the log leads to the next without gaps and within its bound', async () => {
  const positions = [];
  for (let cursor = ''; cursor !== null;) {
    const page = await read('auditor', `?limit=7${cursor && `&cursor=${cursor}`}`);
    assert.ok(page.json.entries.length <= 7);
    positions.push(...page.json.entries.map(({ position }) => position));
    cursor = page.json.next;
  }
  assert.deepEqual(positions, Array.from(positions, (_, at) => positions[0] - at));
  assert.equal(positions.at(-1), 1);
  assert.equal((await read('auditor', '?limit=201')).status, 400);
  assert.equal((await read('auditor', '?cursor=x')).status, 400);
  assert.equal((await read('auditor', '?from=2026-02-30')).status, 400);
});

test('the log is read by unit, object, person and day', async () => {
  const clerk = withRole('clerk');
  const of = async (query) => (await read('inspector', `?limit=200&${query}`)).json.entries;
  assert.ok((await of(`unit=${clerk.unit}`)).every(({ unit }) => unit.id === clerk.unit));
  assert.deepEqual((await of(`object=${clerk.account}&from=2000-01-01`)).at(-1).act, 'account_made');
  await cookieOf(server, 'clerk');
  assert.ok((await of(`person=${clerk.account}`)).some(({ act }) => act === 'signed_in'));
  assert.deepEqual(await of('to=2000-01-01'), []);
});

test('a head sees the own unit only, others nothing', async () => {
  const head = withRole('head');
  const own = await read('head');
  assert.equal(own.status, 200);
  assert.ok(own.json.entries.length > 0);
  assert.ok(own.json.entries.every(({ unit }) => unit.id === head.unit));
  assert.equal((await read('head', '?unit=elsewhere')).status, 403);
  for (const role of ['clerk', 'committee', 'reviewer', 'administrator']) {
    assert.equal((await read(role)).status, 403, role);
    const state = await server.ask('GET', '/api/v1/ledger/state', { cookie: await cookieOf(server, role) });
    assert.equal(state.status, 403, role);
  }
});

test('refused access is written once and then counted', async () => {
  const cookie = await cookieOf(server, 'clerk');
  for (let times = 0; times < 50; ++times) {
    assert.equal((await server.ask('GET', '/api/v1/ledger?object=x', { cookie })).status, 403);
  }
  const refused = (await read('auditor', `?limit=200&person=${withRole('clerk').account}`)).json.entries
    .filter(({ act, object }) => act === 'access_refused' && object.id === 'GET /api/v1/ledger');
  assert.equal(refused.length, 1);
});

test('sending, downloading and deleting a document stand in the log without its name or words', async () => {
  const cookie = await cookieOf(server, 'clerk');
  const sent = await server.ask('POST', '/api/v1/documents?name=ten-rieng.txt',
    { cookie, body: 'Báo cáo của ông Nguyễn', headers: { 'content-type': 'application/octet-stream' } });
  assert.equal(sent.status, 202);
  const one = `/api/v1/documents/${sent.json.id}`;
  assert.equal((await server.ask('GET', `${one}/file`, { cookie })).status, 200);
  const foreign = await server.ask('GET', one, { cookie: await cookieOf(server, 'inspector') });
  assert.equal(foreign.status, 404);
  assert.ok(!foreign.text.includes('by_right'));
  assert.equal((await server.ask('DELETE', one, { cookie })).status, 204);
  const answer = await read('auditor', `?object=${sent.json.id}`);
  assert.deepEqual(acts(answer), ['document_removed', 'file_downloaded', 'document_added']);
  assert.deepEqual(answer.json.entries[0].before, { sha256: sent.json.sha256 });
  assert.ok(!answer.text.includes('ten-rieng') && !answer.text.includes('Nguyễn'));
  const refused = await read('auditor', `?object=${encodeURIComponent(`GET ${one}`)}`);
  assert.deepEqual(acts(refused), ['access_refused']);
});

test('the page is told how far the chain holds', async () => {
  const state = await server.ask('GET', '/api/v1/ledger/state', { cookie: await cookieOf(server, 'head') });
  assert.equal(state.status, 200);
  assert.equal(state.json.verified_to, state.json.entries);
  assert.equal(state.json.problem, null);
});

test('a key is made once, for its owner alone, and never used from within the data', () => {
  assert.equal(run('ledger', 'key', 'new', key).status, 0);
  assert.equal(statSync(key).mode & 0o777, 0o600);
  assert.equal(run('ledger', 'key', 'new', key).status, 1);
  const within = path.join(data, 'log.key');
  copyFileSync(key, within);
  assert.match(run('ledger', 'checkpoint', '--data', data, '--signing-key', within).stderr, /within the data/);
  const open = path.join(desk, 'open.key');
  copyFileSync(key, open);
  chmodSync(open, 0o644);
  assert.match(run('ledger', 'checkpoint', '--data', data, '--signing-key', open).stderr, /chmod 600/);
});

test('tampering with the file itself is named, with the code of a check that fails', { skip: onPostgres }, () => {
  assert.equal(run('ledger', 'checkpoint', '--data', data, '--signing-key', key).status, 0);
  const whole = verify(data, '--key', `${key}.pub`);
  assert.equal(whole.status, 0, whole.stderr);
  assert.match(whole.stdout, /The log is whole: \d+ rows, 1 checkpoint/);
  for (const [sql, found] of [
    ["UPDATE ledger_entry SET actor = 'x' WHERE position = 3", /row 3 .*was altered/],
    ['DELETE FROM ledger_entry WHERE position BETWEEN 4 AND 6', /rows 4 to 6 .*removed/],
    ['UPDATE ledger_entry SET position = 100000 WHERE position = 2', /rows 2 to/],
    [`DELETE FROM ledger_entry WHERE position > 10;
      UPDATE ledger_head SET position = 10, hash = (SELECT hash FROM ledger_entry WHERE position = 10)`,
    /ends with row 10 .*from row 11/],
    ["UPDATE ledger_checkpoint SET at = at + 1", /checkpoint .*was altered/],
  ]) {
    const folder = copied();
    tamper(folder, sql);
    const verified = verify(folder, '--key', `${key}.pub`);
    assert.equal(verified.status, 3, sql);
    assert.match(verified.stderr, found);
  }
});

test('an export is verified with the public key alone, and any byte of it counts', () => {
  const file = path.join(desk, 'log.jsonl');
  const made = run('ledger', 'export', '--data', data, '--signing-key', key, file);
  assert.equal(made.status, 0, made.stderr);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  const check = (name) => run('ledger', 'verify', '--export', name, '--key', `${key}.pub`);
  assert.equal(check(file).status, 0, check(file).stderr);
  const bytes = readFileSync(file);
  for (const at of [200, bytes.length / 2 | 0, bytes.length - 40]) {
    const altered = Buffer.from(bytes);
    altered[at] ^= 1;
    const name = path.join(desk, `altered-${at}.jsonl`);
    writeFileSync(name, altered);
    assert.equal(check(name).status, 3, check(name).stdout);
  }
  const lines = bytes.toString().split('\n');
  const shorter = path.join(desk, 'shorter.jsonl');
  writeFileSync(shorter, lines.filter((_, at) => at !== 5).join('\n'));
  assert.match(check(shorter).stderr, /rows 5 to 5 .*removed/);
  assert.equal(run('ledger', 'verify', '--export', file).status, 1);
});

test('a checkpoint typed from paper finds what nothing in the file gives away', { skip: onPostgres }, () => {
  const paper = run('ledger', 'checkpoint', '--data', data, '--signing-key', key, '--paper').stdout;
  assert.match(paper, /DẤU NIÊM NHẬT KÝ/);
  assert.match(paper, /CHECKPOINT OF THE LOG/);
  const typed = path.join(desk, 'paper.txt');
  writeFileSync(typed, paper.toLowerCase());
  assert.equal(verify(data, '--paper', typed).status, 0);
  const folder = copied();
  tamper(folder, `DELETE FROM ledger_checkpoint; DELETE FROM ledger_entry WHERE position > 10;
    UPDATE ledger_head SET position = 10, hash = (SELECT hash FROM ledger_entry WHERE position = 10)`);
  assert.equal(verify(folder).status, 0, 'without the paper nothing gives it away');
  assert.equal(verify(folder, '--paper', typed).status, 3);
  writeFileSync(typed, paper.replace(/ 2: (.)/, (_, c) => ` 2: ${c === '0' ? '1' : '0'}`));
  const slip = verify(data, '--paper', typed);
  assert.equal(slip.status, 1);
  assert.match(slip.stderr, /line 2/);
});
