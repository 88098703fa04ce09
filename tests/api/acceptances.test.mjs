// Findings accepted with a reason, in reports and in documents.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { read } from './documents.mjs';
import { cookieOf, demoData, root, serve, signIn, withRole } from './liem.mjs';

let server, data, clerk, inspector, head;
const own = withRole('clerk').unit;
const report = `/api/v1/reports/pctn-2025.${own}`;
const text = readFileSync(path.join(root, `data/demo/submissions/${own}/report.txt`), 'utf8');

before(async () => {
  data = demoData();
  server = await serve(data);
  [clerk, inspector, head] = await Promise.all(['clerk', 'inspector', 'head'].map((role) => cookieOf(server, role)));
});
after(() => server.stop());

const get = async (target, cookie = clerk) => (await server.ask('GET', target, { cookie })).json;
const accept = (subject, finding, reason, cookie = clerk) =>
  server.ask('PUT', `${subject}/findings/${finding}/acceptance`,
    { cookie, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ reason }) });
const withdraw = (subject, finding, cookie = clerk) =>
  server.ask('DELETE', `${subject}/findings/${finding}/acceptance`, { cookie });
const document = async (body, cookie = clerk) => `/api/v1/documents/${(await read(server, cookie, 'a.txt', body)).id}`;

test('a finding of the own report is accepted, amended and withdrawn, and stays in the reading', async () => {
  const before_ = await get(report);
  assert.deepEqual(before_.acceptances, []);
  const [{ id }] = before_.reading.findings;
  const given = await accept(report, id, '  Số liệu đã đối chiếu với sổ gốc.\n');
  assert.equal(given.json.reason, 'Số liệu đã đối chiếu với sổ gốc.');
  assert.deepEqual(given.json.by, { account: withRole('clerk').account, name: withRole('clerk').name });
  const shown = await get(report);
  assert.deepEqual(shown.acceptances, [given.json]);
  assert.deepEqual(shown.reading, before_.reading);
  const amended = await accept(report, id, 'Đã đính chính bằng công văn.', inspector);
  assert.deepEqual((await get(report)).acceptances, [amended.json]);
  assert.equal((await withdraw(report, id)).status, 204);
  assert.deepEqual((await get(report)).acceptances, []);
  assert.equal((await withdraw(report, id)).json.code, 'assessment.no_acceptance');
});

test('only the clerk of the unit and inspectors may', async () => {
  const { reading } = await get(report);
  assert.equal((await accept(report, reading.findings[0].id, 'Đã xem.', head)).status, 403);
  const foreign = '/api/v1/reports/pctn-2025.so-y-te';
  const { reading: theirs } = await get(foreign, inspector);
  assert.equal((await accept(foreign, theirs.findings[0].id, 'Đã xem.')).status, 403);
  assert.equal((await accept(foreign, theirs.findings[0].id, 'Đã xem.', inspector)).status, 200);
});

test('a reason too short, too long or none is refused with the limits', async () => {
  const [{ id }] = (await get(report)).reading.findings;
  for (const reason of ['', 'ok', '   a b  '.trim().slice(0, 2), 'ă'.repeat(1001), 3, null, 'a\u0000bc']) {
    const refused = await accept(report, id, reason);
    assert.equal(refused.status, 400);
    assert.equal(refused.json.code, 'assessment.bad_reason');
    assert.match(refused.json.message.en, /3 to 1000/);
  }
  assert.equal((await accept(report, id, 'ă'.repeat(1000))).status, 200);
  await withdraw(report, id);
});

test('a finding that is not there is not accepted', async () => {
  assert.equal((await accept(report, '0'.repeat(16), 'Đã xem.')).json.code, 'assessment.no_finding');
});

test('an acceptance stays when the text is sent again, moved or amended elsewhere', async () => {
  const first = await document(text);
  const { reading } = await get(`${first}/report`);
  const { id } = reading.findings.find((one) => one.severity === 'error');
  const { json } = await accept(first, id, 'Đã đối chiếu.');
  for (const body of [text, `Dòng thêm ở đầu.\n\n${text}`, `${text}\nPhụ lục thêm ở cuối.\n`]) {
    const { acceptances, reading: again } = await get(`${await document(body)}/report`);
    assert.deepEqual(acceptances, [json]);
    assert.ok(again.findings.some((one) => one.id === id));
  }
  assert.deepEqual((await get(`${await document('Không có gì.')}/report`)).acceptances, []);
  assert.deepEqual((await get(report)).acceptances, [], 'documents and reports are apart');
});

test('it is shared by the people of the unit, not beyond', async () => {
  const mine = await document(text);
  const [{ id }] = (await get(`${mine}/report`)).reading.findings;
  await accept(mine, id, 'Đã đối chiếu.');
  const accepted = async (cookie) =>
    (await get(`${await document(text, cookie)}/report`, cookie)).acceptances.map((one) => one.finding);
  assert.ok((await accepted(head)).includes(id));
  assert.ok(!(await accepted(inspector)).includes(id));
});

test('it outlives the document and the server', async () => {
  const mine = await document(text);
  const { id } = (await get(`${mine}/report`)).reading.findings.at(-1);
  await accept(mine, id, 'Giữ nguyên.');
  await server.ask('DELETE', mine, { cookie: clerk });
  await server.stop();
  server = await serve(data);
  const again = await get(`${await document(text)}/report`);
  assert.ok(again.acceptances.some((one) => one.finding === id && one.reason === 'Giữ nguyên.'));
});

test('signing in as another person does not change who accepted', async () => {
  const [{ id }] = (await get(report)).reading.findings;
  await accept(report, id, 'Đã xem lại.', inspector);
  const again = await signIn(server, withRole('clerk'));
  const cookie = again.headers['set-cookie'][0].split(';')[0];
  const [shown] = (await get(report, cookie)).acceptances;
  assert.equal(shown.by.account, withRole('inspector').account);
});
