import assert from 'node:assert/strict';
import { test } from 'node:test';
import { showDate, showDecimal, showSigned } from './show';

test('Vietnamese groups thousands by points and marks decimals by a comma', () => {
  assert.equal(showDecimal('12038291320', 'vi'), '12.038.291.320');
  assert.equal(showDecimal('1234.50', 'vi'), '1.234,5');
  assert.equal(showDecimal('1234.50', 'en'), '1,234.5');
});

test('a whole number keeps its zeros and loses an empty fraction', () => {
  assert.equal(showDecimal('100', 'vi'), '100');
  assert.equal(showDecimal('4.00', 'vi'), '4');
  assert.equal(showDecimal('0', 'vi'), '0');
});

test('a gap carries its sign, and none when there is no gap', () => {
  assert.equal(showSigned('1.5', 'vi'), '+1,5');
  assert.equal(showSigned('0.05', 'vi'), '+0,05');
  assert.equal(showSigned('-0.5', 'vi'), '−0,5');
  assert.equal(showSigned('0.00', 'vi'), '0');
  assert.equal(showSigned('-0.0', 'en'), '0');
});

test('dates stand as dd/mm/yyyy in Vietnamese', () => {
  assert.equal(showDate('2025-03-05', 'vi'), '05/03/2025');
  assert.equal(showDate('2025-03-05', 'en'), '5 Mar 2025');
});
