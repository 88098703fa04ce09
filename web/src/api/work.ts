import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { path, request, requestTagged, written, type Tagged } from './client';
import type { ActDone, ActWanted, AnswersChange, CriterionAnswers, Deadline, FileVersion, Proposal, RoundWork, Step, TakenSheet, UnitWork, Verdict, VerdictWanted, Waiting } from './types';

/** What waits for whoever asks. */
export const workQuery = queryOptions({
  queryKey: ['work'],
  queryFn: ({ signal }) => request<Waiting[]>(path('work'), { signal }),
  staleTime: 0,
});

export const roundWorkQuery = (round: string) =>
  queryOptions({
    queryKey: ['rounds', round, 'work'],
    queryFn: ({ signal }) => request<RoundWork>(path('rounds', round, 'work'), { signal }),
    staleTime: 0,
  });

export const unitWorkQuery = (round: string, unit: string) =>
  queryOptions({
    queryKey: ['rounds', round, 'units', unit, 'work'],
    queryFn: ({ signal }) => request<UnitWork>(path('rounds', round, 'units', unit, 'work'), { signal }),
    staleTime: 0,
  });

export const versionsQuery = (round: string, unit: string) =>
  queryOptions({
    queryKey: ['rounds', round, 'units', unit, 'versions'],
    queryFn: ({ signal }) => request<FileVersion[]>(path('rounds', round, 'units', unit, 'versions'), { signal }),
  });

const answersPath = (round: string, unit: string, criterion: string) => path('rounds', round, 'units', unit, 'answers', criterion);

export function fetchAnswers(round: string, unit: string, criterion: string, signal?: AbortSignal): Promise<Tagged<CriterionAnswers>> {
  return requestTagged<CriterionAnswers>(answersPath(round, unit, criterion), signal && { signal });
}

export const answersQuery = (round: string, unit: string, criterion: string) =>
  queryOptions({
    queryKey: ['rounds', round, 'units', unit, 'answers', criterion],
    queryFn: ({ signal }) => fetchAnswers(round, unit, criterion, signal),
    staleTime: 0,
  });

/** Refused with 412 where other answers stand than those the change rests on. */
export function saveAnswers(round: string, unit: string, criterion: string, change: AnswersChange, etag: string): Promise<Tagged<CriterionAnswers>> {
  return requestTagged<CriterionAnswers>(answersPath(round, unit, criterion), written('PATCH', change, etag ? { 'If-Match': etag } : {}));
}

/** What the unit's report may answer; the same as long as the report is. */
export const proposalsQuery = (round: string, unit: string) =>
  queryOptions({
    queryKey: ['rounds', round, 'units', unit, 'proposals'],
    queryFn: ({ signal }) => request<Proposal[]>(path('rounds', round, 'units', unit, 'proposals'), { signal }),
  });

/** The text of one of the asker's own documents becomes the unit's report. */
export function setReport(round: string, unit: string, document: string): Promise<UnitWork> {
  return request<UnitWork>(path('rounds', round, 'units', unit, 'report'), written('PUT', { document }));
}

export function attachEvidence(round: string, unit: string, document: string, criteria: readonly string[]): Promise<{ position: number }> {
  return request<{ position: number }>(path('rounds', round, 'units', unit, 'evidence'), written('POST', { document, criteria }));
}

export function doRoundAct(round: string, wanted: ActWanted): Promise<RoundWork> {
  return request<RoundWork>(path('rounds', round, 'work', 'acts'), written('POST', wanted));
}

export function doUnitAct(round: string, unit: string, wanted: ActWanted): Promise<ActDone> {
  return request<ActDone>(path('rounds', round, 'units', unit, 'work', 'acts'), written('POST', wanted));
}

export function setDeadline(round: string, step: Step, deadline: Deadline): Promise<RoundWork> {
  return request<RoundWork>(path('rounds', round, 'steps', step), written('PUT', deadline));
}

export function judgeEvidence(round: string, unit: string, position: number, criterion: string, verdict: VerdictWanted): Promise<Verdict> {
  return request<Verdict>(path('rounds', round, 'units', unit, 'evidence', String(position), 'verdicts', criterion), written('PUT', verdict));
}

export const sheetPath = (round: string, unit: string) => path('rounds', round, 'units', unit, 'sheet');

function sendSheet(round: string, unit: string, file: File, query: string): Promise<TakenSheet> {
  return request<TakenSheet>(`${sheetPath(round, unit)}${query}`, { method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body: file });
}

/** What a workbook that came back would change; nothing is kept. */
export const trySheet = (round: string, unit: string, file: File) => sendSheet(round, unit, file, '?dry_run=true');

/** Writes these cells; with none named all of it or nothing. */
export const takeSheet = (round: string, unit: string, file: File, cells: readonly string[]) =>
  sendSheet(round, unit, file, cells.length > 0 ? `?cells=${encodeURIComponent(cells.join(','))}` : '');

/** Points, states and what waits follow what was written; the answers `but` names came with the write itself. */
export async function refreshRound(client: QueryClient, round: string, but?: { unit: string; criterion: string }): Promise<void> {
  const cameAlong = (key: readonly unknown[]) => but !== undefined && key[3] === but.unit && key[4] === 'answers' && key[5] === but.criterion;
  await Promise.all([
    client.invalidateQueries({ predicate: ({ queryKey: key }) => key[0] === 'rounds' && key[1] === round && !cameAlong(key) }),
    client.invalidateQueries({ queryKey: ['work'] }),
  ]);
}
