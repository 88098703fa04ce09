// What wrk makes of a server, and what processor time that server took for it.
import { execFile, spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

process.setMaxListeners(0); // one for each server that is stopped however this ends

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const ticks = Number(spawnSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }).stdout);

// A started program that says its address in its first line.
export async function start(command, args, environment = {}) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...environment } });
  process.on('exit', () => child.kill('SIGKILL'));
  const address = await new Promise((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (bytes) => {
      out += bytes;
      const found = /http:\/\/[\w.:]+/.exec(out);
      if (found) resolve(found[0]);
    });
    child.once('exit', (code) => reject(new Error(`${command} ended with ${code}`)));
  });
  return {
    address,
    pid: child.pid,
    stop: () => new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) { resolve(); return; }
      child.once('exit', resolve);
      child.kill('SIGTERM');
    }),
  };
}

const statOf = (pid) => readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');

// The process and those it started.
function family(pid) {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const children = all.filter((one) => {
    try { return statOf(one)[1] === String(pid); } catch { return false; }
  });
  return [String(pid), ...children];
}

// Seconds in user and system mode so far.
export const processorSeconds = (pid) => family(pid)
  .reduce((sum, one) => sum + (Number(statOf(one)[11]) + Number(statOf(one)[12])) / ticks, 0);

export const residentMegabytes = (pid) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

// Held to these processors, with every thread it has.
export function pin(pid, processors) {
  for (const one of family(pid)) {
    const done = spawnSync('taskset', ['-acp', processors, one]);
    if (done.status !== 0) throw new Error(`taskset: ${done.stderr}`);
  }
}

export const allProcessors = `0-${cpus().length - 1}`;

// {rate, microseconds}: answers a second, and processor time of the server for one.
export async function wrk(server, { target, cookie, script, processors, seconds, connections }) {
  const before = processorSeconds(server.pid);
  const args = ['-c', processors, 'wrk', '-t', '1', '-c', String(connections), '-d', `${seconds}s`, '--timeout', '30s',
    '-H', `Cookie: ${cookie}`, ...(script ? ['-s', here(script)] : []), `${server.address}${target}`];
  const { stdout } = await promisify(execFile)('taskset', args, { encoding: 'utf8' });
  const spent = processorSeconds(server.pid) - before;
  const answers = Number(/(\d+) requests in/.exec(stdout)[1]);
  if (/Non-2xx|Socket errors/.test(stdout) || answers === 0) throw new Error(`wrk at ${server.address}${target}:\n${stdout}`);
  return { rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)[1]), microseconds: (spent / answers) * 1e6 };
}
