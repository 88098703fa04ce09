import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Structure } from '../../api/types';
import { countsPerHeading, lastBefore, outlineOf, shortTitles, writtenLabel } from './outline';

type Entry = Structure['outline'][number];
const entry = (label: string, from: number, children: Entry[] = []): Entry => ({ kind: 'number', label, title: `title ${label}`, bytes: [from, from + 5], children });
const identity = { type: null, number: null, date: null, place: null, issuer: null, abstract: null };
const structure: Structure = {
  identity,
  outline: [entry('I', 0, [entry('1', 10, [entry('a', 20)]), entry('2', 30)]), entry('II', 40)],
  footnotes: [{ number: 3, mark: [12, 13], bytes: [90, 99], text: 'see above' }],
  recipients: [{ name: 'Như trên', bytes: [70, 75] }],
  signature: { authority: 'KT.', on_behalf: 'Giám đốc', mandates: [{ authority: 'KT.', of: 'Giám đốc' }], title: 'Phó Giám đốc', name: 'Lê Giả Định', bytes: [60, 69] },
  annex_rows: [{ annex: 'Phụ lục I', number: 2, bytes: [80, 85], text: 'row' }],
};
const at = (byte: number) => byte * 2;

test('headings stand in the order of the text, each as deep as it is nested', () => {
  const { headings } = outlineOf(structure, at);
  assert.deepEqual(headings.map(({ label, depth }) => [label, depth]), [['I', 0], ['1', 1], ['a', 2], ['2', 1], ['II', 0]]);
  assert.equal(new Set(headings.map(({ id }) => id)).size, 5);
});

test('every entry carries the bytes it came from and the string positions that belong to them', () => {
  const outline = outlineOf(structure, at);
  for (const item of Object.values(outline).flat()) assert.deepEqual([item.start, item.end], [item.bytes[0] * 2, item.bytes[1] * 2]);
});

test('signature, recipients, annex rows and footnotes are groups of their own', () => {
  const { signature, recipients, annexRows, footnotes } = outlineOf(structure, at);
  assert.deepEqual([signature, recipients, annexRows, footnotes].map((group) => group.map(({ label, title }) => `${label}|${title}`)),
    [['KT. Giám đốc, Phó Giám đốc|Lê Giả Định'], ['|Như trên'], ['Phụ lục I 2|row'], ['3|see above']]);
});

test('a document without a signature has none in its outline', () => {
  assert.deepEqual(outlineOf({ ...structure, signature: null }, at).signature, []);
});

test('the current heading is the last that begins at or before the place; before the first there is none', () => {
  const starts = [5, 10, 20].map((start) => ({ start }));
  assert.deepEqual([0, 5, 9, 10, 19, 20, 99].map((place) => lastBefore(starts, place)), [-1, 0, 0, 1, 1, 2, 2]);
  assert.equal(lastBefore([], 3), -1);
});

test('a finding counts at the heading right above it and at no other', () => {
  const { headings } = outlineOf(structure, at);
  assert.deepEqual(countsPerHeading(headings, [{ start: 21 }, { start: 45 }, { start: 59 }, { start: 200 }]), [0, 1, 2, 0, 1]);
});

test('a finding above the first heading counts at none', () => {
  const headings = outlineOf(structure, (byte) => byte + 100).headings;
  assert.deepEqual(countsPerHeading(headings, [{ start: 50 }]), [0, 0, 0, 0, 0]);
});

test('labels carry the mark their kind is written with, once', () => {
  assert.deepEqual([['roman', 'II'], ['number', '2.1'], ['number', '3.'], ['letter', 'a'], ['article', 'Điều 5']].map(([kind, label]) => writtenLabel({ kind: kind as 'roman', label: label! })),
    ['II.', '2.1.', '3.', 'a)', 'Điều 5']);
});

test('a title that runs on into the text is cut where its line ends; one that wraps inside its block is kept', () => {
  const text = 'I. ABOUT US\nWe are a department.\n\nII. RESULTS';
  const item = (label: string, from: number, to: number) => ({ id: label, kind: 'roman' as const, depth: 0, label, title: 'as read', start: from, end: to, bytes: [from, to] as const });
  const blocks = [{ start: 0, end: 11 }, { start: 12, end: 32 }, { start: 34, end: 45 }];
  assert.deepEqual(shortTitles([item('I', 0, 32), item('II', 34, 45)], text, blocks).map(({ title }) => title), ['ABOUT US', 'as read']);
  assert.deepEqual(shortTitles([item('I', 0, 32)], text, []).map(({ title }) => title), ['as read']);
});
