import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { UnitSummary } from '../../api/types';
import { arrange, gapOf, type View } from './arrange';

const unit = (id: string, name: string, reached: string | null, self: string | null = null): UnitSummary => ({
  id, name: { vi: name, en: id }, kind: id.startsWith('w') ? 'ward' : 'department', self, report: null,
  points: reached === null ? null : { reached, reachable: '100', maximum: '100' }, findings: { error: 0, warning: 0, note: 0 },
});
const units = [unit('d1', 'Sở Y tế', '9.5', '10'), unit('w1', 'Phường Đồng Tâm', null), unit('d2', 'Sở Xây dựng', '10', '9')];
const all: View = { search: '', kind: 'all', column: null, descending: false };
const ids = (view: Partial<View>) => arrange(units, { ...all, ...view }, 'vi').map(({ id }) => id);

test('without a column the units keep the order of the list', () => {
  assert.deepEqual(ids({}), ['d1', 'w1', 'd2']);
});

test('points sort by value, and units without points stand last both ways', () => {
  assert.deepEqual(ids({ column: 'points' }), ['d1', 'd2', 'w1']);
  assert.deepEqual(ids({ column: 'points', descending: true }), ['d2', 'd1', 'w1']);
});

test('names sort by the Vietnamese alphabet', () => {
  assert.deepEqual(ids({ column: 'name' }), ['w1', 'd2', 'd1']);
});

test('search without tone marks and the filter by kind hold together', () => {
  assert.deepEqual(ids({ search: 'dong tam' }), ['w1']);
  assert.deepEqual(ids({ search: 'so', kind: 'department' }), ['d1', 'd2']);
  assert.deepEqual(ids({ search: 'dong tam', kind: 'department' }), []);
});

test('the gap is self-score less points, and unknown until both are there', () => {
  assert.equal(gapOf(units[0]!), '0.5');
  assert.equal(gapOf(units[2]!), '-1');
  assert.equal(gapOf(units[1]!), null);
});
