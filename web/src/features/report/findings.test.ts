import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Severity } from '../../api/types';
import { countBySeverity, filterFindings, type FindingMark } from './findings';
import { indexToShow } from './near';

const finding = (index: number, severity: Severity): FindingMark => {
  const bytes: [number, number] = [index * 10, index * 10 + 5];
  const value = { id: `${index}`, code: 'x', severity, bytes, message: { vi: '', en: '' }, suggestion: null };
  return { id: `finding-${index}`, kind: 'finding', start: bytes[0], end: bytes[1], bytes, value };
};
const marks = [finding(0, 'error'), finding(1, 'warning'), finding(2, 'error'), finding(3, 'note')];
const accepted = new Set(['0']);
const ids = (shown: FindingMark[]) => shown.map(({ value }) => value.id);

test('open and accepted findings are told apart, all are both', () => {
  assert.deepEqual(ids(filterFindings(marks, accepted, { standing: 'open', severity: 'any' }, null)), ['1', '2', '3']);
  assert.deepEqual(ids(filterFindings(marks, accepted, { standing: 'accepted', severity: 'any' }, null)), ['0']);
  assert.deepEqual(ids(filterFindings(marks, accepted, { standing: 'all', severity: 'error' }, null)), ['0', '2']);
});

test('the finding being read stays in its place though it was just accepted', () => {
  assert.deepEqual(ids(filterFindings(marks, accepted, { standing: 'open', severity: 'any' }, 'finding-0')), ['0', '1', '2', '3']);
});

test('findings are counted by severity', () => {
  assert.deepEqual(countBySeverity(marks), { error: 2, warning: 1, note: 1 });
});

test('a list shows the chosen row; for a heading the first row under it, after the last row the last', () => {
  const at = (start: number, id = 'place') => ({ id, start, end: start + 1, bytes: [start, start + 1] as const });
  assert.equal(indexToShow(marks, { place: at(20, 'finding-2'), from: 'text' }), 2);
  assert.equal(indexToShow(marks, { place: at(15), from: 'outline' }), 2);
  assert.equal(indexToShow(marks, { place: at(10), from: 'outline' }), 1);
  assert.equal(indexToShow(marks, { place: at(99), from: 'outline' }), 3);
  assert.equal(indexToShow(marks, { place: at(15), from: 'text' }), -1);
  assert.equal(indexToShow(marks, null), -1);
});
