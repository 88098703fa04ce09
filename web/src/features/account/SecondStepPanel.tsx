import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, QRCode } from 'antd';
import { useState, type FormEvent } from 'react';
import { beginSecondStep, confirmSecondStep, removeSecondStep, secondStepQuery } from '../../api/account';
import type { Enrolment } from '../../api/types';
import { useText } from '../../locales/text';
import { Loading, ProblemNotice } from '../../ui/states';
import { CodeField, Panel, PasswordField, Refused } from './parts';

export function SecondStepPanel() {
  const { t } = useText();
  const step = useQuery(secondStepQuery);
  const [codes, setCodes] = useState<readonly string[]>([]);
  return (
    <Panel id="second-step" title={t('account.step.title')} lead={t('account.step.lead')}>
      {step.isPending && <Loading rows={2} />}
      {step.isError && <ProblemNotice error={step.error} retry={() => void step.refetch()} />}
      {codes.length > 0 && <RecoveryCodes codes={codes} done={() => setCodes([])} />}
      {step.data && codes.length === 0 && (step.data.on ? <TurnOff left={step.data.recovery_codes_left} /> : <TurnOn show={setCodes} />)}
    </Panel>
  );
}

/** First the password, then what the authenticator is told, then its first code. */
function TurnOn({ show }: { show: (codes: readonly string[]) => void }) {
  const { t } = useText();
  const [password, setPassword] = useState('');
  const begin = useMutation({ mutationFn: beginSecondStep, onSuccess: () => setPassword('') });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password !== '') begin.mutate(password);
  };
  if (begin.data) return <Confirm enrolment={begin.data} show={show} cancel={begin.reset} />;
  return (
    <form className="account-form" onSubmit={submit} noValidate>
      <p><span className="chip plain">{t('account.step.off')}</span></p>
      <Refused error={begin.error} />
      <PasswordField id="step-password" label={t('account.password.before')} value={password} change={setPassword} />
      <Button htmlType="submit" loading={begin.isPending} disabled={password === ''}>{t('account.step.begin')}</Button>
    </form>
  );
}

function Confirm({ enrolment, show, cancel }: { enrolment: Enrolment; show: (codes: readonly string[]) => void; cancel: () => void }) {
  const { t } = useText();
  const client = useQueryClient();
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: confirmSecondStep,
    onSuccess: (codes) => {
      show(codes);
      void client.invalidateQueries(secondStepQuery);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() !== '') confirm.mutate(code.trim());
  };
  return (
    <form className="account-form" onSubmit={submit} noValidate>
      <p>{t('account.step.scan')}</p>
      <div className="step-secret">
        <div className="step-picture">
          <QRCode type="svg" aria-label={t('account.step.picture')} value={enrolment.uri} size={168} color="#000" bgColor="#fff" bordered={false} />
        </div>
        <div>
          <p className="soft">{t('account.step.by_hand')}</p>
          <p className="secret">{enrolment.secret.replace(/(.{4})(?=.)/g, '$1 ')}</p>
          <p><a href={enrolment.uri}>{t('account.step.open')}</a></p>
        </div>
      </div>
      <Refused error={confirm.error} />
      <CodeField id="step-code" label={t('account.step.code')} value={code} change={setCode} help={t('account.step.code_help')} />
      <div className="account-buttons">
        <Button type="primary" htmlType="submit" loading={confirm.isPending} disabled={code.trim() === ''}>{t('account.step.confirm')}</Button>
        <Button onClick={cancel}>{t('account.cancel')}</Button>
      </div>
    </form>
  );
}

function RecoveryCodes({ codes, done }: { codes: readonly string[]; done: () => void }) {
  const { t } = useText();
  return (
    <div className="account-form" role="status">
      <Alert type="success" showIcon title={t('account.step.is_on')} description={t('account.step.keep')} />
      <ol className="recovery-codes">{codes.map((code) => <li key={code} className="secret">{code}</li>)}</ol>
      <Button type="primary" onClick={done}>{t('account.step.kept')}</Button>
    </div>
  );
}

function TurnOff({ left }: { left: number }) {
  const { t } = useText();
  const client = useQueryClient();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const remove = useMutation({ mutationFn: removeSecondStep, onSuccess: () => void client.invalidateQueries(secondStepQuery) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password !== '' && code.trim() !== '') remove.mutate({ password, code: code.trim() });
  };
  return (
    <form className="account-form" onSubmit={submit} noValidate>
      <p className="chips"><span className="chip good">{t('account.step.on')}</span> <span className={left > 2 ? 'chip plain' : 'chip warning'}>{t('account.step.left', { count: left })}</span></p>
      <Refused error={remove.error} />
      <PasswordField id="step-password" label={t('account.password.before')} value={password} change={setPassword} />
      <CodeField id="step-code" label={t('account.step.code')} value={code} change={setCode} help={t('sign_in.code_help')} />
      <Button danger htmlType="submit" loading={remove.isPending} disabled={password === '' || code.trim() === ''}>{t('account.step.remove')}</Button>
    </form>
  );
}
