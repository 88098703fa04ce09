import { createContext, use, useEffect, useRef, useSyncExternalStore } from 'react';
import type { Place } from './marks';

/**
 * A place somebody chose, and where they chose it: the part they chose it in stays as it is, the others follow.
 * `keys` is the text, left by the keyboard for the row that tells about the place.
 */
export interface Spot {
  place: Place;
  from: 'text' | 'keys' | 'list' | 'outline' | 'address';
}

/**
 * The string position being read: the top of the view, or a place that was chosen, until the reader scrolls on. Kept
 * outside of React's state, for it changes with every scroll.
 */
export class ViewPosition {
  #position = 0;
  #pinned = false;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly get = (): number => this.#position;

  /** What stands at the top of the view now. */
  scrolled(position: number): void {
    if (!this.#pinned) this.#set(position);
  }

  /** A chosen place counts, wherever it comes to stand in the view. */
  pin(position: number): void {
    this.#pinned = true;
    this.#set(position);
  }

  readonly unpin = (): void => {
    this.#pinned = false;
  };

  #set(position: number): void {
    if (position === this.#position) return;
    this.#position = position;
    for (const listener of this.#listeners) listener();
  }
}

export const ViewPositionContext = createContext(new ViewPosition());

/** What `pick` makes of the position at the top of the view; renders again only when that changes. */
export function useViewPosition<T extends string | number>(pick: (position: number) => T): T {
  const view = use(ViewPositionContext);
  return useSyncExternalStore(view.subscribe, () => pick(view.get()));
}

const byHand = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/** Looks where the view stands, at most once a frame, and tells the other parts. */
export function useFollowScroll(scroller: HTMLElement | null, look: () => number | null): void {
  const view = use(ViewPositionContext);
  const latest = useRef(look);
  latest.current = look;
  useEffect(() => {
    let frame = 0;
    const soon = () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        const position = latest.current();
        if (position !== null) view.scrolled(position);
      });
    };
    const source = scroller ?? window;
    source.addEventListener('scroll', soon, { passive: true });
    for (const name of byHand) source.addEventListener(name, view.unpin, { passive: true });
    return () => {
      source.removeEventListener('scroll', soon);
      for (const name of byHand) source.removeEventListener(name, view.unpin);
      cancelAnimationFrame(frame);
    };
  }, [view, scroller]);
}
