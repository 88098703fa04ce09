import { infiniteQueryOptions, QueryClient, queryOptions } from '@tanstack/react-query';
import { forgetActing } from './acting';
import { asProblem, path, request, requestText } from './client';
import type { Acceptance, Advice, AnswerChange, Assessment, BestSteps, BestStepsRequest, Box, Bytes, Document, DocumentReport, Explanation, LogPage, LogState, PastSet, Ranks, Report, Round, Series, Session, Trend, UnitSummary, UnitTree, WhatIf } from './types';

/** Refusals are answers: only an unreachable or failing server is asked again. */
function mayRetry(count: number, error: Error): boolean {
  const { status } = asProblem(error);
  return count < 1 && (status === 0 || status >= 500);
}

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { staleTime: 60_000, retry: mayRetry, refetchOnWindowFocus: false, networkMode: 'always' } },
  });
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => request<Session>(path('session'), { signal }),
  staleTime: Infinity,
});

export const roundsQuery = queryOptions({
  queryKey: ['rounds'],
  queryFn: ({ signal }) => request<Round[]>(path('rounds'), { signal }),
});

/** The sets a round stood on before the present one. */
export const pastSetsQuery = (round: string) =>
  queryOptions({
    queryKey: ['rounds', round, 'past-sets'],
    queryFn: ({ signal }) => request<PastSet[]>(path('rounds', round, 'past-sets'), { signal }),
  });

export const unitsQuery = (round: string) =>
  queryOptions({
    queryKey: ['rounds', round, 'units'],
    queryFn: ({ signal }) => request<UnitSummary[]>(path('rounds', round, 'units'), { signal }),
  });

export const assessmentQuery = (round: string, unit: string) =>
  queryOptions({
    queryKey: ['rounds', round, 'units', unit, 'assessment'],
    queryFn: ({ signal }) => request<Assessment>(path('rounds', round, 'units', unit, 'assessment'), { signal }),
  });

export const explanationQuery = (round: string, unit: string, criterion: string) =>
  queryOptions({
    queryKey: ['rounds', round, 'units', unit, 'criteria', criterion],
    queryFn: ({ signal }) =>
      request<Explanation>(path('rounds', round, 'units', unit, 'criteria', criterion), { signal }),
  });

export const adviceQuery = (round: string, unit: string) =>
  queryOptions({
    queryKey: ['rounds', round, 'units', unit, 'advice'],
    queryFn: ({ signal }) => request<Advice>(path('rounds', round, 'units', unit, 'advice'), { signal }),
  });

/** A question with a body: what it asks is its key. Nothing is stored by asking. */
function asked<T>(address: string, body: unknown, signal: AbortSignal): Promise<T> {
  return request<T>(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body), signal });
}

export const whatIfQuery = (round: string, unit: string, changes: readonly AnswerChange[]) =>
  queryOptions({
    queryKey: ['rounds', round, 'units', unit, 'what-if', changes],
    queryFn: ({ signal }) => asked<WhatIf>(path('rounds', round, 'units', unit, 'what-if'), { changes }, signal),
  });

export const bestStepsQuery = (round: string, unit: string, question: BestStepsRequest) =>
  queryOptions({
    queryKey: ['rounds', round, 'units', unit, 'best-steps', question],
    queryFn: ({ signal }) => asked<BestSteps>(path('rounds', round, 'units', unit, 'best-steps'), question, signal),
  });

export const ranksQuery = (round: string, bounds: number) =>
  queryOptions({
    queryKey: ['rounds', round, 'ranks', bounds],
    queryFn: ({ signal }) => request<Ranks>(`${path('rounds', round, 'ranks')}?bounds=${bounds}`, { signal }),
  });

