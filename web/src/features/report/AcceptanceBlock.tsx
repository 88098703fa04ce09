import { Button } from 'antd';
import { useEffect, useId, useRef, useState, type FormEvent, type RefObject } from 'react';
import { asProblem } from '../../api/client';
import type { Acceptance } from '../../api/types';
import { useText, type TextKey } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { reasonRefusal, useAcceptance, useReport, writtenMeanwhile } from './acceptance';

/** Whether a finding was accepted: by whom, when and why; and for those who may, the way to do or undo it. */
export function AcceptanceBlock({ finding }: { finding: string }) {
  const { t } = useText();
  const { acceptances, mayAccept } = useReport();
  const [writing, setWriting] = useState(false);
  const acceptance = acceptances.get(finding);
  const box = useRef<HTMLDivElement>(null);
  useKeepFocus(box, `${writing} ${acceptance?.at}`);
  if (!acceptance && !mayAccept) return null;
  return (
    <div ref={box} tabIndex={-1} className="acceptance">
      {writing ? <ReasonForm finding={finding} close={() => setWriting(false)} />
        : acceptance ? <Accepted acceptance={acceptance} mayWithdraw={mayAccept} />
          : <Button size="small" icon={<Icon name="check" size={13} />} onClick={() => setWriting(true)}>{t('report.accept')}</Button>}
    </div>
  );
}

/** When the button or form that had the focus goes away, the focus stays in its place. */
function useKeepFocus(box: RefObject<HTMLElement | null>, state: string): void {
  const before = useRef(state);
  useEffect(() => {
    if (before.current === state) return;
    before.current = state;
    if (document.activeElement === document.body) box.current?.focus({ preventScroll: true });
  }, [box, state]);
}

function Accepted({ acceptance, mayWithdraw }: { acceptance: Acceptance; mayWithdraw: boolean }) {
  const { t, time } = useText();
  const who = useWho(acceptance);
  const { withdraw, keepTheirs } = useAcceptance(acceptance.finding);
  const theirs = writtenMeanwhile(withdraw.error);
  return (
    <div className="accepted-block" role="status">
      <p><Icon name="check" size={13} /> {t('report.accepted.by', { name: who, time: time(acceptance.at) })}</p>
      <blockquote>{acceptance.reason}</blockquote>
      {mayWithdraw && <Button size="small" loading={withdraw.isPending} onClick={() => withdraw.mutate(acceptance)}>{t('report.accepted.withdraw')}</Button>}
      {withdraw.isError && <Refusal error={withdraw.error} />}
      {theirs !== undefined && <Button size="small" onClick={() => keepTheirs(theirs)}>{t('report.conflict.show')}</Button>}
    </div>
  );
}

function ReasonForm({ finding, close }: { finding: string; close: () => void }) {
  const { t } = useText();
  const id = useId();
  const { accept, keepTheirs } = useAcceptance(finding);
  const [seen] = useState(useReport().acceptances.get(finding) ?? null);  // what is written rests on, whatever is loaded meanwhile
  const theirs = writtenMeanwhile(accept.error);
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<TextKey | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const send = (over: Acceptance | null) => accept.mutate({ reason: reason.trim(), over }, { onSuccess: close });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const problem = reasonRefusal(reason);
    setRefusal(problem);
    if (problem) field.current?.focus();
    else send(seen);
  };
  if (theirs !== undefined) {
    return (
      <Conflict theirs={theirs} mine={reason.trim()} busy={accept.isPending} sendMine={() => send(theirs)} keepTheirs={() => {
        keepTheirs(theirs);
        close();
      }} />
    );
  }
  return (
    <form className="reason-form" onSubmit={submit} noValidate onKeyDown={(event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      close();
    }}>
      <label htmlFor={`${id}-reason`}>{t('report.accept.reason')}</label>
      <textarea ref={field} id={`${id}-reason`} rows={3} required value={reason} placeholder={t('report.accept.placeholder')}
        aria-invalid={refusal !== null} aria-describedby={`${id}-refusal`} onChange={(event) => setReason(event.target.value)} />
      <div id={`${id}-refusal`}>
        {refusal && <p className="refusal" role="alert">{t(refusal)}</p>}
        {accept.isError && !refusal && <Refusal error={accept.error} />}
      </div>
      <div className="row-actions">
        <Button size="small" type="primary" htmlType="submit" loading={accept.isPending}>{t('report.accept.submit')}</Button>
        <Button size="small" onClick={close}>{t('report.accept.cancel')}</Button>
      </div>
    </form>
  );
}

/** Two people wrote at once: both versions side by side, and the choice between them. */
function Conflict({ theirs, mine, busy, keepTheirs, sendMine }: {
  theirs: Acceptance | null; mine: string; busy: boolean; keepTheirs: () => void; sendMine: () => void;
}) {
  const { t, time } = useText();
  const who = useWho(theirs);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <div className="conflict" role="alertdialog" aria-label={t('report.conflict.title')}>
      <p className="refusal"><Icon name="warning" size={13} /> {t('report.conflict.title')}</p>
      <div className="conflict-versions">
        <div>
          <p>{theirs ? t('report.accepted.by', { name: who, time: time(theirs.at) }) : t('report.conflict.withdrawn')}</p>
          {theirs && <blockquote>{theirs.reason}</blockquote>}
        </div>
        <div>
          <p>{t('report.conflict.mine')}</p>
          <blockquote>{mine}</blockquote>
        </div>
      </div>
      <div className="row-actions">
        <Button ref={first} size="small" onClick={keepTheirs}>{t('report.conflict.keep')}</Button>
        <Button size="small" type="primary" loading={busy} onClick={sendMine}>{t('report.conflict.send')}</Button>
      </div>
    </div>
  );
}

/** Who it is of; both names where one acted for the other. */
function useWho(acceptance: Acceptance | null): string {
  const { t } = useText();
  if (!acceptance) return '';
  const { by, on_behalf_of: principal } = acceptance;
  return principal ? t('delegation.for', { delegate: by.name, principal: principal.name }) : by.name;
}

/** The server's words for why it said no. */
function Refusal({ error }: { error: unknown }) {
  const { t, words } = useText();
  const problem = asProblem(error);
  return <p className="refusal" role="alert">{problem.words ? words(problem.words) : t('problem.network.title')}</p>;
}
