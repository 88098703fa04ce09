// A unit's answers as a workbook: out, filled in away from the network, and back cell by cell.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cookieOfAccount, demoData, run, serve, serveIn, temporaryFolder, writeTo } from './liem.mjs';

const round = 'pctn-2025', unit = 'xa-con-lang';
const address = `/api/v1/rounds/${round}/units/${unit}`;
const desk = temporaryFolder();
let data, server, clerk, head, inspector, rows;

before(async () => {
  data = demoData();
  server = await serve(data);
  [clerk, head, inspector] = await Promise.all(['canbo.conlang', 'chutich.conlang', 'thanhtra'].map((name) => cookieOfAccount(server, name)));
  rows = await rowsOf(server, clerk);
});
after(() => server.stop());

const get = async (target, cookie = clerk) => (await server.ask('GET', target, { cookie })).json;
const refusal = (answer) => [answer.status, answer.json.code];
const answersOf = (code) => get(`${address}/answers/${code}`);
const save = (code, body) => writeTo(server, 'PATCH', `${address}/answers/${code}`, body, clerk);
const entries = async () => (await get('/api/v1/ledger/state', inspector)).entries;

// The row of each item, and of each criterion's own points, in the sheet of answers.
async function rowsOf(from, cookie) {
  const out = {};
  let row = 2;
  for (const { code } of (await from.ask('GET', `${address}/work`, { cookie })).json.criteria) {
    out[code] = row++;
    for (const { id, kind } of (await from.ask('GET', `${address}/answers/${code}`, { cookie })).json.items) {
      if (out[id] === undefined) out[id] = { row: row++, code, kind };
    }
  }
  return out;
}

async function download(from = server, cookie = clerk) {
  const answer = await from.ask('GET', `${address}/sheet`, { cookie });
  assert.equal(answer.status, 200, answer.text);
  return answer.bytes;
}

let files = 0;
// The bytes with cells written over them, as by hand.
function edited(bytes, cells) {
  const before_ = path.join(desk, `${++files}.xlsx`), after_ = path.join(desk, `${files}-sua.xlsx`);
  writeFileSync(before_, bytes);
  const done = spawnSync('python3', [fileURLToPath(new URL('edit_sheet.py', import.meta.url)), before_, after_,
    ...Object.entries(cells).map(([cell, text]) => `${cell}=${text}`)], { encoding: 'utf8' });
  assert.equal(done.status, 0, done.stderr);
  return readFileSync(after_);
}
const upload = (body, { query = '', cookie = clerk, to = server } = {}) =>
  to.ask('POST', `${address}/sheet${query}`, { cookie, body, headers: { 'content-type': 'application/octet-stream' } });
const trial = (body, more) => upload(body, { query: '?dry_run=true', ...more });
const given = (id, value) => ({ [`D${rows[id].row}`]: 'Có số liệu', [`E${rows[id].row}`]: value });
const told = ({ cells }) => cells.map(({ cell, verdict }) => `${cell} ${verdict}`);

test('out, in and out again is the same file, and nothing is written', async () => {
  const first = await download();
  assert.deepEqual(await download(), first);
  const before_ = await entries();
  const taken = await upload(first);
  assert.equal(taken.status, 200, taken.text);
  assert.deepEqual(taken.json, { changed: 0, conflicts: 0, refused: 0, written: 0, cells: [] });
  assert.equal(await entries(), before_);
  assert.deepEqual(await download(), first);
});

test('a trial tells what would change and keeps nothing; then it is written as the page writes it', async () => {
  const sheet = edited(await download(), {
    ...given('declarations.obliged', '40'), ...given('declarations.submitted', '39'), [`G${rows['declarations.submitted'].row}`]: 'Một người ốm dài ngày',
    [`E${rows['A.1.1']}`]: '0.5',
  });
  const tried = await trial(sheet);
  assert.equal(tried.headers['liem-dry-run'], 'true');
  assert.equal(tried.json.changed, 6, tried.text);
  assert.equal(tried.json.written, 0);
  assert.equal((await answersOf('A.1.1')).self, null);
  const taken = await upload(sheet);
  assert.equal(taken.json.written, 6, taken.text);
  const { items } = await answersOf(rows['declarations.submitted'].code);
  const made = items.find(({ id }) => id === 'declarations.submitted');
  assert.deepEqual([made.state, made.value, made.source.note], ['given', '39', 'Một người ốm dài ngày']);
  assert.equal((await answersOf('A.1.1')).self, '0.5');
  const log = await get(`/api/v1/ledger?limit=20&unit=${unit}`, inspector);
  assert.ok(log.entries.some(({ act, actor }) => act === 'answers_saved' && actor.account === 'canbo.conlang'));
});

