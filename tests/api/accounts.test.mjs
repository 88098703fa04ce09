// How people prove who they are, and what the keeper of the server does with accounts.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { demoData, root, run, serve, signIn, temporaryFolder, withRole } from './liem.mjs';
import { totp } from './totp.mjs';

const data = demoData();
let server;
before(async () => { server = await serve(data); });
after(() => server.stop());

const sentence = 'bốn con trâu qua cầu';
const cookieIn = (answer) => answer.headers['set-cookie'][0].split(';')[0];
const cookieFor = async (who) => cookieIn(await signIn(server, who));
const send = (method, rest, body, cookie, headers = {}) => server.ask(method, `/api/v1/${rest}`, {
  cookie, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body),
});
const get = (rest, cookie, headers) => server.ask('GET', `/api/v1/${rest}`, { cookie, headers });
const command = (...args) => run('account', ...args, '--data', data);
function oneTime(done) {
  assert.equal(done.status, 0, done.stderr);
  return /: ((?:[0-9A-Z]{5}-){3}[0-9A-Z]{5})/.exec(done.stdout)[1];
}
// An account of this test's own that has changed its one-time password.
async function newcomer(account, role = 'auditor') {
  const password = oneTime(command('add', account, '--name', 'Người Mới', '--role', role, '--unit', 'ubnd-tinh'));
  const cookie = await cookieFor({ account, password });
  const changed = await send('PUT', 'account/password', { before: password, after: sentence }, cookie);
  assert.equal(changed.status, 204, changed.text);
  return { account, password: sentence };
}
async function logOf(account) {
  const cookie = await cookieFor(withRole('auditor'));
  const page = await get(`ledger?limit=200&object=${account}`, cookie);
  assert.equal(page.status, 200, page.text);
  return page.json.entries.map(({ act }) => act);
}
async function enrolled(who) {
  const cookie = await cookieFor(who);
  const begun = await send('POST', 'account/second-step', { password: who.password }, cookie);
  assert.equal(begun.status, 200, begun.text);
  const confirmed = await send('PUT', 'account/second-step', { code: totp(begun.json.secret, -1) }, cookie);
  assert.equal(confirmed.status, 200, confirmed.text);
  return { secret: begun.json.secret, uri: begun.json.uri, codes: confirmed.json.recovery_codes, cookie };
}

test('a one-time password opens nothing but the change of it', async () => {
  const password = oneTime(command('add', 'moi', '--name', 'Mới', '--role', 'auditor', '--unit', 'ubnd-tinh'));
  const cookie = await cookieFor({ account: 'moi', password });
  assert.equal((await get('session', cookie)).json.password_due, true);
  for (const rest of ['rounds', 'ledger', 'account/tokens']) {
    const refused = await get(rest, cookie);
    assert.equal(refused.status, 403);
    assert.equal(refused.json.code, 'http.password_due');
  }
  const same = await send('PUT', 'account/password', { before: password, after: password }, cookie);
  assert.equal(same.json.code, 'assessment.password_same');
  for (const [weak, code] of [['ngắn', 'short'], ['Matkhau123456', 'common'], ['xyz1xyz1xyz1', 'repeats']]) {
    const refused = await send('PUT', 'account/password', { before: password, after: weak }, cookie);
    assert.equal(refused.status, 400);
    assert.equal(refused.json.code, `accounts.password_${code}`);
  }
  assert.equal((await send('PUT', 'account/password', { before: password, after: sentence }, cookie)).status, 204);
  assert.equal((await get('rounds', cookie)).status, 200);
  assert.equal((await signIn(server, { account: 'moi', password })).status, 401);
  assert.deepEqual(await logOf('moi'), ['sign_in_failed', 'password_changed', 'signed_in', 'account_made']);
});

test('a changed password ends the other sessions and asks for the old one', async () => {
  const who = await newcomer('doi');
  const here = await cookieFor(who);
  const there = await cookieFor(who);
  const wrong = await send('PUT', 'account/password', { before: 'not it', after: 'con mèo ngủ trên mái' }, here);
  assert.equal(wrong.status, 400);
  assert.equal(wrong.json.code, 'assessment.wrong_password');
  assert.equal((await send('PUT', 'account/password', { before: sentence, after: 'con mèo ngủ trên mái' }, here)).status, 204);
  assert.equal((await get('session', here)).status, 200);
  assert.equal((await get('session', there)).status, 401);
  assert.ok((await logOf('doi')).includes('proof_failed'));
});

