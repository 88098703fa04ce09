// One acts for another: on the days that were said, in the other's right, and both stand in the log.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { cookieOf, demoData, run, serve, signIn, withRole } from './liem.mjs';

let data, one, other, clerk, head, inspector, committee, auditor;
const round = '/api/v1/rounds/pctn-2025';
const foreign = `${round}/units/so-y-te/assessment`;
const path = '/api/v1/account/delegations';
const day = (later) => new Date(Date.now() + 7 * 3_600_000 + later * 86_400_000).toISOString().slice(0, 10);
const name = (role) => withRole(role).account;
const acting = (role) => ({ 'liem-acting-for': name(role) });
const get = (server, cookie, target, headers = {}) => server.ask('GET', target, { cookie, headers });
const wish = (more = {}) => ({ delegate: name('clerk'), from: day(0), to: day(1), reason: 'Nghỉ phép năm', ...more });
const delegate = (cookie, more = {}, { headers = {}, query = '' } = {}) => one.ask('POST', `${path}${query}`, {
  cookie, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(wish(more)),
});
const end = (cookie, id) => one.ask('DELETE', `${path}/${id}`, { cookie });
async function made(cookie, more) {
  const answer = await delegate(cookie, more);
  assert.equal(answer.status, 200, answer.text);
  return answer.json.id;
}
const stateOf = async (cookie, id) => (await get(one, cookie, path)).json.delegations.find((known) => known.id === id).state;
async function during(cookie, more, work) {
  const id = await made(cookie, more);
  try { await work(id); } finally { await end(cookie, id); }
}
const log = async () => (await get(one, auditor, '/api/v1/ledger?limit=20')).json.entries.filter(({ act }) => act !== 'repeated');

before(async () => {
  data = demoData();
  [one, other] = [await serve(data), await serve(data)];
  [clerk, head, inspector, committee, auditor] = await Promise.all(
    ['clerk', 'head', 'inspector', 'committee', 'auditor'].map((role) => cookieOf(one, role)));
});
after(() => Promise.all([one.stop(), other.stop()]));

test('who acts for another has the rights of that one, at every server, until it is ended', async () => {
  const servers = [one, other];
  for (const server of servers) assert.equal((await get(server, clerk, foreign)).status, 403);
  const id = await made(inspector);
  for (const server of servers) {
    assert.equal((await get(server, clerk, foreign, acting('inspector'))).status, 200);
    assert.equal((await get(server, clerk, foreign)).status, 403, 'without the field he is himself');
  }
  assert.equal((await end(inspector, id)).status, 204);
  for (const server of servers) {
    const refused = await get(server, clerk, foreign, acting('inspector'));
    assert.equal(refused.status, 403);
    assert.equal(refused.json.code, 'assessment.not_delegated');
  }
});

test('answers that are kept go to the office that is held, not to who holds it', async () => {
  await during(inspector, {}, async () => {
    const units = `${round}/units`;
    const whole = (await get(one, inspector, units)).text;
    const own = (await get(one, clerk, units)).text;
    assert.notEqual(whole, own);
    for (let times = 0; times < 3; ++times) {
      assert.equal((await get(one, clerk, units, acting('inspector'))).text, whole);
      assert.equal((await get(one, clerk, units)).text, own);
      assert.equal((await get(one, clerk, '/api/v1/ledger', acting('inspector'))).status, 200);
      assert.equal((await get(one, clerk, '/api/v1/ledger')).status, 403);
    }
  });
});

test('the session tells who one is taken for and whom one may act for', async () => {
  await during(head, {}, async () => {
    const self = (await get(one, clerk, '/api/v1/session')).json;
    assert.equal(self.acting_for, null);
    assert.deepEqual(self.may_act_for.map(({ account, role, to }) => [account, role, to]), [[name('head'), 'head', day(1)]]);
    const deputy = (await get(one, clerk, '/api/v1/session', acting('head'))).json;
    assert.equal(deputy.account, name('clerk'));
    assert.equal(deputy.role, 'head');
    assert.deepEqual(deputy.acting_for, { account: name('head'), name: withRole('head').name, to: day(1) });
    assert.deepEqual((await get(one, head, '/api/v1/session')).json.may_act_for, []);
  });
});

