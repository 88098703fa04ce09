import { useEffect, useRef, useState, type ReactNode } from 'react';
import { bringAndSettle } from '../../ui/scroll';
import { Windowed, type WindowedHandle } from '../../ui/Windowed';
import type { Spot } from './spot';

interface Props<T> {
  label: string;
  items: readonly T[];
  keyOf: (item: T) => string;
  row: (item: T) => ReactNode;
  /** The item to bring into view when something was chosen outside of this list; -1 for none. */
  current: number;
  spot: Spot | null;
  /** About how high a row stands, in pixels. */
  height: number;
}

const rowsPerPart = 40;

/** A list of any length, of which only what is near the view is on the page. It scrolls by itself. */
export function MarkRows<T>({ label, items, keyOf, row, current, spot, height }: Props<T>) {
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const windowed = useRef<WindowedHandle>(null);
  useEffect(() => {
    if (current < 0 || !spot || spot.from === 'list') return;
    const part = windowed.current?.mount(Math.floor(current / rowsPerPart));
    const element = part?.children[current % rowsPerPart] as HTMLElement | undefined;
    if (element) bringAndSettle(scroller, element, spot.from === 'outline' ? 'top' : 'seen');
    if (spot.from === 'keys') element?.querySelector('button')?.focus({ preventScroll: true });
  }, [current, spot, scroller]);
  const parts = Math.ceil(items.length / rowsPerPart);
  const part = (number: number) => {
    const first = number * rowsPerPart;
    return items.slice(first, first + rowsPerPart).map((item, offset) => (
      <div key={keyOf(item)} role="listitem" aria-posinset={first + offset + 1} aria-setsize={items.length} className="side-item">{row(item)}</div>
    ));
  };
  return (
    <div ref={setScroller} className="side-list" tabIndex={0} role="region" aria-label={label}>
      {scroller && parts > 0 && (
        <div role="list">
          <Windowed ref={windowed} parts={parts} estimate={(number) => Math.min(rowsPerPart, items.length - number * rowsPerPart) * height} render={part}
            scroller={scroller} keep={parts > 4 ? 'near' : 'all'} />
        </div>
      )}
    </div>
  );
}
