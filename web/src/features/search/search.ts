import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { path, request } from '../../api/client';
import type { Hit, SearchAnswer } from '../../api/types';
import { placeInReport } from '../report/place';

export const hitKinds = ['unit', 'criterion', 'evidence', 'report', 'document'] as const;
export type HitKind = (typeof hitKinds)[number];

/** What is asked once somebody stops typing: too little finds everything. */
export function isWorthAsking(typed: string): boolean {
  return typed.trim().length >= 2;
}

function address(typed: string, more: Record<string, string>): string {
  return `${path('search')}?${new URLSearchParams({ q: typed, ...more }).toString()}`;
}

/** The first of what is found, for the box. */
export const firstHitsQuery = (typed: string) =>
  queryOptions({
    queryKey: ['search', typed, 'first'],
    queryFn: ({ signal }) => request<SearchAnswer>(address(typed, { limit: '8' }), { signal }),
    enabled: isWorthAsking(typed),
    placeholderData: keepPreviousData,
  });

/** All of a kind, a page at a time. */
export const hitsQuery = (typed: string, kind: HitKind) =>
  infiniteQueryOptions({
    queryKey: ['search', typed, kind],
    queryFn: ({ signal, pageParam }) => request<SearchAnswer>(address(typed, { kind, limit: '50', ...(pageParam ? { cursor: pageParam } : {}) }), { signal }),
    initialPageParam: '',
    getNextPageParam: (last, pages) => {
      const shown = pages.reduce((all, { hits }) => all + hits.length, 0);
      const end = last.hits.at(-1);
      return end && shown < last.counts[kind] ? `${kind}:${end.id}` : undefined;
    },
    enabled: isWorthAsking(typed),
  });

/** Where what was found stands; a criterion by itself is shown of the asker's own unit. */
export function placeOfHit(hit: Hit, round: string | null, own: string): string {
  const unit = `/rounds/${encodeURIComponent(round ?? '')}/units/${encodeURIComponent(hit.unit?.id ?? own)}`;
  if (hit.kind === 'document') return `/documents/${encodeURIComponent(hit.id)}`;
  if (hit.kind === 'report' && hit.report && hit.bytes) return placeInReport(hit.report, hit.bytes);
  return hit.criterion === null ? unit : `${unit}?criterion=${encodeURIComponent(hit.criterion)}`;
}
