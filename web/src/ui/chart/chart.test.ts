import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runsOf, strideOf, ticksOf, yearsOf, type ChartPoint } from './chart';

const point = (year: number, value: number | null, broken = false): ChartPoint => ({ id: String(year), year, value, broken, sure: true });
const years = (points: ChartPoint[]) => runsOf(points).map((run) => run.map(({ year }) => year));

test('a line is cut where the sets are not comparable', () => {
  assert.deepEqual(years([point(2016, 58), point(2017, 61, true), point(2018, 62)]), [[2016], [2017, 2018]]);
});

test('a year without a value is a gap and not a zero', () => {
  assert.deepEqual(years([point(2016, 1), point(2017, null), point(2018, 0), point(2019, 2)]), [[2016], [2018, 2019]]);
});

test('nothing to draw is no line', () => {
  assert.deepEqual(runsOf([]), []);
});

test('ticks are round and hold every value between them', () => {
  assert.deepEqual(ticksOf([43.53, 77.96]), [40, 50, 60, 70, 80]);
  assert.deepEqual(ticksOf([0.1, 0.35]), [0.1, 0.15, 0.2, 0.25, 0.3, 0.35]);
  assert.deepEqual(ticksOf([0, 12_038_291_320]), [0, 5_000_000_000, 10_000_000_000, 15_000_000_000]);
});

test('one value alone, zero alone and no value still make an axis', () => {
  for (const values of [[7], [0], [], [-3, -3]]) {
    const ticks = ticksOf(values);
    assert.ok(ticks.length >= 2, String(values));
    for (const value of values) assert.ok(ticks[0]! <= value && value <= ticks.at(-1)!, String(values));
  }
});

test('years without a point keep their place on the axis', () => {
  const line = { id: 'a', label: 'a', shape: 'circle' as const, tone: 1, points: [point(2017, 1), point(2020, 2)] };
  assert.deepEqual(yearsOf([line]), [2017, 2018, 2019, 2020]);
  assert.deepEqual(yearsOf([]), []);
});

test('years are left out of the axis when they would touch', () => {
  assert.equal(strideOf(10, 600, 40), 1);
  assert.equal(strideOf(10, 300, 40), 2);
});
