// Asks a round of a whole province the questions of script/bench round and prints what came out; 1 where a target was missed.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { run, serve, signIn, temporaryFolder } from '../../tests/api/liem.mjs';
import { startBrowser } from '../../tests/e2e/browser.mjs';
import { criteria, home, password, people, round, unitsOf, writeRound } from './generated.mjs';

const [units, files] = [Number(process.argv[2] ?? 140), Number(process.argv[3] ?? 6)];
const base = `/api/v1/rounds/${round}`;
const first = unitsOf(units)[0];
let missed = 0;
function judge(met, words) {
  if (!met) missed += 1;
  console.log(`  ${met ? 'met   ' : 'MISSED'}  ${words}`);
}
const tell = (name, milliseconds, more = '') => console.log(`  ${name.padEnd(58)} ${milliseconds.toFixed(1).padStart(9)} ms${more}`);
const taken = async (work) => {
  const begin = performance.now();
  const out = await work();
  return { out, ms: performance.now() - begin };
};
const megabytes = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((one) => one.isFile()).reduce((sum, one) => sum + statSync(path.join(one.parentPath ?? one.path, one.name)).size, 0) / 1e6;

const folder = temporaryFolder(), data = path.join(temporaryFolder(), 'data');
writeRound(folder, units, files);
console.log(`${units} units × ${criteria.length} criteria × ${files} files`);
const imported = await taken(() => run('import', '--data', data, folder, '--with-accounts'));
assert.equal(imported.out.status, 0, imported.out.stderr);
tell('import of the whole round', imported.ms, `, ${megabytes(data).toFixed(0)} MB of data`);

