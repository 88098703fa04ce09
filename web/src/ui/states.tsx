import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { asProblem, type ApiProblem } from '../api/client';
import { useText, type TextKey } from '../locales/text';
import { Icon, type IconName } from './Icon';
import './states.css';

/** Whether a notice is all there is on the page, and so carries its heading. */
export type Place = 'page' | 'panel';

/** An empty, refused or failed place: what is so, why, and what can be done. */
export function Notice({ icon, title, text, children, role, place = 'panel' }: {
  place?: Place;
  icon: IconName;
  title: string;
  text?: ReactNode;
  children?: ReactNode;
  role?: 'alert' | 'status';
}) {
  return (
    <div className="notice" role={role}>
      <span className="notice-icon"><Icon name={icon} size={28} /></span>
      {place === 'page' ? <h1 className="notice-title">{title}</h1> : <p className="notice-title">{title}</p>}
      {text && <p className="soft">{text}</p>}
      {children && <div className="notice-actions">{children}</div>}
    </div>
  );
}

export function Loading({ rows = 6 }: { rows?: number }) {
  const { t } = useText();
  return (
    <div className="loading" role="status">
      <span className="hidden-visually">{t('app.loading')}</span>
      <div aria-hidden="true"><Skeleton active title={false} paragraph={{ rows, width: '100%' }} /></div>
    </div>
  );
}

function titleOf(problem: ApiProblem): TextKey {
  if (problem.status === 0) return 'problem.network.title';
  if (problem.status === 403) return 'problem.forbidden.title';
  if (problem.status === 404) return 'problem.missing.title';
  return 'problem.other.title';
}

/** A refusal in the server's words, with a way on: retry where that can help. */
export function ProblemNotice({ error, retry, place = 'panel' }: { error: unknown; retry: () => void; place?: Place }) {
  const { t, words } = useText();
  const problem = asProblem(error);
  const forbidden = problem.status === 403;
  const said = problem.words ? words(problem.words) : problem.status === 0 ? t('problem.network.text') : null;
  return (
    <Notice icon={forbidden ? 'lock' : 'warning'} title={t(titleOf(problem))} text={said} role="alert" place={place}>
      {forbidden ? <p className="soft">{t('problem.forbidden.hint')}</p> : <Button onClick={retry}>{t('problem.retry')}</Button>}
      {(forbidden || problem.status === 404) && <Link to="/">{t('app.home')}</Link>}
      {problem.status > 0 && <p className="soft">{t('problem.code')}: <span className="hash">{problem.code}</span></p>}
    </Notice>
  );
}
