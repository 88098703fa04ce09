import assert from 'node:assert/strict';
import { test } from 'node:test';
import en from './en.json';
import { fill } from './fill';
import vi from './vi.json';

const blanks = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

test('Vietnamese and English have the same keys', () => {
  assert.deepEqual(Object.keys(en), Object.keys(vi));
});

test('both languages fill in the same values', () => {
  for (const key of Object.keys(vi) as (keyof typeof vi)[]) assert.deepEqual(blanks(en[key]), blanks(vi[key]), key);
});

test('no text is empty', () => {
  for (const texts of [vi, en]) for (const [key, text] of Object.entries(texts)) assert.notEqual(text.trim(), '', key);
});

test('a value is put in its place, and a place without a value stays visible', () => {
  assert.equal(fill('{a} trên {b}', { a: '1' }), '1 trên {b}');
});

test('what is counted is one thing or several', () => {
  const text = 'of {count} {count|unit|units}';
  assert.deepEqual([fill(text, { count: 1 }), fill(text, { count: '1' }), fill(text, { count: 0 }), fill(text)],
    ['of 1 unit', 'of 1 unit', 'of 0 units', 'of {count} {count|unit|units}']);
});