let server;
const cookies = {};
const unchecked = true;
async function start() {
  server = await serve(data);
  for (const [role, account] of Object.entries(people)) {
    cookies[role] = (await signIn(server, { account, password })).headers['set-cookie'][0].split(';')[0];
  }
}
const get = async (target, role) => {
  const answer = await server.ask('GET', target, { cookie: cookies[role], unchecked });
  assert.equal(answer.status, 200, `${target}: ${answer.text}`);
  return answer;
};
async function write(method, target, body, role) {
  const answer = await server.ask(method, target, { cookie: cookies[role], unchecked, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  assert.equal(answer.status, 200, `${target}: ${answer.text}`);
  return answer;
}
const roundAct = (body, role) => write('POST', `${base}/work/acts`, body, role);
const unitAct = (unit, body, role) => write('POST', `${base}/units/${unit}/work/acts`, body, role);

// What each page asks for, of a server that has answered nothing yet and of one that has.
async function pages(when) {
  console.log(`data of each page, ${when}`);
  for (const [name, target, role] of [
    ['my work, inspector', '/api/v1/work', 'inspector'],
    ['my work, clerk', '/api/v1/work', 'clerk'],
    ['units of the round', `${base}/units?limit=500`, 'inspector'],
    ['work of the round', `${base}/work`, 'inspector'],
    ['a unit\'s file in appraisal', `${base}/units/${first}/work`, 'inspector'],
    ['an answer with its evidence', `${base}/units/${first}/answers/${criteria[0]}`, 'inspector'],
    ['a unit\'s assessment', `${base}/units/${first}/assessment`, 'inspector'],
    ['the province\'s assessment', `${base}/units/${home}/assessment`, 'inspector'],
    ['a criterion of the province opened into its parts', `${base}/units/${home}/criteria/B.1.1`, 'inspector'],
    ['where a unit lost points', `${base}/units/${first}/advice`, 'inspector'],
    ['ranks', `${base}/ranks`, 'inspector'],
    ['the log', '/api/v1/ledger?limit=50', 'inspector'],
  ]) {
    const cold = await taken(() => get(target, role));
    const warm = await taken(() => get(target, role));
    tell(name, cold.ms, `, again ${warm.ms.toFixed(1)} ms, ${(cold.out.bytes.length / 1024).toFixed(0)} KB`);
  }
}

// Half a point for every criterion, all of one that gives less; how long each act took.
async function score(unit, act, role) {
  const given = ({ points }) => (Number(points) < 0.5 ? points : '0.5');
  const { criteria: open } = (await get(`${base}/units/${unit}/work`, role)).json;
  const acts = [];
  for (const points of new Set(open.map(given))) {
    const codes = open.filter((one) => given(one) === points).map(({ code }) => code);
    acts.push((await taken(() => unitAct(unit, { act, criteria: codes, points, reason: 'Theo hồ sơ.' }, role))).ms);
  }
  return acts;
}

async function appraiseAll() {
  const acts = [];
  const whole = await taken(async () => {
    for (const unit of [...unitsOf(units), home]) {
      acts.push(...await score(unit, 'appraise', 'inspector'));
      acts.push((await taken(() => unitAct(unit, { act: 'finish_appraisal' }, 'inspector'))).ms);
    }
  });
  acts.sort((a, b) => a - b);
  tell(`appraise ${units + 1} files of ${criteria.length} criteria, one after the other`, whole.ms,
    `, an act ${acts[acts.length >> 1].toFixed(1)} ms in the middle, ${acts.at(-1).toFixed(1)} at most`);
}

// One figure of one unit is returned, changed and handed in again: what the province then comes to.
async function consolidate() {
  await unitAct(first, { act: 'return', criteria: ['B.1.1'], reason: 'Số liệu công khai chưa khớp.' }, 'inspector');
  const { items } = (await get(`${base}/units/${first}/answers/B.1.1`, 'clerk')).json;
  const changed = items.find(({ id }) => id === 'disclosure.on_time');
  await write('PATCH', `${base}/units/${first}/answers/B.1.1`, { items: [{ id: changed.id, state: 'given', value: '7' }] }, 'clerk');
  const again = await taken(() => unitAct(first, { act: 'hand_in_again', criteria: ['B.1.1'] }, 'head'));
  tell('hand in again one changed figure', again.ms);
  const whole = await taken(() => get(`${base}/units/${home}/assessment`, 'inspector'));
  tell('consolidate the province anew after it', whole.ms);
  judge(again.ms + whole.ms < 1000, `a changed figure is in the province's result after ${(again.ms + whole.ms).toFixed(0)} ms (< 1,000)`);
}

async function publish() {
  await roundAct({ act: 'approve' }, 'committee');
  await roundAct({ act: 'submit' }, 'inspector');
  await score(home, 'review', 'reviewer');
  await roundAct({ act: 'finish_review' }, 'reviewer');
  tell('publish', (await taken(() => roundAct({ act: 'publish' }, 'committee'))).ms);
  const shown = await taken(() => get(`/api/v1/publications/${round}/1`));
  tell('read the publication', shown.ms, `, ${(shown.out.bytes.length / 1024).toFixed(0)} KB`);
}

// Memory of a process that it shares with no other, and its part of what it shares.
function proportional(pid) {
  const found = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
  return Number(found[1]) / 1024;
}

async function inBrowser() {
  console.log('pages in Chromium, one after the other in one tab');
  const browser = await startBrowser();
  const page = await browser.newPage({ locale: 'vi-VN', viewport: { width: 1366, height: 768 } });
  const at = (place) => new URL(place, server.address).href;
  await page.goto(at('/sign-in'));
  await page.fill('input[autocomplete="username"]', people.inspector);
  await page.fill('input[autocomplete="current-password"]', password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  const inspect = await browser.newBrowserCDPSession();
  const renderers = async () => (await inspect.send('SystemInfo.getProcessInfo')).processInfo;
  let largest = 0, all = 0;
  for (const place of ['/', `/rounds/${round}`, `/rounds/${round}/work`, `/rounds/${round}/units/${first}/work`, `/rounds/${round}/units/${home}`,
    `/rounds/${round}/units/${first}`, `/rounds/${round}/ranks`, '/log', `/cong-bo/${round}/1`]) {
    const opened = await taken(async () => {
      await page.goto(at(place));
      await page.waitForLoadState('networkidle');
    });
    const processes = await renderers();
    const tab = Math.max(...processes.filter(({ type }) => type === 'renderer').map(({ id }) => proportional(id)));
    all = Math.max(all, processes.reduce((sum, { id }) => sum + proportional(id), 0));
    largest = Math.max(largest, tab);
    tell(place, opened.ms - 500, `, tab ${tab.toFixed(0)} MB`); // networkidle waits 500 ms for silence
  }
  judge(largest < 300, `the tab takes ${largest.toFixed(0)} MB at most (< 300); all of Chromium's processes ${all.toFixed(0)} MB`);
  await browser.close();
}

await start();
await pages('before appraisal');
console.log('work');
await consolidate();
await appraiseAll();
await publish();
await server.stop();
await start();
await pages('after a restart, everything done');
await inBrowser();
await server.stop();
process.exit(missed === 0 ? 0 : 1);
