// The PostgreSQL that script/with-postgres started, cut off and started again.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pause } from '../api/liem.mjs';

const address = process.env.LIEM_TEST_POSTGRES;
const data = process.env.LIEM_TEST_POSTGRES_DATA;

const psql = (sql) => spawnSync('psql', [address, '--quiet', '--tuples-only', '--command', sql], { encoding: 'utf8' });

// Every connection but ours, in the middle of whatever it does.
export const cutConnections = () =>
  psql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'");

const postmaster = () => Number(readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);

// One server process of a connection; PostgreSQL then drops all and recovers.
export function killOneBackend(pick) {
  const pids = psql("SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'")
    .stdout.split('\n').map(Number).filter(Boolean);
  if (pids.length > 0) process.kill(pick(pids), 'SIGKILL');
}

let command, child;
// Without a word to anybody, as where the power of its machine fails.
export async function stopPostgres() {
  command ??= readFileSync(path.join(data, 'postmaster.opts'), 'utf8').trim().split(/\s+(?=")/)
    .map((word) => word.replace(/^"|"$/g, ''));
  const pid = postmaster();
  process.kill(pid, 'SIGQUIT');
  while (isAlive(pid)) await pause(10);
}

function isAlive(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1][0] !== 'Z';
  } catch {
    return false;
  }
}

export async function startPostgres() {
  const { uid, gid } = statSync(data);
  const [program, ...args] = command;
  child = spawn(program, args, { cwd: path.dirname(data), uid, gid, stdio: 'ignore' });
  while (psql('SELECT 1').status !== 0) await pause(50);
}
process.on('exit', () => child?.kill('SIGQUIT'));

// What was started here ends here.
export async function endPostgres() {
  if (child) await stopPostgres();
}
