import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { asProblem } from '../../api/client';
import { unitTreeQuery } from '../../api/queries';
import { useText } from '../../locales/text';
import { Loading, Notice, ProblemNotice } from '../../ui/states';
import { useTitle } from '../../ui/title';
import '../../ui/views.css';
import { SeriesView } from './SeriesView';
import { UnitsView } from './UnitsView';
import './series.css';

type View = 'series' | 'units';

/** Yearly values under the units before and after a change, and the units of any day with what happened to them. */
export function SeriesPage() {
  const { t, words } = useText();
  const [search] = useSearchParams();
  const view: View = search.get('view') === 'units' ? 'units' : 'series';
  const today = useQuery(unitTreeQuery(new Date().toISOString().slice(0, 10)));
  useTitle(t(`series.view.${view}`));
  if (today.isPending) return <Loading rows={12} />;
  if (today.isError) {
    const problem = asProblem(today.error);
    if (problem.status !== 404) return <ProblemNotice place="page" error={problem} retry={() => void today.refetch()} />;
    return <Notice place="page" icon="inbox" title={t('series.none.title')} text={problem.words ? words(problem.words) : t('series.none.text')} />;
  }
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('series.title')}</h1>
          <p className="soft page-lead">{t('series.lead')}</p>
        </div>
      </div>
      <nav className="views" aria-label={t('series.views')}>
        {(['series', 'units'] as const).map((one) => (
          <Link key={one} to={one === 'units' ? '/series?view=units' : '/series'} aria-current={one === view ? 'page' : undefined}>{t(`series.view.${one}`)}</Link>
        ))}
      </nav>
      {view === 'series' ? <SeriesView today={today.data} /> : <UnitsView today={today.data} />}
    </>
  );
}
