import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { changePassword, ownSessionsQuery } from '../../api/account';
import { sessionQuery } from '../../api/queries';
import { useText } from '../../locales/text';
import { Panel, PasswordField, Refused } from './parts';

export function PasswordPanel({ due }: { due: boolean }) {
  const { t } = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [before, setBefore] = useState('');
  const [after, setAfter] = useState('');
  const [again, setAgain] = useState('');
  const change = useMutation({
    mutationFn: changePassword,
    onSuccess: () => {
      for (const set of [setBefore, setAfter, setAgain]) set('');
      client.setQueryData(sessionQuery.queryKey, (session) => session && { ...session, password_due: false });
      void client.invalidateQueries(ownSessionsQuery);
      if (due) void navigate('/', { replace: true });
    },
  });
  const differs = again !== '' && again !== after;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (before !== '' && after !== '' && again === after) change.mutate({ before, after });
  };
  return (
    <Panel id="password" title={t('account.password.title')} lead={t('account.password.lead')}>
      {due && <Alert type="warning" showIcon role="status" title={t('account.password.due')} />}
      <form className="account-form" onSubmit={submit} noValidate>
        <Refused error={change.error} />
        {change.isSuccess && <Alert type="success" showIcon role="status" title={t('account.password.changed')} />}
        <PasswordField id="password-before" label={t('account.password.before')} value={before} change={setBefore} />
        <PasswordField id="password-after" label={t('account.password.after')} value={after} change={setAfter} help={t('account.password.rule')} fresh />
        <PasswordField id="password-again" label={t('account.password.again')} value={again} change={setAgain} fresh />
        <p className="field-error" role="status">{differs && t('account.password.differs')}</p>
        <Button type="primary" htmlType="submit" loading={change.isPending} disabled={before === '' || after === '' || again !== after}>
          {t('account.password.submit')}
        </Button>
      </form>
    </Panel>
  );
}
