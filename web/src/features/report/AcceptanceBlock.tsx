import { Button } from 'antd';
import { useEffect, useId, useRef, useState, type FormEvent, type RefObject } from 'react';
import { asProblem } from '../../api/client';
import type { Acceptance } from '../../api/types';
import { useText, type TextKey } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { reasonRefusal, useAcceptance, useReport } from './acceptance';

/** Whether a finding was accepted: by whom, when and why; and for those who may, the way to do or undo it. */
export function AcceptanceBlock({ finding }: { finding: string }) {
  const { t } = useText();
  const { acceptances, mayAccept } = useReport();
  const [writing, setWriting] = useState(false);
  const acceptance = acceptances.get(finding);
  if (acceptance && writing) setWriting(false);
  const box = useRef<HTMLDivElement>(null);
  useKeepFocus(box, `${writing} ${acceptance?.at}`);
  if (!acceptance && !mayAccept) return null;
  return (
    <div ref={box} tabIndex={-1} className="acceptance">
      {acceptance ? <Accepted acceptance={acceptance} mayWithdraw={mayAccept} />
        : writing ? <ReasonForm finding={finding} close={() => setWriting(false)} />
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
  const { withdraw } = useAcceptance(acceptance.finding);
  return (
    <div className="accepted-block" role="status">
      <p><Icon name="check" size={13} /> {t('report.accepted.by', { name: acceptance.by.name, time: time(acceptance.at) })}</p>
      <blockquote>{acceptance.reason}</blockquote>
      {mayWithdraw && <Button size="small" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>{t('report.accepted.withdraw')}</Button>}
      {withdraw.isError && <Refusal error={withdraw.error} />}
    </div>
  );
}

function ReasonForm({ finding, close }: { finding: string; close: () => void }) {
  const { t } = useText();
  const id = useId();
  const { accept } = useAcceptance(finding);
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<TextKey | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const problem = reasonRefusal(reason);
    setRefusal(problem);
    if (problem) field.current?.focus();
    else accept.mutate(reason.trim());
  };
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

/** The server's words for why it said no. */
function Refusal({ error }: { error: unknown }) {
  const { t, words } = useText();
  const problem = asProblem(error);
  return <p className="refusal" role="alert">{problem.words ? words(problem.words) : t('problem.network.title')}</p>;
}
