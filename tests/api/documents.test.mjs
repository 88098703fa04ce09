// Documents from their sending to their deletion.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import net from 'node:net';
import { checkProblem } from './contract.mjs';
import { follow, png, read, sample, send, settled } from './documents.mjs';
import { cookieOf, demoData, serve } from './liem.mjs';

let server, clerk, inspector;
const get = (target, cookie = clerk, options = {}) =>
  server.ask('GET', `/api/v1/documents${target}`, { cookie, ...options });

before(async () => {
  server = await serve(demoData());
  [clerk, inspector] = [await cookieOf(server, 'clerk'), await cookieOf(server, 'inspector')];
});
after(() => server.stop());

test('a file of each kind is read to the same citations', async () => {
  const numbers = [];
  for (const name of ['report.pdf', 'report.docx', 'report.odt', 'report.html']) {
    const document = await read(server, clerk, name, sample(name));
    assert.equal(document.state, 'done', name);
    assert.equal(document.problem, null);
    assert.equal(document.sha256, createHash('sha256').update(sample(name)).digest('hex'));
    const { json } = await get(`/${document.id}/report`);
    assert.equal(json.extraction.format, name.split('.')[1]);
    const text = Buffer.from(json.text);
    for (const { bytes, text: words } of json.reading.citations) {
      assert.equal(text.subarray(...bytes).toString(), words);
    }
    numbers.push(json.reading.citations.map((one) => one.number));
  }
  for (const list of numbers) assert.deepEqual(list, numbers[0]);
  assert.ok(numbers[0].length > 4);
});

test('plain text and sheets are read, and have no pages', async () => {
  const text = 'Kế hoạch số 18/KH-SMT ngày 15/3/2024.\n';
  const plain = await read(server, clerk, 'ghi chú.txt', text);
  const { json } = await get(`/${plain.id}/report`);
  assert.equal(json.text, text);
  assert.deepEqual(json.extraction, { format: 'text', pages: [], doubtful: [], signatures: [] });
  const sheet = await read(server, clerk, 'figures.xlsx', sample('figures.xlsx'));
  assert.equal((await get(`/${sheet.id}/report`)).json.extraction.format, 'xlsx');
  assert.equal((await get(`/${sheet.id}/pages/1`)).json.code, 'extraction.no_page');
});

test('its own list shows a document newest first, under its name without folders', async () => {
  const first = await read(server, inspector, 'C:\\bao cao\\một.txt', 'Một.');
  const second = await read(server, inspector, 'hai.txt', 'Hai.');
  const { json } = await get('', inspector);
  assert.deepEqual(json.map((one) => [one.id, one.name]), [[second.id, 'hai.txt'], [first.id, 'một.txt']]);
});

test('events tell every step and end when the document is done', async () => {
  const { json } = await send(server, clerk, 'report.pdf', sample('report.pdf'));
  assert.equal(json.state, 'waiting');
  const events = await follow(server, clerk, json.id).ended;
  const order = ['waiting', 'extracting', 'reading', 'done'];
  const places = events.map((one) => order.indexOf(one.value.state));
  assert.deepEqual(places, [...places].sort((a, b) => a - b));
  assert.equal(events.at(-1).value.state, 'done');
  assert.ok(events.every((one) => one.event === 'state' && one.value.id === json.id));
});

test('events of a finished document are its last state, at once', async () => {
  const document = await read(server, clerk, 'a.txt', 'Một.');
  const events = await follow(server, clerk, document.id).ended;
  assert.deepEqual(events, [{ event: 'state', value: document }]);
});

test('a file that cannot be read fails with the reason, in both languages and by its name', async () => {
  for (const [name, body, code] of [
    ['khóa.pdf', sample('encrypted.pdf'), 'extraction.encrypted'],
    ['hỏng.docx', 'PK\u0003\u0004 and nothing more', 'extraction.broken'],
    ['hỏng.pdf', '%PDF-1.7 and nothing more', 'extraction.broken'],
    ['lạ.bin', Buffer.from([0, 1, 2, 3]), 'text.binary'],
    ['latin1.txt', Buffer.from([75, 0xff, 32]), 'text.not_utf8'],
  ]) {
    const document = await read(server, clerk, name, body);
    assert.equal(document.state, 'failed', name);
    assert.equal(document.problem.code, code);
    for (const words of Object.values(document.problem.message)) assert.ok(words.startsWith(`${name}: `), words);
    const refused = await get(`/${document.id}/report`);
    assert.equal(refused.status, 409);
  }
});

