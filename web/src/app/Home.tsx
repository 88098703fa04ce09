import { lazy } from 'react';
import { Navigate } from 'react-router';
import { hasWork, useSession } from './session';

const WorkPage = lazy(async () => ({ default: (await import('../features/work/WorkPage')).WorkPage }));

/** The first page: what waits for whoever signed in; the rounds for those for whom nothing can wait. */
export function Home() {
  return hasWork(useSession()) ? <WorkPage /> : <Navigate replace to="/rounds" />;
}
