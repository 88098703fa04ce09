import type { Evidence } from '../../api/types';
import type { Mark, MarkOf, Place } from './marks';

/** A document the text cites, however often; its places stand in the order of the text. */
export interface CitedDocument {
  key: string;
  type: string | null;
  number: string;
  date: string | null;
  issuer: string | null;
  places: MarkOf<'citation'>[];
}

/**
 * How a cited document stands to the annex of evidence. `missing` is the server's word, given by its finding
 * `evidence_missing`; what is neither in the annex nor missing belongs to another body, which keeps it itself.
 */
export type AnnexState =
  | { state: 'given'; evidence: Evidence }
  | { state: 'other-date'; evidence: Evidence }
  | { state: 'missing' }
  | { state: 'elsewhere' };

/** The cited documents in the order in which they are first cited. What one citation leaves out, another may tell. */
export function citedDocuments(marks: readonly Mark[]): CitedDocument[] {
  const documents = new Map<string, CitedDocument>();
  for (const mark of marks) {
    if (mark.kind !== 'citation') continue;
    const { type, number, date, issuer } = mark.value;
    const key = keyOfDocument(mark);
    const known = documents.get(key);
    if (!known) {
      documents.set(key, { key, type, number, date, issuer, places: [mark] });
      continue;
    }
    known.places.push(mark);
    known.type ??= type;
    known.date ??= date;
    known.issuer ??= issuer;
  }
  return [...documents.values()];
}

function keyOfDocument({ value }: MarkOf<'citation'>): string {
  return plainNumber(value.number);
}

/** Where the server says that a document ought to be in the annex and is not. */
export function missingPlaces(marks: readonly Mark[]): Mark[] {
  return marks.filter((mark) => mark.kind === 'finding' && mark.value.code === 'evidence_missing');
}

/** Looks the document up by its number, and by its date where both carry one. */
export function inAnnex(document: CitedDocument, annex: readonly Evidence[], missing: readonly Place[]): AnnexState {
  const number = plainNumber(document.number);
  const sameNumber = annex.filter((row) => row.number !== null && plainNumber(row.number) === number);
  const given = sameNumber.find((row) => !row.date || !document.date || row.date === document.date);
  if (given) return { state: 'given', evidence: given };
  const other = sameNumber[0];
  if (other) return { state: 'other-date', evidence: other };
  const missed = document.places.some(({ start, end }) => missing.some((place) => start < place.end && end > place.start));
  return { state: missed ? 'missing' : 'elsewhere' };
}

/** The rows of the annex that no citation names. */
export function uncited(annex: readonly Evidence[], documents: readonly CitedDocument[]): Evidence[] {
  const cited = new Set(documents.map(({ number }) => plainNumber(number)));
  return annex.filter(({ number }) => number === null || !cited.has(plainNumber(number)));
}

function plainNumber(number: string): string {
  return number.normalize('NFC').replace(/\s+/g, '').replace(/Ð/g, 'Đ').toUpperCase().replace(/^0+(?=\d)/, '');
}
