import type { Citation, Evidence } from '../../api/types';

/** How a cited document stands in the annex of evidence. */
export type AnnexState = { state: 'given'; index: number } | { state: 'other-date'; index: number } | { state: 'missing' };

/** Looks the document up by its number, and by its date where both carry one. */
export function inAnnex(citation: Citation, annex: readonly Evidence[]): AnnexState {
  const number = plainNumber(citation.number);
  const sameNumber = annex.filter((document) => document.number !== null && plainNumber(document.number) === number);
  const dateAgrees = (document: Evidence) => !document.date || !citation.date || document.date === citation.date;
  const given = sameNumber.find(dateAgrees);
  if (given) return { state: 'given', index: given.index };
  const other = sameNumber[0];
  return other ? { state: 'other-date', index: other.index } : { state: 'missing' };
}

function plainNumber(number: string): string {
  return number.normalize('NFC').replace(/\s+/g, '').replace(/Ð/g, 'Đ').toUpperCase().replace(/^0+(?=\d)/, '');
}
