// usage: node run.mjs ROUNDS SEED - rounds of something going wrong under mixed writes; see script/test-faults.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { cookieOf, located, onPostgres, pause, program, run, serveIn, temporaryFolder, withRole } from '../api/liem.mjs';
import { chance as chanceOf } from './chance.mjs';
import { movableClock } from './clock.mjs';
import { smallDisk } from './disk.mjs';
import { faultsOf } from './faults.mjs';
import { endPostgres } from './postgres.mjs';
import { Truth } from './truth.mjs';
import { lanesOf, startWriting } from './writers.mjs';

const [rounds, seed] = process.argv.slice(2).map(Number);
const roles = ['inspector', 'clerk', 'head', 'reviewer', 'committee'];
const engine = onPostgres ? 'PostgreSQL' : 'SQLite';

async function findingsOf(server, cookie) {
  const findings = {};
  for (const { report } of (await server.ask('GET', '/api/v1/rounds/pctn-2025/units', { cookie })).json) {
    if (!report) continue;
    findings[report] = (await server.ask('GET', `/api/v1/reports/${report}`, { cookie })).json.reading.findings.map(({ id }) => id);
  }
  return findings;
}

// Two lanes for each account; the findings of the clerk's own unit are the clerk's, the others the inspector's.
function plansOf(findings) {
  const own = `pctn-2025.${withRole('clerk').unit}`;
  const all = Object.entries(findings).flatMap(([report, ids]) => ids.map((id) => [report, id]));
  return roles.flatMap((account) => [0, 1].map((half) => ({
    name: `${account}.${half}`, account, credentials: withRole(account),
    findings: all.filter(([report], i) => i % 2 === half
      && ((account === 'clerk' && report === own) || (account === 'inspector' && report !== own))),
  })));
}

async function prepare() {
  const disk = smallDisk();
  const data = path.join(disk.folder, 'data');
  const made = run('demo', '--data', data);
  if (made.status !== 0) throw new Error(made.stderr);
  const clock = movableClock(temporaryFolder());
  const server = await serveIn(clock.environment, data);
  const cookies = Object.fromEntries(await Promise.all(roles.map(async (role) => [role, await cookieOf(server, role)])));
  const world = { disk, clock, data, server, cookies, chance: chanceOf(seed), truth: new Truth(), findings: await findingsOf(server, cookies.inspector), since: 0 };
  world.lanes = lanesOf(world, plansOf(world.findings));
  return world;
}

// Starting on a disk that cannot be written may be refused, but in words.
function startInVain({ truth, data }, { name, refusesToStart }) {
  const done = spawnSync(program, ['--locale', 'en', ...located(['serve', '--data', data, '--listen', '127.0.0.1:0'])], { encoding: 'utf8', timeout: 2000 });
  const started = done.error?.code === 'ETIMEDOUT';
  if (!started && !(done.status === 1 && refusesToStart.test(done.stderr))) {
    truth.complain(`${name}: starting ended with ${done.status ?? done.signal}: ${done.stderr}`);
  }
}

async function writesAgain(world, counts) {
  const before = counts.done;
  for (let waited = 0; waited < 8000; waited += 50) {
    if (counts.done > before + 2) return;
    await pause(50);
  }
  world.truth.complain('8 s after it was mended nothing could be written');
}

// A file that no row knows is what a crash in the middle of an upload or a deletion may leave: nothing acknowledged, nothing lost.
const leftBehind = 'storage.fault_unknown_file';
function checkFromOutside({ truth, data }, counts) {
  const verified = run('ledger', 'verify', '--data', data);
  if (verified.status !== 0) truth.complain(`the log is not whole: ${verified.stdout}${verified.stderr}`);
  const checked = run('fsck', '--data', data, '--format', 'json');
  if (!checked.stdout) return truth.complain(`fsck could not look: ${checked.stderr}`);
  const { faults } = JSON.parse(checked.stdout);
  counts.left = faults.filter(({ code }) => code === leftBehind).length;
  for (const { code, message } of faults) if (code !== leftBehind) truth.complain(message.en);
  return undefined;
}

async function round(world, fault) {
  const counts = { done: 0, refused: 0, unsure: 0, codes: {} };
  Object.assign(world, { counts, mayVanish: false });
  const writing = startWriting(world, world.lanes);
  await pause(world.chance.between(50, 700));
  await fault.strike(world);
  if (fault.refusesToStart) {
    await writing.stop();
    startInVain(world, fault);
  }
  await fault.heal?.(world);
  if (fault.mustWriteAgain) await writesAgain(world, counts);
  world.mayVanish = true;
  await world.server.stop(world.chance.one(['SIGKILL', 'SIGTERM']));
  await writing.stop();
  const stopped = Date.now();
  world.server = await serveIn(world.clock.environment, world.data);
  counts.back = Date.now() - stopped;
  world.since = await world.truth.check(world);
  checkFromOutside(world, counts);
  return counts;
}

function drawFault(faults, chance) {
  return chance.one(faults.flatMap((fault) => Array.from({ length: fault.often }, () => fault)));
}

function print(rows) {
  const head = ['engine', 'what went wrong', 'rounds', 'acknowledged', 'not known', 'refused', 'back after, ms', 'files left', 'refusals'];
  const lines = [head, ...[...rows].map(([name, row]) => [engine, name, row.rounds, row.done, row.unsure, row.refused, row.back, row.left,
    Object.entries(row.codes).map(([code, times]) => `${code} ${times}`).join(', ')].map(String))];
  const widths = head.map((_, i) => Math.max(...lines.map((line) => [...line[i]].length)));
  for (const line of lines) console.log(line.map((cell, i) => cell.padEnd(widths[i])).join('  ').trimEnd());
}

const world = await prepare();
const faults = faultsOf(world.disk, onPostgres);
const rows = new Map();
for (let n = 1; n <= rounds; ++n) {
  // The first rounds go through all of them, so that a short run leaves none out.
  const fault = faults[n - 1] ?? drawFault(faults, world.chance);
  const counts = await round(world, fault);
  const row = rows.get(fault.name) ?? { rounds: 0, done: 0, unsure: 0, refused: 0, back: 0, left: 0, codes: {} };
  ++row.rounds;
  for (const what of ['done', 'unsure', 'refused']) row[what] += counts[what];
  row.back = Math.max(row.back, counts.back);
  row.left = Math.max(row.left, counts.left ?? 0);
  for (const [code, times] of Object.entries(counts.codes)) row.codes[code] = (row.codes[code] ?? 0) + times;
  rows.set(fault.name, row);
  if (world.truth.wrong.length > 0) {
    console.error(`round ${n} of ${rounds}, ${fault.name}, on ${engine}; seed ${seed}`);
    for (const sentence of world.truth.wrong) console.error(`  ${sentence}`);
    process.exitCode = 1;
    break;
  }
}
await world.server.stop();
await endPostgres();
print(rows);
console.log(`${engine}: ${process.exitCode ? 'something was lost or unclear' : 'nothing lost, every log whole'}; seed ${seed}`);
