import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayInVietnam, showClock, showDate, showDecimal, showSigned, showSize, showTime } from './show';

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

test('a time is shown as the clocks of Vietnam show it, also across midnight', () => {
  assert.equal(showTime('2026-11-22T05:45:10Z', 'vi'), '22/11/2026 12:45');
  assert.equal(showTime('2026-11-22T17:05:00Z', 'en'), '23 Nov 2026, 00:05');
  assert.equal(showTime('yesterday', 'vi'), 'yesterday');
});

test('sizes are short and in the language of the reader', () => {
  assert.deepEqual([0, 1023, 1536, 20_480, 8_000_000, 67_108_864].map((bytes) => showSize(bytes, 'vi')), ['0 B', '1023 B', '1,5 KB', '20 KB', '7,6 MB', '64 MB']);
});

test('the day turns in Vietnam seven hours before it does in UTC', () => {
  assert.equal(dayInVietnam('2026-11-28T16:59:59Z'), '2026-11-28');
  assert.equal(dayInVietnam('2026-11-28T17:00:00Z'), '2026-11-29');
  assert.equal(showClock('2026-11-28T07:05:09Z'), '14:05');
});
