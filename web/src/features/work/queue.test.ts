import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FileStanding } from '../../api/types';
import { arrangeFiles, type QueueView } from './queue';

const file = (id: string, name: string, state: FileStanding['state'], handed_in: string | null, waiting = 0): FileStanding =>
  ({ unit: { id, name: { vi: name, en: id } }, state, version: handed_in ? 1 : null, handed_in, counts: waiting ? [{ state: 'handed_in', count: waiting }] : [] });
const files = [file('a', 'Xã Đồi Trăng', 'appraised', '2026-01-02T00:00:00Z'), file('b', 'Sở Y tế', 'drafting', null), file('c', 'Sở Xây dựng', 'handed_in', '2026-01-01T00:00:00Z', 9)];
const ids = (view: Partial<QueueView>) => arrangeFiles(files, { search: '', state: 'all', column: null, descending: false, ...view }, 'vi').map(({ unit }) => unit.id);

test('files are found without tone marks and narrowed by state', () => {
  assert.deepEqual(ids({ search: 'doi' }), ['a']);
  assert.deepEqual(ids({ search: 'so', state: 'handed_in' }), ['c']);
});

test('what was never handed in stands last both ways', () => {
  assert.deepEqual(ids({ column: 'handed_in' }), ['c', 'a', 'b']);
  assert.deepEqual(ids({ column: 'handed_in', descending: true }), ['a', 'c', 'b']);
});

test('files sort by how much waits for appraisal and by how far they are', () => {
  assert.deepEqual(ids({ column: 'waiting', descending: true })[0], 'c');
  assert.deepEqual(ids({ column: 'state' }), ['b', 'c', 'a']);
});
