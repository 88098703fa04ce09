import type { Bytes, Structure } from '../../api/types';
import type { Place, Positions } from './marks';

export type OutlineKind = Structure['outline'][number]['kind'] | 'signature' | 'recipient' | 'annex_row' | 'footnote';

/** A place in the text that has a name of its own, in the order of the text within its group. */
export interface OutlineItem extends Place {
  kind: OutlineKind;
  /** 0 for the outermost headings. */
  depth: number;
  label: string;
  title: string;
}

export interface Outline {
  headings: OutlineItem[];
  signature: OutlineItem[];
  recipients: OutlineItem[];
  annexRows: OutlineItem[];
  footnotes: OutlineItem[];
}

type Entry = Structure['outline'][number];

/** Everything of the structure that can be gone to. */
export function outlineOf(structure: Structure, at: Positions): Outline {
  const { signature, recipients, annex_rows, footnotes } = structure;
  const item = (kind: OutlineKind, id: string, label: string, title: string, bytes: Bytes, depth = 0): OutlineItem =>
    ({ id: `${kind}.${id}`, kind, depth, label, title, bytes, start: at(bytes[0]), end: at(bytes[1]) });
  const headings: OutlineItem[] = [];
  const walk = (entries: readonly Entry[], depth: number, above: string): void =>
    entries.forEach((entry, index) => {
      headings.push(item(entry.kind, above + index, entry.label, entry.title ?? '', entry.bytes, depth));
      walk(entry.children, depth + 1, `${above}${index}.`);
    });
  walk(structure.outline, 0, '');
  return {
    headings,
    signature: signature ? [item('signature', '0', signerOf(signature), signature.name ?? '', signature.bytes)] : [],
    recipients: recipients.map(({ name, bytes }, index) => item('recipient', `${index}`, '', name, bytes)),
    annexRows: annex_rows.map(({ annex, number, bytes, text }, index) => item('annex_row', `${index}`, `${annex} ${number}`.trim(), text, bytes)),
    footnotes: footnotes.map(({ number, bytes, text }, index) => item('footnote', `${index}`, `${number}`, text, bytes)),
  };
}

/** In whose name and as what somebody signed: "TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH". */
function signerOf({ mandates, title }: NonNullable<Structure['signature']>): string {
  return [...mandates.map(({ authority, of }) => `${authority} ${of ?? ''}`.trim()), title].filter(Boolean).join(', ');
}

/** What the document writes behind the labels of a kind; the reader leaves it out. */
const marks: Partial<Record<OutlineKind, string>> = { capital: '.', roman: '.', number: '.', letter: ')' };

/** The label as the document writes it: "II.", "a)". */
export function writtenLabel({ kind, label }: Pick<OutlineItem, 'kind' | 'label'>): string {
  return /[.)]$/.test(label) ? label : label + (marks[kind] ?? '');
}

/**
 * Titles as far as the heading stands as a line of its own: where a file lost its line ends, the reader's title runs on
 * into the text below. `blocks` stand in the order of the text.
 */
export function shortTitles(headings: readonly OutlineItem[], text: string, blocks: readonly { start: number; end: number }[]): OutlineItem[] {
  return headings.map((item) => {
    const block = blocks[lastBefore(blocks, item.start)];
    if (!block || block.end >= item.end || block.end <= item.start) return item;
    const words = text.slice(item.start, block.end).replace(/\s+/g, ' ').trim();
    const title = words.startsWith(item.label) ? words.slice(item.label.length).replace(/^[.):\s]+/, '') : '';
    return title ? { ...item, title } : item;
  });
}

/** The last of the items, which stand in the order of the text, that begins at or before the position; -1 before the first. */
export function lastBefore(items: readonly { start: number }[], position: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.start <= position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** How many of the marks stand under each heading, counted at the nearest heading before them. */
export function countsPerHeading(headings: readonly OutlineItem[], marks: readonly { start: number }[]): number[] {
  const counts = headings.map(() => 0);
  for (const mark of marks) {
    const index = lastBefore(headings, mark.start);
    if (index >= 0) counts[index]! += 1;
  }
  return counts;
}
