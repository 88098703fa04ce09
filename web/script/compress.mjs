// Writes a .gz beside every text file of the build that gains from it; the server sends them as they are.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const packable = /\.(js|css|html|svg|json)$/;

for (const entry of await readdir(dist, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !packable.test(entry.name)) continue;
  const path = join(entry.parentPath, entry.name);
  const plain = await readFile(path);
  const packed = gzipSync(plain, { level: 9 });
  if (packed.length < plain.length) await writeFile(`${path}.gz`, packed);
}
