import { memo } from 'react';
import { useText } from '../../locales/text';
import type { MarkedBlock } from './chunks';
import type { Piece } from './layout';
import { mainOf, segmentsOf, type Mark, type Segment } from './marks';
import type { Page } from './pages';

export type LineMode = 'flow' | 'source';

interface Props {
  text: string;
  marked: MarkedBlock;
  lines: LineMode;
  /** The id of the chosen mark if it stands in this block. */
  chosen: string | null;
  /** The mark by which the Tab key enters the text, if it begins here. */
  entry: string | null;
  /** Ids of the findings in this block that were accepted, joined by blanks: text, so that memo can compare it. */
  accepted: string;
  /** The pages that begin in this block. */
  pages: readonly Page[];
}

export const BlockText = memo(function BlockText({ text, marked, lines, chosen, entry, accepted, pages }: Props) {
  const { block, marks, from, to } = marked;
  const runs = lines === 'source' ? [{ kind: 'text' as const, start: from, end: to }] : runsOf(block.pieces);
  const first = runs[0]!.start;
  const breaks = pages.filter(({ start }) => start > first);
  return (
    <>
      {pages.filter(({ start }) => start <= first).map((page) => <PageBreak key={page.number} page={page} />)}
      <p className={`block ${block.kind} level-${block.level}`} data-from={first} tabIndex={-1}>
        {runs.flatMap((run) => cutAtPages(run, breaks)).map((run) => {
          if (run.kind === 'page') return <PageNumber key={run.start} words={text.slice(run.start, run.end)} />;
          const page = breaks.find(({ start }) => start === run.start);
          return [
            page && <PageBreak key={`page-${page.number}`} page={page} />,
            ...segmentsOf(marks, run.start, run.end).map((segment) => (
              <SegmentText key={segment.start} text={text.slice(segment.start, segment.end)} segment={segment} chosen={chosen} entry={entry} accepted={accepted} />
            )),
          ];
        })}
      </p>
    </>
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

function cutAtPages(run: Piece, pages: readonly Page[]): Piece[] {
  const cuts = pages.map(({ start }) => start).filter((start) => start > run.start && start < run.end);
  const starts = [run.start, ...cuts];
  return starts.map((start, index) => ({ ...run, start, end: starts[index + 1] ?? run.end }));
}

function PageNumber({ words }: { words: string }) {
  const { t } = useText();
  return <span className="page-number" title={t('report.page', { page: words })}>{words}</span>;
}

function PageBreak({ page }: { page: Page }) {
  const { t } = useText();
  return <span className="page-break" data-page={page.number}>{t(page.recognised ? 'report.page.recognised' : 'report.page', { page: page.number })}</span>;
}

function classOf(mark: Mark, accepted: readonly string[]): string {
  if (mark.kind === 'finding') return `m-finding ${accepted.includes(mark.id) ? 'accepted' : mark.value.severity}`;
  if (mark.kind === 'claim') return `m-claim ${mark.value.holds === null ? 'unclear' : mark.value.holds ? 'holds' : 'fails'}`;
  return `m-${mark.kind}`;
}

interface SegmentProps extends Pick<Props, 'chosen' | 'entry' | 'accepted'> {
  text: string;
  segment: Segment;
}

function SegmentText({ text, segment, chosen, entry, accepted }: SegmentProps) {
  if (segment.marks.length === 0) return text;
  const main = mainOf(segment.marks);
  const ids = segment.marks.map(({ id }) => id);
  const done = accepted ? accepted.split(' ') : [];
  const classes = segment.marks.map((mark) => classOf(mark, done)).join(' ');
  const selected = chosen !== null && ids.includes(chosen) ? ' chosen' : '';
  if (!main) return <mark data-marks={ids.join(' ')} className={classes} tabIndex={-1}>{text}</mark>;
  return (
    <span role="button" data-marks={ids.join(' ')} data-main={main.id} className={classes + selected} tabIndex={entry && ids.includes(entry) ? 0 : -1}>{text}</span>
  );
}
