import type { Evidence, Reading } from '../../api/types';
import type { Mark, MarkOf, Place } from './marks';

export type PlaceMark = MarkOf<'citation'> | MarkOf<'reference'>;

/** A document the text cites, however often; its places, also those that do not repeat its number, stand in the order of the text. */
export interface CitedDocument {
  key: string;
  type: string | null;
  number: string;
  date: string | null;
  issuer: string | null;
  places: PlaceMark[];
}

/**
 * How a cited document stands to the annex of evidence. `missing` is the server's word, given by its finding
 * `evidence_missing`; what is neither in the annex nor missing belongs to another body, which keeps it itself. `own` is the
 * number the document itself carries.
 */
export type AnnexState =
  | { state: 'given'; evidence: Evidence }
  | { state: 'other-date'; evidence: Evidence }
  | { state: 'own' }
  | { state: 'missing' }
  | { state: 'elsewhere' };

/** The documents with their places; `byId` finds a mark by its kind and its index in the reading. */
export function citedDocuments(documents: Reading['documents'], byId: ReadonlyMap<string, Mark>): CitedDocument[] {
  const cited = documents.map(({ citations, ...document }, index): CitedDocument => ({
    ...document, key: `document-${index}`, places: citations.flatMap((one) => (byId.get(`citation-${one}`) as PlaceMark | undefined) ?? []),
  }));
  for (const mark of byId.values()) {
    if (mark.kind !== 'reference' || mark.value.refers_to === null) continue;
    const full = byId.get(`citation-${mark.value.refers_to}`);
    if (full?.kind === 'citation') cited[full.value.document]?.places.push(mark);
  }
  for (const { places } of cited) places.sort((a, b) => a.start - b.start);
  return cited.filter(({ places }) => places.length > 0);
}

/** Where the server says that a document ought to be in the annex and is not. */
export function missingPlaces(marks: readonly Mark[]): Mark[] {
  return marks.filter((mark) => mark.kind === 'finding' && mark.value.code === 'evidence_missing');
}

/** Looks the document up by its number, and by its date where both carry one. */
export function inAnnex(document: CitedDocument, annex: readonly Evidence[], missing: readonly Place[], ownNumber: string | null): AnnexState {
  const number = plainNumber(document.number);
  if (ownNumber !== null && number === plainNumber(ownNumber)) return { state: 'own' };
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
