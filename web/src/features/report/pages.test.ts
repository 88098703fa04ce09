import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Box } from '../../api/types';
import { bytesOnPage, frameOf, linesOfBoxes, pagesOf, pictureWidth } from './pages';

const [page] = pagesOf([{ number: 2, bytes: [100, 200], width: 210, height: 297, recognised: false }], (byte) => byte);
const box = (left: number, top: number, right: number, bottom: number): Box => ({ left, top, right, bottom });

test('only the part of a place that stands on the page is asked for', () => {
  assert.deepEqual(bytesOnPage(page!, [150, 160]), [150, 160]);
  assert.deepEqual(bytesOnPage(page!, [90, 110]), [100, 110]);
  assert.deepEqual(bytesOnPage(page!, [190, 230]), [190, 200]);
});

test('a place that ends where the page begins, or begins where it ends, is not on it', () => {
  assert.equal(bytesOnPage(page!, [50, 100]), null);
  assert.equal(bytesOnPage(page!, [200, 210]), null);
});

test('a page of unknown size is taken for A4', () => {
  const [unknown] = pagesOf([{ number: 1, bytes: [0, 1], width: 0, height: 0, recognised: true }], (byte) => byte);
  assert.equal(unknown!.ratio, 297 / 210);
});

test('words side by side become one frame a line; the next line has its own', () => {
  const frames = linesOfBoxes([box(0.1, 0.2, 0.2, 0.22), box(0.22, 0.201, 0.4, 0.221), box(0.1, 0.24, 0.3, 0.26)]);
  assert.deepEqual(frames, [box(0.1, 0.2, 0.4, 0.221), box(0.1, 0.24, 0.3, 0.26)]);
});

test('words of the same height but back to the left are of another column', () => {
  assert.equal(linesOfBoxes([box(0.6, 0.2, 0.7, 0.22), box(0.1, 0.2, 0.2, 0.22)]).length, 2);
});

test('a frame has a little air and never reaches over the edge of the page', () => {
  assert.deepEqual(frameOf(box(0, 0.5, 1, 0.52)), { left: '0.000%', top: '49.600%', width: '100.000%', height: '2.800%' });
});

test('a picture is asked for sharp enough, in one of few widths', () => {
  assert.deepEqual([[380, 1], [640, 1], [640, 2], [920, 3]].map(([width, ratio]) => pictureWidth(width!, ratio!)), [400, 700, 1400, 2000]);
});
