// Signing in at the province's provider, which is a real one.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { client, signInThere, startProvider, withSlowClock } from './openid_provider.mjs';
import { cookieOf, demoData, located, program, run, serve, withRole } from './liem.mjs';

const redirect = 'http://127.0.0.1:9/sign-in/openid';
const inspector = withRole('inspector').account;
let provider, data, server;

const account = (...args) => run('account', ...args, '--data', data);

before(async () => {
  provider = await startProvider({ redirect });
  Object.assign(process.env, {
    LIEM_OIDC_ISSUER: provider.issuer, LIEM_OIDC_CLIENT_ID: client.id,
    LIEM_OIDC_CLIENT_SECRET: client.secret, LIEM_OIDC_OWN_ADDRESS: 'http://127.0.0.1:9/',
    LIEM_METRICS_NETWORKS: '127.0.0.1',
  });
  data = demoData();
  const linked = account('link', inspector, '--subject', 'tinh|nguoi-1');
  assert.equal(linked.status, 0, linked.stderr);
  server = await serve(data);
});
after(async () => {
  await server.stop();
  await provider.stop();
});

const cookieIn = (answer, name) => answer.headers['set-cookie']
  .map((line) => line.split(';')[0]).find((pair) => pair.startsWith(`${name}=`));

async function begin(on = server) {
  const answer = await on.ask('POST', '/api/v1/session/openid');
  return { answer, address: answer.json.address, cookie: answer.status === 200 && cookieIn(answer, 'liem_openid') };
}
const finish = (back, cookie, on = server) => on.ask('PUT', '/api/v1/session/openid', {
  headers: { 'content-type': 'application/json' }, body: JSON.stringify(back), cookie,
});
// The whole way; `bend` may change the address the browser is sent to.
async function signIn(subject, { bend = (address) => address, on = server } = {}) {
  const { address, cookie } = await begin(on);
  return finish(await signInThere(bend(address), subject, redirect), cookie, on);
}
const refused = (answer, status, code) => assert.deepEqual([answer.status, answer.json.code], [status, code]);

async function log(code) {
  const cookie = await cookieOf(server, 'auditor');
  const { json } = await server.ask('GET', '/api/v1/ledger?limit=200', { cookie });
  assert.ok(json.entries, JSON.stringify(json));
  return json.entries.filter((entry) => entry.act === code);
}

test('the page is told that there is a second way in', async () => {
  assert.deepEqual((await server.ask('GET', '/api/v1/session/ways')).json, { password: true, openid: true });
});

test('the browser is sent with a challenge, a state and a nonce, and asks for nobody\'s name', async () => {
  const { address, answer } = await begin();
  const query = new URL(address).searchParams;
  assert.equal(query.get('scope'), 'openid');
  assert.equal(query.get('response_type'), 'code');
  assert.equal(query.get('code_challenge_method'), 'S256');
  assert.equal(query.get('redirect_uri'), redirect);
  for (const secret of ['state', 'nonce', 'code_challenge']) assert.match(query.get(secret), /^[\w-]{43}$/);
  assert.match(answer.headers['set-cookie'][0],
    /^liem_openid=[0-9a-f]{64}; Path=\/api\/v1\/session\/openid; HttpOnly; SameSite=Strict; Max-Age=600$/);
  const again = new URL((await begin()).address).searchParams;
  for (const secret of ['state', 'nonce', 'code_challenge']) assert.notEqual(query.get(secret), again.get(secret));
});

test('whoever is linked gets an ordinary session, which tells how it began', async () => {
  const answer = await signIn('tinh|nguoi-1');
  assert.equal(answer.status, 200);
  assert.equal(answer.json.account, inspector);
  const cookie = cookieIn(answer, 'liem_session');
  assert.match(cookie, /^liem_session=[0-9a-f]{64}$/);
  assert.equal(cookieIn(answer, 'liem_openid'), 'liem_openid=');
  assert.equal((await server.ask('GET', '/api/v1/session', { cookie })).json.account, inspector);
  const { json: sessions } = await server.ask('GET', '/api/v1/account/sessions', { cookie });
  assert.equal(sessions.find(({ here }) => here).way, 'openid');
  const [entry] = await log('openid_signed_in');
  assert.equal(entry.actor.account, inspector);
});

