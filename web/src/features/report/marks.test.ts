import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Bytes, Reading } from '../../api/types';
import { marksOf as marksAt, marksPerStretch, overlapping, segmentsOf } from './marks';
import { emptyReading, figure as figureAt, figureMark } from './madeUp';
import { stringPositions } from './positions';

const marksOf = (text: string, reading: Reading, target: Bytes | null = null) => {
  const positions = stringPositions(text, [...reading.figures, ...reading.claims].flatMap(({ bytes }) => bytes).concat(target ?? []));
  return marksAt(reading, [], target, (byte) => positions.get(byte)!);
};
const figure = figureMark;

test('marks stand where their bytes stand, in the order of the text', () => {
  const text = 'Đã nộp 6/19';
  const bytes = (part: string): [number, number] => {
    const start = new TextEncoder().encode(text.slice(0, text.indexOf(part))).length;
    return [start, start + new TextEncoder().encode(part).length];
  };
  const marks = marksOf(text, {
    ...emptyReading,
    figures: [figureAt(bytes('19')), figureAt(bytes('6'))],
    claims: [{ kind: 'ratio', numerator: '6', denominator: '19', percent: null, holds: true, bytes: bytes('nộp 6/19') }],
  });
  assert.deepEqual(marks.map((mark) => text.slice(mark.start, mark.end)), ['nộp 6/19', '6', '19']);
});

test('a mark without a length is left out', () => {
  assert.deepEqual(marksOf('abc', { ...emptyReading, figures: [figureAt([1, 1])] }), []);
});

test('nested marks cut the outer one in three and the inner part carries both', () => {
  const segments = segmentsOf([figure(0, 9), figure(3, 5)], 0, 9);
  assert.deepEqual(segments.map(({ start, end, marks }) => [start, end, marks.length]), [[0, 3, 1], [3, 5, 2], [5, 9, 1]]);
  assert.deepEqual(segments[1]!.marks.map((mark) => mark.end - mark.start), [9, 2]);
});

test('overlapping marks share the middle', () => {
  const segments = segmentsOf([figure(0, 5), figure(3, 8)], 0, 8);
  assert.deepEqual(segments.map(({ marks }) => marks.length), [1, 2, 1]);
});

test('segments of a stretch give back the stretch, whatever sticks out of it', () => {
  const segments = segmentsOf([figure(0, 4), figure(6, 20)], 2, 10);
  assert.deepEqual(segments.map(({ start, end }) => [start, end]), [[2, 4], [4, 6], [6, 10]]);
});

test('a stretch without marks is one segment', () => {
  assert.deepEqual(segmentsOf([], 2, 4), [{ start: 2, end: 4, marks: [] }]);
});

test('each stretch gets the marks over it, also those that began before and those that reach on', () => {
  const marks = [figure(0, 12), figure(2, 4), figure(11, 25), figure(26, 27)];
  const stretches = [{ start: 0, end: 5 }, { start: 5, end: 10 }, { start: 11, end: 20 }, { start: 20, end: 26 }];
  const expected = stretches.map(({ start, end }) => marks.filter((mark) => mark.start < end && mark.end > start));
  assert.deepEqual(marksPerStretch(marks, stretches), expected);
});

test('marks that only touch do not overlap', () => {
  const [left, middle, right] = [figure(0, 3), figure(3, 6), figure(5, 9)] as const;
  assert.deepEqual(overlapping([left, middle, right], middle), [right]);
});

test('the place asked for is a mark of its own', () => {
  assert.deepEqual(marksOf('abcdef', emptyReading, [1, 3]).map(({ kind, start, end }) => [kind, start, end]), [['target', 1, 3]]);
});
