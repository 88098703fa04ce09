import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boundsOf } from './bounds';

test('bounds an address names are asked about', () => {
  assert.equal(boundsOf('0'), 0);
  assert.equal(boundsOf('90'), 90);
});

test('bounds that cannot be asked fall back to twenty percent', () => {
  for (const text of [null, '', '91', '-5', '2.5', 'all']) assert.equal(boundsOf(text), 20, String(text));
});
