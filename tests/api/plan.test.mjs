// The plan of the next round, by the API alone: made from last year's, without its answers; who answers what; documents
// to issue.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { cookieOfAccount, demoData, serve, writeTo } from './liem.mjs';

const rounds = '/api/v1/rounds';
const unit = `${rounds}/pctn-2025/units/xa-con-lang`;
let server, clerk, head, inspector, committee;

const get = async (target, cookie) => (await server.ask('GET', target, { cookie })).json;
const write = (...asked) => writeTo(server, ...asked);
const refusal = (answer) => [answer.status, answer.json.code];
const entries = async () => (await get('/api/v1/ledger/state', inspector)).entries;
const wish = { id: 'pctn-2026', title: { vi: 'Đánh giá năm 2026', en: 'Assessment of 2026' }, year: 2026, copy_from: 'pctn-2025' };

before(async () => {
  server = await serve(demoData());
  [clerk, head, inspector, committee] = await Promise.all(['canbo.conlang', 'chutich.conlang', 'thanhtra', 'uyban'].map((name) => cookieOfAccount(server, name)));
});
after(() => server.stop());

test('the head says who answers what, and a clerk is told only of what is his or nobody\'s', async () => {
  const before_ = await server.ask('GET', `${unit}/assignments`, { cookie: head });
  assert.deepEqual(before_.json.people.map(({ account }) => account).sort(), ['canbo.conlang', 'chutich.conlang']);
  const assignments = [{ criterion: 'A.1.1', account: 'chutich.conlang' }, { criterion: 'A.1.2', account: 'canbo.conlang' }];
  assert.deepEqual(refusal(await write('PUT', `${unit}/assignments`, { assignments }, clerk)), [403, 'workflow.wrong_role']);
  assert.deepEqual(refusal(await write('PUT', `${unit}/assignments`, { assignments: [{ criterion: 'Z.9', account: 'canbo.conlang' }] }, head)),
    [404, 'assessment.no_criterion']);
  assert.deepEqual(refusal(await write('PUT', `${unit}/assignments`, { assignments: [{ criterion: 'A.1.1', account: 'thanhtra' }] }, head)),
    [400, 'assessment.not_of_unit']);
  const saved = await write('PUT', `${unit}/assignments`, { assignments }, head, { 'if-match': before_.headers.etag });
  assert.equal(saved.status, 200, saved.text);
  assert.deepEqual(saved.json.assignments, assignments);
  assert.deepEqual(refusal(await write('PUT', `${unit}/assignments`, { assignments: [] }, head, { 'if-match': before_.headers.etag })), [412, 'http.changed']);
  const editing = async (cookie) => (await get('/api/v1/work', cookie)).find(({ act }) => act === 'edit').criteria;
  const his = await editing(clerk);
  assert.ok(!his.includes('A.1.1') && his.includes('A.1.2') && his.includes('A.2.1'));
  assert.ok((await editing(head)).includes('A.1.1'), 'a head sees all that is open');
  const leaf = (await get(`${unit}/work`, clerk)).criteria.find(({ code }) => code === 'A.1.1');
  assert.deepEqual(leaf.assigned, ['chutich.conlang']);
});

test('a document to issue is listed, issued with its number, or dropped with a reason', async () => {
  const tasks = `${rounds}/pctn-2025/tasks`;
  assert.deepEqual(refusal(await write('POST', tasks, { title: 'Kế hoạch đánh giá' }, clerk)), [403, 'workflow.wrong_role']);
  assert.deepEqual(refusal(await write('POST', tasks, { title: 'Kế hoạch', unit: 'khong-co' }, inspector)), [400, 'assessment.task_unit']);
  const made = await write('POST', tasks, { title: 'Kế hoạch đánh giá năm', due: '2025-02-15', unit: 'thanh-tra-tinh' }, inspector);
  assert.equal(made.status, 201, made.text);
  const task = `${tasks}/${made.json.id}`;
  assert.deepEqual(refusal(await write('PUT', task, { ...made.json, id: undefined, state: 'done' }, inspector)), [400, 'assessment.task_document']);
  assert.deepEqual(refusal(await write('PUT', task, { title: 'Kế hoạch', state: 'dropped' }, inspector)), [400, 'assessment.task_reason']);
  const done = await write('PUT', task, { title: made.json.title, due: made.json.due, unit: made.json.unit, state: 'done', document: '15/KH-UBND' }, committee,
    { 'if-match': made.headers.etag });
  assert.equal(done.status, 200, done.text);
  await write('POST', tasks, { title: 'Công văn nhắc việc', due: '2024-02-29' }, inspector);
  const dropped = await write('POST', tasks, { title: 'Văn bản thừa', state: 'dropped', reason: 'Đã gộp vào kế hoạch' }, inspector);
  assert.equal(dropped.status, 201, dropped.text);
  assert.deepEqual(refusal(await write('PUT', `${tasks}/99`, { title: 'Kế hoạch' }, inspector)), [404, 'assessment.no_task']);
  assert.deepEqual((await get(`${rounds}/pctn-2025/plan`, clerk)).tasks.map(({ state }) => state), ['done', 'open', 'dropped']);
});

