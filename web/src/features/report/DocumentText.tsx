import { useEffect, useMemo, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { useText } from '../../locales/text';
import { bring, bringAndSettle, viewOf } from '../../ui/scroll';
import { Windowed, type WindowedHandle } from '../../ui/Windowed';
import { BlockText, type LineMode } from './BlockText';
import { estimatedHeight } from './chunks';
import type { Mark } from './marks';
import { lastBefore } from './outline';
import type { Prepared } from './prepare';
import { useFollowScroll, type Spot } from './spot';

interface Props {
  prepared: Prepared;
  chosen: Mark | null;
  spot: Spot | null;
  accepted: ReadonlySet<string>;
  /** `keys` where the mark was open already and the Enter key was pressed on it. */
  pick: (mark: Mark, from: 'text' | 'keys') => void;
  lines: LineMode;
  /** The element that scrolls; null for the window. */
  scroller: HTMLElement | null;
}

/** Up to this many chunks a text stands on the page as a whole: found by the browser's search, printed, read out. */
const wholeUpTo = 40;

export function DocumentText({ prepared, chosen, spot, accepted, pick, lines, scroller }: Props) {
  const { t } = useText();
  const { text, chunks, marks, byId, pages } = prepared;
  const article = useRef<HTMLElement>(null);
  const windowed = useRef<WindowedHandle>(null);
  useFollowSpot(spot, prepared, windowed, scroller);
  useFollowScroll(scroller, () => topOf(article.current, scroller));

  const open = (target: EventTarget, by: 'mouse' | 'key') => {
    const id = (target as HTMLElement).closest<HTMLElement>('[data-main]')?.dataset.main;
    const mark = id && byId.get(id);
    if (mark) pick(mark, by === 'key' && mark === chosen ? 'keys' : 'text');
  };
  const entry = useMemo(() => marks.find(({ kind }) => kind !== 'target' && kind !== 'doubtful')?.id ?? null, [marks]);
  const estimate = useMemo(() => {
    const letters = lines === 'flow' ? 72 : 90;
    return (part: number) => estimatedHeight(chunks[part]!, letters, lines === 'flow' ? 27 : 21);
  }, [chunks, lines]);

  const renderChunk = (part: number) =>
    chunks[part]!.blocks.map((marked) => {
      const inside = marked.marks;
      const begins = pages.filter(({ start }) => start >= marked.from && start < marked.to);
      return (
        <BlockText key={marked.from} text={text} marked={marked} lines={lines} pages={begins.length ? begins : none}
          chosen={chosen && inside.includes(chosen) ? chosen.id : null} entry={entry && inside.some(({ id }) => id === entry) ? entry : null}
          accepted={inside.filter((mark) => mark.kind === 'finding' && accepted.has(mark.value.id)).map(({ id }) => id).join(' ')} />
      );
    });
  return (
    <>
      <p className="hidden-visually">{t('report.keys')}</p>
      <article ref={article} className={`document ${lines}`} lang="vi"
        onClick={(event: MouseEvent) => open(event.target, 'mouse')} onKeyDown={(event) => onKey(event, article.current!, scroller, (target) => open(target, 'key'))}>
        <Windowed key={lines} ref={windowed} parts={chunks.length} estimate={estimate} render={renderChunk} scroller={scroller}
          keep={chunks.length > wholeUpTo ? 'near' : 'all'} />
      </article>
    </>
  );
}

const none: readonly never[] = [];

/** Brings a place that was chosen elsewhere into view; also the last one when the text comes onto the page. */
function useFollowSpot(spot: Spot | null, { text, chunks }: Prepared, windowed: { current: WindowedHandle | null }, scroller: HTMLElement | null): void {
  const fresh = useRef(true);
  useEffect(() => {
    const came = fresh.current;
    fresh.current = false;
    if (!spot || ((spot.from === 'text' || spot.from === 'keys') && !came)) return;
    const { place, from } = spot;
    const start = place.start + Math.max(0, text.slice(place.start, place.end).search(/\S/));
    const part = Math.max(0, lastBefore(chunks, start));
    const element = windowed.current?.mount(part);
    const marked = element?.querySelector<HTMLElement>(`[data-marks~="${CSS.escape(place.id)}"]`);
    const target = marked ?? blockAt(element, start);
    if (!target) return;
    bringAndSettle(scroller, target, from === 'outline' ? 'top' : 'middle');
    if (from === 'outline' || from === 'address') target.focus({ preventScroll: true });
  }, [spot, text, chunks, scroller]);
}

function blockAt(part: HTMLElement | null | undefined, position: number): HTMLElement | undefined {
  const blocks = [...(part?.querySelectorAll<HTMLElement>('[data-from]') ?? [])];
  return blocks[Math.max(0, lastBefore(blocks.map(({ dataset }) => ({ start: Number(dataset.from) })), position))];
}

/** Where the block begins that stands at the top of the view. */
function topOf(article: HTMLElement | null, scroller: HTMLElement | null): number | null {
  const top = viewOf(scroller).top + 40;
  const parts = article?.firstElementChild?.children;
  const part = parts && firstBelow(parts, top);
  const block = part && firstBelow(part.querySelectorAll('[data-from]'), top);
  return block ? Number((block as HTMLElement).dataset.from) : null;
}

/** The first of the elements, which stand one below the other, that reaches below the line. */
function firstBelow(elements: ArrayLike<Element>, line: number): Element | undefined {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (elements[middle]!.getBoundingClientRect().bottom > line) high = middle;
    else low = middle + 1;
  }
  return elements[low];
}

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Arrows walk over the marked places, so that the text is one stop of the Tab key. */
function onKey(event: KeyboardEvent, article: HTMLElement, scroller: HTMLElement | null, open: (target: EventTarget) => void): void {
  if (!(event.target as HTMLElement).dataset.main) return;
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    open(event.target);
    return;
  }
  const step = steps[event.key];
  if (!step) return;
  event.preventDefault();
  const places = [...article.querySelectorAll<HTMLElement>('[data-main]')];
  const next = places[places.indexOf(event.target as HTMLElement) + step];
  next?.focus({ preventScroll: true });
  if (next) bring(scroller, next, 'seen');
}
