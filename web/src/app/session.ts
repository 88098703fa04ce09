import { createContext, use } from 'react';
import type { Session } from '../api/types';

export const SessionContext = createContext<Session | null>(null);

/** The signed-in account; only below Shell, which sends everybody else to the sign-in page. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession outside of Shell');
  return session;
}

/** The log is for inspectors, auditors and, for the own unit's part of it, heads. */
export function seesLog(session: Session): boolean {
  return session.role === 'inspector' || session.role === 'auditor' || session.role === 'head';
}

/** Auditors write nothing; administrators and tip officers see no content of rounds. */
export function keepsDocuments(session: Session): boolean {
  return session.role !== 'auditor' && session.role !== 'administrator' && session.role !== 'tip_officer';
}

/** Clerks and heads work on the one unit they belong to. */
export function hasOneUnit(session: Session): boolean {
  return session.role === 'clerk' || session.role === 'head';
}

/** Whether anything of a round can wait for this account: auditors look on, administrators see no content. */
export function hasWork(session: Session): boolean {
  return session.role !== 'auditor' && session.role !== 'administrator';
}

/** Who sees content of rounds can look through it. */
export function searches(session: Session): boolean {
  return session.role !== 'administrator' && session.role !== 'tip_officer';
}

/** Inspectors and the committee plan rounds; the server says so again. */
export function mayPlan(session: Session): boolean {
  return session.role === 'inspector' || session.role === 'committee';
}
