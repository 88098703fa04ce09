import type { UnitSummary } from '../../api/types';
import { compare, subtract } from '../../format/decimal';
import { matches } from '../../format/fold';
import type { Language } from '../../locales/text';

export type Column = 'name' | 'kind' | 'points' | 'self' | 'gap' | 'findings';
export type Kind = UnitSummary['kind'];

/** What the reader asked to see; no column keeps the order of the unit list. */
export interface View {
  search: string;
  kind: Kind | 'all';
  column: Column | null;
  descending: boolean;
}

/** Self-score less points reached; null until both are there. */
export function gapOf(unit: UnitSummary): string | null {
  return unit.points && unit.self !== null ? subtract(unit.self, unit.points.reached) : null;
}

/** The units of the view in its order; units without a value stand last either way. */
export function arrange(units: readonly UnitSummary[], view: View, language: Language): UnitSummary[] {
  const shown = units.filter(
    (unit) => (view.kind === 'all' || unit.kind === view.kind) && matches(`${unit.name.vi} ${unit.name.en}`, view.search),
  );
  if (!view.column) return shown;
  const order = orderBy(view.column, language);
  const lacks = (unit: UnitSummary) => valueOf(unit, view.column!) === null;
  return shown.sort((a, b) => {
    if (lacks(a) || lacks(b)) return Number(lacks(a)) - Number(lacks(b));
    return view.descending ? order(b, a) : order(a, b);
  });
}

function valueOf(unit: UnitSummary, column: Column): string | null {
  if (column === 'points') return unit.points?.reached ?? null;
  if (column === 'self') return unit.self;
  if (column === 'gap') return gapOf(unit);
  return '';
}

function orderBy(column: Column, language: Language): (a: UnitSummary, b: UnitSummary) => number {
  if (column === 'name') {
    const collator = new Intl.Collator(language, { numeric: true });
    return (a, b) => collator.compare(a.name[language], b.name[language]);
  }
  if (column === 'kind') return (a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind);
  if (column === 'findings') return (a, b) => weight(a) - weight(b);
  return (a, b) => compare(valueOf(a, column) ?? '0', valueOf(b, column) ?? '0');
}

export const kinds: readonly Kind[] = ['province', 'department', 'commune', 'ward', 'enterprise'];

/** Errors before warnings before notes. */
function weight({ findings }: UnitSummary): number {
  return findings.error * 1e6 + findings.warning * 1e3 + findings.note;
}
