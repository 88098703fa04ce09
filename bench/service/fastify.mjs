// A page of the log out of the same SQLite database, the way a service on Node is commonly written:
// fastify with a serializer for its answer, better-sqlite3 with prepared statements.
// usage: node fastify.mjs PROCESSES DATABASE PROVINCE MESSAGES
import cluster from 'node:cluster';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import fastify from 'fastify';
import { parse } from 'yaml';

const [processes, file, province, messages] = process.argv.slice(2);
const words = parse(readFileSync(messages, 'utf8'));
const db = new Database(file, { readonly: true });

const session = db.prepare('SELECT account, seen_at, expires_at, stage FROM sign_in WHERE province = ? AND token_hash = ?');
const accountOf = db.prepare('SELECT account, name, role, unit, disabled_at FROM account WHERE province = ? AND account = ?');
const unitOf = db.prepare('SELECT name_vi AS vi, name_en AS en FROM unit WHERE province = ? AND id = ? ORDER BY valid_from DESC LIMIT 1');
const entriesOf = db.prepare(`SELECT position, at, actor, on_behalf_of, act, object_kind, object, unit,
  before_kind, state_before, after_kind, state_after, reason, hash FROM ledger_entry
  WHERE province = ? AND at < ? ORDER BY position DESC LIMIT ?`);

const words2 = { type: 'object', properties: { vi: { type: 'string' }, en: { type: 'string' } } };
const person = { type: 'object', nullable: true, properties: { account: { type: 'string' }, name: { type: 'string' } } };
const entry = {
  type: 'object',
  properties: {
    position: { type: 'integer' }, at: { type: 'string' }, actor: person, on_behalf_of: person,
    act: { type: 'string' }, sentence: words2,
    object: { type: 'object', properties: { kind: { type: 'string' }, id: { type: 'string' } } },
    unit: { type: 'object', nullable: true, properties: { id: { type: 'string' }, name: words2 } },
    before: {}, after: {}, reason: { type: 'string' }, hash: { type: 'string' },
  },
};
const schema = {
  response: {
    200: { type: 'object', properties: { entries: { type: 'array', items: entry }, next: { type: 'string', nullable: true } } },
  },
};

function viewerOf(request) {
  const token = /(?:^|;\s*)liem_session=([^;]*)/.exec(request.headers.cookie ?? '')?.[1];
  const found = token && session.get(province, createHash('sha256').update(token).digest('hex'));
  const now = Date.now() / 1000;
  if (!found || found.stage !== 'whole' || now >= found.expires_at || now - found.seen_at >= 7200) return undefined;
  const account = accountOf.get(province, found.account);
  return account?.disabled_at === null ? account : undefined;
}

const render = (template, args) => template.replace(/\{(\w+)\}/g, (whole, name) => args[name] ?? whole);

function stateOf(kind, text) {
  if (kind === 2) return { sha256: text };
  return kind === 0 ? null : { value: JSON.parse(text) };
}

function entryOf(row, people, units) {
  if (row.actor && !people.has(row.actor)) people.set(row.actor, accountOf.get(province, row.actor)?.name ?? row.actor);
  if (row.unit && !units.has(row.unit)) units.set(row.unit, unitOf.get(province, row.unit) ?? { vi: row.unit, en: row.unit });
  const before = stateOf(row.before_kind, row.state_before);
  const after = stateOf(row.after_kind, row.state_after);
  const args = { ...after?.value, actor: people.get(row.actor) ?? row.actor, object: row.object, unit: row.unit };
  const template = words[`act.${row.act}`];
  return {
    position: row.position,
    at: `${new Date(row.at * 1000).toISOString().slice(0, 19)}Z`,
    actor: row.actor ? { account: row.actor, name: people.get(row.actor) } : null,
    on_behalf_of: null,
    act: row.act,
    sentence: { vi: render(template.vi, args), en: render(template.en, args) },
    object: { kind: row.object_kind, id: row.object },
    unit: row.unit ? { id: row.unit, name: units.get(row.unit) } : null,
    before,
    after,
    reason: row.reason,
    hash: row.hash,
  };
}

function listen() {
  const app = fastify();
  app.get('/api/v1/ledger', { schema }, (request, reply) => {
    const viewer = viewerOf(request);
    if (!viewer) return reply.code(401).send();
    if (viewer.role !== 'inspector' && viewer.role !== 'auditor') return reply.code(403).send();
    const limit = Number(request.query.limit ?? 50);
    const before = Date.parse(`${request.query.to}T00:00:00+07:00`) / 1000 + 86400;
    const rows = entriesOf.all(province, before, limit + 1);
    const next = rows.length > limit ? String(rows[limit - 1].position) : null;
    const people = new Map();
    const units = new Map();
    return { entries: rows.slice(0, limit).map((row) => entryOf(row, people, units)), next };
  });
  return app.listen({ host: '127.0.0.1', port: Number(process.env.PORT ?? 0) });
}

if (processes === '1') {
  console.log(await listen());
} else if (cluster.isPrimary) {
  for (let i = 0; i < Number(processes); ++i) cluster.fork();
  let listening = 0;
  cluster.on('listening', (_, { port }) => {
    if (++listening === Number(processes)) console.log(`http://127.0.0.1:${port}`);
  });
} else {
  await listen();
}
