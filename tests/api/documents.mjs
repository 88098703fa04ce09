// Sends documents and follows them, for the tests about them.
import { spawnSync } from 'node:child_process';
import http from 'node:http';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import assert from 'node:assert/strict';
import { located, onPostgres, pause, root } from './liem.mjs';
import { checkSchema } from './contract.mjs';

export const sample = (name) => readFileSync(path.join(root, 'tests/golden/extraction', name));

export const send = (server, cookie, name, body, { headers, ...options } = {}) =>
  server.ask('POST', `/api/v1/documents?name=${encodeURIComponent(name)}`,
    { cookie, headers: { 'content-type': 'application/octet-stream', ...headers }, body, ...options });

// An open stream: `events` as they come, `ended` once it is over, close() to go away.
export function follow(server, cookie, id, headers = {}) {
  const events = [];
  let close, status;
  const opened = new Promise((resolve, reject) => {
    const request = http.get({
      host: server.address.hostname, port: server.address.port, agent: false,
      path: `/api/v1/documents/${id}/events`, headers: { cookie, ...headers },
    }, (response) => {
      status = response.statusCode;
      resolve(response);
    });
    request.on('error', reject);
    close = () => request.destroy();
  });
  const ended = opened.then((response) => new Promise((resolve) => {
    let text = '';
    response.on('data', (chunk) => {
      text += chunk;
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const lines = text.slice(0, end).split('\n');
        text = text.slice(end + 2);
        if (lines[0].startsWith(':')) continue;
        const [event, data] = ['event: ', 'data: '].map((word) =>
          lines.find((line) => line.startsWith(word)).slice(word.length));
        const value = JSON.parse(data);
        if (event === 'state') checkSchema('Document', value);
        events.push({ event, value });
      }
    });
    response.on('error', () => resolve(events));
    response.on('close', () => resolve(events));
  }));
  return { events, ended, opened, close: () => close(), status: () => status };
}

// The document in its final state. An account follows so many at once and no more: then it asks again.
export async function settled(server, cookie, id, headers = {}) {
  const following = follow(server, cookie, id, headers);
  const events = await following.ended;
  if (following.status() !== 429) return events.at(-1).value;
  await pause(100);
  return settled(server, cookie, id, headers);
}

export async function read(server, cookie, name, body) {
  const { json } = await send(server, cookie, name, body);
  return settled(server, cookie, json.id);
}

export const png = (answer) => {
  const bytes = answer.bytes;
  return { signature: bytes.subarray(1, 4).toString(), width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
};

let jpeg;

function pictureOfLines() {
  const { stdout } = spawnSync('pdftoppm', ['-f', '1', '-l', '1', '-r', '100', '-x', '0', '-y', '200',
    '-W', '827', '-H', '160', '-gray', '-jpeg', path.join(root, 'tests/golden/extraction/report.pdf')],
  { maxBuffer: 1 << 26 });
  return stdout;
}

// A PDF of `pages` pages that are pictures of a few lines and nothing else: about 0.5 s each to recognise.
export function scan(pages) {
  jpeg ??= pictureOfLines();
  const stream = (head, bytes) => Buffer.concat([
    Buffer.from(`<< ${head} /Length ${bytes.length} >>\nstream\n`), bytes, Buffer.from('\nendstream')]);
  const size = jpegSize();
  const kids = Array.from({ length: pages }, (_, i) => `${5 + i} 0 R`).join(' ');
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`,
    stream('', Buffer.from('q 595 0 0 115 0 600 cm /I Do Q')),
    stream(`/Type /XObject /Subtype /Image /Width ${size.width} /Height ${size.height}`
      + ` /ColorSpace /${size.colours} /BitsPerComponent 8 /Filter /DCTDecode`, jpeg),
    ...Array.from({ length: pages }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]'
      + ' /Contents 3 0 R /Resources << /XObject << /I 4 0 R >> >> >>')];
  let pdf = Buffer.from('%PDF-1.4\n');
  let table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  objects.forEach((object, i) => {
    table += `${String(pdf.length).padStart(10, '0')} 00000 n \n`;
    pdf = Buffer.concat([pdf, Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]);
  });
  return Buffer.concat([pdf, Buffer.from(`${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\n`
    + `startxref\n${pdf.length}\n%%EOF\n`)]);
}

function jpegSize() {
  for (let at = 2; at < jpeg.length; at += 2 + jpeg.readUInt16BE(at + 2)) {
    if ([0xc0, 0xc1, 0xc2].includes(jpeg[at + 1])) {
      const colours = jpeg[at + 9] === 1 ? 'DeviceGray' : 'DeviceRGB';
      return { height: jpeg.readUInt16BE(at + 5), width: jpeg.readUInt16BE(at + 7), colours };
    }
  }
  throw new Error('no frame in the picture');
}

// Resolves with the first state for which `wanted` holds.
export async function until(server, cookie, id, wanted) {
  const stream = follow(server, cookie, id);
  await stream.opened;
  for (;;) {
    const found = stream.events.find((one) => wanted(one.value));
    if (found) {
      stream.close();
      return found.value;
    }
    await pause(20);
  }
}

// The database itself is asked, so that no server has to run.
export function inDatabase(data, sql) {
  const args = located(['--data', data]);
  const out = onPostgres
    ? spawnSync('psql', [args.at(-1), '--tuples-only', '--no-align', '--command', sql], { encoding: 'utf8' })
    : spawnSync('sqlite3', [path.join(data, 'liem.db'), sql], { encoding: 'utf8' });
  assert.equal(out.status, 0, out.stderr);
  return out.stdout.trim();
}

export async function becomes(data, sql, wanted) {
  for (let i = 0; i < 600; ++i) {
    if (inDatabase(data, sql) === wanted) return;
    await pause(100);
  }
  assert.equal(inDatabase(data, sql), wanted);
}
