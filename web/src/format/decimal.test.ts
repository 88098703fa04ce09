import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare, percentage, share, subtract, sum } from './decimal';

test('decimals compare by value and not by their letters', () => {
  assert.equal(compare('10', '9.5'), 1);
  assert.equal(compare('2.50', '2.5'), 0);
  assert.equal(compare('-1', '0'), -1);
});

test('sums stay exact where floats would not', () => {
  assert.equal(sum(['0.1', '0.2']), '0.3');
  assert.equal(sum(['12038291320', '0.5']), '12038291320.5');
  assert.equal(sum([]), '0');
});

test('subtracting a larger number gives a negative one', () => {
  assert.equal(subtract('1.5', '2'), '-0.5');
  assert.equal(subtract('1', '-0.25'), '1.25');
});

test('a percentage is rounded half up to the places asked for', () => {
  assert.equal(percentage('6', '19', 2), '31.58');
  assert.equal(percentage('1', '8', 1), '12.5');
  assert.equal(percentage('1', '8', 0), '13');
});

test('nothing is a percentage of zero', () => {
  assert.equal(percentage('1', '0', 2), null);
});

test('a bar never grows beyond its frame nor below nothing', () => {
  assert.equal(share('5', '4'), 100);
  assert.equal(share('-1', '4'), 0);
  assert.equal(share('1', '4'), 25);
});

test('what is no decimal is refused', () => {
  assert.throws(() => sum(['1,5']), RangeError);
});
