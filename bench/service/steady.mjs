// A constant rate of requests, each with an intended start: an answer's latency counts from there,
// also where the request before it was late.
import http from 'node:http';
import { performance } from 'node:perf_hooks';

function send(agent, address, { method = 'GET', target, cookie, body }) {
  return new Promise((resolve, reject) => {
    const headers = { cookie };
    if (body !== undefined) {
      headers['content-type'] = 'application/json';
      headers['content-length'] = Buffer.byteLength(body);
    }
    const { hostname, port } = new URL(address);
    const request = http.request({ host: hostname, port, agent, method, path: target, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode));
      answer.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

// [{kind, milliseconds}] of every request; `next(i)` gives the i-th with its kind.
export async function steady(address, { perSecond, seconds, connections, next }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const taken = [];
  const running = [];
  const begin = performance.now() + 50;
  const total = perSecond * seconds;
  for (let i = 0; i < total;) {
    const due = begin + (i * 1000) / perSecond;
    if (performance.now() < due) {
      await new Promise((resolve) => { setTimeout(resolve, 1); });
      continue;
    }
    const request = next(i);
    running.push(send(agent, address, request).then((status) => {
      if (status >= 300) throw new Error(`${request.method ?? 'GET'} ${request.target}: ${status}`);
      taken.push({ kind: request.kind, milliseconds: performance.now() - due });
    }));
    i += 1;
  }
  await Promise.all(running);
  agent.destroy();
  return taken;
}

export function quantile(taken, share) {
  const all = taken.map((one) => one.milliseconds).sort((a, b) => a - b);
  return all[Math.min(all.length - 1, Math.floor(all.length * share))];
}
