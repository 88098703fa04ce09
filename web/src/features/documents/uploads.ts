import type { Words } from '../../api/types';

/** The server takes no larger file. */
export const largestFile = 64 * 1024 * 1024;

/** What the server reads, for the file dialogue; what a file really is, the server tells from its content. */
export const accepted = '.txt,.docx,.odt,.xlsx,.ods,.html,.htm,.pdf,.png,.jpg,.jpeg,.tif,.tiff';

/** A file on its way to the server. */
export interface Upload {
  key: number;
  name: string;
  bytes: number;
  sent: number;
  /** The line is down; it goes on by itself. */
  waiting: boolean;
  state: 'queued' | 'sending' | 'failed';
  /** Why it failed: a text of the page, or the server's words. */
  refusal: Refusal | null;
}

export type Refusal = 'documents.too_large' | 'documents.empty_file' | 'problem.network.title' | Words;

export type Change =
  | { kind: 'add'; uploads: Upload[] }
  | { kind: 'send'; key: number }
  | { kind: 'progress'; key: number; sent: number }
  | { kind: 'wait'; key: number; waiting: boolean }
  | { kind: 'fail'; key: number; refusal: Refusal }
  | { kind: 'again'; key: number }
  | { kind: 'drop'; key: number };

export function uploadOf(key: number, { name, size }: { name: string; size: number }): Upload {
  const refusal = size > largestFile ? 'documents.too_large' : size === 0 ? 'documents.empty_file' : null;
  return { key, name, bytes: size, sent: 0, waiting: false, state: refusal ? 'failed' : 'queued', refusal };
}

export function changed(uploads: readonly Upload[], change: Change): readonly Upload[] {
  if (change.kind === 'add') return [...uploads, ...change.uploads];
  if (change.kind === 'drop') return uploads.filter(({ key }) => key !== change.key);
  return uploads.map((upload) => (upload.key === change.key ? after(upload, change) : upload));
}

function after(upload: Upload, change: Exclude<Change, { kind: 'add' | 'drop' }>): Upload {
  switch (change.kind) {
    case 'send':
      return { ...upload, state: 'sending' };
    case 'progress':
      return { ...upload, sent: Math.min(upload.bytes, change.sent) };
    case 'wait':
      return upload.waiting === change.waiting ? upload : { ...upload, waiting: change.waiting };
    case 'fail':
      return { ...upload, waiting: false, state: 'failed', refusal: change.refusal };
    case 'again':
      return { ...upload, state: 'queued', sent: 0, refusal: null };
  }
}

/** The next to send: one at a time, so that the first is there soonest. */
export function nextToSend(uploads: readonly Upload[]): Upload | undefined {
  return uploads.some(({ state }) => state === 'sending') ? undefined : uploads.find(({ state }) => state === 'queued');
}

/** Whether trying again can help: a file that is too large stays so. */
export function mayTryAgain({ refusal }: Upload): boolean {
  return refusal !== null && refusal !== 'documents.too_large' && refusal !== 'documents.empty_file';
}
