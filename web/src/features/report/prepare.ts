import type { Bytes, Extraction, Reading } from '../../api/types';
import { chunksOf, type Chunk } from './chunks';
import { layoutOf } from './layout';
import { marksOf, type Mark } from './marks';
import { outlineOf, shortTitles, type Outline } from './outline';
import { pagesOf, type Page } from './pages';
import { stringPositions } from './positions';

/** A report made ready to be shown: everything that only depends on what the server sent. */
export interface Prepared {
  text: string;
  marks: Mark[];
  byId: ReadonlyMap<string, Mark>;
  documents: Reading['documents'];
  outline: Outline;
  /** The document's own number, which it carries but does not cite. */
  ownNumber: string | null;
  pages: Page[];
  chunks: Chunk[];
}

export function prepare(text: string, reading: Reading, extraction: Extraction | null, target: Bytes | null): Prepared {
  const offsets: number[] = target ? [...target] : [];
  collectOffsets(reading, offsets);
  collectOffsets(extraction?.pages ?? [], offsets);
  for (const bytes of extraction?.doubtful ?? []) offsets.push(...bytes);
  const positions = stringPositions(text, offsets);
  const at = (byte: number) => positions.get(byte)!;
  const blocks = layoutOf(text);
  const outline = outlineOf(reading.structure, at);
  const stretches = blocks.map(({ pieces }) => ({ start: pieces[0]!.start, end: pieces.at(-1)!.end }));
  const marks = marksOf(reading, extraction?.doubtful ?? [], target, at);
  return {
    text,
    marks,
    byId: new Map(marks.map((mark) => [mark.id, mark])),
    documents: reading.documents,
    outline: { ...outline, headings: shortTitles(outline.headings, text, stretches) },
    ownNumber: reading.structure.identity.number,
    pages: pagesOf(extraction?.pages ?? [], at),
    chunks: chunksOf(text, blocks, marks),
  };
}

/** Every byte range named `bytes`, however deep it stands. */
function collectOffsets(value: unknown, offsets: number[]): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inside] of Object.entries(value)) {
    if (key === 'bytes' && Array.isArray(inside)) offsets.push(inside[0] as number, inside[1] as number);
    else collectOffsets(inside, offsets);
  }
}