test('to another account a document does not exist', async () => {
  const { id } = await read(server, clerk, 'của tôi.txt', 'Một.');
  for (const part of ['', '/report', '/file', '/pages/1', '/pages/1/boxes?bytes=0,1', '/events']) {
    const answer = await get(`/${id}${part}`, inspector);
    assert.equal(answer.status, 404, part);
    assert.equal(answer.json.code, 'assessment.no_document');
  }
  const deleted = await server.ask('DELETE', `/api/v1/documents/${id}`, { cookie: inspector });
  assert.equal(deleted.status, 404);
  assert.equal((await get(`/${id}`)).status, 200);
});

test('who may see no content may send none', async () => {
  const cookie = await cookieOf(server, 'administrator');
  assert.equal((await send(server, cookie, 'a.txt', 'x')).status, 403);
  assert.equal((await get('', cookie)).status, 403);
});

test('a deleted document is gone with its file, and who follows it is told', async () => {
  const document = await read(server, clerk, 'a.txt', 'Một.');
  assert.equal((await server.ask('DELETE', `/api/v1/documents/${document.id}`, { cookie: clerk })).status, 204);
  for (const part of ['', '/report', '/file']) assert.equal((await get(`/${document.id}${part}`)).status, 404);
  assert.ok((await get('')).json.every((one) => one.id !== document.id));
});

test('a page is drawn in the width asked for', async () => {
  const document = await read(server, clerk, 'report.pdf', sample('report.pdf'));
  const { json } = await get(`/${document.id}/report`);
  assert.equal(json.extraction.pages.length, 2);
  for (const width of [200, 640]) {
    for (const page of json.extraction.pages) {
      const shown = png(await get(`/${document.id}/pages/${page.number}?width=${width}`));
      assert.equal(shown.signature, 'PNG');
      assert.equal(shown.width, width);
      assert.ok(Math.abs(shown.height / width - page.height / page.width) < 0.02);
    }
  }
  assert.equal((await get(`/${document.id}/pages/3`)).status, 404);
  assert.equal((await get(`/${document.id}/pages/x`)).status, 404);
  for (const width of ['199', '2001', 'x', '']) {
    assert.equal((await get(`/${document.id}/pages/1?width=${width}`)).status, 400, width);
  }
});

test('boxes frame a citation on its page, and nothing on another', async () => {
  const document = await read(server, clerk, 'report.pdf', sample('report.pdf'));
  const { json } = await get(`/${document.id}/report`);
  let framed = 0;
  for (const { bytes } of json.reading.citations) {
    for (const page of json.extraction.pages) {
      const { json: found } = await get(`/${document.id}/pages/${page.number}/boxes?bytes=${bytes}`);
      const here = bytes[0] < page.bytes[1] && bytes[1] > page.bytes[0];
      assert.equal(found.boxes.length > 0, here);
      for (const box of found.boxes) assert.ok(box.left < box.right && box.top < box.bottom);
      framed += found.boxes.length;
    }
  }
  assert.ok(framed > json.reading.citations.length);
  for (const bytes of ['', '1', '2,1', '0,99999999', 'a,b']) {
    assert.equal((await get(`/${document.id}/pages/1/boxes?bytes=${bytes}`)).status, 400, bytes);
  }
});

test('the file comes back as it was, as an attachment that no browser opens as a page', async () => {
  const sent = sample('report.html');
  const document = await read(server, clerk, 'báo cáo "1".html', sent);
  const whole = await get(`/${document.id}/file`);
  assert.deepEqual(whole.bytes, sent);
  assert.equal(whole.headers['content-disposition'],
    'attachment; filename="b__o c__o _1_.html"; filename*=UTF-8\'\'b%C3%A1o%20c%C3%A1o%20%221%22.html');
  assert.equal(whole.headers['x-content-type-options'], 'nosniff');
  assert.match(whole.headers['content-security-policy'], /default-src 'none'; sandbox/);
  assert.doesNotMatch(whole.headers['content-security-policy'], /script-src/);
  const part = (range) => get(`/${document.id}/file`, clerk, { headers: { range } });
  for (const [range, from, to] of [['bytes=0-9', 0, 10], ['bytes=100-', 100, sent.length], ['bytes=-5', sent.length - 5, sent.length]]) {
    const answer = await part(range);
    assert.equal(answer.status, 206);
    assert.equal(answer.headers['content-range'], `bytes ${from}-${to - 1}/${sent.length}`);
    assert.deepEqual(answer.bytes, sent.subarray(from, to));
  }
  const beyond = await part(`bytes=${sent.length}-`);
  assert.equal(beyond.status, 416);
  assert.equal(beyond.headers['content-range'], `bytes */${sent.length}`);
});

