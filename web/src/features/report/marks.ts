import type { Bytes, Citation, Claim, Figure, Finding, Reading, Reference } from '../../api/types';

/** A stretch of the text: string positions start to end, and the bytes they came from, both half-open. */
export interface Place {
  id: string;
  start: number;
  end: number;
  bytes: Bytes;
}

/** Something read out of the text. */
export type Mark = Place & (
  | { kind: 'finding'; value: Finding }
  | { kind: 'claim'; value: Claim }
  | { kind: 'citation'; value: Citation }
  | { kind: 'reference'; value: Reference }
  | { kind: 'figure'; value: Figure }
  | { kind: 'none'; value: Reading['none'][number] }
  | { kind: 'doubtful'; value: null }
  | { kind: 'target'; value: null }
);
export type MarkKind = Mark['kind'];
export type MarkOf<K extends MarkKind> = Extract<Mark, { kind: K }>;
/** Where in the string a byte of the source stands. */
export type Positions = (byte: number) => number;

/** A stretch of text all of which lies under the same marks; marks stand from the widest to the narrowest. */
export interface Segment {
  start: number;
  end: number;
  marks: readonly Mark[];
}

/**
 * All marks of a reading in the order of the text, a wider one before the narrower it holds; empty ones fall away.
 * A reference that fits no citation is none to go to and left out. `doubtful` are stretches recognised from a picture with doubt, `target` is a place somebody asked to be shown.
 * An id holds the kind and the index in the reading's own list: `citation-3`.
 */
export function marksOf(reading: Reading, doubtful: readonly Bytes[], target: Bytes | null, at: Positions): Mark[] {
  const place = (kind: MarkKind, index: number, bytes: Bytes): Place => ({ id: `${kind}-${index}`, start: at(bytes[0]), end: at(bytes[1]), bytes });
  const marks: Mark[] = [
    ...reading.findings.map((value, index) => ({ kind: 'finding', value, ...place('finding', index, value.bytes) }) as const),
    ...reading.claims.map((value, index) => ({ kind: 'claim', value, ...place('claim', index, value.bytes) }) as const),
    ...reading.citations.map((value, index) => ({ kind: 'citation', value, ...place('citation', index, value.bytes) }) as const),
    ...reading.references.flatMap((value, index) => (value.refers_to === null ? [] : [{ kind: 'reference', value, ...place('reference', index, value.bytes) } as const])),
    ...reading.figures.map((value, index) => ({ kind: 'figure', value, ...place('figure', index, value.bytes) }) as const),
    ...reading.none.map((value, index) => ({ kind: 'none', value, ...place('none', index, value.bytes) }) as const),
    ...doubtful.map((bytes, index) => ({ kind: 'doubtful', value: null, ...place('doubtful', index, bytes) }) as const),
    ...(target ? [{ kind: 'target', value: null, ...place('target', 0, target) } as const] : []),
  ];
  return marks.filter((mark) => mark.end > mark.start).sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Cuts start..end where any mark begins or ends; the segments together give back exactly that stretch. */
export function segmentsOf(marks: readonly Mark[], start: number, end: number): Segment[] {
  const inside = marks.filter((mark) => mark.start < end && mark.end > start);
  const cuts = new Set([start, end]);
  for (const mark of inside) {
    if (mark.start > start) cuts.add(mark.start);
    if (mark.end < end) cuts.add(mark.end);
  }
  const at = [...cuts].sort((a, b) => a - b);
  return at.slice(0, -1).map((from, index) => {
    const to = at[index + 1]!;
    const covering = inside.filter((mark) => mark.start <= from && mark.end >= to);
    return { start: from, end: to, marks: covering.sort((a, b) => b.end - b.start - (a.end - a.start)) };
  });
}

/** For stretches in the order of the text: the marks over each. Marks come sorted by start; one walk over both. */
export function marksPerStretch(marks: readonly Mark[], stretches: readonly { start: number; end: number }[]): Mark[][] {
  let next = 0;
  let open: Mark[] = [];
  return stretches.map(({ start, end }) => {
    open = open.filter((mark) => mark.end > start);
    for (; next < marks.length && marks[next]!.start < end; next += 1) {
      if (marks[next]!.end > start) open.push(marks[next]!);
    }
    return [...open];
  });
}

/** Marks that share a place with this one: what a reader of the one wants to see of the others. */
export function overlapping(marks: readonly Mark[], mark: Mark): Mark[] {
  return marks.filter((other) => other !== mark && other.start < mark.end && other.end > mark.start);
}

const order: readonly MarkKind[] = ['finding', 'claim', 'citation', 'reference', 'none', 'figure'];

/** The mark a click on a place opens: the gravest kind, and of that kind the narrowest. */
export function mainOf(marks: readonly Mark[]): Mark | undefined {
  for (const kind of order) {
    const found = marks.findLast((mark) => mark.kind === kind);
    if (found) return found;
  }
  return undefined;
}