test('what a deputy does is written as his, for whom, in words too', async () => {
  await during(inspector, {}, async () => {
    const report = (await get(one, clerk, '/api/v1/reports/pctn-2025.so-y-te', acting('inspector'))).json;
    const finding = report.reading.findings[0].id;
    const accepted = await one.ask('PUT', `/api/v1/reports/pctn-2025.so-y-te/findings/${finding}/acceptance`, {
      cookie: clerk, headers: { 'content-type': 'application/json', ...acting('inspector') },
      body: JSON.stringify({ reason: 'Đã đối chiếu với hồ sơ gốc.' }),
    });
    assert.equal(accepted.status, 200, accepted.text);
    const [by, principal] = ['clerk', 'inspector'].map((role) => ({ account: name(role), name: withRole(role).name }));
    assert.deepEqual(accepted.json.by, by);
    assert.deepEqual(accepted.json.on_behalf_of, principal);
    const [entry] = await log();
    assert.equal(entry.act, 'finding_accepted');
    assert.deepEqual(entry.actor, by);
    assert.deepEqual(entry.on_behalf_of, principal);
    assert.match(entry.sentence.vi, new RegExp(`^${by.name} thay ${principal.name} chấp nhận`));
    assert.match(entry.sentence.en, new RegExp(`^${by.name} for ${principal.name} accepted`));
    const again = (await get(other, inspector, '/api/v1/reports/pctn-2025.so-y-te')).json;
    assert.deepEqual(again.acceptances.find((one_) => one_.finding === finding).on_behalf_of, principal);
  });
});

test('making and ending one is told, with its reason and paper', async () => {
  const id = await made(head, { document: '12/QĐ-SXD ngày 01/12/2025' });
  assert.equal((await end(head, id)).status, 204);
  const [ended, made_] = await log();
  assert.deepEqual([ended.act, made_.act], ['delegation_ended', 'delegation_made']);
  assert.equal(made_.reason, 'Nghỉ phép năm');
  assert.equal(made_.after.value.document, '12/QĐ-SXD ngày 01/12/2025');
  assert.ok(made_.sentence.vi.includes(`ủy quyền cho ${name('clerk')} làm thay ${name('head')}`), made_.sentence.vi);
  assert.equal((await end(head, id)).json.code, 'assessment.delegation_over');
  const { json } = await get(one, clerk, path);
  const row = json.delegations.find((known) => known.id === id);
  assert.equal(row.state, 'ended');
  assert.equal(row.ended_by.account, name('head'));
});

test('nobody passes on what he holds for another, and an account stays its own', async () => {
  await during(head, {}, async () => {
    const passed = await delegate(clerk, { delegate: name('inspector') }, { headers: acting('head') });
    assert.equal(passed.status, 403);
    assert.equal(passed.json.code, 'http.own_account_only');
    for (const [method, target] of [['GET', '/api/v1/account/sessions'], ['GET', path], ['DELETE', '/api/v1/session']]) {
      const refused = await one.ask(method, target, { cookie: clerk, headers: acting('head') });
      assert.equal(refused.json.code, 'http.own_account_only', `${method} ${target}`);
    }
    assert.equal((await get(one, clerk, '/api/v1/session')).status, 200, 'the session lasts');
  });
});

test('an attempt to act for somebody without a delegation is refused and told in the log', async () => {
  for (const who of [name('committee'), 'khong-co-ai']) {
    const refused = await get(one, clerk, '/api/v1/rounds', { 'liem-acting-for': who });
    assert.equal(refused.status, 403);
    assert.equal(refused.json.code, 'assessment.not_delegated');
  }
  const told = (await log()).find(({ act }) => act === 'access_refused');
  assert.equal(told.actor.account, name('clerk'));
  assert.equal(told.after.value.refusal, 'assessment.not_delegated');
});

test('one that has not begun gives nothing yet', async () => {
  await during(head, { from: day(1), to: day(3) }, async (id) => {
    assert.equal((await get(one, clerk, '/api/v1/ledger', acting('head'))).json.code, 'assessment.not_delegated');
    assert.equal(await stateOf(clerk, id), 'coming');
  });
});

test('a browser says in the address for whom it asks where it can send no field', async () => {
  await during(inspector, {}, async () => {
    const report = (await get(one, inspector, '/api/v1/reports/pctn-2025.so-y-te')).json;
    const row = report.evidence.find(({ file }) => file);
    const file = `/api/v1/reports/pctn-2025.so-y-te/evidence/${row.index}/file`;
    assert.equal((await get(one, clerk, file)).status, 403);
    assert.equal((await one.ask('GET', `${file}?acting_for=${name('inspector')}`, { cookie: clerk, unchecked: true })).status, 200);
    const torn = await get(one, clerk, `/api/v1/rounds?acting_for=${name('inspector')}`, acting('head'));
    assert.equal(torn.status, 400);
  });
});

test('a program never acts for another', async () => {
  await during(head, {}, async () => {
    const { password } = withRole('clerk');
    const token = (await one.ask('POST', '/api/v1/account/tokens', {
      cookie: clerk, headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Máy', scopes: ['read'], days: 1, password }),
    })).json.token;
    const refused = await get(one, undefined, '/api/v1/rounds', { authorization: `Bearer ${token}`, ...acting('head') });
    assert.equal(refused.json.code, 'http.not_by_token');
  });
});

