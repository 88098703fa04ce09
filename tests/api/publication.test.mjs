// What a round came to, published and corrected: frozen by its hash, open to everybody, and told of in the log.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { run, temporaryFolder } from './liem.mjs';
import { home, publishable, round } from './publishable.mjs';

let place, first;
before(async () => { place = await publishable(); });
after(() => place.server.stop());

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const refusal = (answer) => [answer.status, answer.json.code];
const open = (target, headers = {}) => place.server.ask('GET', `/api/v1/publications${target}`, { headers });
const publication = (number) => open(`/${round}/${number}`);
const entries = async () => (await place.get('/api/v1/ledger/state', place.people.inspector)).entries;
const row = (document, code) => document.criteria.find((one) => one.code === code);
const publish = (body, who, query) => place.roundAct({ act: 'publish', ...body }, who, query);

test('before anything is published there is nothing to read, and nothing to correct', async () => {
  assert.deepEqual((await open('')).json, []);
  assert.deepEqual(refusal(await publication(1)), [404, 'assessment.no_publication']);
  assert.deepEqual(refusal(await publish({}, place.people.clerk)), [403, 'workflow.wrong_role']);
  assert.deepEqual(refusal(await publish({}, place.people.inspector)), [409, 'workflow.round_state']);
});

test('what would be published is shown first, and nothing of it is kept', async () => {
  await place.review();
  const told = await entries();
  const tried = await publish({}, place.people.inspector, '?dry_run=true');
  assert.equal(tried.status, 200, tried.text);
  assert.equal(tried.headers['liem-dry-run'], 'true');
  assert.deepEqual([tried.json.publication.number, tried.json.publication.changes], [1, []]);
  assert.equal(row(tried.json.publication.document, 'A.1.1').reviewed, '0.5');
  assert.equal(await entries(), told);
  assert.deepEqual((await open('')).json, []);
  assert.equal((await place.get(`/api/v1/rounds/${round}/work`, place.people.inspector)).state, 'reviewed');
});

test('a publication is one act, one row in the log and one document that bears its hash', async () => {
  const done = await publish({}, place.people.committee);
  assert.equal(done.json.state, 'published');
  first = await publication(1);
  assert.equal(sha256(first.bytes), done.json.publication.sha256);
  assert.equal(first.headers.etag, `"${sha256(first.bytes)}"`);
  assert.deepEqual(first.json, done.json.publication.document);
  const [entry] = (await place.get('/api/v1/ledger?limit=1', place.people.inspector)).entries;
  assert.deepEqual([entry.act, entry.object.id, entry.after.value.number, entry.after.value.sha256],
    ['result_published', `${round}.1`, 1, sha256(first.bytes)]);
  assert.match(entry.sentence.vi, /Công bố kết quả/);
  assert.deepEqual(refusal(await publish({}, place.people.committee)), [409, 'workflow.round_state']);
});

test('the document tells every score of the province, the sums of its set, and who published it', () => {
  const { json } = first;
  assert.deepEqual(Object.keys(json.published_by).sort(), ['name', 'on_behalf_of', 'role', 'unit']);
  assert.deepEqual([json.published_by.role, json.published_by.unit.id, json.province.id], ['committee', home, home]);
  const { appraised, submitted, reviewed, reason, maximum } = row(json, 'A.1.1');
  assert.deepEqual([appraised, submitted, reviewed, reason, maximum], ['0.5', null, '0.5', 'Theo hồ sơ rà soát.', '1']);
  const leaves = json.criteria.filter((one) => one.leaf && one.code.startsWith('A.') && one.state !== 'not_applicable');
  const sum = leaves.reduce((all, one) => all + Number(one.reviewed), 0);
  assert.equal(Number(row(json, 'A').reviewed), sum);
  assert.ok(Number(row(json, null).reviewed) > 0);
  assert.equal(row(json, null).submitted, null, 'nobody set the points to submit');
});

