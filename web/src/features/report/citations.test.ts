import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Evidence } from '../../api/types';
import { citedDocuments, inAnnex, uncited } from './citations';
import type { MarkOf } from './marks';

let next = 0;
const cited = (number: string, date: string | null, issuer: string | null = null): MarkOf<'citation'> => {
  next += 10;
  const bytes: [number, number] = [next, next + 5];
  return { id: `citation-${next}`, kind: 'citation', start: next, end: next + 5, bytes, value: { type: 'Kế hoạch', number, date, issuer, bytes, text: number } };
};
const row = (index: number, number: string | null, date: string | null): Evidence => ({ index, type: 'Kế hoạch', number, date, issuer: null, title: '', cited: null, file: null });
const annex = [row(3, '07/KH-SXD', '2025-02-10'), row(4, '09/KH-SXD', '2025-03-01'), row(5, null, null)];

test('a document cited twice is one document with two places, and knows what either citation tells', () => {
  const first = cited('07/KH-SXD', null);
  const second = cited('7 /kh-sxd', '2025-02-10', 'Sở Xây dựng');
  const [document, ...others] = citedDocuments([first, cited('8/KH-SXD', null), second]);
  assert.deepEqual(document!.places, [first, second]);
  assert.deepEqual([document!.date, document!.issuer], ['2025-02-10', 'Sở Xây dựng']);
  assert.equal(others.length, 1);
});

test('a document is found in the annex whatever the spaces, zeros and the letter Đ', () => {
  for (const number of ['7/KH-SXD', '07 /kh-sxd', '007/KH-SXD']) {
    const [document] = citedDocuments([cited(number, '2025-02-10')]);
    assert.deepEqual(inAnnex(document!, annex, []), { state: 'given', evidence: annex[0] });
  }
});

test('the same number with another date is not taken for the same document', () => {
  const [document] = citedDocuments([cited('07/KH-SXD', '2025-10-02')]);
  assert.deepEqual(inAnnex(document!, annex, []), { state: 'other-date', evidence: annex[0] });
});

test('a document is missing where the server says so at one of its places, else it is of another body', () => {
  const own = cited('8/KH-SXD', null);
  const law = cited('36/2018/QH14', null);
  const documents = citedDocuments([own, law]);
  assert.deepEqual(documents.map((document) => inAnnex(document, annex, [{ ...own, id: 'finding-0' }]).state), ['missing', 'elsewhere']);
});

test('rows of the annex that nothing cites are listed, also those without a number', () => {
  assert.deepEqual(uncited(annex, citedDocuments([cited('7/KH-SXD', null)])).map(({ index }) => index), [4, 5]);
});
