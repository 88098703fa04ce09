import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Navigate, useParams, useSearchParams } from 'react-router';
import { ranksQuery, roundsQuery } from '../../api/queries';
import { hasOneUnit, useSession } from '../../app/session';
import { useText } from '../../locales/text';
import { Export } from '../../ui/Export';
import { Loading, Notice, ProblemNotice } from '../../ui/states';
import { useRested } from '../../ui/rested';
import { useTitle } from '../../ui/title';
import { RoundHead } from '../rounds/RoundHead';
import { boundsOf, mostBounds } from './bounds';
import { RankTable } from './RankTable';
import './ranks.css';

/** Ranks of the units kind by kind, and how far each could move with the points that are only assumed. */
export function RanksPage() {
  const { round = '' } = useParams();
  const { t, words } = useText();
  const session = useSession();
  const rounds = useQuery(roundsQuery);
  const current = rounds.data?.find(({ id }) => id === round);
  useTitle(current && `${t('round.view.ranks')} – ${words(current.title)}`);
  if (hasOneUnit(session)) return <Navigate replace to={`/rounds/${encodeURIComponent(round)}/units/${encodeURIComponent(session.unit.id)}`} />;
  if (rounds.isPending) return <Loading rows={10} />;
  if (rounds.isError) return <ProblemNotice place="page" error={rounds.error} retry={() => void rounds.refetch()} />;
  return (
    <>
      {current && <RoundHead round={current} rounds={rounds.data} view="ranks" />}
      <Ranks round={round} place={current ? 'panel' : 'page'} />
    </>
  );
}

function Ranks({ round, place }: { round: string; place: 'panel' | 'page' }) {
  const { t } = useText();
  const [search, setSearch] = useSearchParams();
  const bounds = boundsOf(search.get('bounds'));
  const ranks = useQuery({ ...ranksQuery(round, useRested(bounds, 250)), placeholderData: keepPreviousData });
  if (ranks.isPending) return <Loading rows={12} />;
  if (ranks.isError) return <ProblemNotice place={place} error={ranks.error} retry={() => void ranks.refetch()} />;
  if (ranks.data.kinds.length === 0) return <Notice icon="inbox" title={t('ranks.none.title')} text={t('ranks.none.text')} />;
  return (
    <>
      <section className="panel bounds" aria-label={t('ranks.bounds')}>
        <label>
          <span>{t('ranks.bounds')}</span>
          <input type="range" min={0} max={mostBounds} step={5} value={bounds} aria-valuetext={t('ranks.bounds.value', { bounds })}
            onChange={(event) => setSearch({ bounds: event.target.value }, { replace: true, preventScrollReset: true })} />
          <output>{t('ranks.bounds.value', { bounds })}</output>
        </label>
        <p className="soft">{t('ranks.lead')}</p>
        <Export list={`rounds/${encodeURIComponent(round)}/ranks`} query={{ bounds: String(bounds) }} />
      </section>
      <div aria-busy={ranks.isFetching}>
        {ranks.data.kinds.map(({ kind, units }) => <RankTable key={kind} round={round} kind={kind} units={units} />)}
      </div>
    </>
  );
}