test('the terminal resets a password, shuts an account out and lets it in again', async () => {
  const who = await newcomer('khoa');
  const cookie = await cookieFor(who);
  const password = oneTime(command('password', 'khoa'));
  assert.equal((await get('session', cookie)).status, 401);
  assert.equal((await signIn(server, who)).status, 401);
  const again = await cookieFor({ account: 'khoa', password });
  assert.equal(command('disable', 'khoa').status, 0);
  assert.equal((await get('session', again)).status, 401);
  const refused = await signIn(server, { account: 'khoa', password });
  assert.equal(refused.json.code, 'assessment.wrong_credentials');
  assert.match(command('list').stdout, /khoa: .*\n {2}disabled\n {2}must change/);
  assert.equal(command('enable', 'khoa').status, 0);
  assert.equal((await signIn(server, { account: 'khoa', password })).status, 200);
  const acts = await logOf('khoa');
  for (const act of ['password_reset', 'account_disabled', 'account_enabled']) assert.ok(acts.includes(act), act);
});

test('the terminal refuses what it cannot do and says why', () => {
  for (const [args, words] of [
    [['password', 'nobody'], /no account “nobody”/],
    [['add', 'Bad Name', '--name', 'x', '--role', 'clerk', '--unit', 'ubnd-tinh'], /cannot be used/],
    [['add', 'thanhtra', '--name', 'x', '--role', 'clerk', '--unit', 'ubnd-tinh'], /exists already/],
    [['add', 'ok', '--name', 'x', '--role', 'king', '--unit', 'ubnd-tinh'], /no role “king”/],
    [['add', 'ok', '--name', 'x', '--role', 'clerk', '--unit', 'nowhere'], /no unit “nowhere”/],
    [['remove-second-step', 'thanhtra'], /no second step/],
  ]) {
    const done = command(...args);
    assert.equal(done.status, 1, args.join(' '));
    assert.match(done.stderr, words);
  }
});

test('with a second step the password alone opens nothing, and the code changes the session', async () => {
  const who = await newcomer('hai');
  const { secret, uri, codes } = await enrolled(who);
  assert.match(uri, new RegExp(`^otpauth://totp/.*:hai\\?secret=${secret}&`));
  assert.equal(new Set(codes).size, 10);
  const half = await signIn(server, who);
  assert.equal(half.status, 202);
  assert.equal((await get('session', cookieIn(half))).status, 401);
  const wrong = await send('POST', 'session/second-step', { code: '000000' }, cookieIn(half));
  assert.equal(wrong.json.code, 'assessment.wrong_code');
  const code = totp(secret);
  const whole = await send('POST', 'session/second-step', { code }, cookieIn(half));
  assert.equal(whole.status, 200, whole.text);
  assert.notEqual(cookieIn(whole), cookieIn(half));
  assert.equal((await get('session', cookieIn(whole))).json.account, 'hai');
  const next = await signIn(server, who);
  assert.equal((await send('POST', 'session/second-step', { code }, cookieIn(next))).status, 401, 'a code holds once');
});

test('a recovery code opens once, and what is left is counted', async () => {
  const who = await newcomer('phuc');
  const { codes } = await enrolled(who);
  const typed = codes[3].toLowerCase().replaceAll('-', ' ');
  const whole = await send('POST', 'session/second-step', { code: typed }, cookieIn(await signIn(server, who)));
  assert.equal(whole.status, 200, whole.text);
  assert.deepEqual((await get('account/second-step', cookieIn(whole))).json, { on: true, recovery_codes_left: 9 });
  const again = await send('POST', 'session/second-step', { code: codes[3] }, cookieIn(await signIn(server, who)));
  assert.equal(again.status, 401);
  assert.ok((await logOf('phuc')).includes('recovery_code_used'));
});

test('the second step is turned off with password and code, or at the terminal', async () => {
  const who = await newcomer('tat');
  const { codes, cookie } = await enrolled(who);
  const off = (password, code) => send('POST', 'account/second-step/removal', { password, code }, cookie);
  assert.equal((await off('not it', codes[0])).json.code, 'assessment.wrong_password');
  assert.equal((await off(who.password, '123')).json.code, 'assessment.code_refused');
  assert.equal((await off(who.password, codes[0])).status, 204);
  assert.equal((await signIn(server, who)).status, 200);
  await enrolled(who);
  assert.equal((await signIn(server, who)).status, 202);
  assert.equal(command('remove-second-step', 'tat').status, 0);
  assert.equal((await signIn(server, who)).status, 200);
  assert.equal((await logOf('tat')).filter((act) => act === 'second_step_removed').length, 2);
});

