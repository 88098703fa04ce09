import type { Block } from './layout';
import { marksPerStretch, type Mark } from './marks';

/** A block with the marks over it; `to` is where the next block begins, so that together they give the whole text. */
export interface MarkedBlock {
  block: Block;
  marks: Mark[];
  from: number;
  to: number;
}

/** Blocks that are put on the page together; `start` is where the first begins. */
export interface Chunk {
  start: number;
  length: number;
  blocks: MarkedBlock[];
}

/** A chunk is full at this many characters, marks or blocks: what a slow machine draws without being felt. */
const full = { characters: 6000, marks: 150, blocks: 40 };

/** A block longer than this is cut where a word ends; only texts without line breaks have such. */
const longest = 12_000;

export function chunksOf(text: string, blocks: readonly Block[], marks: readonly Mark[]): Chunk[] {
  const short = blocks.flatMap((block) => cut(text, block));
  const inside = marksPerStretch(marks, short.map(({ pieces }) => ({ start: pieces[0]!.start, end: pieces.at(-1)!.end })));
  const chunks: Chunk[] = [];
  let count = 0;
  short.forEach((block, index) => {
    const from = index === 0 ? 0 : block.pieces[0]!.start;
    const to = short[index + 1]?.pieces[0]!.start ?? text.length;
    const marked = { block, marks: inside[index]!, from, to };
    const last = chunks.at(-1);
    const open = last && last.length + to - from <= full.characters && last.blocks.length < full.blocks && count + marked.marks.length <= full.marks;
    if (open) {
      last.blocks.push(marked);
      last.length += to - from;
      count += marked.marks.length;
    } else {
      chunks.push({ start: from, length: to - from, blocks: [marked] });
      count = marked.marks.length;
    }
  });
  return chunks;
}

function cut(text: string, block: Block): Block[] {
  const start = block.pieces[0]!.start;
  const end = block.pieces.at(-1)!.end;
  if (end - start <= longest) return [block];
  const parts: Block[] = [];
  for (let from = start; from < end; ) {
    const space = text.slice(from, from + longest).lastIndexOf(' ');
    const to = from + longest >= end ? end : from + (space > 0 ? space + 1 : longest);
    parts.push({ ...block, pieces: [{ kind: 'text', start: from, end: to }] });
    from = to;
  }
  return parts;
}

/** About how high a chunk will stand, from its length and how many letters fit on a line. */
export function estimatedHeight(chunk: Chunk, lettersPerLine: number, lineHeight: number): number {
  const lines = chunk.blocks.reduce((sum, { from, to }) => sum + Math.ceil((to - from) / lettersPerLine), 0);
  return Math.round((lines + chunk.blocks.length * 0.35) * lineHeight);
}
