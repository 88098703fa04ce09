// Notices by e-mail, handed to a real mail server.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { cookieOfAccount, demoData, pause, run, serve, serveIn, writeTo } from './liem.mjs';

const round = '/api/v1/rounds/pctn-2025';
const unit = `${round}/units/so-xay-dung`;
const settings = '/api/v1/account/notice-settings';
const wish = (more = {}) => ({ address: 'le.gia.dinh@soxaydung.example', locale: 'vi', work: 'at_once', mention: 'at_once', reminder: 'off', ...more });

// {port, told, stop()}: `told` holds what the server took or refused, as it does.
async function mailServer(...args) {
  const child = spawn('/usr/bin/python3', [fileURLToPath(new URL('mail_server.py', import.meta.url)), ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const told = [];
  let rest = '';
  child.stdout.on('data', (bytes) => {
    const lines = (rest + bytes).split('\n');
    rest = lines.pop();
    told.push(...lines.map((line) => JSON.parse(line)));
  });
  const server = { told, stop: () => child.stdin.end() };
  await until(() => told.length > 0);
  server.port = told.shift().port;
  return server;
}
async function until(holds, seconds = 20) {
  for (let left = seconds * 10; !holds(); left -= 1) {
    assert.ok(left > 0, 'waited in vain');
    await pause(100);
  }
}

const mailOf = ({ bytes }) => {
  const raw = Buffer.from(bytes, 'base64').toString('latin1');
  const [head, ...rest] = raw.split('\r\n\r\n');
  const fields = Object.fromEntries(head.replace(/\r\n /g, ' ').split('\r\n').map((line) => line.split(/: (.*)/s).slice(0, 2)));
  const words = (value) => value.replace(/\?= =\?/g, '?==?').replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, base) => Buffer.from(base, 'base64').toString('latin1'));
  const decoded = (value) => Buffer.from(words(value), 'latin1').toString('utf8');
  return { raw, fields, subject: decoded(fields.Subject), text: Buffer.from(rest.join(''), 'base64').toString('utf8') };
};
const environmentOf = ({ port }, more = {}) => ({
  LIEM_MAIL_HOST: '127.0.0.1', LIEM_MAIL_PORT: String(port), LIEM_MAIL_SECURITY: 'none', LIEM_MAIL_SENDER: 'liem@tinh.example',
  LIEM_MAIL_PAGE_ADDRESS: 'https://liem.tinh.example/', LIEM_JOBS_RETRY_AFTER: '1', ...more,
});

let data, mail, server, clerk, inspector;
const write = (...asked) => writeTo(server, ...asked);
const comment = async (reason, criteria = ['A.1.1']) => {
  const done = await write('POST', `${unit}/work/acts`, { act: 'comment', criteria, reason }, inspector);
  assert.equal(done.status, 200, done.text);
};

async function start(given) {
  await server?.stop();
  mail = given;
  server = await serveIn(environmentOf(given), data);
  [clerk, inspector] = await Promise.all(['canbo.xaydung', 'thanhtra'].map((name) => cookieOfAccount(server, name)));
}

before(async () => {
  data = demoData();
  await start(await mailServer());
});
after(async () => {
  await server.stop();
  mail.stop();
});

test('a person says where mail goes and what of it; a bad address is refused', async () => {
  const before_ = (await server.ask('GET', settings, { cookie: clerk })).json;
  assert.deepEqual(before_, { address: null, locale: 'vi', work: 'off', mention: 'at_once', reminder: 'daily', mail_goes_out: true, last_failure: null });
  for (const address of ['a@b@c', 'ten so@may.vn', 'tên@may.vn', 'a@may.vn\r\nBcc: x@y.vn', 'a@may..vn', '<a@may.vn>', '@may.vn', '-f@may.vn']) {
    const refused = await write('PUT', settings, wish({ address }), clerk);
    assert.deepEqual([refused.status, refused.json.code], [400, 'assessment.bad_address'], address);
  }
  assert.equal((await write('PUT', settings, wish({ work: 'hourly' }), clerk)).status, 400);
  const chosen = await write('PUT', settings, wish(), clerk);
  assert.equal(chosen.json.address, 'le.gia.dinh@soxaydung.example');
});