test('a name that is none is refused before the file is read', async () => {
  for (const name of ['', 'a'.repeat(256), 'a\u0000b', 'folder/']) {
    assert.equal((await send(server, clerk, name, 'x')).json.code, 'assessment.bad_document_name');
  }
  const missing = await server.ask('POST', '/api/v1/documents',
    { cookie: clerk, headers: { 'content-type': 'application/octet-stream' }, body: 'x' });
  assert.equal(missing.status, 400);
  assert.equal((await send(server, clerk, 'trống.txt', '')).json.code, 'assessment.document_empty');
});

// Sends the head, then a body that never ends, until the server answers.
function endless(fields) {
  return new Promise((resolve, reject) => {
    const socket = net.connect(server.address.port, server.address.hostname);
    let got = '', sent = 0;
    const block = Buffer.alloc(1 << 16, 'x');
    const more = () => {
      while (!got && !socket.destroyed) {
        sent += block.length;
        const chunk = fields.includes('chunked')
          ? Buffer.concat([Buffer.from(`${block.length.toString(16)}\r\n`), block, Buffer.from('\r\n')]) : block;
        if (!socket.write(chunk)) return;
      }
    };
    socket.on('drain', more);
    socket.on('data', (chunk) => { got += chunk; socket.end(); });
    socket.on('close', () => resolve({ got, sent }));
    socket.on('error', (failed) => (got ? undefined : reject(failed)));
    socket.write(`POST /api/v1/documents?name=a HTTP/1.1\r\nHost: a\r\nCookie: ${clerk}\r\n`
      + `Content-Type: application/octet-stream\r\n${fields}\r\n\r\n`, more);
  });
}

function problemOf(got) {
  const [head, body] = got.split('\r\n\r\n');
  const status = Number(head.split(' ')[1]);
  checkProblem({ status, json: JSON.parse(body), headers: { 'content-type': 'application/problem+json' } });
  return status;
}

test('a file that says it is too large is refused without being read', async () => {
  const { got, sent } = await endless('Content-Length: 99999999999');
  assert.equal(problemOf(got), 413);
  assert.ok(sent < 16 << 20, `${sent} bytes were taken`);
});

test('a file that does not say how large it is is cut off at the limit', async () => {
  const before_ = (await get('')).json.length;
  const { got, sent } = await endless('Transfer-Encoding: chunked');
  assert.equal(problemOf(got), 413);
  assert.ok(sent >= 64 << 20);
  assert.equal((await get('')).json.length, before_);
});

test('a file that is cut short leaves nothing', async () => {
  const count = (await get('')).json.length;
  await new Promise((resolve) => {
    const socket = net.connect(server.address.port, server.address.hostname);
    socket.on('close', resolve);
    socket.end(`POST /api/v1/documents?name=a HTTP/1.1\r\nHost: a\r\nCookie: ${clerk}\r\n`
      + 'Content-Type: application/octet-stream\r\nContent-Length: 100\r\n\r\nhalf');
    socket.resume();
  });
  assert.equal((await get('')).json.length, count);
});

test('a large file is taken as a stream and comes back', async () => {
  const body = Buffer.alloc(48 << 20, 'Không có trường hợp nào. \n');
  const { json } = await send(server, clerk, 'dài.txt', body);
  assert.equal(json.bytes, body.length);
  const document = await settled(server, clerk, json.id);
  assert.equal(document.problem.code, 'extraction.too_much_text');
  assert.deepEqual((await get(`/${json.id}/file`)).bytes, body);
  await server.ask('DELETE', `/api/v1/documents/${json.id}`, { cookie: clerk });
});
