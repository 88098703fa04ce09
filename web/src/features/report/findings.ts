import type { Severity } from '../../api/types';
import type { MarkOf } from './marks';

export type FindingMark = MarkOf<'finding'>;
export type Standing = 'open' | 'accepted' | 'all';
export type SeverityFilter = Severity | 'any';

export const severities: readonly Severity[] = ['error', 'warning', 'note'];

export interface FindingFilter {
  standing: Standing;
  severity: SeverityFilter;
}

/** The findings that pass; `always` is the one being read, which stays though it may have been accepted just now. */
export function filterFindings(marks: readonly FindingMark[], accepted: ReadonlySet<string>, filter: FindingFilter, always: string | null): FindingMark[] {
  return marks.filter((mark) => mark.id === always || (standsAs(mark, accepted, filter.standing) && (filter.severity === 'any' || mark.value.severity === filter.severity)));
}

export function standsAs(mark: FindingMark, accepted: ReadonlySet<string>, standing: Standing): boolean {
  return standing === 'all' || accepted.has(mark.value.id) === (standing === 'accepted');
}

export function countBySeverity(marks: readonly FindingMark[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { value } of marks) counts[value.severity] += 1;
  return counts;
}
