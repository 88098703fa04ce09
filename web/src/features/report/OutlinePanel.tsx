import { useEffect, useMemo, useRef, useState } from 'react';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { Portions } from '../../ui/Portions';
import { bring } from '../../ui/scroll';
import { Windowed, type WindowedHandle } from '../../ui/Windowed';
import type { Mark } from './marks';
import { countsPerHeading, lastBefore, writtenLabel, type Outline, type OutlineItem } from './outline';
import { useViewPosition } from './spot';

interface Props {
  outline: Outline;
  /** The findings still open: shown as a count at the heading they stand under. */
  open: readonly Mark[];
  go: (item: OutlineItem) => void;
}

const rowsPerPart = 60;

/** What the document is made of: its headings as they are nested, then signature, recipients, annexes and footnotes. */
export function OutlinePanel({ outline, open, go }: Props) {
  const { t } = useText();
  const { headings, signature, recipients, annexRows, footnotes } = outline;
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const counts = useMemo(() => countsPerHeading(headings, open), [headings, open]);
  const nothing = Object.values(outline).every((items) => items.length === 0);
  return (
    <nav ref={setScroller} className="outline" aria-label={t('report.outline')}>
      {nothing && <p className="soft side-empty">{t('report.outline.none')}</p>}
      {scroller && headings.length > 0 && <Headings headings={headings} counts={counts} go={go} scroller={scroller} />}
      <Group title={t('report.outline.signature')} items={signature} go={go} open />
      <Group title={t('report.outline.recipients')} items={recipients} go={go} />
      <Group title={t('report.outline.annex_rows')} items={annexRows} go={go} />
      <Group title={t('report.outline.footnotes')} items={footnotes} go={go} />
    </nav>
  );
}

interface HeadingsProps {
  headings: readonly OutlineItem[];
  counts: readonly number[];
  go: (item: OutlineItem) => void;
  scroller: HTMLElement;
}

function Headings({ headings, counts, go, scroller }: HeadingsProps) {
  const windowed = useRef<WindowedHandle>(null);
  const current = useViewPosition((position) => Math.max(0, lastBefore(headings, position)));
  useEffect(() => {
    const part = windowed.current?.mount(Math.floor(current / rowsPerPart));
    const row = part?.querySelector<HTMLElement>(`[data-row="${current}"]`);
    if (row) bring(scroller, row, 'seen');
  }, [current, scroller]);
  const parts = Math.ceil(headings.length / rowsPerPart);
  const part = (number: number) =>
    headings.slice(number * rowsPerPart, (number + 1) * rowsPerPart).map((item, offset) => {
      const index = number * rowsPerPart + offset;
      return <Row key={item.id} item={item} index={index} count={counts[index] ?? 0} current={index === current} go={go} />;
    });
  return (
    <div role="list" className="outline-headings">
      <Windowed ref={windowed} parts={parts} estimate={() => rowsPerPart * 32} render={part} scroller={scroller} keep={parts > 4 ? 'near' : 'all'} />
    </div>
  );
}

interface RowProps {
  item: OutlineItem;
  index: number;
  count: number;
  current: boolean;
  go: (item: OutlineItem) => void;
}

function Row({ item, index, count, current, go }: RowProps) {
  const { t } = useText();
  return (
    <div role="listitem" aria-level={item.depth + 1}>
      <button type="button" data-row={index} className={`plain-button outline-row depth-${Math.min(item.depth, 5)}${current ? ' current' : ''}`}
        aria-current={current ? 'location' : undefined} onClick={() => go(item)}>
        <span className="outline-words" lang="vi">{item.label && <span className="outline-label">{writtenLabel(item)}</span>} {item.title}</span>
        {count > 0 && <span className="outline-count"><span className="hidden-visually">, {t('report.findings')}: </span>{count}</span>}
      </button>
    </div>
  );
}

function Group({ title, items, go, open = false }: { title: string; items: readonly OutlineItem[]; go: (item: OutlineItem) => void; open?: boolean }) {
  if (items.length === 0) return null;
  return (
    <details className="outline-group" open={open}>
      <summary><Icon name="chevron" size={12} />{title} <span className="soft">{items.length}</span></summary>
      <Portions items={items} first={100} row={(item) => (
        <li key={item.id}>
          <button type="button" className="plain-button outline-row depth-1" onClick={() => go(item)}>
            <span className="outline-words" lang="vi">{item.label && <span className="outline-label">{item.label}</span>} {item.title}</span>
          </button>
        </li>
      )} />
    </details>
  );
}
