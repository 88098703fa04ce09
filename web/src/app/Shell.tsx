import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useRef } from 'react';
import { Navigate, NavLink, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { Button } from 'antd';
import { actFor } from '../api/acting';
import { asProblem, type ApiProblem } from '../api/client';
import { sessionQuery } from '../api/queries';
import { SearchBox } from '../features/search/SearchBox';
import { UploadsProvider, useUploads } from '../features/documents/UploadsProvider';
import { useText } from '../locales/text';
import { Loading, Notice, ProblemNotice } from '../ui/states';
import { AccountMenu } from './AccountMenu';
import { ActingBar, ActingSwitch } from './ActingSwitch';
import { NoticeBell } from './NoticeBell';
import { AppearanceSwitch, LanguageSwitch } from './switches';
import { hasOneUnit, hasWork, keepsDocuments, searches, seesLog, SessionContext } from './session';
import './shell.css';

/** Header and place for the page; whoever is not signed in goes to the sign-in page and comes back after. */
export function Shell() {
  const session = useQuery(sessionQuery);
  const location = useLocation();
  useSessionEnd();
  useFocusOnPage(location.pathname);
  if (session.isPending) return <Loading />;
  if (session.isError) {
    if (asProblem(session.error).status === 401) {
      return <Navigate replace to="/sign-in" state={{ from: location.pathname + location.search }} />;
    }
    if (isOver(session.error)) return <ActingOver problem={asProblem(session.error)} />;
    return <ProblemNotice place="page" error={session.error} retry={() => void session.refetch()} />;
  }
  if (session.data.password_due && location.pathname !== '/account') return <Navigate replace to="/account" />;
  return (
    <SessionContext value={session.data}>
      <UploadsProvider>
        <Header oneUnit={hasOneUnit(session.data)} work={hasWork(session.data)} documents={keepsDocuments(session.data)} log={seesLog(session.data)} search={searches(session.data)} />
        <ActingBar />
        <main id="content" tabIndex={-1}>
          <Suspense fallback={<Loading />}><Outlet /></Suspense>
        </main>
        <ScrollRestoration />
      </UploadsProvider>
    </SessionContext>
  );
}

function Header({ oneUnit, work, documents, log, search }: Record<'oneUnit' | 'work' | 'documents' | 'log' | 'search', boolean>) {
  const { t } = useText();
  const loading = useNavigation().state !== 'idle';
  return (
    <header className="shell-header">
      <a className="skip" href="#content">{t('app.skip')}</a>
      {loading && <span className="shell-progress" />}
      <div className="shell-bar">
        <NavLink to="/" end className="brand">
          <img src="/favicon.svg" alt="" width="28" height="28" />
          <span className="brand-name">{t('app.name')}</span>
          <span className="brand-subtitle">{t('app.subtitle')}</span>
        </NavLink>
        <nav aria-label={t('app.nav')}>
          {work && <NavLink to="/" end>{t('app.nav.work')}</NavLink>}
          <RoundsLink oneUnit={oneUnit} />
          <NavLink to="/trend">{t('app.nav.trend')}</NavLink>
          <NavLink to="/series">{t('app.nav.series')}</NavLink>
          {documents && <DocumentsLink />}
          {log && <NavLink to="/log">{t('app.nav.log')}</NavLink>}
        </nav>
        <div className="shell-tools">
          {search && <SearchBox />}
          <LanguageSwitch />
          <AppearanceSwitch />
          <ActingSwitch />
          <NoticeBell />
          <AccountMenu />
        </div>
      </div>
    </header>
  );
}

/** Stands for the whole work on a round, so it stays current on a unit and on its report. */
function RoundsLink({ oneUnit }: { oneUnit: boolean }) {
  const { t } = useText();
  const inside = /^\/(rounds|reports)(\/|$)/.test(useLocation().pathname);
  return (
    <NavLink to="/rounds" end className={inside ? 'active' : ''} aria-current={inside ? 'page' : undefined}>
      {t(oneUnit ? 'app.nav.unit' : 'app.nav.rounds')}
    </NavLink>
  );
}

/** Tells on every page that files are on their way. */
function DocumentsLink() {
  const { t } = useText();
  const sending = useUploads().uploads.filter(({ state }) => state !== 'failed').length;
  return (
    <NavLink to="/documents">
      {t('app.nav.documents')}
      {sending > 0 && <span className="chip note nav-count">{t('app.nav.sending', { count: sending })}</span>}
    </NavLink>
  );
}

/** A new page takes the focus from the link that led to it, unless it has put the focus somewhere itself. */
function useFocusOnPage(pathname: string): void {
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    const main = document.getElementById('content');
    if (main && !main.contains(document.activeElement)) main.focus({ preventScroll: true });
  }, [pathname]);
}

/** The delegation in whose right this tab works holds no more. */
const isOver = (error: unknown) => asProblem(error).code === 'assessment.not_delegated';

function ActingOver({ problem }: { problem: ApiProblem }) {
  const { t, words } = useText();
  return (
    <main id="content">
      <Notice place="page" icon="lock" title={t('acting.over')} text={problem.words && words(problem.words)} role="alert">
        <Button type="primary" onClick={() => actFor(null)}>{t('acting.stop')}</Button>
      </Notice>
    </main>
  );
}

/** Any 401 after signing in means the session ended, or the delegation it worked by: ask again who is there. */
function useSessionEnd(): void {
  const client = useQueryClient();
  useEffect(
    () =>
      client.getQueryCache().subscribe(({ query, type }) => {
        if (type !== 'updated' || query.queryKey[0] === 'session' || query.state.status !== 'error') return;
        const { error } = query.state;
        if (asProblem(error).status === 401 || isOver(error)) void client.resetQueries({ queryKey: ['session'] });
      }),
    [client],
  );
}
