import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Notice } from '../../api/types';
import { byDay, nearDay } from './days';

const at = (time: string) => ({ id: time, at: time }) as Notice;

test('notices stand under the day on which they came in Vietnam', () => {
  const days = byDay([at('2025-11-28T16:59:00Z'), at('2025-11-27T17:00:00Z'), at('2025-11-27T16:59:59Z')]);
  assert.deepEqual(days.map(({ day, notices }) => [day, notices.length]), [['2025-11-28', 2], ['2025-11-27', 1]]);
  assert.deepEqual(byDay([]), []);
});

test('today and yesterday are called so, also over the end of a month', () => {
  assert.equal(nearDay('2025-12-01', '2025-12-01'), 'today');
  assert.equal(nearDay('2025-11-30', '2025-12-01'), 'yesterday');
  assert.equal(nearDay('2025-11-29', '2025-12-01'), null);
});
