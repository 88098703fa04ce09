import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { asProblem } from '../../api/client';
import { AppearanceSwitch, LanguageSwitch } from '../../app/switches';
import { useText } from '../../locales/text';
import { useTitle } from '../../ui/title';
import './sign-in.css';

/** What stands around everything somebody sees before being signed in. */
export function SignInFrame({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useText();
  useTitle(title);
  return (
    <div className="sign-in">
      <header className="sign-in-tools">
        <LanguageSwitch />
        <AppearanceSwitch />
      </header>
      <main>
        <div className="sign-in-card panel">
          <div className="sign-in-brand">
            <img src="/favicon.svg" alt="" width="44" height="44" />
            <div>
              <p className="sign-in-name">{t('app.name')}</p>
              <p className="soft">{t('app.subtitle')}</p>
            </div>
          </div>
          <h1>{title}</h1>
          {children}
        </div>
        <p className="sign-in-about soft">{t('sign_in.about')}</p>
      </main>
    </div>
  );
}

export function Refusal({ error }: { error: unknown }) {
  const { t, words } = useText();
  const problem = asProblem(error);
  const title = problem.words ? words(problem.words) : t('problem.network.title');
  return <Alert type="error" showIcon role="alert" title={title} description={problem.words ? undefined : t('problem.network.text')} />;
}
