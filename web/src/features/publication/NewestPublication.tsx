import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from 'react-router';
import { publicationsQuery } from '../../api/publications';
import { useText } from '../../locales/text';
import { Loading, Notice, ProblemNotice } from '../../ui/states';
import { addressOf } from './parts';

/** The way to what holds of a round now. */
export function NewestPublication() {
  const { round = '' } = useParams();
  const { t } = useText();
  const all = useQuery(publicationsQuery);
  if (all.isPending) return <Loading rows={6} />;
  if (all.isError) return <ProblemNotice place="page" error={all.error} retry={() => void all.refetch()} />;
  const newest = all.data.find((one) => one.round === round);
  if (!newest) return <Notice place="page" icon="inbox" title={t('public.empty.title')} text={t('public.empty.text')} />;
  return <Navigate replace to={addressOf(round, newest.number)} />;
}
