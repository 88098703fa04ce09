import { actingField } from './acting';
import type { Problem, Words } from './types';

/** Fields as a plain list, so that others can be added. */
type Asked = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> };

/** A refused request: the server's own words, or none when it could not be reached. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly words: Words | null;
  /** Of 412, what stands now; null where nothing does. */
  readonly current: unknown;

  constructor(status: number, code: string, words: Words | null, current: unknown = null) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
    this.words = words;
    this.current = current;
  }
}

async function answered(path: string, init: Asked): Promise<Response> {
  const headers = { ...actingField(path, init.method), ...init.headers };
  const response = await fetch(path, { credentials: 'same-origin', ...init, headers }).catch(() => {
    throw new ApiProblem(0, 'network', null);
  });
  if (!response.ok) throw await problemOf(response);
  return response;
}

export async function request<T>(path: string, init: Asked = {}): Promise<T> {
  const response = await answered(path, init);
  return response.status === 204 ? (undefined as T) : ((await response.json()) as T);
}

/** An answer and the version of it, to base a change on. */
export interface Tagged<T> {
  value: T;
  etag: string;
}

export async function requestTagged<T>(path: string, init: Asked = {}): Promise<Tagged<T>> {
  const response = await answered(path, init);
  return { value: (await response.json()) as T, etag: response.headers.get('ETag') ?? '' };
}

/** A write of JSON. */
export function written(method: 'POST' | 'PUT' | 'PATCH', body: unknown, headers: Record<string, string> = {}): Asked {
  return { method, headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

/** The words of a text file. */
export async function requestText(path: string, init: Asked = {}): Promise<string> {
  return (await answered(path, init)).text();
}

/** What a GET is refused with; nothing where it is answered. Reads to the end: a body left unread keeps its connection. */
export async function refusalOf(path: string): Promise<ApiProblem | null> {
  const response = await fetch(path, { credentials: 'same-origin', headers: actingField(path) }).catch(() => null);
  if (!response) return asProblem(null);
  if (!response.ok) return problemOf(response);
  await response.body?.cancel();
  return null;
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const body = (await response.json().catch(() => null)) as Partial<Problem> | null;
  return new ApiProblem(response.status, body?.code ?? 'unknown', body?.message ?? null, body?.current);
}

/** A path whose parts may hold any letter. */
export function path(...parts: string[]): string {
  return `/api/v1/${parts.map(encodeURIComponent).join('/')}`;
}

export function asProblem(error: unknown): ApiProblem {
  return error instanceof ApiProblem ? error : new ApiProblem(0, 'network', null);
}