test('what came in so is the same file going out, and coming in again changes nothing', async () => {
  const filled = await download();
  assert.deepEqual((await upload(filled)).json.cells, []);
  assert.deepEqual(await download(), filled);
});

test('a cell that changed on both sides conflicts, and nothing at all is written', async () => {
  const sheet = edited(await download(), { ...given('declarations.submitted', '38'), [`E${rows['A.1.1']}`]: '0.75' });
  const { code } = rows['declarations.submitted'];
  assert.equal((await save(code, { items: [{ id: 'declarations.submitted', state: 'given', value: '37' }] })).status, 200);
  const { json } = await trial(sheet);
  const value = `E${rows['declarations.submitted'].row}`;
  const conflict = json.cells.find(({ verdict }) => verdict === 'conflict');
  assert.deepEqual([conflict.cell, conflict.stood, conflict.stands, conflict.wanted], [value, '39', '37', '38']);
  assert.deepEqual(refusal(await upload(sheet)), [409, 'assessment.sheet_not_taken']);
  assert.equal((await answersOf('A.1.1')).self, '0.5');
  const chosen = await upload(sheet, { query: `?cells=E${rows['A.1.1']}` });
  assert.equal(chosen.json.written, 1, chosen.text);
  assert.equal((await answersOf('A.1.1')).self, '0.75');
  const mine = await upload(sheet, { query: `?cells=${value}` });
  assert.equal(mine.json.written, 1, mine.text);
  assert.equal((await answersOf(code)).items.find(({ id }) => id === 'declarations.submitted').value, '38');
  assert.deepEqual(refusal(await upload(sheet, { query: '?cells=B2' })), [400, 'sheets.unknown_cell']);
});

test('what the set’s rules refuse is told at a cell, and nothing is written', async () => {
  const sheet = edited(await download(), { ...given('declarations.submitted', '41'), [`E${rows['A.1.1']}`]: '1' });
  const { json } = await trial(sheet);
  const refused = json.cells.find(({ verdict }) => verdict === 'refused');
  assert.equal(refused.item, 'declarations.submitted', JSON.stringify(json));
  assert.match(refused.why.message.vi, /\S/);
  assert.deepEqual(refusal(await upload(sheet)), [409, 'assessment.sheet_not_taken']);
  assert.equal((await answersOf('A.1.1')).self, '0.75');
});

test('wrong types, states that disagree and locked cells are refused by their address', async () => {
  const id = Object.keys(rows).find((one) => rows[one].kind === 'yes_no');
  const { row } = rows[id], { row: obliged } = rows['declarations.obliged'];
  const { json } = await trial(edited(await download(), {
    [`E${obliged}`]: 'bốn mươi', [`D${row}`]: 'Để trống', [`E${row}`]: 'Có', [`B${row}`]: 'Câu hỏi khác',
  }));
  const why = Object.fromEntries(json.cells.map((one) => [one.cell, one.why?.code]));
  assert.equal(why[`E${obliged}`], 'sheets.no_number');
  assert.equal(why[`E${row}`], 'sheets.state_disagrees');
  assert.equal(why[`B${row}`], 'sheets.locked');
});

test('who may not write answers gets a sheet to read, and may not send one back', async () => {
  const sheet = await download(server, inspector);
  assert.deepEqual(refusal(await upload(sheet, { cookie: inspector })), [403, 'workflow.wrong_role']);
  const other = await cookieOfAccount(server, 'canbo.xaydung');
  assert.equal((await upload(sheet, { cookie: other })).status, 403);
  assert.equal((await server.ask('GET', `${address}/sheet`, { cookie: other })).status, 403);
  assert.deepEqual(refusal(await upload(Buffer.from('không phải bảng'))), [400, 'sheets.not_a_sheet']);
});

test('the head’s sheet of another unit is refused there', async () => {
  const answer = await server.ask('GET', `/api/v1/rounds/${round}/units/so-xay-dung/sheet`, { cookie: inspector });
  assert.deepEqual(refusal(await upload(answer.bytes, { cookie: head })), [409, 'sheets.other_answers']);
});

