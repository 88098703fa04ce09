import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PublishedPoint, Trend, TrendRound } from '../../api/types';
import { isSure, linesOf, pointsOf, setOf } from './lines';

const words = (vi: string) => ({ vi, en: vi });
const set = { id: 'pctn-2024', version: '1.1.0', sha256: '', title: words('Bộ') };
const published = (year: number, more: Partial<PublishedPoint> = {}): PublishedPoint =>
  ({ year, points: '58.34', province: null, set: null, broken: false, status: 'press', source: words('nguồn'), ...more });
const round = (year: number, more: Partial<TrendRound> = {}): TrendRound =>
  ({ round: `r${year}`, title: words(''), year, set, points: { reached: '79.76', reachable: '98', maximum: '100' }, groups: [], broken: false, comparable: null, ...more });
const trend = (more: Partial<Trend>): Trend => ({ maximum: '100', published: [], unit: { id: 'u', name: words('Tỉnh') }, rounds: [], ...more });

test('the own rounds come first, and a line without points is left out', () => {
  const mean = { id: 'mean', label: words('Trung bình'), points: [published(2016)] };
  assert.deepEqual(linesOf(trend({ published: [mean] })).map(({ id }) => id), ['mean']);
  assert.deepEqual(linesOf(trend({ published: [mean], rounds: [round(2025)] })).map(({ id }) => id), ['own', 'mean']);
});

test('lines that stand side by side have different signs', () => {
  const names = ['a', 'b', 'c', 'd'].map((id) => ({ id, label: words(id), points: [published(2016)] }));
  const shapes = linesOf(trend({ published: names, rounds: [round(2025)] })).map(({ shape }) => shape);
  assert.equal(new Set(shapes).size, 5);
});

test('a round in which nothing was handed in has no points rather than zero', () => {
  const [own] = linesOf(trend({ rounds: [round(2024, { points: null }), round(2025)] }));
  assert.deepEqual(own!.points.map(pointsOf), [null, '79.76']);
});

test('what was only read in the press, or has assumed parts, is not sure', () => {
  const mean = { id: 'mean', label: words(''), points: [published(2016), published(2017, { status: 'text', set: { id: 's', version: '1' } })] };
  const group = { code: 'A', title: words(''), provenance: 'assumed' as const, points: { reached: '1', reachable: '1', maximum: '1' } };
  const [own, line] = linesOf(trend({ published: [mean], rounds: [round(2024), round(2025, { groups: [group] })] }));
  assert.deepEqual(line!.points.map(isSure), [false, true]);
  assert.deepEqual(own!.points.map(isSure), [true, false]);
  assert.deepEqual(line!.points.map(setOf), [null, { id: 's', version: '1' }]);
});
