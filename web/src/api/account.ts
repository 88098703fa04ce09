import { queryOptions } from '@tanstack/react-query';
import { forgetActing } from './acting';
import { path, request } from './client';
import type { ApiToken, Credentials, Delegation, DelegationBook, DelegationWish, Enrolment, NewApiToken, OpenidReturn, OwnSession, SecondStep, SecondStepWanted, Session, SignInWays, TokenWish } from './types';

function send<T>(method: 'POST' | 'PUT', address: string, body: unknown): Promise<T> {
  return request<T>(address, { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
}

const own = (...rest: string[]) => path('account', ...rest);

export function signIn(credentials: Credentials): Promise<Session | SecondStepWanted> {
  forgetActing();
  return send('POST', path('session'), credentials);
}

export function passSecondStep(code: string): Promise<Session> {
  return send('POST', path('session', 'second-step'), { code });
}

export const signInWaysQuery = queryOptions({
  queryKey: ['session', 'ways'],
  queryFn: ({ signal }) => request<SignInWays>(path('session', 'ways'), { signal }),
  staleTime: Infinity,
});

/** Where the browser goes to sign in at the province's provider. */
export async function beginOpenid(): Promise<string> {
  return (await request<{ address: string }>(path('session', 'openid'), { method: 'POST' })).address;
}

export function finishOpenid(back: OpenidReturn): Promise<Session> {
  forgetActing();
  return send('PUT', path('session', 'openid'), back);
}

export function changePassword(change: { before: string; after: string }): Promise<void> {
  return send('PUT', own('password'), change);
}

export const secondStepQuery = queryOptions({
  queryKey: ['account', 'second-step'],
  queryFn: ({ signal }) => request<SecondStep>(own('second-step'), { signal }),
});

export function beginSecondStep(password: string): Promise<Enrolment> {
  return send('POST', own('second-step'), { password });
}

export async function confirmSecondStep(code: string): Promise<string[]> {
  return (await send<{ recovery_codes: string[] }>('PUT', own('second-step'), { code })).recovery_codes;
}

export function removeSecondStep(proof: { password: string; code: string }): Promise<void> {
  return send('POST', own('second-step', 'removal'), proof);
}

export const ownSessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: ({ signal }) => request<OwnSession[]>(own('sessions'), { signal }),
  staleTime: 0,
});

/** One session, or where none is named all but this one. */
export function endSession(session?: string): Promise<void> {
  return request<void>(session === undefined ? own('sessions') : own('sessions', session), { method: 'DELETE' });
}

export const tokensQuery = queryOptions({
  queryKey: ['account', 'tokens'],
  queryFn: ({ signal }) => request<ApiToken[]>(own('tokens'), { signal }),
  staleTime: 0,
});

export function makeToken(wish: TokenWish): Promise<NewApiToken> {
  return send('POST', own('tokens'), wish);
}

export function revokeToken(token: string): Promise<void> {
  return request<void>(own('tokens', token), { method: 'DELETE' });
}

export const delegationsQuery = queryOptions({
  queryKey: ['account', 'delegations'],
  queryFn: ({ signal }) => request<DelegationBook>(own('delegations'), { signal }),
  staleTime: 0,
});

export function addDelegation(wish: DelegationWish): Promise<Delegation> {
  return send('POST', own('delegations'), wish);
}

export function endDelegation(delegation: string): Promise<void> {
  return request<void>(own('delegations', delegation), { method: 'DELETE' });
}
