// A unit's file from the first answer to the ruling on an objection, by the API alone.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { send, settled } from './documents.mjs';
import { cookieOfAccount, demoData, root, run, serve, writeTo } from './liem.mjs';

const round = '/api/v1/rounds/pctn-2025';
const unit = `${round}/units/xa-con-lang`;
let server, data, clerk, head, inspector, second, committee, other;

before(async () => {
  data = demoData();
  server = await serve(data);
  [clerk, head, inspector, second, committee, other] = await Promise.all(
    ['canbo.conlang', 'chutich.conlang', 'thanhtra', 'thanhtra.hai', 'uyban', 'canbo.xaydung'].map((name) => cookieOfAccount(server, name)));
});
after(() => server.stop());

const get = async (target, cookie) => (await server.ask('GET', target, { cookie })).json;
const write = (...asked) => writeTo(server, ...asked);
const save = (code, body, { cookie = clerk, headers, query = '' } = {}) =>
  write('PATCH', `${unit}/answers/${code}${query}`, body, cookie, headers);
const act = (body, cookie, { query = '', headers } = {}) => write('POST', `${unit}/work/acts${query}`, body, cookie, headers);
const refusal = (answer) => [answer.status, answer.json.code];
const leaf = async (code, cookie) => (await get(`${unit}/work`, cookie)).criteria.find((one) => one.code === code);
const allowed = (one, name) => one.acts.find(({ act: given }) => given === name)?.why_not.length === 0;
const entries = async () => (await get('/api/v1/ledger/state', inspector)).entries;

const some = { yes_no: 'true', count: '100', money: '1000', days: '100', percent: '50', index: '50', level: '1' };

async function answerAll() {
  for (const { code } of (await get(`${unit}/work`, clerk)).criteria) {
    const { items } = await get(`${unit}/answers/${code}`, clerk);
    const blank = items.filter(({ state }) => state === 'blank');
    if (blank.length === 0) continue;
    const saved = await save(code, { items: blank.map(({ id, kind }) => ({ id, state: 'given', value: some[kind] })) });
    assert.equal(saved.status, 200, `${code}: ${saved.text}`);
  }
}

test('what waits is told to whoever can do it, with nothing that is not theirs', async () => {
  const mine = await get('/api/v1/work', clerk);
  assert.deepEqual([...new Set(mine.map((one) => `${one.act} ${one.unit.id}`))], ['edit xa-con-lang']);
  assert.ok(mine[0].criteria.length > 20);
  const queue = await get('/api/v1/work', inspector);
  assert.ok(queue.some((one) => one.act === 'appraise' && one.unit.id === 'so-xay-dung'));
  assert.ok(!queue.some((one) => one.unit?.id === 'xa-con-lang'));
  assert.deepEqual(await get('/api/v1/work', other), []);
});

test('an answer is kept as it is written, counted at once, and seen by nobody outside the unit', async () => {
  const empty = await server.ask('GET', `${unit}/answers/A.1.1`, { cookie: clerk });
  assert.equal(empty.json.computed, null);
  const [item] = empty.json.items;
  const before_ = await entries();
  const tried = await save('A.1.1', { items: [{ id: item.id, state: 'given', value: 'true' }] }, { query: '?dry_run=true' });
  assert.equal(tried.json.computed, '1');
  assert.equal(await entries(), before_);
  const saved = await save('A.1.1', { items: [{ id: item.id, state: 'given', value: 'true', note: 'Đã đăng công báo' }], self: '1' },
    { headers: { 'if-match': empty.headers.etag } });
  assert.equal(saved.status, 200);
  assert.deepEqual([saved.json.computed, saved.json.self, saved.json.items[0].value, saved.json.items[0].source.note],
    ['1', '1', 'true', 'Đã đăng công báo']);
  assert.equal((await get(`${unit}/assessment`, clerk)).points.reached, '1');
  assert.equal((await get(`${unit}/assessment`, head)).points.reached, '1');
  assert.equal((await get(`${unit}/assessment`, inspector)).points.reached, '0');
  assert.equal((await leaf('A.1.1', inspector)).self, null);
});

