import type { Session } from '../../api/types';

/** Clerks, who see only their own unit, and inspectors; the server has the last word. */
export function mayAcceptFindings({ role }: Session): boolean {
  return role === 'clerk' || role === 'inspector';
}
