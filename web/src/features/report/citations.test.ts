import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Evidence } from '../../api/types';
import { citedDocuments, inAnnex, uncited, type CitedDocument } from './citations';
import { citation, place } from './madeUp';
import type { Mark, MarkOf } from './marks';

const citationMark = (index: number, number: string, document: number): MarkOf<'citation'> => {
  const stretch = place(`citation-${index}`, index * 10, index * 10 + 5);
  return { ...stretch, kind: 'citation', value: citation(stretch.bytes, number, document) };
};
const referenceMark = (start: number, refers_to: number): MarkOf<'reference'> =>
  ({ ...place(`reference-${start}`, start, start + 3), kind: 'reference', value: { bytes: [start, start + 3], text: 'Kế hoạch này', refers_to } });
const byId = (...marks: Mark[]) => new Map(marks.map((mark) => [mark.id, mark]));

/** One document cited once. */
function cited(number: string, date: string | null = null): CitedDocument {
  const [document] = citedDocuments([{ type: 'Kế hoạch', number, date, issuer: null, citations: [0] }], byId(citationMark(0, number, 0)));
  return document!;
}
const row = (index: number, number: string | null, date: string | null): Evidence => ({ index, type: 'Kế hoạch', number, date, issuer: null, title: '', cited: null, file: null });
const annex = [row(3, '07/KH-SXD', '2025-02-10'), row(4, '09/KH-SXD', '2025-03-01'), row(5, null, null)];

const documents = [
  { type: 'Kế hoạch', number: '07/KH-SXD', date: null, issuer: null, citations: [0, 2] },
  { type: 'Kế hoạch', number: '8/KH-SXD', date: null, issuer: null, citations: [1] },
];
const marks = [citationMark(0, '07/KH-SXD', 0), citationMark(1, '8/KH-SXD', 1), citationMark(2, '07/KH-SXD', 0)];

test('a document cited twice is one document with two places', () => {
  const found = citedDocuments(documents, byId(...marks));
  assert.deepEqual(found.map(({ number, places }) => [number, places.map(({ id }) => id)]), [['07/KH-SXD', ['citation-0', 'citation-2']], ['8/KH-SXD', ['citation-1']]]);
});

test('where a text means a document without its number is a place of that document too, in the order of the text', () => {
  const [first] = citedDocuments(documents, byId(referenceMark(6, 2), ...marks));
  assert.deepEqual(first!.places.map(({ id }) => id), ['citation-0', 'reference-6', 'citation-2']);
});

test('a document none of whose places can be shown is left out', () => {
  assert.deepEqual(citedDocuments(documents, byId(marks[1]!)).map(({ number }) => number), ['8/KH-SXD']);
});

test('a document is found in the annex whatever the spaces, zeros and the letter Đ', () => {
  for (const number of ['7/KH-SXD', '07 /kh-sxd', '007/KH-SXD']) {
    assert.deepEqual(inAnnex(cited(number, '2025-02-10'), annex, [], null), { state: 'given', evidence: annex[0] });
  }
});

test('the same number with another date is not taken for the same document', () => {
  assert.deepEqual(inAnnex(cited('07/KH-SXD', '2025-10-02'), annex, [], null), { state: 'other-date', evidence: annex[0] });
});

test('a document is missing where the server says so at one of its places, else it is of another body', () => {
  assert.equal(inAnnex(cited('8/KH-SXD'), annex, [place('finding-0', 2, 9)], null).state, 'missing');
  assert.equal(inAnnex(cited('36/2018/QH14'), annex, [place('finding-0', 50, 60)], null).state, 'elsewhere');
});

test('rows of the annex that nothing cites are listed, also those without a number', () => {
  assert.deepEqual(uncited(annex, [cited('7/KH-SXD')]).map(({ index }) => index), [4, 5]);
});

test("the document's own number is not taken for a document of another body", () => {
  assert.deepEqual(inAnnex(cited('412/BC-SXD'), annex, [], '412/BC-SXD'), { state: 'own' });
});
