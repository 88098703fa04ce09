// What one long reading may hold up: nothing but the next reading of the same account.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { cookieOf, demoData, pause, serve, signIn, withRole } from './liem.mjs';

let server, inspector, auditor;
before(async () => {
  server = await serve(demoData(), '--threads', '1');
  inspector = await cookieOf(server, 'inspector');
  auditor = await cookieOf(server, 'auditor');
});
after(() => server.stop());

const read = (cookie, body, more) => server.ask('POST', '/api/v1/readings',
  { cookie, headers: { 'content-type': 'text/plain' }, body, ...more });

// Sends a text that takes seconds; settles once the server is reading it. A probe that is being read as
// the text arrives has it refused: then both are sent again.
async function longReading(cookie) {
  const sentence = 'Theo Kế hoạch số 12/KH-UBND ngày 20/01/2025, đã giải quyết 6/19 hồ sơ, đạt 50%.\n';
  const body = sentence.repeat(Math.floor((8 << 20) / Buffer.byteLength(sentence)));
  for (;;) {
    const state = { status: 0 };
    const answer = read(cookie, body, { unchecked: true }).then((given) => {
      state.status = given.status;
      return given;
    });
    let second;
    do {
      second = await read(cookie, 'Một.');
      if (second.status !== 429) await pause(5);
    } while (second.status !== 429 && state.status === 0);
    if (state.status !== 429) return { answer, second, isDone: () => state.status !== 0 };
  }
}

test('while a long text is read, its account is told to wait and everybody else is served', async () => {
  const long = await longReading(inspector);
  assert.equal(long.second.status, 429);
  assert.equal(long.second.json.code, 'http.reading_under_way');
  assert.ok(Number(long.second.headers['retry-after']) >= 1);
  assert.equal((await signIn(server, withRole('clerk'))).status, 200);
  const [round] = (await server.ask('GET', '/api/v1/rounds', { cookie: inspector })).json;
  const units = await server.ask('GET', `/api/v1/rounds/${round.id}/units`, { cookie: inspector });
  const { report } = units.json.find((unit) => unit.report);
  assert.equal((await server.ask('GET', `/api/v1/reports/${report}`, { cookie: auditor })).status, 200);
  assert.equal(long.isDone(), false, 'sign-in, list and report waited for the reading');
  assert.equal((await long.answer).status, 200);
  assert.equal((await read(inspector, 'Một.')).status, 200, 'the account may read again');
});

test('reports and lists are read apart from the threads that serve sockets', async (context) => {
  const fresh = await serve(demoData(), '--threads', '1');
  context.after(() => fresh.stop());
  const cookie = await cookieOf(fresh, 'inspector');
  const [round] = (await fresh.ask('GET', '/api/v1/rounds', { cookie })).json;
  const order = [];
  const list = fresh.ask('GET', `/api/v1/rounds/${round.id}/units`, { cookie })
    .then(() => order.push('list'));
  await fresh.ask('GET', '/healthz').then(() => order.push('health'));
  await list;
  assert.deepEqual(order, ['health', 'list']);
});

test('a body that is no text is refused in words for a body, not for a file', async () => {
  const bodies = {
    'http.text_empty': '',
    'http.text_binary': 'a\0b',
    'http.text_not_utf8': Buffer.from([0x41, 0xff, 0x42]),
  };
  for (const [code, body] of Object.entries(bodies)) {
    const { status, json } = await read(auditor, body);
    assert.equal(status, 400);
    assert.equal(json.code, code);
    assert.match(json.message.en, /body/);
    for (const words of Object.values(json.message)) assert.doesNotMatch(words, /\.txt|tệp|file/);
  }
});
