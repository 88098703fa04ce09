import { Button } from 'antd';
import { memo, useEffect, useImperativeHandle, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type Ref } from 'react';
import { useText } from '../../locales/text';
import { layoutOf, type Block, type Piece } from './layout';
import { marksPerStretch, segmentsOf, type Mark, type Segment } from './marks';

export type LineMode = 'flow' | 'source';

export interface DocumentHandle {
  /** Brings the mark into view and gives it the focus. */
  reveal: (mark: Mark) => void;
}

interface Props {
  ref: Ref<DocumentHandle>;
  text: string;
  marks: Mark[];
  chosen: Mark | null;
  choose: (mark: Mark) => void;
  lines: LineMode;
}

/** A long text is put on the page in portions of this many blocks. */
const portion = 400;

export function DocumentText({ ref, text, marks, chosen, choose, lines }: Props) {
  const { t } = useText();
  const blocks = useMemo(() => markedBlocks(text, marks), [text, marks]);
  const [count, setCount] = useState(portion);
  const [wanted, setWanted] = useState<{ mark: Mark } | null>(null);
  const article = useRef<HTMLElement>(null);

  const reveal = (mark: Mark) => {
    const index = blocks.findIndex(({ marks: inside }) => inside.includes(mark));
    setCount((now) => Math.max(now, index + 20));
    setWanted({ mark });
  };
  useImperativeHandle(ref, () => ({ reveal }));
  useEffect(() => {
    const place = wanted && article.current?.querySelector<HTMLElement>(`[data-marks~="${wanted.mark.id}"]`);
    place?.scrollIntoView({ block: 'center' });
    place?.focus({ preventScroll: true });
  }, [wanted]);

  const byId = useMemo(() => new Map(marks.map((mark) => [mark.id, mark])), [marks]);
  const open = (target: EventTarget) => {
    const id = (target as HTMLElement).closest<HTMLElement>('[data-main]')?.dataset.main;
    const mark = id && byId.get(id);
    if (mark) choose(mark);
  };
  const first = marks.find(({ kind }) => kind !== 'target')?.id;
  return (
    <>
      <p className="soft document-keys">{t('report.keys')}</p>
      <article ref={article} className={`document ${lines}`} lang="vi"
        onClick={(event: MouseEvent) => open(event.target)} onKeyDown={(event) => onKey(event, article.current!, open)}>
        {blocks.slice(0, count).map(({ block, marks: inside }, index) => (
          <BlockText key={index} text={text} block={block} marks={inside} lines={lines}
            from={index === 0 ? 0 : block.pieces[0]!.start} to={blocks[index + 1]?.block.pieces[0]!.start ?? text.length}
            chosen={chosen && inside.includes(chosen) ? chosen.id : null} entry={first && inside.some(({ id }) => id === first) ? first : null} />
        ))}
      </article>
      {blocks.length > count && <Button block onClick={() => setCount(count + portion * 5)}>{t('report.more')}</Button>}
    </>
  );
}

function markedBlocks(text: string, marks: Mark[]): { block: Block; marks: Mark[] }[] {
  const blocks = layoutOf(text);
  const stretches = blocks.map(({ pieces }) => ({ start: pieces[0]!.start, end: pieces.at(-1)!.end }));
  const inside = marksPerStretch(marks, stretches);
  return blocks.map((block, index) => ({ block, marks: inside[index]! }));
}

/** Arrows walk over the marked places, so that the text is one stop of the Tab key. */
function onKey(event: KeyboardEvent, article: HTMLElement, open: (target: EventTarget) => void): void {
  if (!(event.target as HTMLElement).dataset.main) return;
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    open(event.target);
    return;
  }
  const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  const step = steps[event.key];
  if (!step) return;
  event.preventDefault();
  const places = [...article.querySelectorAll<HTMLElement>('[data-main]')];
  const next = places[places.indexOf(event.target as HTMLElement) + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

interface BlockProps {
  text: string;
  block: Block;
  marks: Mark[];
  lines: LineMode;
  from: number;
  to: number;
  chosen: string | null;
  /** The mark by which the Tab key enters the text, if it begins here. */
  entry: string | null;
}

const BlockText = memo(function BlockText({ text, block, marks, lines, from, to, chosen, entry }: BlockProps) {
  const { t } = useText();
  const runs = lines === 'source' ? [{ kind: 'text' as const, start: from, end: to }] : runsOf(block.pieces);
  return (
    <p className={`block ${block.kind} level-${block.level}`}>
      {runs.map((run) =>
        run.kind === 'page' ? (
          <span key={run.start} className="page-number" title={t('report.page', { page: text.slice(run.start, run.end) })}>{text.slice(run.start, run.end)}</span>
        ) : (
          segmentsOf(marks, run.start, run.end).map((segment) => (
            <SegmentText key={segment.start} text={text.slice(segment.start, segment.end)} segment={segment} chosen={chosen} entry={entry} />
          ))
        ),
      )}
    </p>
  );
});

/** Lines that follow each other are one run: between them stands only white space, which the browser folds. */
function runsOf(pieces: readonly Piece[]): Piece[] {
  const runs: Piece[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last && last.kind === 'text' && piece.kind === 'text') last.end = piece.end;
    else runs.push({ ...piece });
  }
  return runs;
}

const order = ['finding', 'claim', 'citation', 'none', 'figure'] as const;

/** The mark a click on the place opens: the gravest kind, and of that kind the narrowest. */
function mainOf(marks: readonly Mark[]): Mark | undefined {
  for (const kind of order) {
    const found = marks.findLast((mark) => mark.kind === kind);
    if (found) return found;
  }
  return undefined;
}

function classOf(mark: Mark): string {
  if (mark.kind === 'finding') return `m-finding ${mark.value.severity}`;
  if (mark.kind === 'claim') return `m-claim ${mark.value.holds ? 'holds' : 'fails'}`;
  return `m-${mark.kind}`;
}

function SegmentText({ text, segment, chosen, entry }: { text: string; segment: Segment; chosen: string | null; entry: string | null }) {
  if (segment.marks.length === 0) return text;
  const main = mainOf(segment.marks);
  const ids = segment.marks.map(({ id }) => id);
  const classes = segment.marks.map(classOf).join(' ');
  const selected = chosen !== null && ids.includes(chosen) ? ' chosen' : '';
  if (!main) return <mark data-marks={ids.join(' ')} className={classes} tabIndex={-1}>{text}</mark>;
  return (
    <span role="button" data-marks={ids.join(' ')} data-main={main.id} className={classes + selected} tabIndex={entry && ids.includes(entry) ? 0 : -1}>{text}</span>
  );
}
