// Who is told of what in a round's work, and whom a text may mention.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { cookieOfAccount, demoData, serve, writeTo } from './liem.mjs';

const round = '/api/v1/rounds/pctn-2025';
const unit = `${round}/units/so-xay-dung`;
let server, data, clerk, head, inspector, second, committee, other;

before(async () => {
  data = demoData();
  server = await serve(data);
  [clerk, head, inspector, second, committee, other] = await Promise.all(
    ['canbo.xaydung', 'giamdoc.xaydung', 'thanhtra', 'thanhtra.hai', 'uyban', 'canbo.conlang'].map((name) => cookieOfAccount(server, name)));
});
after(() => server.stop());

const ask = async (target, cookie) => server.ask('GET', target, { cookie });
const get = async (target, cookie) => (await ask(target, cookie)).json;
const write = (...asked) => writeTo(server, ...asked);
const act = (body, cookie, query = '') => write('POST', `${unit}/work/acts${query}`, { criteria: ['A.1.1'], ...body }, cookie);
const comment = async (reason, cookie, query) => {
  const answer = await act({ act: 'comment', reason }, cookie, query);
  assert.equal(answer.status, 200, answer.text);
};
const notices = (cookie, query = '') => get(`/api/v1/notices${query}`, cookie);
const newest = async (cookie) => (await notices(cookie)).notices[0];

test('a criterion that is returned is told to the people of its unit, with a way there, and to nobody else', async () => {
  const returned = await act({ act: 'return', reason: 'Thiếu quyết định ban hành quy chế.' }, inspector);
  assert.equal(returned.status, 200, returned.text);
  for (const cookie of [clerk, head]) {
    const { unread, notices: [one, ...more] } = await notices(cookie);
    assert.deepEqual([unread, more], [1, []]);
    assert.deepEqual([one.kind, one.about, one.criterion, one.unit.id, one.read_at],
      ['work', 'return', 'A.1.1', 'so-xay-dung', null]);
    assert.equal(one.sentence.vi, `Vũ Văn Thí Dụ đã trả lại tiêu chí A.1.1 của ${one.unit.name.vi} để bổ sung`);
    assert.equal(one.text, 'Thiếu quyết định ban hành quy chế.');
    assert.equal(one.place, '/rounds/pctn-2025/units/so-xay-dung/work?criterion=A.1.1');
  }
  for (const cookie of [inspector, second, committee, other]) assert.deepEqual(await notices(cookie), { unread: 0, notices: [] });
});

test('what is tried and not kept is told to nobody', async () => {
  await comment('Đã nhận, sẽ bổ sung trong tuần.', clerk, '?dry_run=true');
  assert.equal((await notices(inspector)).unread, 0);
});

test('a comment is told to whoever worked on the criterion, and to whom it mentions as such', async () => {
  await comment('Đã nhận. Nhờ @giamdoc.xaydung và @thanhtra.hai xem.', clerk);
  assert.equal((await newest(inspector)).kind, 'work');
  assert.equal((await newest(head)).kind, 'mention');
  const mentioned = await newest(second);
  assert.equal(mentioned.kind, 'mention');
  assert.match(mentioned.sentence.vi, /^Lê Giả Định nhắc đến bạn khi nói về tiêu chí A\.1\.1 của /);
  assert.match(mentioned.sentence.en, /^Lê Giả Định mentioned you on criterion A\.1\.1 of /);
  assert.equal((await notices(clerk)).unread, 1, 'nobody is told what he said himself');
});

test('who may not see the unit is not mentioned: the refusal says where, and names those near', async () => {
  const before_ = await get(`${unit}/work`, clerk);
  for (const [reason, code] of [
    ['Nhờ @canbo.conlang xem.', 'assessment.mention_unknown'],
    ['Nhờ @thanhtr xem.', 'assessment.mention_nearly'],
    ['Nhờ @quantri xem giúp.', 'assessment.mention_unknown'],
  ]) {
    const refused = await act({ act: 'comment', reason }, clerk);
    assert.deepEqual([refused.status, refused.json.code], [400, code], refused.text);
    assert.match(refused.json.message.vi, /^Ký tự thứ 5: /);
  }
  assert.match((await act({ act: 'comment', reason: 'Nhờ @thanhtr xem.' }, clerk)).json.message.en, /did you mean @thanhtra, @thanhtra\.hai\?$/);
  assert.deepEqual(await get(`${unit}/work`, clerk), before_);
});

