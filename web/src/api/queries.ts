import { QueryClient, queryOptions } from '@tanstack/react-query';
import { asProblem, path, request } from './client';
import type { Assessment, Credentials, Explanation, Reading, Report, Round, Session, UnitSummary } from './types';

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

export const reportQuery = (report: string) =>
  queryOptions({
    queryKey: ['reports', report],
    queryFn: ({ signal }) => request<Report>(path('reports', report), { signal }),
  });

export function signIn(credentials: Credentials): Promise<Session> {
  const headers = { 'Content-Type': 'application/json' };
  return request<Session>(path('session'), { method: 'POST', headers, body: JSON.stringify(credentials) });
}

export function signOut(): Promise<void> {
  return request<void>(path('session'), { method: 'DELETE' });
}

export function readText(text: string): Promise<Reading> {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8' };
  return request<Reading>(path('readings'), { method: 'POST', headers, body: text });
}
