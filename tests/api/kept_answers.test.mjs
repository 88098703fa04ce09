// Answers given again: only while they are what would be answered now, and only to whoever may see them.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cookieOf, demoData, root, run, serve, signIn, temporaryFolder, withRole } from './liem.mjs';

let data, one, other, inspector, auditor, clerk;
const round = '/api/v1/rounds/pctn-2025';
const foreign = `${round}/units/so-y-te/assessment`;
const get = (server, cookie, target, headers = {}) => server.ask('GET', target, { cookie, headers });

before(async () => {
  data = demoData();
  [one, other] = [await serve(data), await serve(data)];
  [inspector, auditor, clerk] = await Promise.all(['inspector', 'auditor', 'clerk'].map((role) => cookieOf(one, role)));
});
after(() => Promise.all([one.stop(), other.stop()]));

test('an answer asked for again is the same, and none at all for who has it already', async () => {
  for (const target of [foreign, `${round}/units`, `${round}/units/so-y-te/criteria/total`, '/api/v1/ledger']) {
    const first = await get(one, inspector, target);
    const again = await get(one, inspector, target);
    assert.equal(again.text, first.text);
    assert.equal(again.headers.etag, first.headers.etag);
    assert.match(first.headers.etag, /^"[0-9a-f]{32}"$/);
    const unchanged = await get(one, inspector, target, { 'if-none-match': first.headers.etag });
    assert.equal(unchanged.status, 304);
    assert.equal(unchanged.text, '');
    assert.equal((await get(one, inspector, target, { 'if-none-match': '"other"' })).text, first.text);
  }
});

test('what one may see is not given to another, who asks for the same address', async () => {
  assert.equal((await get(one, inspector, foreign)).status, 200);
  assert.equal((await get(one, clerk, foreign)).status, 403);
  assert.equal((await get(one, undefined, foreign)).status, 401);
  const all = (await get(one, inspector, `${round}/units`)).json;
  const own = (await get(one, clerk, `${round}/units`)).json;
  assert.deepEqual(own.map(({ id }) => id), [withRole('clerk').unit]);
  assert.deepEqual((await get(one, inspector, `${round}/units`)).json, all);
  assert.equal((await get(one, inspector, '/api/v1/ledger')).status, 200);
  assert.equal((await get(one, clerk, '/api/v1/ledger')).status, 403);
});

test('a page of the log shows at once what was written at another server', async () => {
  const before_ = (await get(one, auditor, '/api/v1/ledger')).json.entries[0].position;
  await signIn(other, withRole('reviewer'));
  const [newest] = (await get(one, auditor, '/api/v1/ledger')).json.entries;
  assert.equal(newest.position, before_ + 1);
  assert.equal(newest.actor.account, withRole('reviewer').account);
});

test('who signed out at one server is let in at none, however often the answer was given', async () => {
  const cookie = await cookieOf(one, 'inspector');
  for (const server of [one, other]) assert.equal((await get(server, cookie, foreign)).status, 200);
  assert.equal((await one.ask('DELETE', '/api/v1/session', { cookie })).status, 204);
  for (const server of [one, other]) assert.equal((await get(server, cookie, foreign)).status, 401);
});

test('a round moved to another set at a terminal is answered by that set at every server', async () => {
  const cookies = { inspector, auditor };
  const versions = async () => Promise.all([one, other].flatMap((server) =>
    Object.values(cookies).map(async (cookie) => (await get(server, cookie, foreign)).json.set.version)));
  const [old] = await versions();
  const file = path.join(temporaryFolder(), 'set.yaml');
  writeFileSync(file, readFileSync(path.join(root, 'data/indicator-sets/pctn-2024.yaml'), 'utf8')
    .replace(/^version: .*$/m, 'version: "9.9"'));
  const moved = run('round', 'move-set', '--data', data, '--round', 'pctn-2025', '--set', file,
    '--apply', '--by', 'Vũ Văn Thí Dụ', '--reason', 'Thử đổi bộ chỉ số');
  assert.equal(moved.status, 0, moved.stderr);
  assert.notEqual(old, '9.9');
  assert.deepEqual(await versions(), ['9.9', '9.9', '9.9', '9.9']);
});
