// Starts the fixture server and Vite together; with LIEM_API set, only Vite against that server.
import { spawn } from 'node:child_process';
import { createServer } from 'vite';

if (!process.env.LIEM_API) {
  const fixtures = spawn(process.execPath, [new URL('server.mjs', import.meta.url).pathname], { stdio: 'inherit' });
  process.on('exit', () => fixtures.kill());
}
const server = await createServer();
await server.listen();
server.printUrls();
