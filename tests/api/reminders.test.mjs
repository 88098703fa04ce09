// Reminders of a step's last day: of what data/workflow/notices.yaml says, once for each last day.
import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { accounts, demoData, pause, serve, signIn } from './liem.mjs';

const data = demoData();
let server;
after(() => server.stop());
const day = (later) => new Date(Date.now() + 7 * 3_600_000 + later * 86_400_000).toISOString().slice(0, 10);
const people = ['thanhtra', 'thanhtra.hai', 'canbo.conlang', 'chutich.conlang', 'canbo.xaydung'];
const cookies = {};

// Whoever starts looks at once, and once a day from then on.
async function restart() {
  await server?.stop();
  server = await serve(data);
  for (const name of people) {
    cookies[name] = (await signIn(server, accounts.find(({ account }) => account === name))).headers['set-cookie'][0].split(';')[0];
  }
  await pause(2500);
}
async function remindersOf(name) {
  const answer = await server.ask('GET', '/api/v1/notices', { cookie: cookies[name] });
  return answer.json.notices.filter(({ kind }) => kind === 'reminder').map(({ about, due, unit }) => `${about} ${due} ${unit?.id ?? ''}`.trim());
}
async function setDue(step, due) {
  const set = await server.ask('PUT', `/api/v1/rounds/pctn-2025/steps/${step}`,
    { cookie: cookies.thanhtra, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ due }) });
  assert.equal(set.status, 200, set.text);
}
const all = async () => Object.fromEntries(await Promise.all(people.map(async (name) => [name, await remindersOf(name)])));

test('who has not handed in is reminded of the last day, once; whoever has is not', async () => {
  await restart();
  await setDue('self_assessment', day(7));
  await setDue('appraisal', day(8));
  await restart();
  const wanted = [`self_assessment ${day(7)} xa-con-lang`];
  const told = { thanhtra: [], 'thanhtra.hai': [], 'canbo.conlang': wanted, 'chutich.conlang': wanted, 'canbo.xaydung': [] };
  assert.deepEqual(await all(), told);
  await restart();
  assert.deepEqual(await all(), told);
});

test('another last day is told again; one that is over is told to nobody', async () => {
  await setDue('self_assessment', day(-1));
  await setDue('appraisal', day(0));
  await restart();
  const { thanhtra, 'thanhtra.hai': second, 'canbo.conlang': clerk } = await all();
  assert.deepEqual([thanhtra, second], [[`appraisal ${day(0)}`], [`appraisal ${day(0)}`]]);
  assert.deepEqual(clerk, [`self_assessment ${day(7)} xa-con-lang`]);
});