test('whoever likes takes it away as a table, and the log does not tell of it', async () => {
  const before = await entries();
  const exported = (list, query) => place.server.ask('GET', `/api/v1/exports/publications/${round}/1/${list}?${query}`, {});
  const criteria = await exported('criteria', 'format=csv');
  assert.equal(criteria.status, 200, criteria.text);
  assert.match(criteria.text, /\r\nA\.1\.1,[^\n]*,1,[^,]*,0\.5,,0\.5,Theo hồ sơ rà soát\.\r\n/);
  const units = await exported('units', 'format=csv&locale=en&sort=-score_appraised');
  assert.match(units.text, /Unit id,Unit,Kind,Rank,Self-score,Appraised points/);
  assert.equal(units.text.trim().split('\r\n').length - 1, first.json.units.length);
  assert.equal((await exported('units', 'format=xlsx')).bytes.subarray(0, 2).toString(), 'PK');
  assert.equal((await exported('units', 'format=csv')).headers['set-cookie'], undefined);
  assert.equal(await entries(), before);
});

test('units stand in it with the scores that the workflow names, ranked among their kind', () => {
  const { units, unit_scores: scores, ranked_by: by } = first.json;
  assert.deepEqual([scores, by], [['self', 'appraised'], 'appraised']);
  assert.deepEqual(units.map(({ id, rank }) => [id, rank]), [['so-a', 1], ['so-b', 2], ['xa-c', 1]]);
  const [total, ...groups] = units[0].parts;
  assert.equal(total.code, null);
  assert.deepEqual(groups.map(({ code }) => code), ['A', 'B', 'C', 'D']);
  assert.ok(!('reviewed' in total), 'what is not named is not told');
});

test('no inner word of appraisal, no account and no other person is in it', () => {
  for (const word of ['Nhận xét nội bộ', 'thanh-tra-vien', 'Vũ Văn Thí Dụ', 'Đặng Hư Cấu']) {
    assert.ok(!first.text.includes(word), word);
  }
});

test('whoever has it is told so, and the list names it', async () => {
  const again = await open(`/${round}/1`, { 'if-none-match': first.headers.etag });
  assert.deepEqual([again.status, again.text], [304, '']);
  assert.match(first.headers['cache-control'], /public/);
  const [listed] = (await open(`?round=${round}`)).json;
  assert.deepEqual([listed.number, listed.sha256, listed.act, listed.reason], [1, sha256(first.bytes), 'publish', null]);
  assert.deepEqual((await open('?round=khac')).json, []);
  assert.deepEqual((await open(`/${round}/1/changes`)).json, { number: 1, before: null, changes: [] });
  for (const number of ['0', '01', '2', 'x']) assert.deepEqual(refusal(await publication(number)), [404, 'assessment.no_publication'], number);
});

test('nothing to correct is no correction, and without a reason there is none', async () => {
  const correct = (body) => place.roundAct({ act: 'correct', ...body }, place.people.inspector);
  assert.deepEqual(refusal(await correct({})), [400, 'workflow.needs_reason']);
  assert.deepEqual(refusal(await correct({ reason: 'Không có gì mới.' })), [409, 'assessment.nothing_to_correct']);
});

test('points are amended only after publication, with a reason, and leave what was published byte for byte', async () => {
  const amend = (body, who = place.people.reviewer) => place.unitAct(home, { act: 'amend_review', criteria: ['A.1.1'], ...body }, who);
  assert.deepEqual(refusal(await amend({ points: '1' })), [400, 'workflow.needs_reason']);
  assert.deepEqual(refusal(await amend({ points: '1', reason: 'Đã có công báo.' }, place.people.inspector)), [403, 'workflow.wrong_role']);
  assert.deepEqual(refusal(await amend({ points: '2', reason: 'Đã có công báo.' })), [400, 'workflow.points_outside']);
  assert.equal((await amend({ points: '1', reason: 'Đã có công báo.' })).status, 200);
  assert.equal((await place.unitAct('so-b', { act: 'amend_appraisal', criteria: ['A.1.1'], points: '1', reason: 'Tính lại.' }, place.people.inspector)).status, 200);
  const same = await publication(1);
  assert.ok(same.bytes.equals(first.bytes));
  assert.equal(same.headers.etag, first.headers.etag);
});

