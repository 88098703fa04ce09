import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { publicationsQuery } from '../../api/publications';
import type { PublicationSummary } from '../../api/types';
import { useText } from '../../locales/text';
import { Loading, Notice, ProblemNotice } from '../../ui/states';
import { useTitle } from '../../ui/title';
import { byRound } from './arrange';
import { addressOf, PublisherName } from './parts';

/** Everything that was published, by round, newest first. */
export function PublicationsPage() {
  const { t } = useText();
  const all = useQuery(publicationsQuery);
  useTitle(t('public.title'));
  if (all.isPending) return <Loading rows={6} />;
  if (all.isError) return <ProblemNotice place="page" error={all.error} retry={() => void all.refetch()} />;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('public.title')}</h1>
          <p className="page-lead soft">{t('public.lead')}</p>
        </div>
      </div>
      {all.data.length === 0 && <section className="panel"><Notice icon="inbox" title={t('public.empty.title')} text={t('public.empty.text')} /></section>}
      {byRound(all.data).map((rows) => <RoundPublications key={rows[0]!.round} rows={rows} />)}
    </>
  );
}

function RoundPublications({ rows }: { rows: PublicationSummary[] }) {
  const { t, words, time } = useText();
  const [{ round, round_title: title, year }] = rows as [PublicationSummary];
  const id = `round-${round}`;
  return (
    <section className="panel public-round" aria-labelledby={id}>
      <h2 id={id}>{words(title)} <span className="soft head-count">{t('rounds.year', { year })}</span></h2>
      <ol>
        {rows.map(({ number, act, published_at: at, published_by: by, reason, sha256 }, index) => (
          <li key={number}>
            <p>
              <Link to={addressOf(round, number)}>{t('public.number', { number })}</Link>{' '}
              {act === 'correct' && <span className="chip note">{t('public.correction')}</span>}{' '}
              {index === 0 ? <span className="chip good">{t('public.newest')}</span> : <span className="chip plain">{t('public.older')}</span>}
            </p>
            <p className="soft"><time dateTime={at}>{time(at)}</time>, <PublisherName by={by} /></p>
            {reason && <p><span className="soft">{t('public.reason')}:</span> <span lang="vi">{reason}</span></p>}
            <p className="hash">SHA-256 {sha256}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
