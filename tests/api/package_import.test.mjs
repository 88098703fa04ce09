// A province's package in another Liêm: taken in wholly or not at all, read-only but for the review, and reviewed and published there.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { createHash, createPrivateKey, sign as signWith } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run, serve, signIn, temporaryFolder } from './liem.mjs';
import { home, publishable, round } from './publishable.mjs';
import { members, zip } from './zip.mjs';

const folder = temporaryFolder(), key = path.join(folder, 'khoa'), publicKey = `${key}.pub`;
const receiving = path.join(temporaryFolder(), 'data');
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const file = (name) => path.join(folder, name);
const take = (name, ...more) => run('package', 'import', file(name), '--data', receiving, ...more);
const byKey = (name, ...more) => take(name, '--key', publicKey, ...more);
const refused = (answer, words) => {
  assert.equal(answer.status, 1, answer.stdout + answer.stderr);
  assert.match(answer.stderr, words);
};
const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
};

// What whoever holds the key could make of the package: members as `how` leaves them, with a manifest and a signature that fit.
function forged(how, about = (manifest) => manifest) {
  const all = members(whole).slice(2).map((one) => ({ ...one }));
  const changed = how(all) ?? all;
  const manifest = JSON.parse(members(whole)[0].bytes);
  manifest.members = changed.map(({ name, bytes, as }) => ({ path: as ?? name, sha256: sha256(bytes), size: bytes.length }));
  const text = Buffer.from(canonical(about(manifest) ?? manifest));
  const seed = Buffer.from(readFileSync(key, 'utf8').trim().split(' ')[1], 'hex');
  const secret = createPrivateKey({ key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]), format: 'der', type: 'pkcs8' });
  const open = readFileSync(publicKey, 'utf8').trim().split(' ')[1];
  const signature = canonical({ form: 'liem.signature/1', key: open, signature: signWith(null, text, secret).toString('hex') });
  writeFileSync(file('gia.zip'), zip([{ name: 'manifest.json', bytes: text }, { name: 'signature', bytes: Buffer.from(signature) }, ...changed]));
  return 'gia.zip';
}
const withRound = (how) => forged((all) => {
  const content = JSON.parse(all[0].bytes);
  how(content);
  all[0].bytes = Buffer.from(canonical(content));
});

let place, whole, content, server, reviewer, inspector;
before(async () => {
  place = await publishable();
  await place.submit();
  assert.equal(run('ledger', 'key', 'new', key).status, 0);
  assert.equal(run('ledger', 'key', 'new', file('khac')).status, 0);
  const made = run('package', 'export', '--data', place.data, '--round', round, '--to', file('goi.zip'), '--signing-key', key);
  assert.equal(made.status, 0, made.stderr);
  whole = readFileSync(file('goi.zip'));
  content = JSON.parse(members(whole)[2].bytes);
});
after(async () => {
  await place.server.stop();
  await server?.stop();
});

