import type { SheetCell, TakenSheet } from '../../api/types';

/** What the reader may have written. */
export function choosable(cell: SheetCell): boolean {
  return cell.verdict !== 'refused';
}

/** At first all that changed here alone; a conflict waits for a decision, and so does the answer it is part of. */
export function firstChoice(cells: readonly SheetCell[]): Set<string> {
  const sure = cells.filter((cell) => mates(cell, cells).every(({ verdict }) => verdict === 'changed'));
  return new Set(sure.map(({ cell }) => cell));
}

/** The cells that are chosen together with this one: state, value and ground of a row are one answer. */
export function mateOf(cell: SheetCell, cells: readonly SheetCell[]): string[] {
  return mates(cell, cells).filter(choosable).map(({ cell: address }) => address);
}

function mates(cell: SheetCell, cells: readonly SheetCell[]): SheetCell[] {
  const row = (one: SheetCell) => one.cell.replace(/^[A-Z]+/, '');
  return cells.filter((one) => one === cell || (row(one) === row(cell) && one.field !== 'note' && cell.field !== 'note'));
}

/** For the sentence that says what was found. */
export function counted({ changed, conflicts, refused }: TakenSheet): Record<string, number> {
  return { changed, conflicts, refused };
}
