import type { Criterion } from '../../api/types';

/** A row of the opened tree. */
export interface Row {
  criterion: Criterion;
  level: number;
}

export function isGroup(criterion: Criterion): boolean {
  return criterion.children.length > 0;
}

/** The rows to show: a group's children only while the group is open. */
export function openRows(criteria: readonly Criterion[], open: ReadonlySet<string>, level = 0): Row[] {
  return criteria.flatMap((criterion) => [
    { criterion, level },
    ...(open.has(criterion.code) ? openRows(criterion.children, open, level + 1) : []),
  ]);
}

export function groupCodes(criteria: readonly Criterion[]): string[] {
  return criteria.filter(isGroup).flatMap((group) => [group.code, ...groupCodes(group.children)]);
}

/** Whether any points in the tree are assumed, so that a legend is due. */
export function hasAssumed(criteria: readonly Criterion[]): boolean {
  return criteria.some((criterion) => criterion.provenance === 'assumed' || hasAssumed(criterion.children));
}
