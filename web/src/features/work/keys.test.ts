import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyNames, keyOf, letters } from './keys';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'altKey' | 'metaKey', boolean>> = {}) => ({ key, ctrlKey: false, altKey: false, metaKey: false, ...held });

test('a letter acts only outside of fields and alone', () => {
  assert.equal(keyOf(press('J'), false), 'next');
  assert.equal(keyOf(press('j'), true), null);
  assert.equal(keyOf(press('c', { ctrlKey: true }), false), null);
});

test('the next criterion can be reached from within a field', () => {
  assert.equal(keyOf(press('PageDown', { altKey: true }), true), 'next');
  assert.equal(keyOf(press('PageUp', { altKey: true }), true), 'previous');
});

test('no two shortcuts share a key', () => {
  assert.equal(new Set(keyNames.map((name) => letters[name])).size, keyNames.length);
});