test('next year\'s round takes over structure, deadlines, people and documents, and not one answer', async () => {
  for (const step of ['self_assessment', 'appraisal', 'objection', 'approval', 'submission', 'review']) {
    await write('PUT', `${rounds}/pctn-2025/steps/${step}`, { due: '2026-02-28' }, inspector);
  }
  const log = await entries();
  const tried = await write('POST', `${rounds}?dry_run=true`, wish, inspector);
  assert.equal(tried.status, 201, tried.text);
  assert.equal(await entries(), log);
  assert.equal((await get(rounds, inspector)).length, 1);
  assert.deepEqual(refusal(await write('POST', rounds, wish, clerk)), [403, 'workflow.wrong_role']);

  const made = await write('POST', rounds, wish, inspector, { 'idempotency-key': 'ke-hoach-2026' });
  assert.equal(made.status, 201, made.text);
  assert.deepEqual(made.json, tried.json);
  const again = await write('POST', rounds, wish, inspector, { 'idempotency-key': 'ke-hoach-2026' });
  assert.deepEqual(again.json, made.json);
  assert.deepEqual([made.json.round.from, made.json.round.to, made.json.round.set.id], ['2025-12-16', '2026-12-15', 'pctn-2024']);
  assert.equal(made.json.assignments, 2);
  assert.deepEqual(made.json.tasks.map(({ title, due, state, document }) => [title, due, state, document]),
    [['Kế hoạch đánh giá năm', '2026-02-15', 'open', ''], ['Công văn nhắc việc', '2025-02-28', 'open', '']]);
  assert.deepEqual([...new Set(made.json.deadlines.map(({ due }) => due))], ['2027-02-28']);

  const work = await get(`${rounds}/pctn-2026/work`, inspector);
  assert.equal(work.state, 'planned');
  assert.ok(work.files.length > 20 && work.files.every(({ state, version }) => state === 'drafting' && version === null));
  const own = await get(`${rounds}/pctn-2026/units/so-xay-dung/work`, inspector);
  assert.equal(own.reached, '0');
  assert.ok(own.criteria.every(({ self, computed, history }) => self === null && computed === null && history.length === 0));
  assert.deepEqual((await get(`${rounds}/pctn-2026/plan`, inspector)).copied_from, 'pctn-2025');
});

test('a planned round opens once every step has a deadline; until then nobody writes in it', async () => {
  const next = `${rounds}/pctn-2026`;
  const answer = `${next}/units/xa-con-lang/answers/A.1.2`;
  const [{ id }] = (await get(answer, clerk)).items;
  const save = () => write('PATCH', answer, { items: [{ id, state: 'given', value: '1' }] }, clerk);
  assert.deepEqual(refusal(await save()), [409, 'workflow.round_state']);
  assert.deepEqual(refusal(await write('POST', `${next}/work/acts`, { act: 'open' }, inspector)), [409, 'workflow.no_deadlines']);
  assert.equal((await write('PUT', `${next}/steps/publication`, { due: '2027-06-30' }, inspector)).status, 200);
  const opened = await write('POST', `${next}/work/acts`, { act: 'open' }, inspector);
  assert.equal(opened.json.state, 'open', opened.text);
  assert.notEqual((await save()).status, 409);
});

test('a plan that cannot be says what is wrong and where', async () => {
  const plan = (change) => write('POST', rounds, { ...wish, id: 'pctn-2027', year: 2027, ...change }, inspector);
  assert.deepEqual(refusal(await plan({ id: 'pctn-2026' })), [409, 'assessment.round_exists']);
  assert.deepEqual(refusal(await plan({ id: 'Đợt 2027' })), [400, 'assessment.bad_plan_id']);
  assert.deepEqual(refusal(await plan({ copy_from: 'khong-co' })), [400, 'assessment.no_round_to_copy']);
  assert.deepEqual(refusal(await plan({ copy_from: null })), [400, 'assessment.plan_wants_set']);
  assert.deepEqual(refusal(await plan({ set: '../../etc/passwd' })), [400, 'assessment.no_shipped_set']);
  assert.deepEqual(refusal(await plan({ from: '2027-05-01', to: '2027-04-01' })), [400, 'assessment.bad_plan_period']);
  assert.deepEqual(refusal(await plan({ year: 1 })), [400, 'assessment.bad_plan_year']);
  assert.equal((await get(rounds, inspector)).length, 2);
});

test('a round may be planned on another set, whose criteria the assignments follow as far as they lead there', async () => {
  const { sets } = await get('/api/v1/indicator-sets', committee);
  assert.ok(sets.some(({ id }) => id === 'pctn-2023'));
  const made = await write('POST', `${rounds}?dry_run=true`, { ...wish, id: 'pctn-2028', year: 2028, set: 'pctn-2023' }, committee);
  assert.equal(made.status, 201, made.text);
  assert.equal(made.json.round.set.id, 'pctn-2023');
  assert.equal(made.json.assignments + made.json.assignments_dropped, 2);
});
