import { Button } from 'antd';
import { Link, useRouteError } from 'react-router';
import { useText } from '../locales/text';
import { Notice } from '../ui/states';
import { useTitle } from '../ui/title';

export function NotFound() {
  const { t } = useText();
  useTitle(t('app.not_found.title'));
  return (
    <Notice place="page" icon="search" title={t('app.not_found.title')} text={t('app.not_found.text')}>
      <Link to="/">{t('app.home')}</Link>
    </Notice>
  );
}

/** A page that threw: say so and offer the one thing that helps. */
export function Crash() {
  const { t } = useText();
  console.error(useRouteError());
  return (
    <Notice place="page" icon="warning" title={t('problem.crash.title')} text={t('problem.crash.text')} role="alert">
      <Button onClick={() => window.location.reload()}>{t('problem.reload')}</Button>
    </Notice>
  );
}
