import { queryOptions } from '@tanstack/react-query';
import { path, request, requestTagged, written, type Tagged } from './client';
import type { Assignment, Assignments, RoundPlan, RoundPlanned, RoundTask, RoundWanted, ShippedSets, TaskWanted } from './types';

export const shippedSetsQuery = queryOptions({
  queryKey: ['indicator-sets'],
  queryFn: ({ signal }) => request<ShippedSets>(path('indicator-sets'), { signal }),
});

export const roundPlanQuery = (round: string) =>
  queryOptions({
    queryKey: ['rounds', round, 'plan'],
    queryFn: ({ signal }) => request<RoundPlan>(path('rounds', round, 'plan'), { signal }),
    staleTime: 0,
  });

export const assignmentsQuery = (round: string, unit: string) =>
  queryOptions({
    queryKey: ['rounds', round, 'units', unit, 'assignments'],
    queryFn: ({ signal }) => requestTagged<Assignments>(assignmentsPath(round, unit), { signal }),
    staleTime: 0,
  });

const assignmentsPath = (round: string, unit: string) => path('rounds', round, 'units', unit, 'assignments');

/** With `try` nothing is kept: what would be planned. */
export function planRound(wanted: RoundWanted, how: 'try' | 'keep'): Promise<RoundPlanned> {
  return request<RoundPlanned>(`${path('rounds')}${how === 'try' ? '?dry_run=true' : ''}`, written('POST', wanted));
}

export function addTask(round: string, task: TaskWanted): Promise<RoundTask> {
  return request<RoundTask>(path('rounds', round, 'tasks'), written('POST', task));
}

export function changeTask(round: string, id: string, task: TaskWanted): Promise<RoundTask> {
  return request<RoundTask>(path('rounds', round, 'tasks', id), written('PUT', task));
}

export function assignCriteria(round: string, unit: string, assignments: readonly Assignment[], etag: string): Promise<Tagged<Assignments>> {
  return requestTagged<Assignments>(assignmentsPath(round, unit), written('PUT', { assignments }, etag ? { 'If-Match': etag } : {}));
}
