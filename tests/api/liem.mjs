// Runs the real program on data of its own and talks to it over HTTP.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { checkAnswer } from './contract.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const program = process.env.LIEM ?? path.join(root, 'build/release/liem');
export const accounts = parse(readFileSync(path.join(root, 'data/demo/accounts.yaml'), 'utf8'));
export const withRole = (role) => accounts.find((account) => account.role === role);

export const pause = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

export function temporaryFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'liem-api-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

// Beside a PostgreSQL (script/with-postgres) each data folder gets a database there, and every test
// runs on it as it is.
const postgres = process.env.LIEM_TEST_POSTGRES;
export const onPostgres = Boolean(postgres);
const databases = new Map();

function databaseOf(folder) {
  if (!databases.has(folder)) {
    const name = `api_${process.pid}_${databases.size}`;
    const made = spawnSync('psql', [postgres, '--quiet', '--command',
      `CREATE DATABASE ${name} TEMPLATE template0`], { encoding: 'utf8' });
    if (made.status !== 0) throw new Error(`psql failed: ${made.stderr}`);
    databases.set(folder, postgres.replace(/[^/]*$/, name));
  }
  return databases.get(folder);
}

// The arguments with --database where they name a data folder.
export function located(args) {
  const at = args.indexOf('--data');
  if (!onPostgres || at < 0 || args.includes('--database')) return args;
  return [...args, '--database', databaseOf(args[at + 1])];
}

// {status, stdout, stderr} of one command, in English.
export function run(...args) {
  return spawnSync(program, ['--locale', 'en', ...located(args)], { encoding: 'utf8' });
}

export function demoData() {
  const folder = path.join(temporaryFolder(), 'data');
  const made = run('demo', '--data', folder);
  if (made.status !== 0) throw new Error(`liem demo failed: ${made.stderr}`);
  return folder;
}

// A started server: its address, ask() and stop().
export const serve = (data, ...more) => serveIn({}, data, ...more);

// The same with more in its environment.
export async function serveIn(environment, data, ...more) {
  const child = spawn(program, located(['serve', '--data', data, '--listen', '127.0.0.1:0', ...more]),
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...environment } });
  const killed = () => child.kill('SIGKILL');
  process.on('exit', killed);
  const address = await new Promise((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (bytes) => {
      out += bytes;
      const found = /http:\/\/[^\s]+/.exec(out);
      if (found) resolve(new URL(found[0]));
    });
    child.once('exit', (code) => reject(new Error(`liem serve ended with ${code}`)));
  });
  const agent = new http.Agent({ keepAlive: true });
  return {
    address,
    agent,
    pid: child.pid,
    ask: (method, target, options) => ask(address, agent, method, target, options),
    async stop(signal = 'SIGTERM') {
      agent.destroy();
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const ended = new Promise((resolve) => { child.once('exit', (code) => resolve(code)); });
      child.kill(signal);
      const code = await ended;
      process.off('exit', killed);
      return code;
    },
  };
}

function ask(address, agent, method, target, { headers = {}, body, cookie, unchecked } = {}) {
  return new Promise((resolve, reject) => {
    const all = { ...headers };
    if (cookie) all.cookie = cookie;
    if (body !== undefined) all['content-length'] ??= Buffer.byteLength(body);
    const request = http.request({
      host: address.hostname, port: address.port, agent, method, path: target, headers: all,
    }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject); // cut off in the middle
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const text = bytes.toString('utf8');
        const isJson = /json/.test(response.headers['content-type'] ?? '');
        const answer = {
          status: response.statusCode, headers: response.headers, text, bytes,
          json: isJson && text ? JSON.parse(text) : undefined,
        };
        try {
          if (!unchecked) checkAnswer(method, target, answer);
          resolve(answer);
        } catch (wrong) {
          reject(wrong);
        }
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

export function signIn(server, { account, password }, headers = {}) {
  return server.ask('POST', '/api/v1/session', {
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ account, password }),
  });
}

// The Cookie field of a fresh session of this role.
export const cookieOf = (server, role) => cookieOfAccount(server, withRole(role).account);

// Of an account of the sample province, by its name.
export async function cookieOfAccount(server, name) {
  const answer = await signIn(server, accounts.find(({ account }) => account === name));
  if (answer.status !== 200) throw new Error(`cannot sign in as ${name}: ${answer.text}`);
  return answer.headers['set-cookie'][0].split(';')[0];
}

// A request that carries JSON.
export const writeTo = (server, method, target, body, cookie, headers = {}) =>
  server.ask(method, target, { cookie, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
