import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chunksOf, estimatedHeight } from './chunks';
import { layoutOf } from './layout';
import { figureMark } from './madeUp';

const paragraph = 'Trong năm qua đơn vị đã thực hiện đầy đủ các nhiệm vụ được giao.';
const text = Array.from({ length: 500 }, () => paragraph).join('\n\n');
const figure = (start: number) => figureMark(start, start + 2);

test('chunks together give back the whole text, without a gap', () => {
  const blocks = chunksOf(text, layoutOf(text), []).flatMap((chunk) => chunk.blocks);
  assert.equal(blocks.map(({ from, to }) => text.slice(from, to)).join(''), text);
});

test('a chunk holds no more than is drawn at once, in blocks and in marks', () => {
  const dense = Array.from({ length: 2000 }, (_, index) => figure(index * 3));
  for (const chunk of chunksOf(text, layoutOf(text), dense)) {
    assert.ok(chunk.blocks.length <= 40);
    assert.ok(chunk.blocks.length === 1 || chunk.blocks.reduce((sum, { marks }) => sum + marks.length, 0) <= 150);
  }
});

test('a text without line breaks is cut between words, and no letter is lost', () => {
  const endless = 'mười hai '.repeat(20_000);
  const blocks = chunksOf(endless, layoutOf(endless), []).flatMap((chunk) => chunk.blocks);
  assert.ok(blocks.length > 10);
  assert.equal(blocks.map(({ from, to }) => endless.slice(from, to)).join(''), endless);
  assert.ok(blocks.every(({ from, to }) => to - from < 13_000));
  assert.ok(blocks.slice(0, -1).every(({ to }) => endless[to - 1] === ' '));
});

test('a long text without any blank is cut all the same', () => {
  const solid = 'x'.repeat(50_000);
  assert.equal(chunksOf(solid, layoutOf(solid), []).flatMap(({ blocks }) => blocks).length, 5);
});

test('more text is estimated higher', () => {
  const [chunk] = chunksOf(text, layoutOf(text), []);
  assert.ok(estimatedHeight(chunk!, 40, 20) > estimatedHeight(chunk!, 80, 20));
});