test('what came back holds once, and in the browser that began alone', async () => {
  const { address, cookie } = await begin();
  const back = await signInThere(address, 'tinh|nguoi-1', redirect);
  refused(await finish(back, undefined), 401, 'openid.attempt_ended');
  refused(await finish(back, (await begin()).cookie), 401, 'openid.attempt_ended');
  refused(await finish({ ...back, state: 'x'.repeat(43) }, cookie), 401, 'openid.attempt_ended');
  assert.equal((await finish(back, cookie)).status, 200);
  refused(await finish(back, cookie), 401, 'openid.attempt_ended');
});

test('a code of another sign-in is worth nothing: it was asked for with another challenge', async () => {
  const first = await begin(), second = await begin();
  const stolen = await signInThere(first.address, 'tinh|nguoi-1', redirect);
  const own = await signInThere(second.address, 'tinh|nguoi-1', redirect);
  refused(await finish({ ...own, code: stolen.code }, second.cookie), 401, 'openid.code_refused');
});

test('a token with another nonce is refused', async () => {
  const bend = (address) => address.replace(/nonce=[\w-]+/, `nonce=${'x'.repeat(43)}`);
  refused(await signIn('tinh|nguoi-1', { bend }), 401, 'openid.token_nonce');
});

test('an expired token is refused, and so is one that was issued long ago', async () => {
  refused(await withSlowClock(7200, () => signIn('tinh|nguoi-1')), 401, 'openid.token_expired');
  refused(await withSlowClock(1800, () => signIn('tinh|nguoi-1')), 401, 'openid.token_time');
  assert.equal((await withSlowClock(30, () => signIn('tinh|nguoi-1'))).status, 200);
});

test('whom nobody linked stays out, is told the code to hand on, and the log does not name him', async () => {
  const answer = await signIn('tinh|nguoi-la');
  refused(answer, 403, 'openid.unknown_subject');
  assert.match(answer.json.message.vi, /tinh\|nguoi-la/);
  const failures = await log('openid_sign_in_failed');
  assert.ok(failures.length > 0);
  assert.doesNotMatch(JSON.stringify(failures), /nguoi-la/);
});

test('a sign-in begun on one server is finished on another', async () => {
  const other = await serve(data);
  try {
    const { address, cookie } = await begin();
    const back = await signInThere(address, 'tinh|nguoi-1', redirect);
    assert.equal((await finish(back, cookie, other)).status, 200);
  } finally {
    await other.stop();
  }
});

test('a provider that cannot be reached is said to be, at once the next time, and does not keep passwords out', async () => {
  const other = await serve(data);
  try {
    await provider.stop();
    for (let i = 0; i < 2; ++i) refused((await begin(other)).answer, 503, 'openid.unreachable');
    await cookieOf(other, 'clerk');
    const half = await begin(); // by the server that knows the provider
    refused(await finish({ state: new URL(half.address).searchParams.get('state'), code: 'x', iss: provider.issuer },
      half.cookie), 503, 'openid.unreachable');
  } finally {
    await provider.restart();
    await other.stop();
  }
});

test('who stops at the provider is told so, and another provider\'s answer is not taken for ours', async () => {
  const first = await begin();
  const state = new URL(first.address).searchParams.get('state');
  refused(await finish({ state, error: 'access_denied' }, first.cookie), 401, 'openid.cancelled');
  const second = await begin();
  const back = await signInThere(second.address, 'tinh|nguoi-1', redirect);
  refused(await finish({ ...back, iss: 'https://elsewhere.example' }, second.cookie), 401, 'openid.token_issuer');
  const third = await begin();
  const { iss: _, ...unnamed } = await signInThere(third.address, 'tinh|nguoi-1', redirect);
  refused(await finish(unnamed, third.cookie), 401, 'openid.token_issuer');
});

test('a disabled account stays out', async () => {
  assert.equal(account('disable', inspector).status, 0);
  refused(await signIn('tinh|nguoi-1'), 403, 'openid.account_disabled');
  assert.equal(account('enable', inspector).status, 0);
});

