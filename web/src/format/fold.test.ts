import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold, matches } from './fold';

test('folding drops tone marks, in composed and in decomposed text, and makes đ a d', () => {
  assert.equal(fold('Sở Xây dựng Đồng Đăng'), 'so xay dung dong dang');
  assert.equal(fold('Sở Xây dựng'.normalize('NFD')), 'so xay dung');
  assert.equal(fold('ÐỒNG'), 'dong');
});

test('a search finds a unit by words in any order and refuses a word that is not there', () => {
  assert.equal(matches('Sở Xây dựng', 'dung so'), true);
  assert.equal(matches('Sở Xây dựng', 'XÂY'), true);
  assert.equal(matches('Sở Xây dựng', 'xa dung y te'), false);
});

test('an empty search finds everything', () => {
  assert.equal(matches('Sở Y tế', '  '), true);
});