test('whom one may mention are those who see the unit, without oneself', async () => {
  const all = await get(`${unit}/colleagues`, clerk);
  assert.deepEqual(all.map(({ account }) => account).toSorted(),
    ['giamdoc.xaydung', 'kiemtra', 'rasoat', 'thanhtra', 'thanhtra.hai', 'uyban']);
  assert.deepEqual([all.find(({ account }) => account === 'thanhtra').role, all[0].unit.name.vi.length > 0], ['inspector', true]);
  assert.equal((await ask(`${unit}/colleagues`, other)).status, 403);
  assert.equal((await ask(`${round}/units/khong-co/colleagues`, inspector)).status, 404);
});

test('a notice is read, made unread again, and everything up to one is read at once', async () => {
  await comment('Nhắc @giamdoc.xaydung lần nữa.', clerk);
  const { unread, notices: [last, before_] } = await notices(head);
  const marked = await write('PUT', `/api/v1/notices/${before_.id}`, { read: true }, head);
  assert.notEqual(marked.json.read_at, null);
  assert.equal((await notices(head)).unread, unread - 1);
  assert.equal((await write('PUT', `/api/v1/notices/${before_.id}`, { read: false }, head)).json.read_at, null);
  const read = await write('POST', '/api/v1/notices/readings', { up_to: before_.id }, head);
  assert.deepEqual(read.json, { unread: 1 });
  assert.deepEqual((await notices(head, '?unread=true')).notices.map(({ id }) => id), [last.id]);
  assert.equal((await write('PUT', `/api/v1/notices/${last.id}9`, { read: true }, head)).status, 404);
  assert.equal((await write('PUT', '/api/v1/notices/x', { read: true }, head)).status, 404);
});

test('notices come by the page, each with the way to the next', async () => {
  const all = (await notices(head)).notices.map(({ id }) => id);
  assert.ok(all.length >= 3);
  const found = [];
  for (let next = '/api/v1/notices?limit=2'; next;) {
    const answer = await ask(next, head);
    found.push(...answer.json.notices.map(({ id }) => id));
    next = /<([^>]+)>; rel="next"/.exec(answer.headers.link ?? '')?.[1];
  }
  assert.deepEqual(found, all);
  assert.equal((await ask('/api/v1/notices?cursor=x', head)).status, 400);
  assert.equal((await ask('/api/v1/notices?unread=perhaps', head)).status, 400);
});

test('a deadline that is put off is told to the unit it is put off for, one for all to everybody', async () => {
  const due = '2999-12-20';
  const put = (body, cookie) => write('PUT', `${round}/steps/appraisal`, body, cookie);
  assert.equal((await put({ due, unit: 'so-xay-dung', reason: 'Đơn vị đang bổ sung.' }, inspector)).status, 200);
  const told = await newest(clerk);
  assert.deepEqual([told.about, told.due, told.criterion], ['put_off', due, null]);
  assert.match(told.sentence.vi, /gia hạn bước “Thẩm định” của hồ sơ của .* đến 20\/12\/2999$/);
  assert.deepEqual((await notices(other)).unread, 0);
});

test('who acts for another reads his own notices, and what either does is told to neither', async () => {
  const day = (later) => new Date(Date.now() + 7 * 3_600_000 + later * 86_400_000).toISOString().slice(0, 10);
  const given = await write('POST', '/api/v1/account/delegations',
    { delegate: 'canbo.xaydung', from: day(0), to: day(1), reason: 'Nghỉ phép năm' }, head);
  assert.equal(given.status, 200, given.text);
  const before_ = [(await notices(clerk)).unread, (await notices(head)).unread];
  const headers = { 'content-type': 'application/json', 'liem-acting-for': 'giamdoc.xaydung' };
  const done = await server.ask('POST', `${unit}/work/acts`, { cookie: clerk, headers,
    body: JSON.stringify({ act: 'comment', criteria: ['A.1.1'], reason: 'Tôi thay giám đốc xem rồi.' }) });
  assert.equal(done.status, 200, done.text);
  assert.deepEqual([(await notices(clerk)).unread, (await notices(head)).unread], before_);
  assert.match((await newest(inspector)).sentence.vi, /^Lê Giả Định \(thay Phạm Thị Làm Mẫu\) trao đổi về /);
  const own = await server.ask('GET', '/api/v1/notices', { cookie: clerk, headers: { 'liem-acting-for': 'giamdoc.xaydung' } });
  assert.equal(own.json.unread, before_[0]);
});
