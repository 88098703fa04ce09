import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { accounts, cookieOf, demoData, serve, signIn, withRole } from './liem.mjs';

let server;
before(async () => { server = await serve(demoData()); });
after(() => server.stop());

test('every demo account signs in and is told who it is', async () => {
  for (const account of accounts) {
    const answer = await signIn(server, account);
    assert.equal(answer.status, 200, account.account);
    assert.equal(answer.json.role, account.role);
    assert.equal(answer.json.unit.id, account.unit);
    const [cookie] = answer.headers['set-cookie'];
    assert.match(cookie, /^liem_session=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+$/);
    const again = await server.ask('GET', '/api/v1/session', { cookie: cookie.split(';')[0] });
    assert.deepEqual(again.json, answer.json);
  }
});

test('signing out ends the session on the server', async () => {
  const cookie = await cookieOf(server, 'inspector');
  const out = await server.ask('DELETE', '/api/v1/session', { cookie });
  assert.equal(out.status, 204);
  assert.match(out.headers['set-cookie'][0], /Max-Age=0/);
  assert.equal((await server.ask('GET', '/api/v1/session', { cookie })).status, 401);
});

test('a wrong name and a wrong password answer alike', async () => {
  const wrongName = await signIn(server, { account: 'nobody', password: 'x'.repeat(20) });
  const wrongPassword = await signIn(server, { ...withRole('auditor'), password: 'x'.repeat(20) });
  assert.equal(wrongName.status, 401);
  assert.equal(wrongName.text, wrongPassword.text);
});

test('failed attempts on one account are slowed down, others are not', async () => {
  const reviewer = withRole('reviewer');
  let answer;
  // The waits double, so a slow machine that outlasts the first runs into a later one.
  for (let i = 0; i < 10 && answer?.status !== 429; ++i) {
    answer = await signIn(server, { ...reviewer, password: 'wrong' });
  }
  assert.equal(answer.status, 429);
  assert.ok(Number(answer.headers['retry-after']) >= 1);
  assert.equal((await signIn(server, withRole('committee'))).status, 200);
});

test('a sign-in asked for by another site is refused', async () => {
  const foreign = await signIn(server, withRole('clerk'), { origin: 'https://elsewhere.test' });
  assert.equal(foreign.status, 403);
  assert.equal(foreign.json.code, 'http.foreign_origin');
  const own = await signIn(server, withRole('clerk'), { origin: server.address.origin });
  assert.equal(own.status, 200);
});

test('a made-up token is nobody', async () => {
  for (const cookie of ['liem_session=', `liem_session=${'0'.repeat(64)}`, "liem_session=' OR 1=1 --"]) {
    assert.equal((await server.ask('GET', '/api/v1/session', { cookie })).status, 401);
  }
});

test('malformed credentials are refused with the reason', async () => {
  const send = (body) => server.ask('POST', '/api/v1/session',
    { headers: { 'content-type': 'application/json' }, body });
  for (const body of ['', '{', '[]', '{}', '{"account":1,"password":"x"}', '{"account":"a"}',
    '{"account":"","password":"x"}', '{"account":"a","password":"x","more":1}', '{}{}',
    `{"account":"${'a'.repeat(101)}","password":"x"}`, '['.repeat(10000)]) {
    const answer = await send(body);
    assert.equal(answer.status, 400, body.slice(0, 40));
    assert.match(answer.json.code, /^http\.bad_(json|field)$/);
  }
});
