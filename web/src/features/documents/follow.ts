import type { Document } from '../../api/types';

/** Where news of a document come from; in tests, no network and no clock. */
export interface Sources {
  /** Opens a stream of news; gives back how to close it. After `broken` or `gone` nothing more comes. */
  stream: (id: string, on: { state: (document: Document) => void; gone: () => void; broken: () => void }) => () => void;
  /** Asks once; null where the document no longer exists. A rejected promise means that nobody answered. */
  ask: (id: string) => Promise<Document | null>;
  /** Calls back after so many milliseconds; gives back how to prevent it. */
  after: (milliseconds: number, then: () => void) => () => void;
}

/** Milliseconds between two questions where no stream holds: soon at first, then less and less often. */
export const pauses = [1000, 2000, 4000, 8000] as const;

export function isFinished({ state }: Pick<Document, 'state'>): boolean {
  return state === 'done' || state === 'failed';
}

/**
 * Tells every change of a document until it is finished or gone (null): from a stream, and by asking where the stream
 * breaks. Gives back how to stop.
 */
export function follow(id: string, sources: Sources, tell: (document: Document | null) => void): () => void {
  let stopped = false;
  let release = () => {};
  const stop = () => {
    stopped = true;
    release();
  };
  const hear = (document: Document | null) => {
    if (stopped) return;
    if (document === null || isFinished(document)) stop();
    tell(document);
  };
  const askAfter = (turn: number) => {
    release = sources.after(pauses[Math.min(turn, pauses.length - 1)]!, () => {
      sources.ask(id).then(hear, () => {}).then(() => {
        if (!stopped) askAfter(turn + 1);
      });
    });
  };
  const close = sources.stream(id, {
    state: hear,
    gone: () => hear(null),
    broken: () => {
      if (!stopped) askAfter(0);
    },
  });
  if (stopped) close();
  else release = close;
  return stop;
}

/** The documents to hold a stream for: the oldest that are not finished. The server reads them in that order. */
export function toFollow(documents: readonly Document[], streams: number): string[] {
  const pending = documents.filter((document) => !isFinished(document));
  return pending.sort((a, b) => a.created_at.localeCompare(b.created_at)).slice(0, streams).map(({ id }) => id);
}
