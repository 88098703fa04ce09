import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { logQuery } from '../../api/queries';
import { useText } from '../../locales/text';
import { Export } from '../../ui/Export';
import { Loading, Notice, ProblemNotice } from '../../ui/states';
import { useTitle } from '../../ui/title';
import { filterOf, queryOf, type LogFilter } from './filter';
import { LogFilters } from './LogFilters';
import { LogTable } from './LogTable';
import { ChainState } from './ChainState';
import './ledger.css';

/** Who did what, newest first, and whether the log is whole. */
export function LogPage() {
  const { t } = useText();
  const [search, setSearch] = useSearchParams();
  const filter = filterOf(search);
  useTitle(t('log.title'));
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('log.title')}</h1>
          <p className="soft page-lead">{t('log.lead')}</p>
        </div>
        <Export list="ledger" query={filter} />
      </div>
      <ChainState />
      <LogFilters key={queryOf(filter)} filter={filter} apply={(next) => setSearch(queryOf(next), { preventScrollReset: true })} />
      <Entries filter={filter} />
    </>
  );
}

function Entries({ filter }: { filter: LogFilter }) {
  const { t } = useText();
  const pages = useInfiniteQuery(logQuery(queryOf(filter)));
  if (pages.isPending) return <Loading rows={12} />;
  if (pages.isError) return <ProblemNotice error={pages.error} retry={() => void pages.refetch()} />;
  const entries = pages.data.pages.flatMap((page) => page.entries);
  if (entries.length === 0) return <Notice icon="search" title={t('log.none.title')} text={t('log.none.text')} />;
  return (
    <section className="panel table-panel" aria-label={t('log.title')} aria-busy={pages.isFetching}>
      <LogTable entries={entries} />
      {pages.hasNextPage && (
        <p className="log-more"><Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('log.more')}</Button></p>
      )}
    </section>
  );
}
