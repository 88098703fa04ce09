// Writes src/api/schema.ts from docs/openapi.yaml; with --check only says whether it is current.
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const contract = new URL('../../docs/openapi.yaml', import.meta.url);
const target = new URL('../src/api/schema.ts', import.meta.url);
const head = '// Generated from docs/openapi.yaml by `npm run api`. Do not edit.\n';
const wanted = head + astToString(await openapiTS(contract, { arrayLength: true }));

if (!process.argv.includes('--check')) {
  await writeFile(target, wanted);
} else if ((await readFile(target, 'utf8').catch(() => '')) !== wanted) {
  console.error('src/api/schema.ts is not what docs/openapi.yaml says: run `npm run api` in web/ and commit it.');
  process.exit(1);
}
