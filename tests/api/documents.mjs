// Sends documents and follows them, for the tests about them.
import http from 'node:http';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './liem.mjs';
import { checkSchema } from './contract.mjs';

export const sample = (name) => readFileSync(path.join(root, 'tests/golden/extraction', name));

export const send = (server, cookie, name, body, options = {}) =>
  server.ask('POST', `/api/v1/documents?name=${encodeURIComponent(name)}`,
    { cookie, headers: { 'content-type': 'application/octet-stream' }, body, ...options });

// An open stream: `events` as they come, `ended` once it is over, close() to go away.
export function follow(server, cookie, id) {
  const events = [];
  let close, status;
  const opened = new Promise((resolve, reject) => {
    const request = http.get({
      host: server.address.hostname, port: server.address.port, agent: false,
      path: `/api/v1/documents/${id}/events`, headers: { cookie },
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

// The document in its final state.
export async function settled(server, cookie, id) {
  const events = await follow(server, cookie, id).ended;
  return events.at(-1).value;
}

export async function read(server, cookie, name, body) {
  const { json } = await send(server, cookie, name, body);
  return settled(server, cookie, json.id);
}

export const png = (answer) => {
  const bytes = answer.bytes;
  return { signature: bytes.subarray(1, 4).toString(), width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
};