test('a correction is a publication of its own with its reason and what it changes', async () => {
  const wanted = { act: 'correct', reason: 'Đính chính điểm tiêu chí A.1.1.' };
  const tried = await place.roundAct(wanted, place.people.inspector, '?dry_run=true');
  assert.equal(tried.json.publication.number, 2);
  assert.deepEqual(refusal(await publication(2)), [404, 'assessment.no_publication']);
  const done = await place.roundAct(wanted, place.people.inspector);
  assert.equal(done.status, 200, done.text);
  const second = await publication(2);
  assert.deepEqual([second.json.number, second.json.reason], [2, wanted.reason]);
  const { before: from, changes } = (await open(`/${round}/2/changes`)).json;
  assert.equal(from, 1);
  assert.deepEqual(changes, done.json.publication.changes);
  const of = (id, field) => changes.find((one) => one.id === id && one.field === field);
  assert.deepEqual([of('A.1.1', 'reviewed').before, of('A.1.1', 'reviewed').after], ['0.5', '1']);
  assert.equal(of('A.1.1', 'reason').after, 'Đã có công báo.');
  assert.ok(of('A', 'reviewed') && of(null, 'reviewed'), 'sums follow');
  assert.deepEqual(changes.filter((one) => one.of === 'unit' && one.part === null && one.field === 'appraised').map(({ id }) => id), ['so-b']);
  assert.deepEqual((await open('')).json.map(({ number }) => number), [2, 1]);
  assert.ok((await publication(1)).bytes.equals(first.bytes));
});

test('the history of the round tells the number of each publication, and the log is whole', async () => {
  const { history } = await place.get(`/api/v1/rounds/${round}/work`, place.people.committee);
  assert.deepEqual(history.filter(({ act }) => ['publish', 'correct'].includes(act)).map(({ act, version }) => [act, version]),
    [['publish', 1], ['correct', 2]]);
  assert.equal(run('ledger', 'verify', '--data', place.data).status, 0);
  assert.equal(run('fsck', '--data', place.data).status, 0);
});

test('at the terminal publications are listed, shown byte for byte, tried, and held against the log', () => {
  const terminal = (command, ...more) => run('publication', command, '--data', place.data, ...more);
  assert.deepEqual(JSON.parse(terminal('list', '--format', 'json').stdout).map(({ number, sha256: hash }) => [number, hash]).at(-1), [1, sha256(first.bytes)]);
  assert.match(terminal('list').stdout, new RegExp(sha256(first.bytes)));
  assert.equal(terminal('show', '--round', round, '--number', '1').stdout, first.text);
  assert.equal(JSON.parse(terminal('show', '--round', round).stdout).number, 2);
  assert.equal(terminal('show', '--round', round, '--number', '3').status, 1);
  const nothing = terminal('preview', '--round', round, '--reason', 'Thử xem trước.');
  assert.deepEqual([nothing.status, /nothing to correct/.test(nothing.stderr)], [1, true]);
  assert.match(terminal('verify').stdout, /^2 publications are as they were/);
  const file = path.join(temporaryFolder(), 'ban.json');
  writeFileSync(file, first.bytes);
  assert.equal(terminal('verify', file).status, 0);
  writeFileSync(file, first.text.replace('"reviewed":"0.5"', '"reviewed":"0.6"'));
  const altered = terminal('verify', file);
  assert.deepEqual([altered.status, /was altered/.test(altered.stderr)], [3, true]);
  writeFileSync(file, first.text.replace('"number":1', '"number":7'));
  assert.equal(terminal('verify', file).status, 3, 'the log tells of no such number');
  writeFileSync(file, '{}');
  assert.equal(terminal('verify', file).status, 1);
});
