import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Round } from '../../api/types';
import { firstWish, problemsOf, wantedOf } from './plan';

const round: Round = {
  id: 'pctn-2025', title: { vi: 'Đánh giá năm 2025', en: 'Assessment of 2025' }, year: 2025, from: '2024-12-16', to: '2025-12-15',
  set: { id: 'pctn-2024', version: '1', title: { vi: 'Bộ', en: 'Set' }, sha256: '0' },
};

test('the first wish is the newest round moved on by a year', () => {
  const wish = firstWish([round], 2030);
  assert.deepEqual([wish.id, wish.year, wish.vi, wish.en, wish.copyFrom], ['pctn-2026', '2026', 'Đánh giá năm 2026', 'Assessment of 2026', 'pctn-2025']);
  assert.deepEqual(problemsOf(wish), []);
});

test('without a round a set must be chosen and a title written', () => {
  assert.deepEqual(problemsOf(firstWish([], 2030)), ['set', 'vi', 'en']);
});

test('a day that is none and an id with marks are told', () => {
  assert.deepEqual(problemsOf({ ...firstWish([round], 2030), id: 'đợt 1', to: '31/02/2026' }), ['id', 'to']);
});

test('days are sent as ISO, what was left empty as nothing', () => {
  const wanted = wantedOf({ ...firstWish([round], 2030), from: '1/1/2026' });
  assert.deepEqual([wanted.from, wanted.to, wanted.set], ['2026-01-01', null, null]);
});
