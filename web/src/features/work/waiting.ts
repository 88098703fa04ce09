import type { Waiting, Words } from '../../api/types';

/** What waits in one round. */
export interface RoundGroup {
  round: string;
  title: Words;
  rows: Waiting[];
}

/** Soonest deadline first, what has none last; rounds in the order of their soonest. */
export function byRound(waiting: readonly Waiting[]): RoundGroup[] {
  const groups = new Map<string, RoundGroup>();
  for (const row of [...waiting].sort(bySoonest)) {
    const group = groups.get(row.round) ?? { round: row.round, title: row.round_title, rows: [] };
    group.rows.push(row);
    groups.set(row.round, group);
  }
  return [...groups.values()];
}

function bySoonest(a: Waiting, b: Waiting): number {
  if (a.due === b.due) return 0;
  if (a.due === null || b.due === null) return a.due === null ? 1 : -1;
  return a.due < b.due ? -1 : 1;
}

/** How a day lies to today, both ISO; `days` is how many lie between. */
export interface Lateness {
  kind: 'over' | 'today' | 'soon' | 'later';
  days: number;
}

/** A week ahead is soon. */
const soon = 7;

export function lateness(due: string, today: string): Lateness {
  const days = Math.round((Date.parse(`${due}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000);
  if (days < 0) return { kind: 'over', days: -days };
  return { kind: days === 0 ? 'today' : days <= soon ? 'soon' : 'later', days };
}

export function unitWorkAddress(round: string, unit: string, criterion?: string): string {
  const file = `/rounds/${encodeURIComponent(round)}/units/${encodeURIComponent(unit)}/work`;
  return criterion === undefined ? file : `${file}?criterion=${encodeURIComponent(criterion)}`;
}

export function roundWorkAddress(round: string): string {
  return `/rounds/${encodeURIComponent(round)}/work`;
}

/** Where what waits is done. */
export function addressOf({ round, unit, criteria }: Waiting): string {
  return unit ? unitWorkAddress(round, unit.id, criteria[0]) : roundWorkAddress(round);
}
