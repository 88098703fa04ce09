import { ApiProblem, path } from '../../api/client';
import type { Document, Problem } from '../../api/types';

/** Sends a file; `fetch` cannot tell how many bytes have gone, so this is an XMLHttpRequest. */
export function sendFile(file: Blob, name: string, progress: (sent: number) => void, signal: AbortSignal): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${path('documents')}?name=${encodeURIComponent(name)}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded }) => progress(loaded));
    request.addEventListener('load', () => {
      if (request.status === 202) resolve(request.response as Document);
      else reject(problemOf(request.status, request.response as Partial<Problem> | null));
    });
    for (const end of ['error', 'abort', 'timeout']) request.addEventListener(end, () => reject(new ApiProblem(0, 'network', null)));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function problemOf(status: number, body: Partial<Problem> | null): ApiProblem {
  return new ApiProblem(status, body?.code ?? 'unknown', body?.message ?? null);
}
