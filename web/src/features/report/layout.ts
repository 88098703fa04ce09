/** A run of the source shown as one line of flowing text, or a page number that cut a sentence in two. */
export interface Piece {
  kind: 'text' | 'page';
  start: number;
  end: number;
}

export interface Block {
  kind: 'title' | 'heading' | 'paragraph' | 'item' | 'rule';
  /** How deep an item or heading stands: I is 0, 1 is 1, a) is 2, a dash 3, a plus 4. */
  level: number;
  pieces: Piece[];
}

interface Line {
  start: number;
  end: number;
  indent: number;
  blanksBefore: number;
}

const markers: readonly [RegExp, number][] = [
  [/^(?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục|Điều)\s+[\dIVXLC]+/u, 0],
  [/^[IVX]{1,5}[.)]\s/u, 0],
  [/^(?:\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|\d{1,2}[.)])\s+(?=\p{Lu})/u, 1],
  [/^[a-zđ]\)\s/u, 2],
  [/^[-–•]\s/u, 3],
  [/^[+*]\s/u, 4],
];
const pageNumber = /^\d{1,3}$/;
const drawnLine = /^[_=\-–—.…\s]{4,}$/u;
const sentenceEnd = /[.;:!?”"]$/u;

/**
 * Joins hard-wrapped lines into the paragraphs a reader expects. Nothing is lost or moved: the pieces, in order,
 * hold every visible line of the source at its own position.
 */
export function layoutOf(text: string): Block[] {
  const lines = visibleLines(text);
  const spacing = usualSpacing(lines);
  const width = usualWidth(lines);
  const blocks: Block[] = [];
  let previous: Line | null = null;
  let pagesSince = 0;
  for (const line of lines) {
    const words = text.slice(line.start, line.end);
    const current = blocks.at(-1);
    if (pageNumber.test(words) && line.blanksBefore >= spacing && current) {
      current.pieces.push({ kind: 'page', start: line.start, end: line.end });
      pagesSince += 1;
      continue;
    }
    const gap = pagesSince > 0 ? spacing : line.blanksBefore;
    const start = blockAt(words);
    if (!current || !previous || start.kind !== 'paragraph' || ends(text, previous, line, gap > spacing, width, current)) {
      if (current?.kind === 'title' && start.kind === 'title' && gap <= spacing) current.pieces.push(piece(line));
      else blocks.push({ ...start, pieces: [piece(line)] });
    } else {
      current.pieces.push(piece(line));
    }
    previous = line;
    pagesSince = 0;
  }
  return blocks.map((block) => asHeading(block, text));
}

function piece(line: Line): Piece {
  return { kind: 'text', start: line.start, end: line.end };
}

function visibleLines(text: string): Line[] {
  const lines: Line[] = [];
  let blanks = 0;
  for (let from = 0; from <= text.length; ) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
    const raw = text.slice(from, to);
    const words = raw.trim();
    if (words) {
      const indent = raw.length - raw.trimStart().length;
      lines.push({ start: from + indent, end: from + indent + words.length, indent, blanksBefore: blanks });
      blanks = 0;
    } else {
      blanks += 1;
    }
    from = to + 1;
  }
  return lines;
}

/** Blank lines that stand between any two lines of the file: 1 in a file that was spaced out, else 0. */
function usualSpacing(lines: readonly Line[]): number {
  const spaced = lines.filter((line) => line.blanksBefore > 0).length;
  return lines.length > 3 && spaced > lines.length * 0.6 ? 1 : 0;
}

/** The length most lines of running text reach; a few long lines of a table do not count. */
function usualWidth(lines: readonly Line[]): number {
  const lengths = lines.map((line) => line.end - line.start).sort((a, b) => a - b);
  return Math.max(40, lengths[Math.floor(lengths.length * 0.9)] ?? 0);
}

/** What every marker begins with: most lines are none of them, and long texts have many lines. */
const mayBeMarker = /^(?:[PpCcMmĐđIVX\d\-–•+*]|[a-z]\))/u;
const smallLetter = /\p{Ll}/u;
const fourLetters = /(?:\p{L}\P{L}*){4}/u;

/** Bold and heading marks that a converter left before the words. */
const converterMarks = /^(?:\*\*|#{1,6}\s)\s*/;

function blockAt(line: string): Pick<Block, 'kind' | 'level'> {
  if (drawnLine.test(line)) return { kind: 'rule', level: 0 };
  const words = line.replace(converterMarks, '');
  if (mayBeMarker.test(words)) {
    for (const [pattern, level] of markers) if (pattern.test(words)) return { kind: 'item', level };
  }
  if (!smallLetter.test(words) && fourLetters.test(words)) return { kind: 'title', level: 0 };
  return { kind: 'paragraph', level: 0 };
}

/** Whether the block ends before this line of plain words: the wrap would have put its first word on the line before. */
function ends(text: string, previous: Line, line: Line, wideGap: boolean, width: number, current: Block): boolean {
  if (current.kind === 'title' || current.kind === 'rule') return true;
  const finished = sentenceEnd.test(text.slice(previous.start, previous.end));
  if (wideGap) return true;
  const words = text.slice(line.start, line.end);
  if (!/^[\p{Lu}“"(]/u.test(words)) return false;
  const length = previous.end - previous.start;
  const hadRoom = length + 1 + words.search(/\s|$/) < width * 0.8;
  return hadRoom || (finished && (length < width * 0.9 || line.indent > previous.indent));
}

/** A short item without an end mark is a heading: "II. Kết quả", "1. Công tác chỉ đạo". */
function asHeading(block: Block, text: string): Block {
  if (block.kind !== 'item' || block.level > 1) return block;
  const last = block.pieces.findLast((part) => part.kind === 'text');
  const length = block.pieces.reduce((sum, part) => sum + part.end - part.start, 0);
  const open = last !== undefined && !/[.;]$/u.test(text.slice(last.start, last.end).replace(/\*\*$/, ''));
  return open && length < 260 ? { ...block, kind: 'heading' } : block;
}
