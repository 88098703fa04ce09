// Adds up what each page of the build loads first, gzipped, and fails above the budget. The last step of a build:
// it takes away the manifest, so that dist holds only what is served.
import { readFile, rm } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const budget = 360 * 1024;
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(await readFile(new URL('.vite/manifest.json', dist), 'utf8'));

function filesOf(name, seen = new Set()) {
  const chunk = manifest[name];
  seen.add(chunk.file);
  for (const css of chunk.css ?? []) seen.add(css);
  for (const next of chunk.imports ?? []) if (!seen.has(manifest[next].file)) filesOf(next, seen);
  return seen;
}

const weigh = async (file) => gzipSync(await readFile(new URL(file, dist)), { level: 9 }).length;
const sum = async (files) => (await Promise.all([...files].map(weigh))).reduce((a, b) => a + b, 0);

const pages = Object.keys(manifest).filter((name) => manifest[name].isDynamicEntry);
const entry = filesOf('index.html');
let heaviest = 0;
for (const page of pages) {
  const bytes = await sum(new Set([...entry, ...filesOf(page)]));
  heaviest = Math.max(heaviest, bytes);
  console.log(`${(bytes / 1024).toFixed(1).padStart(7)} KB gzipped  ${page}`);
}
await rm(new URL('.vite', dist), { recursive: true });
if (heaviest > budget) {
  console.error(`The heaviest page loads more than ${budget / 1024} KB gzipped.`);
  process.exit(1);
}