test('guessed codes are slowed down like passwords, however often the password is right', async () => {
  const who = await newcomer('doan');
  await enrolled(who);
  let answer;
  for (let i = 0; i < 12 && answer?.status !== 429; ++i) {
    const half = await signIn(server, who);
    if (half.status === 429) { answer = half; break; }
    answer = await send('POST', 'session/second-step', { code: '000000' }, cookieIn(half));
  }
  assert.equal(answer.status, 429);
  assert.ok(Number(answer.headers['retry-after']) >= 1);
});

test('people see their own sessions and end one or all others', async () => {
  const who = await newcomer('phien');
  const here = await cookieFor(who);
  const there = cookieIn(await signIn(server, who, { 'user-agent': 'Another\tBrowser' }));
  const listed = (await get('account/sessions', here)).json;
  assert.equal(listed.filter((one) => one.here).length, 1);
  const other = listed.find((one) => one.program === 'AnotherBrowser');
  assert.equal(other.address, '127.0.0.1');
  const stranger = await cookieFor(withRole('clerk'));
  assert.equal((await server.ask('DELETE', `/api/v1/account/sessions/${other.id}`, { cookie: stranger })).status, 404);
  assert.equal((await server.ask('DELETE', `/api/v1/account/sessions/${other.id}`, { cookie: here })).status, 204);
  assert.equal((await get('session', there)).status, 401);
  const third = await cookieFor(who);
  assert.equal((await server.ask('DELETE', '/api/v1/account/sessions', { cookie: here })).status, 204);
  assert.equal((await get('session', third)).status, 401);
  assert.equal((await get('account/sessions', here)).json.length, 1);
});

test('a token does what its scopes say, without a cookie, and never more', async () => {
  const who = await newcomer('may', 'inspector');
  const cookie = await cookieFor(who);
  const make = (scopes, more = {}) => send('POST', 'account/tokens',
    { name: 'xuất số liệu', scopes, days: 30, password: who.password, ...more }, cookie);
  const made = await make(['read']);
  assert.equal(made.status, 200, made.text);
  const bearer = { authorization: `Bearer ${made.json.token}` };
  assert.equal((await get('rounds', undefined, bearer)).status, 200);
  const text = { 'content-type': 'text/plain', origin: 'https://elsewhere.test' };
  const read = (authorization) => server.ask('POST', '/api/v1/readings', { headers: { ...text, authorization }, body: 'Báo cáo.' });
  const refused = await read(bearer.authorization);
  assert.equal(refused.status, 403);
  assert.equal(refused.json.code, 'http.beyond_scope');
  const writer = (await make(['read', 'write'])).json;
  assert.equal((await read(`Bearer ${writer.token}`)).status, 200, 'no page of another site can send a token');
  for (const [method, rest, body] of [['POST', 'account/tokens', { name: 'x', scopes: ['read'], days: 1, password: who.password }],
    ['PUT', 'account/password', { before: sentence, after: 'con mèo ngủ trên mái' }], ['GET', 'account/sessions']]) {
    const answer = await server.ask(method, `/api/v1/${rest}`, {
      headers: { authorization: `Bearer ${writer.token}`, 'content-type': 'application/json' }, body: body && JSON.stringify(body),
    });
    assert.equal(answer.json.code, 'http.not_by_token', rest);
  }
  const listed = (await get('account/tokens', cookie)).json;
  assert.equal(listed.length, 2);
  assert.ok(listed.every((one) => !('token' in one) && one.used !== null));
  assert.equal((await server.ask('DELETE', `/api/v1/account/tokens/${made.json.id}`, { cookie })).status, 204);
  assert.equal((await get('rounds', undefined, bearer)).json.code, 'assessment.token_invalid');
  assert.equal((await make([])).json.code, 'assessment.token_without_scope');
  assert.equal((await make(['read'], { days: 367 })).json.code, 'assessment.token_life');
  assert.equal((await make(['read'], { password: 'not it' })).json.code, 'assessment.wrong_password');
  command('password', 'may');
  assert.equal((await get('rounds', undefined, { authorization: `Bearer ${writer.token}` })).status, 401, 'a reset revokes');
});

test('an imported password is held to the rule, at its line', () => {
  const folder = path.join(temporaryFolder(), 'round');
  cpSync(path.join(root, 'data/demo'), folder, { recursive: true });
  const file = path.join(folder, 'accounts.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('mau-thanh-tra-2025', 'P@ssw0rd2024!'));
  const done = run('import', '--data', path.join(temporaryFolder(), 'data'), '--with-accounts', folder);
  assert.equal(done.status, 1);
  assert.match(done.stderr, /accounts\.yaml:\d+: the password of “thanhtra” is among those that are tried first/);
});
