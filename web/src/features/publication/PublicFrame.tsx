import { Suspense } from 'react';
import { Link, Outlet, ScrollRestoration } from 'react-router';
import { AppearanceSwitch, LanguageSwitch } from '../../app/switches';
import { useText } from '../../locales/text';
import { Loading } from '../../ui/states';
import '../../app/shell.css';
import './publication.css';

/** What stands around the pages that everybody may read, signed in or not. */
export function PublicFrame() {
  const { t } = useText();
  return (
    <>
      <header className="shell-header">
        <a className="skip" href="#content">{t('app.skip')}</a>
        <div className="shell-bar public-bar">
          <Link to="/cong-bo" className="brand">
            <img src="/favicon.svg" alt="" width="28" height="28" />
            <span className="brand-name">{t('app.name')}</span>
            <span className="brand-subtitle">{t('public.title')}</span>
          </Link>
          <div className="shell-tools">
            <LanguageSwitch />
            <AppearanceSwitch />
            <Link className="tool-button" to="/">{t('public.inside')}</Link>
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="public">
        <Suspense fallback={<Loading />}><Outlet /></Suspense>
      </main>
      <ScrollRestoration />
    </>
  );
}