test('what is told goes out at once, in UTF-8, with where to look and nothing of what was said', async () => {
  await comment('Nội dung kín. Nhờ @canbo.xaydung xem.');
  await until(() => mail.told.length === 1);
  const [one] = mail.told;
  assert.deepEqual([one.from, one.to], ['liem@tinh.example', ['le.gia.dinh@soxaydung.example']]);
  const { raw, fields, subject, text } = mailOf(one);
  assert.match(subject, /^\[Liêm\] Vũ Văn Thí Dụ nhắc đến bạn khi nói về tiêu chí A\.1\.1 của /);
  assert.match(text, /^Kính gửi Lê Giả Định,/);
  assert.match(text, /https:\/\/liem\.tinh\.example\/rounds\/pctn-2025\/units\/so-xay-dung\/work\?criterion=A\.1\.1\r\n/);
  assert.doesNotMatch(text, /Nội dung kín/);
  assert.match(fields['Message-ID'], /^<[0-9a-f]{32}@tinh\.example>$/);
  assert.match(fields.Date, /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0700$/);
  assert.equal(fields['Auto-Submitted'], 'auto-generated');
  assert.equal(fields['Content-Type'], 'text/plain; charset=utf-8');
  for (const line of raw.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 76 && /^[\x20-\x7e]*$/.test(line), line);
});

test('several at once are one mail, in the language its reader chose; what was read stays in the page', async () => {
  await write('PUT', settings, wish({ locale: 'en' }), clerk);
  const sent = mail.told.length;
  const codes = (await server.ask('GET', `${unit}/work`, { cookie: clerk })).json.criteria.slice(1, 4).map(({ code }) => code);
  await comment('Nhờ @canbo.xaydung xem cả ba.', codes);
  await until(() => mail.told.length > sent);
  await pause(3000);
  assert.equal(mail.told.length, sent + 1);
  const { subject, text } = mailOf(mail.told.at(-1));
  assert.equal(subject, '[Liêm] 3 new notices');
  for (const code of codes) assert.ok(text.includes(`criterion ${code} of`), code);
});

test('a mail that is put off is tried again, and then sent once', async () => {
  mail.stop();
  await start(await mailServer('refuse', '451', '1'));
  await comment('Nhờ @canbo.xaydung xem lại.');
  await until(() => mail.told.length === 1);
  assert.deepEqual(mail.told[0], { refused: true });
  assert.match((await server.ask('GET', settings, { cookie: clerk })).json.last_failure.en, /put the mail off/);
  await until(() => mail.told.length === 2);
  await pause(4000);
  assert.equal(mail.told.length, 2);
  assert.equal((await server.ask('GET', settings, { cookie: clerk })).json.last_failure, null);
});

test('a mail that is refused for good is given up, and the reader can see why', async () => {
  mail.stop();
  await start(await mailServer('refuse', '550', '9'));
  await comment('Nhờ @canbo.xaydung xem lần nữa.');
  await until(() => mail.told.length === 1);
  await pause(4000);
  assert.equal(mail.told.length, 1);
  assert.match((await server.ask('GET', settings, { cookie: clerk })).json.last_failure.vi, /từ chối/);
});

test('a server without a mail server says so, and one that is set up in part does not start', async () => {
  const plain = await serve(data);
  const cookie = await cookieOfAccount(plain, 'canbo.xaydung');
  assert.equal((await plain.ask('GET', settings, { cookie })).json.mail_goes_out, false);
  await plain.stop();
  const file = `${data}/part.yaml`;
  const { writeFileSync } = await import('node:fs');
  writeFileSync(file, 'mail: {host: mail.example}\n');
  const refused = run('serve', '--data', data, '--listen', '127.0.0.1:0', '--settings', file);
  assert.notEqual(refused.status, 0);
  assert.match(refused.stderr, /With mail\.host, “mail\.sender” must be set too/);
});
