import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Citation, Evidence } from '../../api/types';
import { inAnnex } from './annex';

const cited = (number: string, date: string | null): Citation => ({ type: 'Kế hoạch', number, date, issuer: null, bytes: [0, 1], text: number, document: 0, refers_to: null, doubtful: false });
const annex: Evidence[] = [{ index: 3, type: 'Kế hoạch', number: '07/KH-SXD', date: '2025-02-10', issuer: null, title: '', cited: null }];

test('a document is found in the annex whatever the spaces, zeros and the letter Đ', () => {
  assert.deepEqual(inAnnex(cited('7/KH-SXD', '2025-02-10'), annex), { state: 'given', index: 3 });
  assert.deepEqual(inAnnex(cited('07 /kh-sxd', null), annex), { state: 'given', index: 3 });
});

test('the same number with another date is not taken for the same document', () => {
  assert.deepEqual(inAnnex(cited('07/KH-SXD', '2025-10-02'), annex), { state: 'other-date', index: 3 });
});

test('a document that nobody attached is missing', () => {
  assert.deepEqual(inAnnex(cited('8/KH-SXD', '2025-02-10'), annex), { state: 'missing' });
});