test('two who write one answer: the second is shown both and nothing is lost', async () => {
  const read = await server.ask('GET', `${unit}/answers/A.1.1`, { cookie: head });
  const [{ id }] = read.json.items;
  const change = (note) => ({ items: [{ id, state: 'given', value: 'true', note }] });
  assert.equal((await save('A.1.1', change('Lần một'), { headers: { 'if-match': read.headers.etag } })).status, 200);
  const late = await save('A.1.1', change('Lần hai'), { cookie: head, headers: { 'if-match': read.headers.etag } });
  assert.deepEqual(refusal(late), [412, 'http.changed']);
  assert.equal(late.json.current.items[0].source.note, 'Lần một');
  assert.equal(late.json.given.items[0].note, 'Lần hai');
  // Another criterion is another answer.
  const { items } = await get(`${unit}/answers/A.1.2`, head);
  assert.equal((await save('A.1.2', { items: [{ id: items[0].id, state: 'given', value: 'true' }] }, { cookie: head })).status, 200);
});

test('an answer that cannot be is refused and named, and nothing of it is kept', async () => {
  const { items } = await get(`${unit}/answers/B.1.9`, clerk);
  const [first, second_] = items;
  const wrong = await save('B.1.9', { items: [{ id: first.id, state: 'given', value: '5' }, { id: second_.id, state: 'given', value: '-1' }] });
  assert.deepEqual(refusal(wrong), [400, 'indicators.negative_value']);
  assert.equal(wrong.json.path, '/items/1');
  assert.equal((await get(`${unit}/answers/B.1.9`, clerk)).items[0].state, 'blank');
  const [obliged, done] = ['declarations.obliged', 'declarations.submitted'];
  await save('B.1.9', { items: [{ id: obliged, state: 'given', value: '5' }] });
  const more = await save('B.1.9', { items: [{ id: done, state: 'given', value: '6' }] });
  assert.deepEqual([...refusal(more), more.json.path], [400, 'indicators.more_done_than_obliged', '/items/0'], 'beside what stands already');
  await save('B.1.9', { items: [{ id: obliged, state: 'blank' }] });
  assert.deepEqual(refusal(await save('A.1.1', { items: [{ id: first.id, state: 'given', value: '5' }] })), [400, 'assessment.not_of_criterion']);
  assert.deepEqual(refusal(await save('A.1.1', { self: '1.5' })), [400, 'assessment.self_outside']);
  assert.deepEqual(refusal(await save('A.1.1', { items: [{ id: items[0].id, state: 'lost' }] })), [400, 'assessment.not_of_criterion']);
  assert.deepEqual(refusal(await save('Z.9', { self: '1' })), [404, 'assessment.no_criterion']);
});

test('only people of the unit write, and a part of a file is not signed', async () => {
  for (const cookie of [inspector, committee]) {
    assert.deepEqual(refusal(await save('A.1.1', { self: '0.5' }, { cookie })), [403, 'workflow.wrong_role']);
  }
  assert.deepEqual(refusal(await save('A.1.1', { self: '0.5' }, { cookie: other })), [403, 'assessment.no_right']);
  assert.deepEqual(refusal(await act({ act: 'hand_in' }, clerk)), [403, 'workflow.wrong_role']);
  const early = await act({ act: 'hand_in' }, head);
  assert.deepEqual(refusal(early), [409, 'workflow.incomplete']);
  assert.match(early.json.message.vi, /chưa trả lời/);
  assert.deepEqual(refusal(await act({ act: 'sing' }, head)), [400, 'assessment.no_act']);
});

