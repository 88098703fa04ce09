import type { DelegationWish, Official, Session } from '../../api/types';

export interface Draft {
  /** An account; one's own office where empty. */
  principal: string;
  delegate: string;
  from: string;
  to: string;
  reason: string;
  document: string;
}

/** The same list as in the server's access table. */
export function mayDelegate(role: Session['role']): boolean {
  return ['clerk', 'head', 'inspector', 'committee', 'reviewer'].includes(role);
}

/** Nobody acts for himself. */
export function delegatesFor(delegates: readonly Official[], principal: string): Official[] {
  return delegates.filter(({ account }) => account !== principal);
}

/** What is to be sent; null as long as something is missing that must be there. */
export function wishOf(draft: Draft): DelegationWish | null {
  const [principal, delegate, reason, document] = [draft.principal, draft.delegate, draft.reason, draft.document].map((text) => text.trim());
  if (!delegate || !reason || reason.length < 3 || draft.from === '' || draft.to === '') return null;
  return { delegate, from: draft.from, to: draft.to, reason, ...(principal ? { principal } : {}), ...(document ? { document } : {}) };
}