test('the terminal writes the same workbook and takes it back', async () => {
  const file = path.join(desk, 'terminal.xlsx');
  const out = run('sheet', 'export', '--data', data, '--as', 'canbo.conlang', round, unit, file);
  assert.equal(out.status, 0, out.stderr);
  assert.match(out.stdout, /not signed/);
  assert.deepEqual(readFileSync(file), await download());
  writeFileSync(file, edited(readFileSync(file), { [`E${rows['A.1.1']}`]: '1' }));
  const taking = ['sheet', 'import', '--data', data, '--as', 'canbo.conlang', round, unit, file];
  const tried = run(...taking, '--dry-run');
  assert.match(tried.stdout, new RegExp(`E${rows['A.1.1']} +changed .*“0,75” → “1”`));
  const taken = run(...taking, '--format', 'json');
  assert.equal(taken.status, 0, taken.stderr);
  assert.deepEqual(told(JSON.parse(taken.stdout)), [`E${rows['A.1.1']} changed`]);
  assert.equal((await answersOf('A.1.1')).self, '1');
});

test('a server with a key signs, and takes nothing that it did not sign', async () => {
  const unsigned = await download();
  const key = path.join(desk, 'sheets.key');
  assert.equal(run('ledger', 'key', 'new', key).status, 0);
  const strict = await serveIn({ LIEM_SHEETS_KEY: key }, data);
  try {
    const cookie = await cookieOfAccount(strict, 'canbo.conlang');
    const signed = await download(strict, cookie);
    assert.equal((await trial(signed, { to: strict, cookie })).status, 200);
    assert.equal((await trial(edited(signed, { [`E${rows['A.1.1']}`]: '0.5' }), { to: strict, cookie })).json.changed, 1);
    assert.deepEqual(refusal(await trial(unsigned, { to: strict, cookie })), [400, 'sheets.unsigned_sheet']);
    assert.deepEqual(refusal(await trial(edited(signed, { B3: 'Khác' }), { to: strict, cookie })), [400, 'sheets.bad_signature']);
    const file = path.join(desk, 'signed.xlsx');
    writeFileSync(file, signed);
    const held = run('sheet', 'import', '--data', data, '--as', 'canbo.conlang', round, unit, file, '--key', `${key}.pub`, '--dry-run');
    assert.equal(held.status, 0, held.stderr);
  } finally {
    await strict.stop();
  }
});

test('a whole file is answered by one workbook; handed in, only what was returned may be written so', async () => {
  const some = { yes_no: 'Có', count: '100', money: '1000', days: '100', percent: '50', index: '50', level: '1' };
  const cells = {};
  for (const { row, kind } of Object.values(rows)) if (kind) Object.assign(cells, { [`D${row}`]: 'Có số liệu', [`E${row}`]: some[kind] });
  const taken = await upload(edited(await download(), cells));
  assert.equal(taken.status, 200, taken.text);
  assert.ok(taken.json.written > 100, taken.text);
  const act = (body, cookie) => writeTo(server, 'POST', `${address}/work/acts`, body, cookie);
  assert.equal((await act({ act: 'hand_in' }, head)).status, 200);
  const locked = await download();
  assert.deepEqual(refusal(await upload(locked)), [409, 'workflow.wrong_state']);

  // A figure that two criteria read, and the later of the two.
  let shared, later;
  for (const { code } of (await get(`${address}/work`)).criteria) {
    for (const { id, also_in: also } of (await answersOf(code)).items) if (also.length > 0 && rows[id].code !== code) [shared, later] = [id, code];
  }
  assert.equal((await act({ act: 'return', criteria: [later], reason: 'Xem lại con số này.' }, inspector)).status, 200);
  const alone = rows['declarations.obliged'].code === later ? 'A.1.1' : rows['declarations.obliged'].code;
  const { json } = await trial(edited(await download(), { [`E${rows[shared].row}`]: '101', [`E${rows[alone]}`]: '0.25' }));
  const verdicts = Object.fromEntries(json.cells.map(({ cell, verdict, why }) => [cell, why?.code ?? verdict]));
  assert.deepEqual(verdicts, { [`E${rows[shared].row}`]: 'changed', [`E${rows[alone]}`]: 'workflow.wrong_state' });
  const mended = await upload(edited(await download(), { [`E${rows[shared].row}`]: '101' }));
  assert.equal(mended.json.written, 1, mended.text);
  assert.equal((await answersOf(later)).items.find(({ id }) => id === shared).value, '101');
});
