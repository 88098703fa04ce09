import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { useSession } from '../../app/session';
import { useText } from '../../locales/text';
import { Loading, Notice, ProblemNotice } from '../../ui/states';
import { useTitle } from '../../ui/title';
import { HitText } from './HitText';
import { firstHitsQuery, type HitKind, hitKinds, hitsQuery, isWorthAsking, placeOfHit } from './search';
import './search.css';

/** All that was found, by kind. */
export function SearchPage() {
  const { t } = useText();
  const typed = (useSearchParams()[0].get('q') ?? '').trim();
  const first = useQuery(firstHitsQuery(typed));
  useTitle(t('search.title', { typed }));
  const kinds = hitKinds.filter((kind) => (first.data?.counts[kind] ?? 0) > 0);
  return (
    <>
      <div className="page-head"><h1>{t('search.title', { typed })}</h1></div>
      {first.isError && <ProblemNotice error={first.error} retry={() => void first.refetch()} />}
      {first.isPending && isWorthAsking(typed) && <Loading rows={8} />}
      {((first.data && kinds.length === 0) || !isWorthAsking(typed)) && <Notice icon="inbox" title={t('search.none')} text={t('search.none.text')} />}
      {kinds.map((kind) => <Group key={kind} typed={typed} kind={kind} />)}
    </>
  );
}

function Group({ typed, kind }: { typed: string; kind: HitKind }) {
  const { t } = useText();
  const own = useSession().unit.id;
  const found = useInfiniteQuery(hitsQuery(typed, kind));
  const title = `search-${kind}`;
  if (!found.data) return <Loading rows={3} />;
  return (
    <section className="panel search-group" aria-labelledby={title}>
      <h2 id={title}>{t(`search.kinds.${kind}`)} <span className="soft">({found.data.pages[0]?.counts[kind] ?? 0})</span></h2>
      <ul>
        {found.data.pages.flatMap(({ hits, round }) => hits.map((hit) => (
          <li key={hit.id}><Link to={placeOfHit(hit, round, own)}><HitText hit={hit} /></Link></li>
        )))}
      </ul>
      {found.hasNextPage && <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t('search.more')}</Button>}
    </section>
  );
}