test('a report its people send is read, and what it says is proposed with its sentence and taken over by it', async () => {
  const text = readFileSync(path.join(root, 'data/demo/submissions/so-xay-dung/report.txt'));
  const sent = await send(server, clerk, 'bao-cao.txt', text);
  await settled(server, clerk, sent.json.id);
  const report = (document, cookie) => write('PUT', `${unit}/report`, { document }, cookie);
  assert.deepEqual(refusal(await report(sent.json.id, inspector)), [403, 'workflow.wrong_role']);
  assert.deepEqual(refusal(await report(sent.json.id, head)), [404, 'assessment.no_document'], 'a document is its sender\'s');
  assert.equal((await report(sent.json.id, clerk)).status, 200);
  const proposed = await get(`${unit}/proposals`, clerk);
  assert.ok(proposed.length >= 5, `${proposed.length} proposals`);
  assert.deepEqual(await get(`${unit}/proposals`, inspector), [], 'until it is handed in it is nobody else\'s');
  const one = proposed.find(({ confidence, criteria }) => confidence === 'certain' && criteria.length > 0);
  assert.ok(one.text.replaceAll(/\D/g, '').includes(one.value), `${one.value} stands in "${one.text}"`);
  const saved = await save(one.criteria[0], { items: [{ id: one.item, state: 'given', value: one.value, quote: one.sentence }] });
  assert.equal(saved.status, 200, saved.text);
  const { source } = saved.json.items.find(({ id }) => id === one.item);
  assert.equal(source.kind, 'report');
  assert.deepEqual([source.bytes, source.report], [one.sentence, 'pctn-2025.xa-con-lang']);
  assert.equal(source.text.replaceAll(/\s+/g, ' ').trim(), one.text);
  const seen = await get(`/api/v1/reports/pctn-2025.xa-con-lang`, clerk);
  assert.ok(seen.reading.figures.length > 0);
  assert.deepEqual(refusal(await server.ask('GET', '/api/v1/reports/pctn-2025.xa-con-lang', { cookie: inspector })), [404, 'assessment.no_report']);
});

test('a document is attached as evidence with the number it bears itself', async () => {
  const sent = await send(server, clerk, 'ke-hoach.txt', [
    'ỦY BAN NHÂN DÂN', 'XÃ CỒN LÀNG', 'Số: 17/KH-UBND', 'Cồn Làng, ngày 10 tháng 01 năm 2025', '', 'KẾ HOẠCH',
    'Phòng, chống tham nhũng năm 2025', '', 'Thực hiện Luật Phòng, chống tham nhũng, Ủy ban nhân dân xã ban hành kế hoạch.', ''].join('\n'));
  await settled(server, clerk, sent.json.id);
  const attach = (body, cookie = clerk) => write('POST', `${unit}/evidence`, body, cookie);
  assert.deepEqual(refusal(await attach({ document: sent.json.id, criteria: ['Z.1'] })), [404, 'assessment.no_criterion']);
  assert.deepEqual(refusal(await attach({ document: sent.json.id, criteria: ['A.1.1'] }, inspector)), [403, 'workflow.wrong_role']);
  const { position } = (await attach({ document: sent.json.id, criteria: ['A.1.2', 'A.1.1'] })).json;
  const { evidence } = await get(`${unit}/criteria/A.1.1`, clerk);
  assert.deepEqual([position, evidence[0].number, evidence[0].date, evidence[0].file.name], [1, '17/KH-UBND', '2025-01-10', 'ke-hoach.txt']);
  assert.deepEqual((await get(`${unit}/criteria/A.1.1`, inspector)).evidence, []);
});

test('a deadline that is past bars the signature until it is put off, with a reason', async () => {
  await answerAll();
  const due = (body, cookie = inspector) => write('PUT', `${round}/steps/self_assessment`, body, cookie);
  assert.deepEqual(refusal(await due({ due: '2026-01-15' }, head)), [403, 'workflow.wrong_role']);
  assert.equal((await due({ due: '2026-01-15' })).json.steps[0].due, '2026-01-15');
  assert.deepEqual(refusal(await act({ act: 'hand_in' }, head)), [409, 'workflow.past_due']);
  assert.deepEqual(refusal(await due({ due: '2999-01-20', unit: 'xa-con-lang' })), [400, 'workflow.needs_reason']);
  assert.equal((await due({ due: '2999-01-20', unit: 'xa-con-lang', reason: 'Xã bị lũ, mất điện ba ngày.' })).status, 200);
  const [step] = (await get(`${unit}/work`, head)).steps;
  assert.deepEqual([step.due, step.own], ['2999-01-20', true]);
  assert.deepEqual(refusal(await due({ due: '20/01/2026' })), [400, 'http.bad_field']);
});

