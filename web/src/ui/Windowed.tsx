import { useEffect, useImperativeHandle, useRef, useState, type ReactNode, type Ref } from 'react';
import { flushSync } from 'react-dom';

export interface WindowedHandle {
  /** Puts the part on the page, wherever it stands, and gives its element. */
  mount: (part: number) => HTMLElement | null;
}

interface Props {
  ref?: Ref<WindowedHandle>;
  /** How many parts there are. A part holds several blocks or rows. */
  parts: number;
  /** The height in pixels a part will about have, until it has been seen. */
  estimate: (part: number) => number;
  render: (part: number) => ReactNode;
  /** The element that scrolls; null for the window. */
  scroller: HTMLElement | null;
  /** `near` keeps only what is near the view, for what is too long to stand on the page at once. */
  keep: 'all' | 'near';
}

const nearby = '900px 0px';

/** A long column of parts, of which only those near the view are on the page; the others hold their place. */
export function Windowed({ ref, parts, estimate, render, scroller, keep }: Props) {
  const [mounted, setMounted] = useState<ReadonlySet<number>>(() => new Set([0]));
  const heights = useRef(new Map<number, number>());
  const column = useRef<HTMLDivElement>(null);

  useImperativeHandle(ref, () => ({
    mount: (part) => {
      if (keep === 'near') flushSync(() => setMounted((now) => (now.has(part) ? now : new Set(now).add(part))));
      return column.current?.children[part] as HTMLElement | null;
    },
  }), [keep]);

  useEffect(() => {
    if (keep === 'all' || !column.current) return;
    const observer = new IntersectionObserver((entries) => {
      setMounted((now) => follow(now, entries, heights.current));
    }, { root: scroller, rootMargin: nearby });
    for (const element of column.current.children) observer.observe(element);
    return () => observer.disconnect();
  }, [parts, scroller, keep]);

  return (
    <div ref={column}>
      {Array.from({ length: parts }, (_, part) => {
        const on = keep === 'all' || mounted.has(part);
        const height = on ? undefined : (heights.current.get(part) ?? estimate(part));
        return <div key={part} data-part={part} style={{ height }}>{on && render(part)}</div>;
      })}
    </div>
  );
}

/** What is on the page after these parts came near or went away; the part that holds the focus stays. */
function follow(now: ReadonlySet<number>, entries: readonly IntersectionObserverEntry[], heights: Map<number, number>): ReadonlySet<number> {
  const next = new Set(now);
  for (const { target, isIntersecting, boundingClientRect } of entries) {
    const part = Number((target as HTMLElement).dataset.part);
    if (isIntersecting) next.add(part);
    else if (next.has(part) && !target.contains(document.activeElement)) {
      heights.set(part, boundingClientRect.height);
      next.delete(part);
    }
  }
  return next;
}
