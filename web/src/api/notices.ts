import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { path, request, written } from './client';
import type { Colleague, Notice, NoticeBook, NoticeSettings, NoticeSettingsWanted } from './types';

/** How many notices come at once. */
const page = 50;

/** How many are unread: asked anew when the window comes back to the front, and each minute while it is there. */
export const unreadQuery = queryOptions({
  queryKey: ['notices', 'unread'],
  queryFn: async ({ signal }) => (await request<NoticeBook>(`${path('notices')}?unread=true&limit=1`, { signal })).unread,
  staleTime: 10_000,
  refetchInterval: 60_000,
  refetchOnWindowFocus: true,
});

export const noticesQuery = (unread: boolean) =>
  infiniteQueryOptions({
    queryKey: ['notices', 'list', unread],
    queryFn: ({ pageParam, signal }) =>
      request<NoticeBook>(`${path('notices')}?unread=${unread}&limit=${page}${pageParam && `&cursor=${pageParam}`}`, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ notices }: NoticeBook) => (notices.length === page ? notices.at(-1)!.id : undefined),
    staleTime: 0,
  });

export function markNotice(id: string, read: boolean): Promise<Notice> {
  return request<Notice>(path('notices', id), written('PUT', { read }));
}

/** What came since stays unread. */
export function markNotices(upTo: string): Promise<{ unread: number }> {
  return request<{ unread: number }>(path('notices', 'readings'), written('POST', { up_to: upTo }));
}

export function refreshNotices(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: ['notices'] });
}

/** Whom a text about the unit's file may mention. */
export const colleaguesQuery = (round: string, unit: string) =>
  queryOptions({
    queryKey: ['rounds', round, 'units', unit, 'colleagues'],
    queryFn: ({ signal }) => request<Colleague[]>(path('rounds', round, 'units', unit, 'colleagues'), { signal }),
    staleTime: 300_000,
  });

export const noticeSettingsQuery = queryOptions({
  queryKey: ['account', 'notice-settings'],
  queryFn: ({ signal }) => request<NoticeSettings>(path('account', 'notice-settings'), { signal }),
  staleTime: 0,
});

export function setNoticeSettings(wanted: NoticeSettingsWanted): Promise<NoticeSettings> {
  return request<NoticeSettings>(path('account', 'notice-settings'), written('PUT', wanted));
}
