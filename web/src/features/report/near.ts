import { lastBefore } from './outline';
import type { Spot } from './spot';

/**
 * The row a list brings into view for a chosen place: the place itself; or, where it is a heading, the first row at or
 * after it. -1 where the list holds neither.
 */
export function indexToShow(items: readonly { id: string; start: number }[], spot: Spot | null): number {
  if (!spot) return -1;
  const exact = items.findIndex(({ id }) => id === spot.place.id);
  if (exact >= 0 || spot.from !== 'outline') return exact;
  const next = lastBefore(items, spot.place.start - 1) + 1;
  return next < items.length ? next : items.length - 1;
}
