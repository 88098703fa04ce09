import { actingField } from '../../api/acting';
import { ApiProblem, path } from '../../api/client';
import type { Document, Problem } from '../../api/types';

/** Smaller files go in one piece: a line that drops costs no more than a part would. */
export const partSize = 2 * 1024 * 1024;
const longestPause = 15_000;
const mostPauses = 20; // a few minutes without a line

export interface Sending {
  /** What the upload is called at the server; the same name goes on where it ended. */
  upload: string;
  progress: (sent: number) => void;
  /** The line dropped, or is there again. */
  waiting: (waits: boolean) => void;
  signal: AbortSignal;
}

/** 128 random bits: nobody else's upload has the name. */
export function newUpload(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export async function sendFile(file: Blob, name: string, sending: Sending): Promise<Document> {
  if (file.size <= partSize) {
    const target = `${path('documents')}?name=${encodeURIComponent(name)}`;
    return patiently(sending, () => request<Document>('POST', target, file, sending, 0));
  }
  const upload = path('uploads', sending.upload);
  let sent = await patiently(sending, () => received(upload, sending));
  while (sent < file.size) {
    sent = await patiently(sending, () => sendPart(file, upload, sent, sending), async () => {
      sent = await received(upload, sending);
    });
    sending.progress(sent);
  }
  try {
    const end = JSON.stringify({ name, size: file.size });
    return await patiently(sending, () => request<Document>('POST', `${upload}/document`, end, sending));
  } catch (error) {
    // Another try would end alike: it begins anew.
    if (error instanceof ApiProblem && error.code === 'assessment.upload_differs') await forgetUpload(sending.upload);
    throw error;
  }
}

/** What came of it is of no use any more; where this does not get through, the server forgets it in a day. */
export async function forgetUpload(upload: string): Promise<void> {
  const address = path('uploads', upload);
  await fetch(address, { method: 'DELETE', headers: actingField(address, 'DELETE') }).then((answer) => answer.text(), () => '');
}

const received = async (upload: string, sending: Sending) =>
  (await request<{ received: number }>('GET', upload, null, sending)).received;

async function sendPart(file: Blob, upload: string, from: number, sending: Sending): Promise<number> {
  const part = file.slice(from, Math.min(from + partSize, file.size));
  return (await request<{ received: number }>('PUT', `${upload}/bytes/${from}`, part, sending, from)).received;
}

/** Tries again while the line is down, each time a little later; `before` finds out where to go on. */
async function patiently<T>(sending: Sending, once: () => Promise<T>, before: () => Promise<void> = async () => {}): Promise<T> {
  for (let pauses = 0; ; pauses += 1) {
    try {
      if (pauses > 0) await before();
      const done = await once();
      sending.waiting(false);
      return done;
    } catch (error) {
      if (!mayPass(error) || sending.signal.aborted || pauses === mostPauses) throw error;
      sending.waiting(true);
      await pause(Math.min(longestPause, 500 * 2 ** pauses), sending.signal);
    }
  }
}

/** Without a line nothing came back; a part may still hold its upload, or part of it has come. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof ApiProblem)) return false;
  return error.status === 0 || error.status === 503 || ['assessment.upload_busy', 'assessment.upload_moved'].includes(error.code);
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', over);
      window.removeEventListener('online', over);
      resolve();
    };
    const timer = setTimeout(over, milliseconds);
    signal.addEventListener('abort', over);
    window.addEventListener('online', over);
  });
}

/** `fetch` cannot tell how many bytes have gone, so this is an XMLHttpRequest; `before` bytes went in others. */
function request<T>(method: string, target: string, body: Blob | string | null, { upload, progress, signal }: Sending, before?: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const asked = new XMLHttpRequest();
    asked.open(method, target);
    for (const [field, value] of Object.entries(actingField(target, method))) asked.setRequestHeader(field, value);
    if (body !== null) asked.setRequestHeader('Content-Type', typeof body === 'string' ? 'application/json' : 'application/octet-stream');
    // Asked twice, as where only the answer was lost, it is done once.
    if (method === 'POST') asked.setRequestHeader('Idempotency-Key', upload);
    asked.responseType = 'json';
    if (before !== undefined) asked.upload.addEventListener('progress', ({ loaded }) => progress(before + loaded));
    asked.addEventListener('load', () => {
      if (asked.status >= 200 && asked.status < 300) resolve(asked.response as T);
      else reject(problemOf(asked.status, asked.response as Partial<Problem> | null));
    });
    for (const end of ['error', 'abort', 'timeout']) asked.addEventListener(end, () => reject(new ApiProblem(0, 'network', null)));
    signal.addEventListener('abort', () => asked.abort());
    asked.send(body);
  });
}

function problemOf(status: number, body: Partial<Problem> | null): ApiProblem {
  return new ApiProblem(status, body?.code ?? 'unknown', body?.message ?? null);
}
