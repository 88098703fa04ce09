import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filterOf, linesOf, queryOf } from './filter';

test('the address and the filter say the same', () => {
  const filter = { unit: 'so-a', from: '2026-11-01' };
  assert.deepEqual(filterOf(new URLSearchParams(queryOf(filter))), filter);
});

test('blank fields and fields of others are no filter', () => {
  assert.deepEqual(filterOf(new URLSearchParams('unit=%20&person=&cursor=3')), {});
  assert.equal(queryOf({ object: '  ' }), '');
});

test('a content is shown line by line', () => {
  assert.deepEqual(linesOf({ set: 's', files: ['a', 'b'], report: null, none: [] }), ['set: s', 'files: a, b', 'report: –', 'none: –']);
  assert.deepEqual(linesOf('as it lies'), ['as it lies']);
});