test('a one-time password that is due keeps nobody out who comes without it', async () => {
  assert.equal(account('password', inspector).status, 0);
  const answer = await signIn('tinh|nguoi-1');
  assert.equal(answer.json.password_due, false);
  assert.equal((await server.ask('GET', '/api/v1/rounds', { cookie: cookieIn(answer, 'liem_session') })).status, 200);
});

test('a subject is linked to one account, an account to one subject; unlinking ends what began so', async () => {
  const again = account('link', 'so-noi-vu.lanhdao', '--subject', 'tinh|nguoi-1');
  assert.notEqual(again.status, 0);
  const second = account('link', inspector, '--subject', 'tinh|nguoi-2');
  assert.match(second.stderr, /is linked to another code/);
  assert.match(account('list').stdout, /signs in through http:\/\/127\.0\.0\.1:\d+ as tinh\|nguoi-1/);
  const cookie = cookieIn(await signIn('tinh|nguoi-1'), 'liem_session');
  assert.equal(account('unlink', inspector).status, 0);
  assert.equal((await server.ask('GET', '/api/v1/session', { cookie })).status, 401);
  refused(await signIn('tinh|nguoi-1'), 403, 'openid.unknown_subject');
  assert.match(account('unlink', inspector).stderr, /not linked/);
  assert.equal(account('link', inspector, '--subject', 'tinh|nguoi-1').status, 0);
  assert.equal((await log('identity_linked')).length, 2);
  assert.equal((await log('identity_unlinked')).length, 1);
  assert.doesNotMatch(JSON.stringify(await log('identity_linked')), /nguoi-1/);
});

test('what is counted tells how sign-ins ended and whose they were not', async () => {
  const { text } = await server.ask('GET', '/metrics');
  assert.match(text, /liem_openid_sign_ins_total\{outcome="signed_in"\} [1-9]/);
  assert.match(text, /liem_openid_sign_ins_total\{outcome="openid\.token_nonce"\} 1/);
  assert.doesNotMatch(text, /nguoi/);
});

test('settings that cannot work are refused at the start', () => {
  const start = (change) => {
    const env = { ...process.env, ...change };
    for (const name of Object.keys(change)) if (change[name] === undefined) delete env[name];
    return spawnSync(program, located(['--locale', 'en', 'serve', '--data', data, '--listen', '127.0.0.1:0']),
      { encoding: 'utf8', env });
  };
  assert.match(start({ LIEM_OIDC_CLIENT_SECRET: undefined }).stderr, /oidc\.client_secret/);
  assert.match(start({ LIEM_OIDC_ISSUER: 'http://elsewhere.example' }).stderr, /oidc\.issuer.*https/);
  assert.match(start({ LIEM_OIDC_AUTHORITIES: '/nowhere.pem' }).stderr, /nowhere\.pem/);
});

// Keys change for every server here: last, and each with a server whose count of readings is its own.
async function withFreshServer(work) {
  const fresh = await serve(data);
  try { return await work(fresh); } finally { await fresh.stop(); }
}

test('keys that changed are read again, and no token makes the server read them without end', () =>
  withFreshServer(async (on) => {
    assert.equal((await signIn('tinh|nguoi-1', { on })).status, 200);
    const before = provider.readings('/jwks');
    provider.rotate();
    assert.equal((await signIn('tinh|nguoi-1', { on })).status, 200);
    assert.equal(provider.readings('/jwks'), before + 1);
    const answers = [];
    for (let i = 0; i < 4; ++i) {
      provider.rotate();
      answers.push((await signIn('tinh|nguoi-1', { on })).status);
    }
    assert.deepEqual(answers, [200, 401, 401, 401]);
    assert.equal(provider.readings('/jwks'), before + 2);
  }));

test('a token signed with the secret itself or with an algorithm not agreed on is refused, one with a curve is taken', () =>
  withFreshServer(async (on) => {
    for (const algorithm of ['HS256', 'PS256']) {
      provider.sign(algorithm);
      refused(await signIn('tinh|nguoi-1', { on }), 401, 'openid.token_algorithm');
    }
    provider.sign('ES256');
    assert.equal((await signIn('tinh|nguoi-1', { on })).status, 200);
  }));
