import { createContext, use, useSyncExternalStore } from 'react';
import type { Place } from './marks';

/** A place somebody chose, and where they chose it: the part they chose it in stays as it is, the others follow. */
export interface Spot {
  place: Place;
  from: 'text' | 'list' | 'outline' | 'address';
}

/** The string position at the top of the view. Kept outside of React's state: it changes with every scroll. */
export class ViewPosition {
  #position = 0;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly get = (): number => this.#position;

  set(position: number): void {
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
