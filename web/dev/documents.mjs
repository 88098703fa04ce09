// Uploaded documents of the fixtures: kept in memory, "read" by a clock. A name with "hong" in it fails.
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { lines, pagePicture } from './picture.mjs';
import { read } from './reader.mjs';

const sample = readFileSync(new URL('report.txt', import.meta.url), 'utf8');
const step = 500;
const documents = new Map();
const reasons = new Map();
const broken = {
  code: 'extraction.damaged',
  message: { vi: 'Tệp hỏng hoặc bị cắt cụt. Mở tệp bằng phần mềm văn phòng, lưu lại rồi gửi lại.', en: 'The file is damaged or cut short. Open it in an office program, save it again and send it again.' },
};

const shown = ({ id, name, sha256, bytes, created_at, state, progress, problem }) => ({ id, name, sha256, bytes, created_at, state, progress, problem });

function change(document, next) {
  if (!documents.has(document.id)) return;
  Object.assign(document, { progress: null, problem: null }, next);
  for (const tell of document.listeners) tell(shown(document));
}

function start(document) {
  const pages = document.pages.length;
  const states = [
    ...(pages ? Array.from({ length: pages + 1 }, (_, done) => ({ state: 'extracting', progress: { done, total: pages } })) : [{ state: 'extracting' }]),
    ...(/hong|broken/i.test(document.name) ? [{ state: 'failed', problem: broken }] : [{ state: 'reading' }, { state: 'done' }]),
  ];
  states.forEach((next, index) => setTimeout(() => change(document, next), step * (index + 1)));
}

/** Three pages that end where a line ends. */
function pagesOf(text) {
  const bytes = Buffer.from(text);
  const cuts = [0, 1 / 3, 2 / 3, 1].map((share) => (share === 1 ? bytes.length : share === 0 ? 0 : bytes.indexOf('\n', bytes.length * share) + 1));
  return [1, 2, 3].map((number) => ({ number, bytes: [cuts[number - 1], cuts[number]], width: 210, height: 297, recognised: number === 3 }));
}

function add(account, name, body) {
  const text = name.endsWith('.txt') ? body.toString('utf8') : sample;
  const document = {
    id: randomBytes(16).toString('hex'), account: account.account, name, text, pages: name.endsWith('.pdf') ? pagesOf(text) : [],
    sha256: createHash('sha256').update(body).digest('hex'), bytes: body.length, body, created_at: `${new Date().toISOString().slice(0, 19)}Z`,
    state: 'waiting', progress: null, problem: null, listeners: new Set(),
  };
  documents.set(document.id, document);
  start(document);
  return document;
}

function events(response, document) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  const tell = (state) => {
    response.write(`event: state\ndata: ${JSON.stringify(state)}\n\n`);
    if (state.state === 'done' || state.state === 'failed') response.end();
  };
  document.listeners.add(tell);
  response.on('close', () => document.listeners.delete(tell));
  tell(shown(document));
}

/** Frames for a stretch of a page: the lines on which its share of the page's bytes would stand. */
function boxesOf(page, [from, to]) {
  const rows = Math.floor(0.8 / lines.step);
  const row = (byte) => Math.floor(((byte - page.bytes[0]) / (page.bytes[1] - page.bytes[0])) * rows);
  const first = row(Math.max(from, page.bytes[0]));
  const last = row(Math.min(to, page.bytes[1]) - 1);
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const top = lines.first + (first + index) * lines.step;
    return { left: lines.left, top, right: lines.right, bottom: top + lines.height };
  });
}

function reportOf(document) {
  const reading = read(document.text, document.name);
  const doubtful = document.pages.length ? reading.figures.slice(-2).map(({ bytes }) => bytes) : [];
  return {
    id: document.id, name: document.name, sha256: document.sha256, text: document.text, reading,
    extraction: { format: document.pages.length ? 'pdf' : 'text', pages: document.pages, doubtful, signatures: [] },
    evidence: [], acceptances: acceptancesOf('unit', reading),
  };
}

export const acceptancesOf = (scope, reading) => reading.findings.flatMap(({ id }) => reasons.get(`${scope} ${id}`) ?? []);

/** PUT and DELETE of an acceptance, for documents and reports. */
export function acceptance(account, scope, finding, method, body) {
  const key = `${scope} ${finding}`;
  if (method === 'DELETE') {
    reasons.delete(key);
    return undefined;
  }
  const { account: name, name: person } = account;
  const accepted = { finding, reason: JSON.parse(body).reason, by: { account: name, name: person }, on_behalf_of: null, at: `${new Date().toISOString().slice(0, 19)}Z` };
  reasons.set(key, accepted);
  return accepted;
}

const received = new Map(); // bytes of uploads in parts, by account and name

/** Answers /uploads/...; false where there is no such thing. */
export function uploadsApi({ account, method, parts: [name, what, offset], body, response, send }) {
  const key = `${account.account} ${name}`;
  const there = received.get(key) ?? Buffer.alloc(0);
  if (method === 'DELETE') received.delete(key);
  if (method === 'DELETE') return send(response, 204);
  if (what === 'document') {
    received.delete(key);
    return send(response, 202, shown(add(account, JSON.parse(body).name, there)));
  }
  if (what === 'bytes' && Number(offset) !== there.length) return false;
  if (what === 'bytes') received.set(key, Buffer.concat([there, body]));
  return send(response, 200, { received: (received.get(key) ?? there).length });
}

/** Answers /documents/...; false where there is no such thing. */
export function documentsApi({ account, method, parts, query, body, response, send }) {
  const [id, what, number, detail] = parts;
  if (!id && method === 'POST') return send(response, 202, shown(add(account, query.get('name'), body)));
  if (!id) return send(response, 200, [...documents.values()].filter((one) => one.account === account.account).reverse().map(shown));
  const document = documents.get(id);
  if (!document || document.account !== account.account) return false;
  if (!what && method === 'DELETE') {
    documents.delete(id);
    return send(response, 204);
  }
  if (!what) return send(response, 200, shown(document));
  if (what === 'events') return events(response, document);
  if (what === 'report') return send(response, 200, reportOf(document));
  if (what === 'findings') {
    const answer = acceptance(account, 'unit', number, method, body);
    return send(response, answer ? 200 : 204, answer);
  }
  if (what === 'file') return response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(document.body);
  const page = what === 'pages' && document.pages[Number(number) - 1];
  if (!page) return false;
  if (detail === 'boxes') return send(response, 200, { boxes: boxesOf(page, query.get('bytes').split(',').map(Number)) });
  return response.writeHead(200, { 'Content-Type': 'image/png' }).end(pagePicture(Number(query.get('width') ?? 1000)));
}
