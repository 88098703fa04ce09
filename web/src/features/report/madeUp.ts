import type { Bytes, Citation, Figure, Reading } from '../../api/types';
import type { MarkOf, Place } from './marks';

// Made-up values for tests. Positions equal bytes: the texts of these tests are ASCII.

export const emptyReading: Reading = {
  file: 'x', period: null, citations: [], documents: [], references: [], figures: [], claims: [], none: [], findings: [],
  structure: { identity: { type: null, number: null, date: null, place: null, issuer: null, abstract: null }, outline: [], footnotes: [], recipients: [], signature: null, annex_rows: [] },
};

export function figure(bytes: Bytes, value = '1'): Figure {
  return { value, unit: null, bytes: [...bytes], counted: null, of: null, period: null, soft: null, items: [], doubtful: false };
}

export function citation(bytes: Bytes, number: string, document: number): Citation {
  return { type: 'Kế hoạch', number, date: null, issuer: null, bytes: [...bytes], text: number, document, refers_to: null, doubtful: false };
}

export const place = (id: string, start: number, end: number): Place => ({ id, start, end, bytes: [start, end] });

export function figureMark(start: number, end: number): MarkOf<'figure'> {
  return { ...place(`figure-${start}`, start, end), kind: 'figure', value: figure([start, end]) };
}
