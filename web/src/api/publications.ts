import { queryOptions } from '@tanstack/react-query';
import { path, request, written } from './client';
import type { ActWanted, PublicationChanges, PublicationSummary, Published, PublishedDocument, RoundWork } from './types';

/** What was published, newest first. */
export const publicationsQuery = queryOptions({
  queryKey: ['publications'],
  queryFn: ({ signal }) => request<PublicationSummary[]>(path('publications'), { signal }),
});

export const publicationPath = (round: string, number: number) => path('publications', round, String(number));

/** The document as it was frozen: the same for good. */
export const publicationQuery = (round: string, number: number) =>
  queryOptions({
    queryKey: ['publications', round, number],
    queryFn: ({ signal }) => request<PublishedDocument>(publicationPath(round, number), { signal }),
    staleTime: Infinity,
  });

export const publicationChangesQuery = (round: string, number: number) =>
  queryOptions({
    queryKey: ['publications', round, number, 'changes'],
    queryFn: ({ signal }) => request<PublicationChanges>(`${publicationPath(round, number)}/changes`, { signal }),
    staleTime: Infinity,
  });

/** What an act would publish; nothing of it is kept. */
export const previewQuery = (round: string, wanted: ActWanted) =>
  queryOptions({
    // Apart from the round's keys: what was just published is not tried again.
    queryKey: ['preview', round, wanted.act],
    queryFn: async ({ signal }): Promise<Published> => {
      const tried = await request<RoundWork>(`${path('rounds', round, 'work', 'acts')}?dry_run=true`, { ...written('POST', wanted), signal });
      return tried.publication!;
    },
    staleTime: 0,
    gcTime: 0,
  });