test('a signed file is a version of its own, locked, and counts for all from then on', async () => {
  const tried = await act({ act: 'hand_in' }, head, { query: '?dry_run=true' });
  assert.equal(tried.json.rows[0].state, 'handed_in');
  assert.equal((await get(`${unit}/work`, head)).state, 'drafting');
  const key = { headers: { 'idempotency-key': 'nop-lan-1' } };
  assert.equal((await act({ act: 'hand_in' }, head, key)).json.rows[0].state, 'handed_in');
  assert.equal((await act({ act: 'hand_in' }, head, key)).headers['idempotent-replayed'], 'true');
  const work = await get(`${unit}/work`, inspector);
  assert.deepEqual([work.state, work.version, work.history[0].by.account], ['handed_in', 1, 'chutich.conlang']);
  assert.ok(Number(work.reached) > 1);
  assert.equal(work.reachable, work.maximum);
  assert.equal((await get(`${unit}/criteria/A.1.1`, inspector)).evidence.length, 1);
  assert.ok((await get('/api/v1/reports/pctn-2025.xa-con-lang', inspector)).reading.figures.length > 0);
  assert.deepEqual(refusal(await save('A.1.1', { self: '0.5' })), [409, 'workflow.wrong_state']);
  assert.deepEqual(refusal(await act({ act: 'hand_in' }, head)), [409, 'workflow.file_state']);
  assert.ok((await get('/api/v1/work', inspector)).some((one) => one.act === 'appraise' && one.unit.id === 'xa-con-lang'));
  assert.deepEqual(await get('/api/v1/work', clerk), []);
});

test('points that differ want a reason; what is not in dispute is taken in one go, each told of', async () => {
  const points = (body, cookie = inspector) => act({ act: 'appraise', criteria: ['A.1.1'], ...body }, cookie);
  assert.deepEqual(refusal(await points({ points: '0.5' })), [400, 'workflow.needs_reason_where_points_differ']);
  assert.deepEqual(refusal(await points({ points: '7', reason: 'Cao hơn tối đa.' })), [400, 'workflow.points_outside']);
  assert.deepEqual(refusal(await points({ points: '0.5' }, head)), [403, 'workflow.wrong_role']);
  assert.equal((await points({ points: '0.5', reason: 'Kế hoạch ban hành muộn.' })).status, 200);
  const { appraised } = await leaf('A.1.1', head);
  assert.deepEqual([appraised.points, appraised.reason, appraised.by.account], ['0.5', 'Kế hoạch ban hành muộn.', 'thanhtra']);
  const codes = (await get(`${unit}/work`, inspector)).criteria.map(({ code }) => code);
  const { rows } = (await act({ act: 'appraise', criteria: codes.filter((code) => code !== 'A.1.1'), each: true }, inspector)).json;
  assert.ok(rows.length > 20 && rows.every(({ state }) => state === 'appraised'), JSON.stringify(rows.find(({ state }) => state !== 'appraised')));
});

test('one criterion goes back while the rest stays locked, and comes again as a version that shows what changed', async () => {
  assert.deepEqual(refusal(await act({ act: 'return', criteria: ['B.1.1'] }, inspector)), [400, 'workflow.needs_reason']);
  assert.equal((await act({ act: 'return', criteria: ['B.1.1'], reason: 'Thiếu số công khai quý IV.' }, inspector)).status, 200);
  const [back] = (await get('/api/v1/work', clerk)).filter((one) => one.act === 'edit');
  assert.deepEqual([back.criteria, back.last.reason, back.last.by.name], [['B.1.1'], 'Thiếu số công khai quý IV.', 'Vũ Văn Thí Dụ']);
  assert.deepEqual(refusal(await save('A.1.1', { self: '1' })), [409, 'workflow.wrong_state']);
  const { items } = await get(`${unit}/answers/B.1.1`, clerk);
  const due = items.find(({ id }) => id === 'disclosure.due');
  assert.equal((await save('B.1.1', { items: [{ id: due.id, state: 'given', value: '200' }] })).status, 200);
  const seen = (await get(`${unit}/answers/B.1.1`, inspector)).items.find(({ id }) => id === due.id);
  assert.equal(seen.value, '100', 'until it is signed the inspector sees what was handed in');
  assert.equal((await act({ act: 'hand_in_again', criteria: ['B.1.1'] }, head)).json.rows[0].state, 'handed_in');
  const versions = await get(`${unit}/versions`, inspector);
  assert.equal(versions.length, 2);
  assert.deepEqual(versions[1].changes.map(({ id, before: from, after: to }) => [id, from, to]), [['disclosure.due', '100', '200']]);
  assert.equal((await leaf('B.1.1', inspector)).state, 'handed_in');
  assert.equal((await leaf('A.1.2', inspector)).state, 'appraised');
  assert.equal((await act({ act: 'appraise', criteria: ['B.1.1'] }, inspector)).status, 200);
});

