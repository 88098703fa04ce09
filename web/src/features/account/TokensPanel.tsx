import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Input, InputNumber } from 'antd';
import { useState, type FormEvent } from 'react';
import { makeToken, revokeToken, tokensQuery } from '../../api/account';
import type { ApiToken, NewApiToken, TokenScope } from '../../api/types';
import { useText } from '../../locales/text';
import { Loading, ProblemNotice } from '../../ui/states';
import { Panel, PasswordField, Refused } from './parts';

export function TokensPanel() {
  const { t } = useText();
  const client = useQueryClient();
  const tokens = useQuery(tokensQuery);
  const revoke = useMutation({ mutationFn: revokeToken, onSettled: () => void client.invalidateQueries(tokensQuery) });
  return (
    <Panel id="tokens" title={t('account.tokens.title')} lead={t('account.tokens.lead')}>
      {tokens.isPending && <Loading rows={3} />}
      {tokens.isError && <ProblemNotice error={tokens.error} retry={() => void tokens.refetch()} />}
      <Refused error={revoke.error} />
      {tokens.data && tokens.data.length > 0 && <Table tokens={tokens.data} revoke={(id) => revoke.mutate(id)} />}
      <NewToken />
    </Panel>
  );
}

function Table({ tokens, revoke }: { tokens: readonly ApiToken[]; revoke: (id: string) => void }) {
  const { t, time } = useText();
  const labels = { scopes: t('account.tokens.scopes'), expires: t('account.tokens.expires'), used: t('account.tokens.used') };
  return (
    <table className="data-table account-table">
      <thead>
        <tr>
          <th scope="col">{t('account.tokens.name')}</th>
          {Object.values(labels).map((label) => <th scope="col" key={label}>{label}</th>)}
          <th scope="col"><span className="hidden-visually">{t('account.tokens.revoke')}</span></th>
        </tr>
      </thead>
      <tbody>
        {tokens.map((token) => (
          <tr key={token.id}>
            <th scope="row">{token.name} <span className="hash">liem_{token.id}</span></th>
            <td data-label={labels.scopes}>{token.scopes.map((scope) => t(`account.tokens.${scope}`)).join(', ')}</td>
            <td data-label={labels.expires}>{time(token.expires)}</td>
            <td data-label={labels.used}>{token.used ? time(token.used) : t('account.tokens.never')}</td>
            <td className="account-row-end"><State token={token} revoke={revoke} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function State({ token, revoke }: { token: ApiToken; revoke: (id: string) => void }) {
  const { t } = useText();
  if (token.revoked) return <span className="chip plain">{t('account.tokens.revoked')}</span>;
  if (Date.parse(token.expires) <= Date.now()) return <span className="chip plain">{t('account.tokens.over')}</span>;
  return <Button size="small" danger onClick={() => revoke(token.id)} aria-label={`${t('account.tokens.revoke')}: ${token.name}`}>{t('account.tokens.revoke')}</Button>;
}

function NewToken() {
  const { t } = useText();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<TokenScope[]>(['read']);
  const [days, setDays] = useState(90);
  const [password, setPassword] = useState('');
  const make = useMutation({
    mutationFn: makeToken,
    onSuccess: () => {
      setName('');
      void client.invalidateQueries(tokensQuery);
    },
    onSettled: () => setPassword(''),
  });
  const ready = name.trim() !== '' && password !== '' && scopes.length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) make.mutate({ name: name.trim(), scopes, days, password });
  };
  const options = (['read', 'write'] as const).map((value) => ({ value, label: t(`account.tokens.${value}`) }));
  if (make.data) return <Shown token={make.data} done={make.reset} />;
  return (
    <form className="account-form" onSubmit={submit} noValidate>
      <h3>{t('account.tokens.new')}</h3>
      <Refused error={make.error} />
      <div className="account-field">
        <label htmlFor="token-name">{t('account.tokens.name')}</label>
        <Input id="token-name" value={name} maxLength={200} autoComplete="off" onChange={(event) => setName(event.target.value)} />
      </div>
      <div className="account-field" role="group" aria-labelledby="token-scopes">
        <span id="token-scopes" className="field-label">{t('account.tokens.scopes')}</span>
        <Checkbox.Group options={options} value={scopes} onChange={setScopes} />
      </div>
      <div className="account-field">
        <label htmlFor="token-days">{t('account.tokens.days')}</label>
        <InputNumber id="token-days" value={days} min={1} max={366} precision={0} onChange={(value) => setDays(value ?? 1)} />
      </div>
      <PasswordField id="token-password" label={t('account.password.before')} value={password} change={setPassword} />
      <Button htmlType="submit" loading={make.isPending} disabled={!ready}>{t('account.tokens.make')}</Button>
    </form>
  );
}

function Shown({ token, done }: { token: NewApiToken; done: () => void }) {
  const { t } = useText();
  return (
    <div className="account-form" role="status">
      <Alert type="success" showIcon title={t('account.tokens.made', { name: token.name })} description={t('account.tokens.once')} />
      <p className="secret">{token.token}</p>
      <Button type="primary" onClick={done}>{t('account.tokens.noted')}</Button>
    </div>
  );
}
