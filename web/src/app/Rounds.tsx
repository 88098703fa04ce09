import { useQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import { roundsQuery } from '../api/queries';
import { useText } from '../locales/text';
import { Loading, Notice, ProblemNotice } from '../ui/states';
import { hasOneUnit, useSession } from './session';

/** The newest round, or in it the one unit of those who have only one. */
export function Rounds() {
  const { t } = useText();
  const session = useSession();
  const rounds = useQuery(roundsQuery);
  if (rounds.isPending) return <Loading />;
  if (rounds.isError) return <ProblemNotice place="page" error={rounds.error} retry={() => void rounds.refetch()} />;
  const newest = rounds.data[0];
  if (!newest) return <Notice place="page" icon="inbox" title={t('rounds.none.title')} text={t('rounds.none.text')} />;
  const round = `/rounds/${encodeURIComponent(newest.id)}`;
  return <Navigate replace to={hasOneUnit(session) ? `${round}/units/${encodeURIComponent(session.unit.id)}` : round} />;
}
