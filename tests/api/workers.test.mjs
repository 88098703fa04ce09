// Several processes that share the background work of one place.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { becomes, inDatabase, scan, send, until } from './documents.mjs';
import { cookieOf, demoData, located, program, serve } from './liem.mjs';

process.env.LIEM_JOBS_LEASE = '3';

// A started worker with its name and stop().
async function work(data) {
  const child = spawn(program, located(['worker', '--data', data]), { stdio: ['ignore', 'pipe', 'inherit'] });
  const killed = () => child.kill('SIGKILL');
  process.on('exit', killed);
  const name = await new Promise((resolve, reject) => {
    child.stdout.once('data', (bytes) => resolve(String(bytes).slice('liem: '.length).trim()));
    child.once('exit', (code) => reject(new Error(`liem worker ended with ${code}`)));
  });
  return {
    name,
    async stop(signal = 'SIGTERM') {
      const ended = new Promise((resolve) => { child.once('exit', (code) => resolve(code)); });
      child.kill(signal);
      process.off('exit', killed);
      return ended;
    },
  };
}

test('what a process killed in the middle had under way is taken over behind its lease and done once', async (context) => {
  const data = demoData();
  const server = await serve(data);
  context.after(() => server.stop('SIGKILL'));
  const cookie = await cookieOf(server, 'clerk');
  const { json } = await send(server, cookie, 'scan.pdf', scan(4));
  await until(server, cookie, json.id, (document) => document.state === 'extracting');
  await server.stop('SIGKILL');
  const [first, second] = [await work(data), await work(data)];
  const dead = inDatabase(data, 'SELECT taken_by FROM job');
  assert.ok(dead && dead !== first.name && dead !== second.name);
  await becomes(data, 'SELECT state FROM document', 'done');
  assert.equal(inDatabase(data, 'SELECT attempts FROM document'), '2');
  assert.equal(inDatabase(data, 'SELECT count(*) FROM job'), '0');
  assert.equal(await first.stop(), 0);
  assert.equal(await second.stop(), 0);
});
