import type { PublicationChange, PublicationSummary, PublishedCriterion, PublishedUnit } from '../../api/types';

/** In their order, which is newest first. */
export function byRound(all: readonly PublicationSummary[]): PublicationSummary[][] {
  const rounds = new Map<string, PublicationSummary[]>();
  for (const one of all) rounds.set(one.round, [...(rounds.get(one.round) ?? []), one]);
  return [...rounds.values()];
}

export interface KindGroup {
  kind: PublishedUnit['kind'];
  units: PublishedUnit[];
}

/** The units of each kind by their rank; those without one last, in the round's order. */
export function byKind(units: readonly PublishedUnit[]): KindGroup[] {
  const groups: KindGroup[] = [];
  for (const unit of units) {
    const known = groups.find(({ kind }) => kind === unit.kind);
    if (known) known.units.push(unit);
    else groups.push({ kind: unit.kind, units: [unit] });
  }
  for (const { units: some } of groups) some.sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0);
  return groups;
}

/** How many groups a criterion stands in; the whole set stands in none. */
export function depthOf(one: PublishedCriterion, all: readonly PublishedCriterion[]): number {
  const above = one.above === null ? undefined : all.find(({ code }) => code === one.above);
  return above ? depthOf(above, all) + 1 : 0;
}

/** The groups at the top of the set. */
export function partsOf(all: readonly PublishedCriterion[]): PublishedCriterion[] {
  return all.filter(({ code, above }) => code !== null && above === null);
}

export interface ChangeGroup {
  key: string;
  of: PublicationChange['of'];
  id: string | null;
  title: PublicationChange['title'];
  changes: PublicationChange[];
}

/** What changed, together for each criterion and unit. */
export function byThing(changes: readonly PublicationChange[]): ChangeGroup[] {
  const groups = new Map<string, ChangeGroup>();
  for (const one of changes) {
    const key = `${one.of} ${one.id ?? ''}`;
    const group = groups.get(key) ?? { key, of: one.of, id: one.id, title: one.title, changes: [] };
    group.changes.push(one);
    groups.set(key, group);
  }
  return [...groups.values()];
}
