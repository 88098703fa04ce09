import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import net from 'node:net';
import { checkProblem, operations } from './contract.mjs';
import { cookieOf, demoData, serve } from './liem.mjs';

let server, cookie;
before(async () => {
  server = await serve(demoData(), '--threads', '2');
  cookie = await cookieOf(server, 'inspector');
});
after(() => server.stop());

// Bytes as they are; resolves with everything the server sends until it closes.
function raw(bytes, { end = false } = {}) {
  return new Promise((resolve, reject) => {
    const socket = net.connect(server.address.port, server.address.hostname);
    let got = '';
    socket.on('data', (chunk) => { got += chunk; });
    socket.on('close', () => resolve(got));
    socket.on('error', reject);
    socket.write(bytes);
    if (end) socket.end();
  });
}

function parseAnswer(text) {
  const [head, body] = text.split('\r\n\r\n');
  const [line, ...fields] = head.split('\r\n');
  return {
    status: Number(line.split(' ')[1]),
    headers: Object.fromEntries(fields.map((field) => field.split(': '))
      .map(([name, value]) => [name.toLowerCase(), value])),
    json: JSON.parse(body),
  };
}

test('every operation of the contract that is not open there asks for a session', async () => {
  for (const { method, template, open } of operations) {
    if (open) continue;
    const answer = await server.ask(method, template.replace(/\{[^}]+\}/g, 'x'));
    assert.equal(answer.status, 401, `${method} ${template}`);
  }
});

test('a method an address does not take is named with those it takes', async () => {
  for (const { template } of operations) {
    const allowed = operations.filter((one) => one.template === template).map((one) => one.method);
    const other = ['PATCH', 'DELETE'].find((method) => !allowed.includes(method));
    const answer = await server.ask(other, template.replace(/\{[^}]+\}/g, 'x'), { cookie });
    assert.equal(answer.status, 405, `${other} ${template}`);
    for (const method of allowed) assert.ok(answer.headers.allow.split(', ').includes(method));
  }
});

test('a method nobody knows is named as it was sent', async () => {
  for (const method of ['TRACE', 'FOO']) {
    for (const target of ['/api/v1/rounds', '/']) {
      const got = parseAnswer(await raw(`${method} ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`));
      assert.equal(got.status, 405);
      checkProblem(got);
      assert.match(got.json.message.vi, new RegExp(`phương thức ${method};`));
      assert.match(got.json.message.en, new RegExp(`take ${method};`));
    }
  }
});

test('unknown API paths are problems, never the page', async () => {
  for (const target of ['/api', '/api/', '/api/v1/none', '/api/v2/rounds', '/api/v1/rounds/']) {
    assert.equal((await server.ask('GET', target, { cookie })).status, 404, target);
  }
});

test('paths that could lead elsewhere are refused', async () => {
  for (const target of ['/api/../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/a%00b', '/%ff', '/a%2fb', '/%zz']) {
    const answer = await server.ask('GET', target);
    assert.equal(answer.status, 400, target);
    assert.equal(answer.json.code, 'http.bad_path');
  }
});

test('a body beyond the limit is refused, declared or chunked', async () => {
  const headers = { 'content-type': 'application/json' };
  const declared = await server.ask('POST', '/api/v1/session', { headers, body: 'x'.repeat(65537) });
  assert.equal(declared.status, 413);
  const chunk = `10000\r\n${'x'.repeat(65536)}\r\n`;
  const chunked = parseAnswer(await raw('POST /api/v1/session HTTP/1.1\r\nHost: a\r\n'
    + `Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${chunk}${chunk}0\r\n\r\n`));
  assert.equal(chunked.status, 413);
  checkProblem(chunked);
  const text = await server.ask('POST', '/api/v1/readings',
    { cookie, headers: { 'content-type': 'text/plain' }, body: 'x'.repeat((16 << 20) + 1) });
  assert.equal(text.status, 413);
});

test('texts that are none are refused with the reason', async () => {
  const send = (body) => server.ask('POST', '/api/v1/readings',
    { cookie, headers: { 'content-type': 'text/plain' }, body });
  for (const body of ['', Buffer.from([0x41, 0xff, 0x42]), 'a\0b']) {
    assert.equal((await send(body)).status, 400);
  }
});

test('a body of the wrong type is refused', async () => {
  const answer = await server.ask('POST', '/api/v1/readings',
    { cookie, headers: { 'content-type': 'application/json' }, body: '{}' });
  assert.equal(answer.status, 415);
});

test('what is not HTTP is refused, and the server keeps answering', async () => {
  for (const bytes of ['hello\r\n\r\n', 'GET / HTTP/9.9\r\n\r\n', 'GET /\x01 HTTP/1.1\r\n\r\n',
    'GET / HTTP/1.1\r\nBad Header: x\r\n\r\n', 'POST /api/v1/session HTTP/1.1\r\nContent-Length: x\r\n\r\n']) {
    const got = await raw(bytes);
    assert.match(got, /^HTTP\/1\.1 400 /, JSON.stringify(bytes));
    checkProblem(parseAnswer(got));
  }
  assert.equal((await server.ask('GET', '/healthz')).status, 200);
});

test('a head beyond the limit is refused', async () => {
  const got = parseAnswer(await raw(`GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(40000)}\r\n\r\n`));
  assert.equal(got.status, 431);
  checkProblem(got);
});

test('a connection that ends in the middle of a request harms nobody', async () => {
  assert.equal(await raw('POST /api/v1/session HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n'
    + 'Content-Length: 100\r\n\r\n{', { end: true }), '');
  assert.equal((await server.ask('GET', '/healthz')).status, 200);
});

test('several requests on one connection are answered in order', async () => {
  const got = await raw('GET /healthz HTTP/1.1\r\nHost: a\r\n\r\nGET /api/none HTTP/1.1\r\nHost: a\r\n\r\n'
    + 'HEAD /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
  assert.deepEqual(got.match(/HTTP\/1\.1 \d+/g), ['HTTP/1.1 200', 'HTTP/1.1 404', 'HTTP/1.1 200']);
});

test('every answer carries the security fields', async () => {
  for (const target of ['/healthz', '/api/none', '/', '/%']) {
    const { headers } = await server.ask('GET', target, { unchecked: true });
    assert.match(headers['content-security-policy'], /script-src 'self';/);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['referrer-policy'], 'no-referrer');
  }
});

test('many at once get the answers they would get alone', async () => {
  const targets = ['/api/v1/rounds', '/api/v1/session', '/healthz', '/api/v1/none'];
  const alone = await Promise.all(targets.map((target) => server.ask('GET', target, { cookie })));
  await Promise.all(Array.from({ length: 200 }, async (_, i) => {
    const answer = await server.ask('GET', targets[i % targets.length], { cookie });
    assert.equal(answer.text, alone[i % targets.length].text);
  }));
});
