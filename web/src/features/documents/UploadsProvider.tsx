import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useCallback, useEffect, useMemo, useReducer, useRef, type ReactNode } from 'react';
import { asProblem } from '../../api/client';
import type { Document } from '../../api/types';
import { forgetUpload, newUpload, sendFile } from './send';
import { changed, nextToSend, uploadOf, type Upload } from './uploads';

interface Uploads {
  uploads: readonly Upload[];
  add: (files: readonly File[]) => void;
  again: (key: number) => void;
  /** Stops sending it, or forgets that it failed. */
  drop: (key: number) => void;
}

const UploadsContext = createContext<Uploads | null>(null);

export function useUploads(): Uploads {
  const uploads = use(UploadsContext);
  if (!uploads) throw new Error('useUploads outside of UploadsProvider');
  return uploads;
}

/** Sends files while one goes on working elsewhere; stands above the pages, so that none takes it along when it goes. */
export function UploadsProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [uploads, change] = useReducer(changed, []);
  const files = useRef(new Map<number, File>());
  const names = useRef(new Map<number, string>()); // a file sent again goes on where it ended
  const sending = useRef(new Map<number, AbortController>());
  const lastKey = useRef(0);

  const next = nextToSend(uploads)?.key;
  useEffect(() => {
    const file = next === undefined ? undefined : files.current.get(next);
    if (next === undefined || !file || sending.current.has(next)) return;
    const abort = new AbortController();
    sending.current.set(next, abort);
    change({ kind: 'send', key: next });
    const upload = names.current.get(next) ?? newUpload();
    names.current.set(next, upload);
    const progress = (sent: number) => change({ kind: 'progress', key: next, sent });
    const waiting = (waits: boolean) => change({ kind: 'wait', key: next, waiting: waits });
    sendFile(file, file.name, { upload, progress, waiting, signal: abort.signal })
      .then((document) => {
        client.setQueryData<Document[]>(['documents'], (list) => [document, ...(list ?? []).filter(({ id }) => id !== document.id)]);
        void client.invalidateQueries({ queryKey: ['documents'], exact: true });
        change({ kind: 'drop', key: next });
      }, (error: unknown) => {
        if (!abort.signal.aborted) change({ kind: 'fail', key: next, refusal: asProblem(error).words ?? 'problem.network.title' });
      })
      .finally(() => sending.current.delete(next));
  }, [next, client]);

  useWarning(uploads.some(({ state }) => state !== 'failed'));
  const add = useCallback((chosen: readonly File[]) => {
    const made = chosen.map((file) => {
      lastKey.current += 1;
      files.current.set(lastKey.current, file);
      return uploadOf(lastKey.current, file);
    });
    change({ kind: 'add', uploads: made });
  }, []);
  const again = useCallback((key: number) => change({ kind: 'again', key }), []);
  const drop = useCallback((key: number) => {
    sending.current.get(key)?.abort();
    files.current.delete(key);
    const upload = names.current.get(key);
    if (upload !== undefined) void forgetUpload(upload);
    names.current.delete(key);
    change({ kind: 'drop', key });
  }, []);
  const value = useMemo(() => ({ uploads, add, again, drop }), [uploads, add, again, drop]);
  return <UploadsContext value={value}>{children}</UploadsContext>;
}

/** Closing the window would lose what is on its way: the browser asks first. */
function useWarning(sending: boolean): void {
  useEffect(() => {
    if (!sending) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [sending]);
}
