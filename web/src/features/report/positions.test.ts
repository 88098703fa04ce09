import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stringPositions } from './positions';

const text = 'Sở Nội vụ 📄 gửi';

test('every character boundary agrees with the encoder of the platform', () => {
  const encoder = new TextEncoder();
  const boundaries = [...text].reduce<number[]>((all, letter) => [...all, all.at(-1)! + letter.length], [0]);
  const offsets = boundaries.map((at) => encoder.encode(text.slice(0, at)).length);
  const positions = stringPositions(text, offsets);
  assert.deepEqual(offsets.map((offset) => positions.get(offset)), boundaries);
});

test('decomposed marks count their own bytes', () => {
  const decomposed = 'ệ'.normalize('NFD') + 'x';
  const at = new TextEncoder().encode(decomposed).length - 1;
  assert.equal(stringPositions(decomposed, [at]).get(at), decomposed.length - 1);
});

test('an offset inside a character goes back to the start of the character', () => {
  assert.equal(stringPositions('aở', [2]).get(2), 1);
});

test('an offset past the end stands at the end', () => {
  assert.equal(stringPositions('ab', [99]).get(99), 2);
});

test('offsets may come unsorted and twice', () => {
  const positions = stringPositions('abc', [2, 0, 2]);
  assert.deepEqual([positions.get(0), positions.get(2)], [0, 2]);
});
