// Starts Debian's chromium and, unless LIEM_URL names a running one, the server under test.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(join(repository, 'web/package.json'));
const { chromium } = require('playwright-core');
export const axePath = require.resolve('axe-core/axe.min.js');

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export function startBrowser() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
}

export function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function untilReady(url, child) {
  for (let tries = 0; tries < 150; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`nothing answers on ${url}`);
}

/** The server to test: LIEM_URL if set, the program LIEM on fresh demonstration data, else the fixtures. `share` is a
 * folder in place of data/ that the program takes its demonstration data from, `listen` and `environment` are what it is
 * started with, and `data` of the answer is where its data is. */
export async function startServer(options = {}) {
  if (process.env.LIEM_URL) return { url: process.env.LIEM_URL, stop: async () => {} };
  return process.env.LIEM ? startProgram(process.env.LIEM, options) : startFixtures();
}

async function startFixtures() {
  const port = await freePort();
  const child = spawn(process.execPath, [join(repository, 'web/dev/server.mjs'), String(port)], { stdio: ['ignore', 'ignore', 'inherit'] });
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url, child);
  return { url, stop: () => stopChild(child) };
}

async function startProgram(program, { share, listen = '127.0.0.1:0', environment = {} }) {
  const folder = mkdtempSync(join(tmpdir(), 'liem-e2e-'));
  const made = spawnSync(program, [...(share ? ['--share', share] : []), 'demo', '--data', join(folder, 'data')], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`liem demo failed: ${made.stderr}`);
  const args = ['serve', '--data', join(folder, 'data'), '--listen', listen, '--web', join(repository, 'web/dist')];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...environment } });
  const stop = async () => {
    await stopChild(child);
    rmSync(folder, { recursive: true, force: true });
  };
  const url = await addressOf(child);
  await untilReady(url, child);
  return { url, stop, data: join(folder, 'data') };
}

function addressOf(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (bytes) => {
      said += bytes;
      const found = /http:\/\/[^\s/]+/.exec(said);
      if (found) resolve(found[0]);
    });
    child.once('exit', (code) => reject(new Error(`liem serve ended with ${code}`)));
  });
}

function stopChild(child) {
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill();
  });
}

export const people = {
  inspector: { account: 'thanhtra', name: 'Vũ Văn Thí Dụ', password: 'mau-thanh-tra-2025' },
  reviewer: { account: 'rasoat', name: 'Đặng Hư Cấu', password: 'mau-ra-soat-2025' },
  clerk: { account: 'canbo.xaydung', password: 'mau-can-bo-2025' },
  head: { account: 'giamdoc.xaydung', password: 'mau-thu-truong-2025' },
  committee: { account: 'uyban', password: 'mau-uy-ban-2025' },
  administrator: { account: 'quantri', password: 'mau-quan-tri-2025' },
};

/** Signs in and stays on the page that comes first: what waits. */
export async function signInToWork(page, url, { account, password }) {
  await page.goto(`${url}/sign-in`);
  await page.locator('#account').fill(account);
  await page.locator('#password').fill(password);
  await page.locator('form button[type=submit]').click();
  await page.waitForURL((address) => address.pathname !== '/sign-in');
}

/** Signs in and goes to the newest round, or to the one unit of who has one. */
export async function signIn(page, url, person) {
  await signInToWork(page, url, person);
  await page.locator('main h1, .notice').first().waitFor();
  await page.goto(`${url}/rounds`);
  await page.waitForURL((address) => address.pathname.startsWith('/rounds/'));
}
