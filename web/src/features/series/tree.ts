import type { SeriesYear, TreeUnit, UnitEvent } from '../../api/types';
import { matches } from '../../format/fold';
import type { ChartPoint } from '../../ui/chart/chart';

/** A day on which units changed, and how many events hold from it. */
export interface ChangeDay {
  date: string;
  events: number;
}

/** Whether the event counts: it is not undone and is no undo itself. */
export function holds(event: UnitEvent): boolean {
  return event.undone_by === null && event.kind !== 'undo';
}

/** The days on which standing units changed, newest first; beginnings are no change. */
export function changeDays(events: readonly UnitEvent[]): ChangeDay[] {
  const days = new Map<string, number>();
  for (const event of events) if (holds(event) && event.kind !== 'create') days.set(event.date, (days.get(event.date) ?? 0) + 1);
  return [...days].map(([date, count]) => ({ date, events: count })).sort((a, b) => (a.date < b.date ? 1 : -1));
}

/** The day before, as ISO. */
export function dayBefore(iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

/** Events newest first, in words that hold the search; of one day in the order they were recorded. */
export function arrangeEvents(events: readonly UnitEvent[], search: string): UnitEvent[] {
  const found = events.filter(({ text, basis }) => matches(`${text.vi} ${text.en} ${basis}`, search));
  return found.map((event, index) => ({ event, index })).sort((a, b) => (a.event.date === b.event.date ? a.index - b.index : a.event.date < b.event.date ? 1 : -1)).map(({ event }) => event);
}

/** The units whose names hold the search, each with those it stands below. */
export function arrangeUnits(units: readonly TreeUnit[], search: string): TreeUnit[] {
  if (search.trim() === '') return [...units];
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const kept = new Set<string>();
  for (const unit of units) {
    if (!matches(`${unit.name.vi} ${unit.name.en}`, search)) continue;
    for (let one: TreeUnit | undefined = unit; one && !kept.has(one.id); one = one.parent === null ? undefined : byId.get(one.parent)) kept.add(one.id);
  }
  return units.filter(({ id }) => kept.has(id));
}

/** Units of both trees by name, once each: what a series can be asked for. */
export function unitsOfBoth(before: readonly TreeUnit[], after: readonly TreeUnit[]): TreeUnit[] {
  const there = new Set(after.map(({ id }) => id));
  return [...after, ...before.filter(({ id }) => !there.has(id))];
}

/** Whether the value is whole and nothing in it is estimated. */
export function isSure({ state, estimated }: SeriesYear): boolean {
  return state === 'given' && !estimated;
}

/** The years as points of a line; a year without one value is a gap. */
export function pointsOf(line: string, years: readonly SeriesYear[]): ChartPoint[] {
  return years.map((one) => ({
    id: `${line}-${one.year}`, year: one.year, value: one.value === null ? null : Number(one.value), broken: false, sure: isSure(one),
  }));
}
