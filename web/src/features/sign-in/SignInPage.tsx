import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { beginOpenid, passSecondStep, signIn, signInWaysQuery } from '../../api/account';
import { sessionQuery } from '../../api/queries';
import type { Session } from '../../api/types';
import { useText } from '../../locales/text';
import { keepDestination } from './destination';
import { Refusal, SignInFrame } from './SignInFrame';

export function SignInPage() {
  const { t } = useText();
  return (
    <SignInFrame title={t('sign_in.title')}>
      <SignIn />
      <p className="soft sign-in-help">{t('sign_in.help')}</p>
    </SignInFrame>
  );
}

/** The password, then, of an account that has one, the second step. */
function SignIn() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const from = (useLocation().state as { from?: string } | null)?.from ?? '/';
  const [half, setHalf] = useState(false);
  const enter = (session: Session) => {
    client.clear();
    client.setQueryData(sessionQuery.queryKey, session);
    void navigate(from, { replace: true });
  };
  if (half) return <CodeForm enter={enter} back={() => setHalf(false)} />;
  return (
    <>
      <SignInForm enter={enter} wanted={() => setHalf(true)} />
      <OpenidButton from={from} />
    </>
  );
}

/** Only where the server has a provider. */
function OpenidButton({ from }: { from: string }) {
  const { t } = useText();
  const ways = useQuery(signInWaysQuery);
  const begin = useMutation({
    mutationFn: beginOpenid,
    onSuccess: (address) => {
      keepDestination(from);
      window.location.assign(address);
    },
  });
  if (!ways.data?.openid) return null;
  return (
    <div className="sign-in-openid">
      <p className="soft sign-in-or">{t('sign_in.or')}</p>
      {begin.isError && <Refusal error={begin.error} />}
      <Button size="large" block onClick={() => begin.mutate()} loading={begin.isPending || begin.isSuccess}>{t('sign_in.openid')}</Button>
    </div>
  );
}

function CodeForm({ enter, back }: { enter: (session: Session) => void; back: () => void }) {
  const { t } = useText();
  const [code, setCode] = useState('');
  const attempt = useMutation({ mutationFn: passSecondStep, onSuccess: enter, onError: () => setCode('') });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() !== '') attempt.mutate(code.trim());
  };
  return (
    <form onSubmit={submit} noValidate>
      {attempt.isError && <Refusal error={attempt.error} />}
      <label htmlFor="code">{t('sign_in.code')}</label>
      <Input id="code" name="code" size="large" autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} autoFocus
        value={code} onChange={(event) => setCode(event.target.value)} maxLength={100} aria-describedby="code-help" />
      <p id="code-help" className="soft code-help">{t('sign_in.code_help')}</p>
      <Button type="primary" size="large" htmlType="submit" block loading={attempt.isPending} disabled={code.trim() === ''}>{t('sign_in.submit')}</Button>
      <Button size="large" type="text" block onClick={back}>{t('sign_in.back')}</Button>
    </form>
  );
}

function SignInForm({ enter, wanted }: { enter: (session: Session) => void; wanted: () => void }) {
  const { t } = useText();
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState({ account: false, password: false });
  const attempt = useMutation({
    mutationFn: signIn,
    onSuccess: (answer) => ('wanted' in answer ? wanted() : enter(answer)),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const lacks = { account: account.trim() === '', password: password === '' };
    setMissing(lacks);
    if (lacks.account) document.getElementById('account')?.focus();
    else if (lacks.password) document.getElementById('password')?.focus();
    else attempt.mutate({ account: account.trim(), password });
  };
  return (
    <form onSubmit={submit} noValidate>
      {attempt.isError && <Refusal error={attempt.error} />}
      <label htmlFor="account">{t('sign_in.account')}</label>
      <Input id="account" name="account" size="large" autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus
        value={account} onChange={(event) => setAccount(event.target.value)} maxLength={100}
        status={missing.account ? 'error' : ''} aria-invalid={missing.account} aria-describedby="account-missing" />
      <p id="account-missing" className="field-error">{missing.account && t('sign_in.account_missing')}</p>
      <label htmlFor="password">{t('sign_in.password')}</label>
      <Input.Password id="password" name="password" size="large" autoComplete="current-password"
        value={password} onChange={(event) => setPassword(event.target.value)} maxLength={1000}
        status={missing.password ? 'error' : ''} aria-invalid={missing.password} aria-describedby="password-missing" />
      <p id="password-missing" className="field-error">{missing.password && t('sign_in.password_missing')}</p>
      <Button type="primary" size="large" htmlType="submit" block loading={attempt.isPending}>{t('sign_in.submit')}</Button>
    </form>
  );
}