test('a package is taken in only of whom one knows, and nothing of a refused one stays', () => {
  refused(take('goi.zip'), /Name the province's public key/);
  refused(take('goi.zip', '--key', file('khac.pub')), /none of those named/);
  writeFileSync(file('doi.zip'), zip(members(whole).map((one) => (one.name === 'round.json' ? { ...one, bytes: Buffer.from(String(one.bytes).replace('"0.5"', '"0.6"')) } : one))));
  refused(byKey('doi.zip'), /round\.json.* is not as it was signed/);
});

test('even with the right key a package that leads out of itself, unpacks without end or contradicts itself is refused', () => {
  refused(byKey(forged((all) => { all[1].as = '../../ngoai'; })), /manifest\.json: is not that of a package/);
  const bomb = Buffer.alloc(32 << 20), name = `files/${sha256(bomb)}`;
  refused(byKey(forged((all) => [all[0], ...[...all.slice(1), { name, bytes: bomb, packed: true }].sort((a, b) => (a.name < b.name ? -1 : 1))])), /larger than the package can hold/);
  const extra = Buffer.from('thêm'), extraName = `files/${sha256(extra)}`;
  refused(byKey(forged((all) => [all[0], ...[...all.slice(1), { name: extraName, bytes: extra }].sort((a, b) => (a.name < b.name ? -1 : 1))])), /contradict each other at “files\//);
  refused(byKey(forged((all) => { all.splice(1, 1); })), /contradict each other at “files\//);
  refused(byKey(forged(() => {}, (manifest) => ({ ...manifest, round: { ...manifest.round, year: 2030 } }))), /contradict each other at “manifest\.json/);
  refused(byKey(forged(() => {}, (manifest) => ({ ...manifest, form: 'liem.package/9' }))), /upgrade Liêm/);
  refused(byKey(withRound((one) => { one.acts[0].act = 'khong-co'; })), /contradict each other at “khong-co/);
  refused(byKey(withRound((one) => { one.files.find(({ unit }) => unit === 'so-a').evidence[0].criteria = ['Z.9']; })), /contradict each other at “Z\.9/);
});

test('points that do not come out here as the package says are refused, with the place', () => {
  const name = withRound((one) => {
    const criterion = one.files.find(({ unit }) => unit === 'so-a').criteria.find(({ computed }) => computed !== null);
    criterion.computed = '0.99';
  });
  refused(byKey(name), /files\/so-a\/criteria\/.*\/computed.*it says “0\.99”/);
});

test('tried first, it says what would come and keeps nothing', () => {
  const tried = byKey('goi.zip', '--dry-run');
  assert.equal(tried.status, 0, tried.stderr);
  assert.match(tried.stdout, /Would take in the round dot of tinh, submission 1, 5 units/);
  refused(run('account', 'list', '--data', receiving), /./);
});

test('it is taken in as it was submitted; the same again changes nothing', () => {
  const taken = byKey('goi.zip');
  assert.equal(taken.status, 0, taken.stderr);
  assert.match(taken.stdout, /took in the round dot of tinh, submission 1, 5 units/);
  const again = byKey('goi.zip');
  assert.deepEqual([again.status, /was received before; nothing changed/.test(again.stdout)], [0, true], again.stderr);
  assert.equal(take('goi.zip', '--trust').status, 0);
  assert.equal(run('fsck', '--data', receiving).status, 0);
  assert.equal(run('ledger', 'verify', '--data', receiving).status, 0);
});

async function newcomer(account, role) {
  const made = run('account', 'add', account, '--name', 'Đặng Hư Cấu', '--role', role, '--unit', home, '--data', receiving);
  assert.equal(made.status, 0, made.stderr);
  const password = /: ((?:[0-9A-Z]{5}-){3}[0-9A-Z]{5})/.exec(made.stdout)[1];
  const cookie = (await signIn(server, { account, password })).headers['set-cookie'][0].split(';')[0];
  const sentence = 'bốn con trâu qua cầu';
  const changed = await server.ask('PUT', '/api/v1/account/password', { cookie, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ before: password, after: sentence }) });
  assert.equal(changed.status, 204, changed.text);
  return (await signIn(server, { account, password: sentence })).headers['set-cookie'][0].split(';')[0];
}
const get = async (target, cookie) => (await server.ask('GET', target, { cookie })).json;
const post = (target, body, cookie) => server.ask('POST', target, { cookie, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const roundAct = (body, cookie) => post(`/api/v1/rounds/${round}/work/acts`, body, cookie);
const unitAct = (body, cookie) => post(`/api/v1/rounds/${round}/units/${home}/work/acts`, body, cookie);
const code = (answer) => [answer.status, answer.json?.code];

test('there it stands submitted, with points, reasons and evidence open to the reviewer', async () => {
  server = await serve(receiving);
  reviewer = await newcomer('ra-soat-trung-uong', 'reviewer');
  inspector = await newcomer('thanh-tra-trung-uong', 'inspector');
  const work = await get(`/api/v1/rounds/${round}/work`, reviewer);
  assert.deepEqual([work.state, work.package, work.received.number, work.received.submitted_by], ['submitted', 'none', 1, 'Vũ Văn Thí Dụ']);
  assert.equal(work.received.sha256, sha256(members(whole)[0].bytes));
  const unit = await get(`/api/v1/rounds/${round}/units/so-b/work`, reviewer);
  const criterion = unit.criteria.find((one) => one.code === 'A.1.1');
  assert.deepEqual([criterion.appraised.points, criterion.appraised.reason, criterion.appraised.by.name], ['0.25', 'Nhận xét nội bộ của thẩm định.', 'Vũ Văn Thí Dụ']);
  const evidence = await server.ask('GET', `/api/v1/reports/${round}.so-a/evidence/1/file`, { cookie: reviewer });
  assert.deepEqual([evidence.status, /Kế hoạch thử/.test(evidence.text)], [200, true]);
});

test('every unit comes to the same points as where it was handed in', async () => {
  for (const unit of [home, 'so-a', 'so-b', 'xa-c']) {
    const target = `/api/v1/rounds/${round}/units/${unit}/assessment`;
    assert.deepEqual((await get(target, reviewer)).total, (await place.get(target, place.people.inspector)).total, unit);
  }
  const own = content.files.find(({ unit }) => unit === home);
  assert.ok(own.criteria.some(({ computed }) => computed !== null));
});

test('nothing but the review can be done with it', async () => {
  const body = { act: 'set_submitted', criteria: ['A.1.1'], points: '0.5', reason: 'Không phải việc ở đây.' };
  assert.equal((await unitAct(body, inspector)).status, 409);
  const planned = await post(`/api/v1/rounds/${round}/plan/tasks`, { title: 'Văn bản', due: null, unit: null }, inspector);
  if (planned.status !== 404) assert.deepEqual(code(planned), [409, 'workflow.received_round']);
  assert.deepEqual(code(await unitAct({ act: 'comment', criteria: ['A.1.1'], reason: 'Một lời.' }, reviewer)), [409, 'workflow.received_round']);
  refused(run('package', 'export', '--data', receiving, '--round', round, '--to', file('lai.zip'), '--signing-key', key), /came in a package/);
});

async function reviewAll() {
  const { criteria } = await get(`/api/v1/rounds/${round}/units/${home}/work`, reviewer);
  const half = (points) => (Number(points) < 0.5 ? points : '0.5');
  for (const points of new Set(criteria.map((one) => half(one.points)))) {
    const codes = criteria.filter((one) => half(one.points) === points).map((one) => one.code);
    const done = await unitAct({ act: 'review', criteria: codes, points, reason: 'Theo hồ sơ rà soát.' }, reviewer);
    assert.equal(done.status, 200, done.text);
  }
}

test('a later package tells what differs, and takes the place of the first only when that is asked for', async () => {
  await reviewAll();
  const act = (body, who) => place.roundAct(body, place.people[who]);
  assert.deepEqual([(await act({ act: 'reopen', reason: 'Cấp trên đề nghị bổ sung.' }, 'committee')).status], [200]);
  const mended = await place.unitAct(home, { act: 'set_submitted', criteria: ['A.1.1'], points: '0.75', reason: 'Đã bổ sung.' }, place.people.inspector);
  assert.equal(mended.status, 200, mended.text);
  refused(run('package', 'export', '--data', place.data, '--round', round, '--to', file('chua.zip'), '--signing-key', key), /is not submitted/);
  for (const [name, who] of [['approve', 'committee'], ['submit', 'inspector']]) {
    const done = await act({ act: name }, who);
    assert.equal(done.status, 200, done.text);
  }
  const made = run('package', 'export', '--data', place.data, '--round', round, '--to', file('lan-2.zip'), '--signing-key', key);
  assert.equal(made.status, 0, made.stderr);
  const differs = byKey('lan-2.zip');
  refused(differs, /add --replace/);
  assert.match(differs.stdout, /files\/tinh\/criteria\/A\.1\.1\/submitted: – → 0\.75/);
  const replaced = byKey('lan-2.zip', '--replace');
  assert.equal(replaced.status, 0, replaced.stderr);
  assert.match(replaced.stdout, /submission 2.*criteria that were reviewed are to be reviewed again/s);
  refused(byKey('goi.zip', '--replace'), /older than 2/);
  const unit = await get(`/api/v1/rounds/${round}/units/${home}/work`, reviewer);
  const criterion = unit.criteria.find((one) => one.code === 'A.1.1');
  assert.deepEqual([criterion.submitted.points, criterion.reviewed], ['0.75', null]);
});

test('it is reviewed and published there, and what the province gave stays as it is', async () => {
  await reviewAll();
  for (const [act, who] of [['finish_review', reviewer], ['publish', inspector]]) {
    const done = await roundAct({ act }, who);
    assert.equal(done.status, 200, done.text);
  }
  const published = await get(`/api/v1/publications/${round}/1`, undefined);
  const row = published.criteria.find((one) => one.code === 'A.1.1');
  assert.deepEqual([row.submitted, row.reviewed, row.reason], ['0.75', '0.5', 'Theo hồ sơ rà soát.']);
  assert.deepEqual(code(await unitAct({ act: 'amend_appraisal', criteria: ['A.1.1'], points: '1', reason: 'Không phải việc ở đây.' }, inspector)), [409, 'workflow.received_round']);
  assert.equal(run('ledger', 'verify', '--data', receiving).status, 0);
  assert.equal(run('fsck', '--data', receiving).status, 0);
});