test('an objection is ruled on by somebody else than whoever set the points', async () => {
  assert.deepEqual(refusal(await act({ act: 'object', criteria: ['A.1.1'], reason: 'Đúng hạn.' }, clerk)), [403, 'workflow.wrong_role']);
  assert.equal((await act({ act: 'object', criteria: ['A.1.1'], reason: 'Kế hoạch ban hành đúng hạn, có công báo.' }, head)).status, 200);
  assert.deepEqual(refusal(await act({ act: 'finish_appraisal' }, inspector)), [409, 'workflow.incomplete']);
  const ruling = { act: 'rule', criteria: ['A.1.1'], points: '1', reason: 'Chấp nhận: công báo ngày 10/01.' };
  assert.deepEqual(refusal(await act(ruling, inspector)), [403, 'workflow.four_eyes']);
  assert.equal(allowed(await leaf('A.1.1', inspector), 'rule'), false);
  assert.equal(allowed(await leaf('A.1.1', second), 'rule'), true);
  assert.equal((await act(ruling, second)).status, 200);
  const ruled = await leaf('A.1.1', head);
  assert.deepEqual([ruled.state, ruled.appraised.points], ['ruled', '1']);
  assert.deepEqual(ruled.history.map((one) => one.act), ['edit', 'appraise', 'object', 'rule']);
  assert.equal((await act({ act: 'finish_appraisal' }, inspector)).json.rows[0].state, 'appraised');
});

test('a document is judged for the criterion it was handed in for, with a reason where it is not taken', async () => {
  const work = `${round}/units/so-xay-dung`;
  const { evidence } = await get(`${work}/criteria/A.1.1`, inspector);
  const place = `${work}/evidence/${evidence[0].index}/verdicts/A.1.1`;
  assert.deepEqual(refusal(await write('PUT', place, { verdict: 'refused' }, inspector)), [400, 'assessment.verdict_reason']);
  const judged = await write('PUT', place, { verdict: 'partly', page: 2, reason: 'Thiếu phụ lục.' }, inspector, { 'if-none-match': '*' });
  assert.deepEqual([judged.status, judged.json.verdict, judged.json.page], [200, 'partly', 2]);
  assert.deepEqual(refusal(await write('PUT', place, { verdict: 'accepted' }, second, { 'if-none-match': '*' })), [412, 'http.changed']);
  assert.equal((await write('PUT', place, { verdict: 'accepted' }, second, { 'if-match': judged.headers.etag })).status, 200);
  const known = (await get(`${work}/work`, inspector)).criteria.find(({ code }) => code === 'A.1.1').verdicts;
  assert.deepEqual(known.map(({ verdict, by }) => [verdict, by.account]), [['accepted', 'thanhtra.hai']]);
  assert.deepEqual(refusal(await write('PUT', `${work}/evidence/999/verdicts/A.1.1`, { verdict: 'accepted' }, inspector)), [404, 'assessment.no_evidence_file']);
  assert.deepEqual(refusal(await write('PUT', place.replace('A.1.1', 'D.2'), { verdict: 'accepted' }, inspector)), [400, 'assessment.not_for_criterion']);
});

test('the province is not approved while a file is open, and the log tells of every act', async () => {
  const open = await write('POST', `${round}/work/acts`, { act: 'approve' }, committee);
  assert.deepEqual(refusal(open), [409, 'workflow.incomplete']);
  const { files } = await get(`${round}/work`, committee);
  assert.equal(files.find((one) => one.unit.id === 'xa-con-lang').state, 'appraised');
  const log = await get('/api/v1/ledger?unit=xa-con-lang&limit=200', inspector);
  const codes = new Set(log.entries.map((one) => one.act));
  for (const code of ['answers_saved', 'work_done', 'deadline_set']) assert.ok(codes.has(code), code);
  assert.match(log.entries.find((one) => one.act === 'work_done').sentence.vi, /Kết thúc thẩm định hồ sơ/);
  assert.equal(run('ledger', 'verify', '--data', data).status, 0);
});
