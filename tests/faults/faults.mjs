// What goes wrong while people write. strike() makes it go wrong, heal() mends it; a fault that ends the server leaves
// `world.server` ended, and the round starts it again.
import net from 'node:net';
import { pause } from '../api/liem.mjs';
import { cutConnections, killOneBackend, startPostgres, stopPostgres } from './postgres.mjs';

async function kill(world) {
  world.mayVanish = true;
  await world.server.stop('SIGKILL');
}

// Half of a file on its way in; the socket stays open.
function halfAnUpload({ server, cookies, chance }) {
  const size = chance.between(200_000, 4_000_000);
  const socket = net.connect(server.address.port, server.address.hostname);
  socket.on('error', () => {});
  socket.write(`POST /api/v1/documents?name=nua.txt HTTP/1.1\r\nHost: ${server.address.host}\r\nCookie: ${cookies.head}\r\n`
    + `Content-Type: application/octet-stream\r\nContent-Length: ${size}\r\n\r\n`);
  socket.write(Buffer.alloc(size >> 1, 'a'));
  return socket;
}

const on_both = [
  { name: 'server killed', often: 6, strike: kill },
  { name: 'server killed in half an upload', often: 2,
    async strike(world) {
      const socket = halfAnUpload(world);
      await pause(world.chance.between(0, 60));
      await kill(world);
      socket.destroy();
    } },
  { name: 'half an upload', often: 1,
    async strike(world) {
      const sockets = Array.from({ length: 4 }, () => halfAnUpload(world));
      await pause(world.chance.between(0, 60));
      for (const socket of sockets) socket.destroy();
    } },
  // Only ever back: forward, sessions would end as they should.
  { name: 'clock set back', often: 2, mustWriteAgain: true,
    async strike({ clock, chance }) {
      clock.setBack(chance.between(1, 20) * 3600);
      await pause(300);
    } },
  { name: 'disk full', often: 2, mustWriteAgain: true,
    async strike({ disk, server, chance }) {
      disk.fill(server.pid, chance.between(0, 100_000));
      await pause(400);
    },
    heal: ({ disk, server }) => disk.free(server.pid) },
  { name: 'server killed on a full disk', often: 1, refusesToStart: /đầy|full|ghi được|written/,
    async strike(world) {
      world.disk.fill(world.server.pid, world.chance.between(0, 40_000));
      await pause(150);
      await kill(world);
    },
    heal: ({ disk }) => disk.free() },
];

const on_sqlite = [
  { name: 'disk read-only', often: 1, needsMount: true, refusesToStart: /đọc|read-only|written/,
    async strike(world) {
      await kill(world);
      if (!world.disk.readOnly()) throw new Error('the disk is still written to');
    },
    heal: ({ disk }) => disk.writable() },
];

const on_postgres = [
  { name: 'disk read-only', often: 1, needsMount: true, mustWriteAgain: true,
    async strike({ disk }) {
      for (let tries = 0; !disk.readOnly() && tries < 200; ++tries) await pause(5);
      await pause(300);
    },
    heal: ({ disk }) => disk.writable() },
  { name: 'PostgreSQL cut off in the middle', often: 4, mustWriteAgain: true,
    async strike({ chance }) {
      for (let times = 0; times < 6; ++times) {
        cutConnections();
        await pause(chance.between(10, 80));
      }
    } },
  { name: 'PostgreSQL process killed', often: 1, mustWriteAgain: true,
    async strike({ chance }) {
      killOneBackend(chance.one);
      await pause(100);
    } },
  { name: 'PostgreSQL restarted', often: 2, mustWriteAgain: true,
    async strike({ chance }) {
      await stopPostgres();
      await pause(chance.between(0, 400));
      await startPostgres();
    } },
];

export const faultsOf = (disk, onPostgres) => [...on_both, ...(onPostgres ? on_postgres : on_sqlite)]
  .filter(({ needsMount }) => disk.canBeReadOnly || !needsMount);
