import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { forBrowser } from '../../api/acting';
import { asProblem, path, request } from '../../api/client';
import type { Document } from '../../api/types';
import { follow, type Sources } from './follow';

const sources: Sources = {
  stream: (id, on) => {
    const events = new EventSource(forBrowser(path('documents', id, 'events')));
    events.addEventListener('state', (event) => on.state(JSON.parse((event as MessageEvent<string>).data) as Document));
    const end = (then: () => void) => () => {
      events.close();
      then();
    };
    events.addEventListener('gone', end(on.gone));
    events.addEventListener('error', end(on.broken));
    return () => events.close();
  },
  ask: (id) =>
    request<Document>(path('documents', id)).catch((error: unknown) => {
      if (asProblem(error).status === 404) return null;
      throw error;
    }),
  after: (milliseconds, then) => {
    const timer = setTimeout(then, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Keeps these documents in the cache as the server says they stand, while the component is shown. */
export function useFollow(ids: readonly string[]): void {
  const client = useQueryClient();
  const key = ids.join(' ');
  useEffect(() => {
    const stops = key === '' ? [] : key.split(' ').map((id) => follow(id, sources, (document) => put(client, id, document)));
    return () => stops.forEach((stop) => stop());
  }, [client, key]);
}

/** Writes what is known of a document into every list and page that shows it. */
function put(client: QueryClient, id: string, document: Document | null): void {
  if (document) client.setQueryData(['documents', id], document);
  client.setQueryData<Document[]>(['documents'], (list) => {
    if (!list) return list;
    return document ? list.map((one) => (one.id === id ? document : one)) : list.filter((one) => one.id !== id);
  });
}
