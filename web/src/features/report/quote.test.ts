import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quote } from './quote';

test('a quote stands on one line whatever the wrapping', () => {
  assert.equal(quote('a đã nộp\n\n 6/19 b', 2, 17), 'đã nộp 6/19 b');
});

test('a long quote keeps its first and its last words whole', () => {
  const text = Array.from({ length: 60 }, (_, index) => `từ${index}`).join(' ');
  const short = quote(text, 0, text.length);
  assert.ok(short.length <= 140);
  assert.match(short, /^từ0 từ1 /);
  assert.match(short, / … (từ\d+ )+từ59$/);
});
