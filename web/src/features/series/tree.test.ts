import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SeriesYear, TreeUnit, UnitEvent } from '../../api/types';
import { arrangeEvents, arrangeUnits, changeDays, dayBefore, pointsOf, unitsOfBoth } from './tree';

const words = (vi: string) => ({ vi, en: vi });
const event = (id: string, date: string, more: Partial<UnitEvent> = {}): UnitEvent =>
  ({ id, date, kind: 'merge', basis: 'Nghị quyết', units: [], into: [], born: [], undone_by: null, text: words(id), ...more });
const unit = (id: string, parent: string | null, name = id): TreeUnit =>
  ({ id, parent, name: words(name), kind: 'commune', depth: parent ? 1 : 0, from: '2004-01-01', to: null, since: '2004-01-01', event: 'e', basis: 'b' });

test('days of change are the newest first, without beginnings and without what was undone', () => {
  const events = [event('a', '2004-01-01', { kind: 'create' }), event('b', '2020-01-01'), event('c', '2025-07-01'), event('d', '2025-07-01'), event('e', '2022-01-01', { undone_by: 'f' }), event('f', '2022-02-10', { kind: 'undo' })];
  assert.deepEqual(changeDays(events), [{ date: '2025-07-01', events: 2 }, { date: '2020-01-01', events: 1 }]);
});

test('the day before crosses months, years and leap days', () => {
  assert.deepEqual(['2025-07-01', '2025-01-01', '2024-03-01'].map(dayBefore), ['2025-06-30', '2024-12-31', '2024-02-29']);
});

test('events of a day keep the order they were recorded in', () => {
  assert.deepEqual(arrangeEvents([event('a', '2020-01-01'), event('b', '2025-07-01'), event('c', '2025-07-01')], '').map(({ id }) => id), ['b', 'c', 'a']);
  assert.deepEqual(arrangeEvents([event('Xã Đèo Mây', '2020-01-01'), event('b', '2025-07-01')], 'deo may').map(({ id }) => id), ['Xã Đèo Mây']);
});

test('a unit that is found brings those it stands below, and no others', () => {
  const units = [unit('tinh', null), unit('xa', 'tinh', 'Xã Đèo Mây'), unit('khac', 'tinh')];
  assert.deepEqual(arrangeUnits(units, 'deo').map(({ id }) => id), ['tinh', 'xa']);
  assert.equal(arrangeUnits(units, '').length, 3);
});

test('a unit of both trees is there once, as it is called after', () => {
  const both = unitsOfBoth([unit('a', null, 'cũ'), unit('b', null)], [unit('a', null, 'mới')]);
  assert.deepEqual(both.map(({ id, name }) => [id, name.vi]), [['a', 'mới'], ['b', 'b']]);
});

test('what is not one value is a gap and no zero; what is estimated is not sure', () => {
  const year = (year: number, more: Partial<SeriesYear>) => ({ year, value: null, state: 'blank', estimated: false, ...more }) as SeriesYear;
  const points = pointsOf('after', [year(2020, {}), year(2021, { value: '0', state: 'given' }), year(2022, { value: '3', state: 'given', estimated: true }), year(2023, { value: '3', state: 'partial' })]);
  assert.deepEqual(points.map(({ value, sure }) => [value, sure]), [[null, false], [0, true], [3, false], [3, false]]);
});
