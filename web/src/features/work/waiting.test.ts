import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Waiting } from '../../api/types';
import { addressOf, byRound, lateness } from './waiting';

const row = (round: string, act: string, due: string | null): Waiting =>
  ({ round, round_title: { vi: round, en: round }, unit: null, criteria: [], act, title: { vi: act, en: act }, step: null, due, since: null, last: null });

test('what waits stands by round, soonest first and without a deadline last', () => {
  const groups = byRound([row('a', '1', null), row('a', '2', '2026-03-01'), row('b', '3', '2026-02-01'), row('a', '4', '2026-02-02')]);
  assert.deepEqual(groups.map(({ round, rows }) => [round, ...rows.map(({ act }) => act)]), [['b', '3'], ['a', '4', '2', '1']]);
});

test('a deadline is its whole day, over the day after', () => {
  assert.deepEqual(lateness('2026-02-28', '2026-03-01'), { kind: 'over', days: 1 });
  assert.deepEqual(lateness('2026-03-01', '2026-03-01'), { kind: 'today', days: 0 });
  assert.deepEqual(lateness('2026-03-08', '2026-03-01'), { kind: 'soon', days: 7 });
  assert.deepEqual(lateness('2026-03-09', '2026-03-01'), { kind: 'later', days: 8 });
});

test('a row leads to the first criterion, to the file or to the round', () => {
  const unit = { id: 'so y', name: { vi: 'S', en: 'S' } };
  assert.equal(addressOf({ ...row('r', 'edit', null), unit, criteria: ['B.1', 'B.2'] }), '/rounds/r/units/so%20y/work?criterion=B.1');
  assert.equal(addressOf({ ...row('r', 'hand_in', null), unit }), '/rounds/r/units/so%20y/work');
  assert.equal(addressOf(row('r', 'approve', null)), '/rounds/r/work');
});
