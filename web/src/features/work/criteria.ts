import type { Criterion, CriterionWork, WorkState, Words } from '../../api/types';
import { matches } from '../../format/fold';

/** The leaves below one heading of the set, as far as they are shown. */
export interface LeafGroup {
  code: string;
  title: Words;
  leaves: CriterionWork[];
}

export type LeafFilter = 'all' | 'unanswered' | WorkState;

export const workStates: readonly WorkState[] = ['drafting', 'handed_in', 'returned', 'appraised', 'objected', 'ruled', 'reviewed'];

export function passes(leaf: CriterionWork, filter: LeafFilter): boolean {
  if (filter === 'all') return true;
  return filter === 'unanswered' ? isUnanswered(leaf) : leaf.state === filter;
}

/** Points come once every answer the rule reads is given. */
export function isUnanswered({ computed }: CriterionWork): boolean {
  return computed === null;
}

/** The filters that leave something, with how much. */
export function filtersOf(leaves: readonly CriterionWork[]): { value: LeafFilter; count: number }[] {
  const all = (['all', 'unanswered', ...workStates] as const).map((value) => ({ value, count: leaves.filter((leaf) => passes(leaf, value)).length }));
  return all.filter(({ value, count }) => value === 'all' || count > 0);
}

/** The leaves that are looked for, under the lowest heading each stands below, in the order of the set. */
export function groupLeaves(tree: readonly Criterion[], leaves: readonly CriterionWork[], filter: LeafFilter, search: string): LeafGroup[] {
  const wanted = new Map(leaves.filter((leaf) => passes(leaf, filter) && matches(`${leaf.code} ${leaf.title.vi} ${leaf.title.en}`, search)).map((leaf) => [leaf.code, leaf]));
  const groups: LeafGroup[] = [];
  const walk = (nodes: readonly Criterion[], heading: Criterion | null) => {
    const own = nodes.flatMap(({ code }) => wanted.get(code) ?? []);
    if (heading && own.length > 0) groups.push({ code: heading.code, title: heading.title, leaves: own });
    for (const node of nodes) walk(node.children, node);
  };
  walk(tree, null);
  return groups;
}

/** The criterion so many places on, in the order shown; null past either end. */
export function neighbour(groups: readonly LeafGroup[], code: string | null, by: 1 | -1): string | null {
  const codes = groups.flatMap(({ leaves }) => leaves.map((leaf) => leaf.code));
  const at = code === null ? -1 : codes.indexOf(code);
  if (at < 0) return codes[by > 0 ? 0 : codes.length - 1] ?? null;
  return codes[at + by] ?? null;
}
