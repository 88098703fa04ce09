// Bundles every src/**/*.test.ts for Node and runs them with Node's own test runner.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'node_modules/.cache/tests');
rmSync(out, { recursive: true, force: true });
const tests = readdirSync(join(root, 'src'), { recursive: true }).filter((name) => /\.test\.ts$/.test(name));
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  build: {
    ssr: true,
    outDir: out,
    rollupOptions: {
      input: Object.fromEntries(tests.map((name) => [name.replaceAll('/', '-').replace(/\.ts$/, ''), join(root, 'src', name)])),
      output: { entryFileNames: '[name].mjs' },
    },
  },
});
const files = readdirSync(out).filter((name) => name.endsWith('.test.mjs')).map((name) => join(out, name));
process.exit(spawnSync(process.execPath, ['--test', ...files], { stdio: 'inherit' }).status ?? 1);
