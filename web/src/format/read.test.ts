import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDate, readDecimal } from './read';
import { showDecimal } from './show';

test('Vietnamese figures are read with points between thousands and a decimal comma', () => {
  assert.equal(readDecimal('1.234,5', 'vi'), '1234.5');
  assert.equal(readDecimal(' 12 038 291 320 ', 'vi'), '12038291320');
  assert.equal(readDecimal('02', 'vi'), '2');
  assert.equal(readDecimal('−0,5', 'vi'), '-0.5');
});

test('English figures are read the other way round', () => {
  assert.equal(readDecimal('1,234.5', 'en'), '1234.5');
  assert.equal(readDecimal('1.5', 'en'), '1.5');
});

test('what could be meant two ways is not read', () => {
  for (const text of ['1.5', '12.34', '1.2345', '1,234.5']) assert.equal(readDecimal(text, 'vi'), null, text);
});

test('what is no number is not read', () => {
  for (const text of ['', ' ', '-', 'abc', '1,', ',5', '1e3', '1,2,3']) assert.equal(readDecimal(text, 'vi'), null, text);
});

test('what is shown is read back as it was', () => {
  for (const value of ['0', '0.05', '1234.5', '12038291320', '999999999999999.999999']) {
    for (const language of ['vi', 'en'] as const) assert.equal(readDecimal(showDecimal(value, language), language), value);
  }
});

test('a day is read as it is written in Vietnam', () => {
  assert.equal(readDate('01/07/2025'), '2025-07-01');
  assert.equal(readDate(' 1/7/2025 '), '2025-07-01');
  assert.equal(readDate('2025-07-01'), '2025-07-01');
});

test('a day that is not in the calendar is not read', () => {
  for (const text of ['', '31/02/2025', '29/02/2025', '13/13/2025', '1/7/25', 'hôm nay']) assert.equal(readDate(text), null, text);
  assert.equal(readDate('29/02/2024'), '2024-02-29');
});