/** The log page by page, newest first; `query` is what it is narrowed to. */
export const logQuery = (query: string) =>
  infiniteQueryOptions({
    queryKey: ['log', query],
    queryFn: ({ signal, pageParam }) => {
      const cursor = pageParam === null ? '' : `cursor=${pageParam}`;
      const asked = [query, cursor].filter((part) => part !== '').join('&');
      return request<LogPage>(`${path('ledger')}${asked && `?${asked}`}`, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });

/** Asked again while the server is still going over the chain. */
export const logStateQuery = queryOptions({
  queryKey: ['log', 'state'],
  queryFn: ({ signal }) => request<LogState>(path('ledger', 'state'), { signal }),
  staleTime: 0,
  refetchInterval: ({ state }) => (state.data && !state.data.problem && state.data.verified_to < state.data.entries ? 1000 : false),
});

/** The units of a day, ISO, with every event ever recorded. */
export const unitTreeQuery = (on: string) =>
  queryOptions({
    queryKey: ['history', 'units', on],
    queryFn: ({ signal }) => request<UnitTree>(`${path('history', 'units')}?on=${encodeURIComponent(on)}`, { signal }),
  });

export interface SeriesQuestion {
  item: string;
  of: string | null;
  unit: string;
  /** The day whose units count, ISO. */
  tree: string;
  /** The year to open into its parts. */
  explain?: number;
}

export const seriesQuery = (question: SeriesQuestion) =>
  queryOptions({
    queryKey: ['series', question],
    queryFn: ({ signal }) => {
      const { item, of, unit, tree, explain } = question;
      const asked = new URLSearchParams({ item, unit, tree, ...(of ? { of } : {}), ...(explain === undefined ? {} : { explain: String(explain) }) });
      return request<Series>(`${path('series')}?${asked}`, { signal });
    },
  });

export const trendQuery = queryOptions({
  queryKey: ['trend'],
  queryFn: ({ signal }) => request<Trend>(path('trend'), { signal }),
});

export const reportQuery = (report: string) =>
  queryOptions({
    queryKey: ['reports', report],
    queryFn: ({ signal }) => request<Report>(path('reports', report), { signal }),
  });

export function signOut(): Promise<void> {
  forgetActing();
  return request<void>(path('session'), { method: 'DELETE' });
}

/** Where a text with a reading lives: handed in for a round, or uploaded by oneself. */
export interface ReportSource {
  kind: 'reports' | 'documents';
  id: string;
}

export const documentsQuery = queryOptions({
  queryKey: ['documents'],
  queryFn: ({ signal }) => request<Document[]>(path('documents'), { signal }),
  staleTime: 0,
});

export const documentQuery = (document: string) =>
  queryOptions({
    queryKey: ['documents', document],
    queryFn: ({ signal }) => request<Document>(path('documents', document), { signal }),
    staleTime: 0,
  });

export const documentReportQuery = (document: string) =>
  queryOptions({
    queryKey: ['documents', document, 'report'],
    queryFn: ({ signal }) => request<DocumentReport>(path('documents', document, 'report'), { signal }),
  });

/** Where the bytes stand on a page of the file. */
export const boxesQuery = (document: string, page: number, bytes: Bytes) =>
  queryOptions({
    queryKey: ['documents', document, 'boxes', page, bytes[0], bytes[1]],
    queryFn: async ({ signal }) => {
      const address = `${path('documents', document, 'pages', String(page), 'boxes')}?bytes=${bytes[0]},${bytes[1]}`;
      return (await request<{ boxes: Box[] }>(address, { signal })).boxes;
    },
    staleTime: Infinity,
  });

export function deleteDocument(document: string): Promise<void> {
  return request<void>(path('documents', document), { method: 'DELETE' });
}

/** What a change rests on: the acceptance that was seen, or that none was. */
function seen(acceptance: Acceptance | null): Record<string, string> {
  return acceptance ? { 'If-Match': acceptance.etag } : { 'If-None-Match': '*' };
}

/** Refused with 412 where another acceptance stands than the one seen. */
export function acceptFinding({ kind, id }: ReportSource, finding: string, reason: string, before: Acceptance | null): Promise<Acceptance> {
  const headers = { 'Content-Type': 'application/json', ...seen(before) };
  return request<Acceptance>(path(kind, id, 'findings', finding, 'acceptance'), { method: 'PUT', headers, body: JSON.stringify({ reason }) });
}

export function withdrawAcceptance({ kind, id }: ReportSource, acceptance: Acceptance): Promise<void> {
  return request<void>(path(kind, id, 'findings', acceptance.finding, 'acceptance'), { method: 'DELETE', headers: seen(acceptance) });
}

/** The query that holds the answer with this source's acceptances. */
export function keyOf({ kind, id }: ReportSource): string[] {
  return kind === 'reports' ? ['reports', id] : ['documents', id, 'report'];
}

/** A text file of the annex. */
export const evidenceTextQuery = ({ kind, id }: ReportSource, index: number) =>
  queryOptions({
    queryKey: [kind, id, 'evidence', index, 'text'],
    queryFn: ({ signal }) => requestText(path(kind, id, 'evidence', String(index), 'file'), { signal }),
  });