test('a head who cannot is stood in for by whoever leads a unit above, and by nobody else', async () => {
  const id = await made(committee, { principal: name('head') });
  assert.equal((await get(one, clerk, '/api/v1/ledger', acting('head'))).status, 200);
  assert.equal((await get(one, head, path)).json.delegations.find((known) => known.id === id).made_by.account, name('committee'));
  assert.equal((await end(committee, id)).status, 204);
  for (const [cookie, principal] of [[clerk, 'head'], [inspector, 'head'], [committee, 'clerk'], [committee, 'inspector']]) {
    const refused = await delegate(cookie, { principal: name(principal), delegate: name('reviewer') });
    assert.equal(refused.status, 403);
    assert.equal(refused.json.code, 'assessment.delegation_not_yours');
  }
  assert.equal((await delegate(auditor)).json.code, 'assessment.delegation_of_role');
});

test('what cannot be is refused with the field that says so', async () => {
  for (const [more, status, code, field] of [
    [{ from: day(-1) }, 400, 'delegation_backdated', '/from'],
    [{ from: day(2), to: day(1) }, 400, 'delegation_days', '/to'],
    [{ to: day(366) }, 400, 'delegation_days', '/to'],
    [{ delegate: 'khong-co-ai' }, 400, 'delegation_to_nobody', '/delegate'],
    [{ delegate: name('auditor') }, 400, 'delegation_to_nobody', '/delegate'],
    [{ delegate: name('administrator') }, 400, 'delegation_to_nobody', '/delegate'],
    [{ delegate: name('head') }, 400, 'delegation_to_nobody', '/delegate'],
    [{ reason: ' ' }, 400, 'bad_reason', undefined],
    [{ document: 'x'.repeat(201) }, 400, 'delegation_document', '/document'],
  ]) {
    const refused = await delegate(head, more);
    assert.equal(refused.status, status, JSON.stringify(more));
    assert.equal(refused.json.code, `assessment.${code}`);
    assert.equal(refused.json.path, field);
  }
  for (const body of [{ ...wish(), from: '31/12/2025' }, { ...wish(), more: 1 }, { delegate: name('clerk') }]) {
    const refused = await one.ask('POST', path, {
      cookie: head, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body),
    });
    assert.equal(refused.json.code, 'http.bad_field', JSON.stringify(body));
  }
  await during(head, {}, async () => {
    assert.equal((await delegate(head, { from: day(1) })).json.code, 'assessment.delegation_overlaps');
  });
});

test('it can be tried without being made, and sent twice without being made twice', async () => {
  const entries = (await log())[0].position;
  const tried = await delegate(head, {}, { query: '?dry_run=true' });
  assert.equal(tried.status, 200, tried.text);
  assert.equal(tried.headers['liem-dry-run'], 'true');
  assert.equal((await log())[0].position, entries);
  const key = { 'idempotency-key': 'mot-lan' };
  const first = await delegate(head, {}, { headers: key });
  const again = await delegate(head, {}, { headers: key });
  assert.equal(again.status, 200, again.text);
  assert.equal(again.json.id, first.json.id);
  assert.equal(again.headers['idempotent-replayed'], 'true');
  const ended = await one.ask('DELETE', `${path}/${first.json.id}?dry_run=true`, { cookie: head });
  assert.equal(ended.status, 204);
  assert.equal(await stateOf(head, first.json.id), 'holds');
  assert.equal((await end(head, first.json.id)).status, 204);
});

test('a key of one is not the key of the office he holds', async () => {
  await during(head, {}, async () => {
    const sent = (headers) => one.ask('POST', '/api/v1/documents?name=mot.txt', {
      cookie: clerk, body: 'Một văn bản.', headers: { 'content-type': 'application/octet-stream', 'idempotency-key': 'chung', ...headers },
    });
    assert.equal((await sent({})).status, 202);
    assert.equal((await sent(acting('head'))).json.code, 'http.key_reused');
  });
});

test('whoever is shut out gives nothing on, and acts for nobody', async () => {
  await during(committee, { principal: name('head') }, async () => {
    assert.equal((await get(one, clerk, '/api/v1/ledger', acting('head'))).status, 200);
    assert.equal(run('account', 'disable', name('head'), '--data', data).status, 0);
    assert.equal((await get(one, clerk, '/api/v1/ledger', acting('head'))).json.code, 'assessment.not_delegated');
    assert.deepEqual((await get(one, clerk, '/api/v1/session')).json.may_act_for, []);
    assert.equal(run('account', 'enable', name('head'), '--data', data).status, 0);
    assert.equal((await get(one, clerk, '/api/v1/ledger', acting('head'))).status, 200);
    head = (await signIn(one, withRole('head'))).headers['set-cookie'][0].split(';')[0];
  });
});

test('the terminal lists who acts for whom', async () => {
  await during(head, { document: '12/QĐ-SXD' }, async () => {
    const listed = run('account', 'delegation', 'list', '--data', data);
    assert.equal(listed.status, 0, listed.stderr);
    assert.ok(listed.stdout.includes(`${name('clerk')} for ${name('head')} (head of unit, so-xay-dung), ${day(0)} to ${day(1)}: holds\n`
      + '  reason: Nghỉ phép năm\n  by 12/QĐ-SXD\n'), listed.stdout);
    assert.match(listed.stdout, /: ended early/);
  });
});
