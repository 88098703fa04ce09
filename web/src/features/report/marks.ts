import type { Bytes, Citation, Claim, Figure, Finding, Reading } from '../../api/types';
import { stringPositions } from './positions';

/** Something read out of the text, at string positions start to end (half-open). */
export type Mark = { id: string; start: number; end: number } & (
  | { kind: 'finding'; value: Finding }
  | { kind: 'claim'; value: Claim }
  | { kind: 'citation'; value: Citation }
  | { kind: 'figure'; value: Figure }
  | { kind: 'none'; value: Reading['none'][number] }
  | { kind: 'target'; value: null }
);
export type MarkKind = Mark['kind'];

/** A stretch of text all of which lies under the same marks; marks stand from the widest to the narrowest. */
export interface Segment {
  start: number;
  end: number;
  marks: readonly Mark[];
}

/** All marks of a reading in the order of the text; `target` is a place somebody asked to be shown. */
export function marksOf(text: string, reading: Reading, target: Bytes | null = null): Mark[] {
  const raw = [
    ...reading.findings.map((value) => ({ kind: 'finding', value, bytes: value.bytes }) as const),
    ...reading.claims.map((value) => ({ kind: 'claim', value, bytes: value.bytes }) as const),
    ...reading.citations.map((value) => ({ kind: 'citation', value, bytes: value.bytes }) as const),
    ...reading.figures.map((value) => ({ kind: 'figure', value, bytes: value.bytes }) as const),
    ...reading.none.map((value) => ({ kind: 'none', value, bytes: value.bytes }) as const),
    ...(target ? [{ kind: 'target', value: null, bytes: target } as const] : []),
  ];
  const positions = stringPositions(text, raw.flatMap((one) => [one.bytes[0], one.bytes[1]]));
  const counts = new Map<MarkKind, number>();
  const marks = raw.map(({ bytes, ...rest }) => {
    const count = counts.get(rest.kind) ?? 0;
    counts.set(rest.kind, count + 1);
    return { ...rest, id: `${rest.kind}-${count}`, start: positions.get(bytes[0])!, end: positions.get(bytes[1])! } as Mark;
  });
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
