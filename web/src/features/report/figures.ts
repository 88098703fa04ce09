import type { Mark, MarkOf } from './marks';

/** What the tab of figures lists: numbers, the arithmetic between them, and places that say there was none. */
export type FigureMark = MarkOf<'figure'> | MarkOf<'claim'> | MarkOf<'none'>;
export type FigureFilter = 'all' | 'fails' | 'claim' | 'figure' | 'none' | 'items' | 'check';

export function isFigureMark(mark: Mark): mark is FigureMark {
  return mark.kind === 'figure' || mark.kind === 'claim' || mark.kind === 'none';
}

export function passes(mark: FigureMark, filter: FigureFilter): boolean {
  if (filter === 'all') return true;
  if (filter === 'fails') return mark.kind === 'claim' && mark.value.holds === false;
  if (filter === 'items') return mark.kind === 'figure' && mark.value.items.length > 0;
  if (filter === 'check' && mark.kind === 'claim') return mark.value.holds === null;
  if (filter === 'check') return mark.kind === 'figure' && (mark.value.doubtful || mark.value.soft !== null);
  return mark.kind === filter;
}
