// A province's data grown to a size: contents, documents with their files, rows of the log. By SQL,
// since the question is what lies there when a server starts, not how it came there.
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';

const contentBytes = 60_000;
const fileBytes = 16 << 10;
const counted = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) ';

function growRows(db, province, account, { contents, entries, documents }) {
  db.prepare(`INSERT INTO content (province, sha256, bytes) ${counted}
    SELECT ?, lower(hex(randomblob(32))), randomblob(${contentBytes}) FROM n`).run(contents, province);
  db.prepare(`INSERT INTO ledger_entry (province, position, at, actor, on_behalf_of, act, object_kind, object, unit,
    before_kind, state_before, after_kind, state_after, reason, previous, hash) ${counted}
    SELECT h.province, h.position + i, h.at, ?, '', 'signed_in', 'account', ?, '', 0, '', 0, '', '',
    lower(hex(randomblob(32))), lower(hex(randomblob(32))) FROM n, ledger_head h`).run(entries, account, account);
  db.prepare('UPDATE ledger_head SET position = position + ?').run(entries);
  db.prepare(`INSERT INTO document (province, id, position, account, unit, name, sha256, size, created_at, state, turn,
    attempts) ${counted} SELECT ?, printf('%032x', i), i, ?, 'so-y-te', 'a.txt', lower(hex(randomblob(32))), ${fileBytes},
    1760000000, 'done', i, 1 FROM n`).run(documents, province, account);
}

// Rows and files of this number, into the folder of a data that has its round already.
export function grow(folder, account, numbers) {
  const db = new Database(path.join(folder, 'liem.db'));
  const { province } = db.prepare('SELECT province FROM round LIMIT 1').get();
  db.pragma('synchronous = OFF');
  db.transaction(() => growRows(db, province, account, numbers))();
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  const place = path.join(folder, 'documents', province);
  mkdirSync(place, { recursive: true, mode: 0o700 });
  const bytes = randomBytes(fileBytes);
  for (let i = 1; i <= numbers.documents; ++i) {
    writeFileSync(path.join(place, i.toString(16).padStart(32, '0')), bytes, { mode: 0o600 });
  }
}
