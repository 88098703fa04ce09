import type { FileStanding, FileState, WorkState } from '../../api/types';
import { matches } from '../../format/fold';
import type { Language } from '../../locales/text';

export type QueueColumn = 'name' | 'state' | 'handed_in' | 'waiting';

/** What the reader asked to see; no column keeps the order of the unit list. */
export interface QueueView {
  search: string;
  state: FileState | 'all';
  column: QueueColumn | null;
  descending: boolean;
}

export const fileStates: readonly FileState[] = ['drafting', 'handed_in', 'appraised'];

export function countOf(file: FileStanding, state: WorkState): number {
  return file.counts.find((one) => one.state === state)?.count ?? 0;
}

/** The files of the view in its order; those never handed in stand last by that column either way. */
export function arrangeFiles(files: readonly FileStanding[], view: QueueView, language: Language): FileStanding[] {
  const shown = files.filter(({ state, unit }) => (view.state === 'all' || state === view.state) && matches(`${unit.name.vi} ${unit.name.en}`, view.search));
  const { column, descending } = view;
  if (!column) return shown;
  const order = orderBy(column, language);
  const lacks = (file: FileStanding) => column === 'handed_in' && file.handed_in === null;
  return shown.sort((a, b) => {
    if (lacks(a) || lacks(b)) return Number(lacks(a)) - Number(lacks(b));
    return descending ? order(b, a) : order(a, b);
  });
}

function orderBy(column: QueueColumn, language: Language): (a: FileStanding, b: FileStanding) => number {
  if (column === 'name') {
    const collator = new Intl.Collator(language, { numeric: true });
    return (a, b) => collator.compare(a.unit.name[language], b.unit.name[language]);
  }
  if (column === 'state') return (a, b) => fileStates.indexOf(a.state) - fileStates.indexOf(b.state);
  if (column === 'waiting') return (a, b) => countOf(a, 'handed_in') - countOf(b, 'handed_in');
  return (a, b) => (a.handed_in! < b.handed_in! ? -1 : a.handed_in! > b.handed_in! ? 1 : 0);
}
