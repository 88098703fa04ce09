import { Button } from 'antd';
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { asProblem } from '../../api/client';
import type { PossibleAct } from '../../api/types';
import { useText } from '../../locales/text';
import { NumberField } from '../../ui/NumberField';
import { reasonRefusal } from '../report/acceptance';
import { MentionText } from './MentionText';
import { Refusal } from './parts';
import { setsPoints } from './scores';

/** What is given with an act. */
export interface Given {
  reason?: string;
  points?: string;
}

interface Props {
  act: PossibleAct;
  /** Of an act on a criterion: the most it can give, and points to begin with. */
  points?: { maximum: string; suggested: string | null };
  /** Of whose file a reason is: colleagues who see it can be mentioned in it. */
  about?: { round: string; unit: string };
  busy: boolean;
  error: unknown;
  submit: (given: Given) => void;
  close: () => void;
  /** What the act will do, above the fields. */
  children?: ReactNode;
}

/** What an act wants before it is done: its reason, its points, or a plain yes. */
export function ActForm({ act, points, about, busy, error, submit, close, children }: Props) {
  const { t, words, date, decimal } = useText();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [reason, setReason] = useState('');
  const [score, setScore] = useState(points?.suggested ?? null);
  const [looked, setLooked] = useState(false);
  const required = act.needs.includes('reason');
  const asks = required || act.needs.includes('reason_if_differs');
  const refused = looked && (required || reason.trim() !== '') ? reasonRefusal(reason) : null;
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea, button')?.focus(), []);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setLooked(true);
    if ((required || reason.trim() !== '') && reasonRefusal(reason)) return form.current?.querySelector('textarea')?.focus();
    if (setsPoints(act) && score === null) return form.current?.querySelector('input')?.focus();
    submit({ ...(reason.trim() && { reason: reason.trim() }), ...(setsPoints(act) && { points: score! }) });
  };
  const wantsReason = error !== null && /reason|mention/.test(asProblem(error).code);
  const field = { id: `${id}-reason`, rows: 3, maxLength: 1000, value: reason, required, 'aria-invalid': refused !== null || wantsReason, 'aria-describedby': `${id}-refusal` };
  return (
    <form ref={form} className="act-form" aria-label={words(act.title)} onSubmit={send} noValidate onKeyDown={(event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      close();
    }}>
      <p className="act-form-title">{words(act.title)}{act.due && <span className="soft"> · {t('work.due.by', { date: date(act.due) })}</span>}</p>
      {children}
      {setsPoints(act) && points && (
        <div className="act-points"><span aria-hidden="true">{t('work.form.points')}</span> <NumberField label={t('work.form.points')} value={score} onChange={setScore} most={points.maximum} unit={`/ ${decimal(points.maximum)}`} /></div>
      )}
      {asks && (
        <>
          <label htmlFor={`${id}-reason`}>{t(act.act === 'comment' ? 'work.form.comment' : required ? 'work.form.reason' : 'work.form.reason_if_differs')}</label>
          {about ? <MentionText {...field} about={about} onChange={setReason} /> : <textarea {...field} onChange={(event) => setReason(event.target.value)} />}
        </>
      )}
      <div id={`${id}-refusal`}>
        {refused && <p className="refusal" role="alert">{t(refused)}</p>}
        {error !== null && !refused && <Refusal error={error} />}
      </div>
      <div className="row-actions">
        <Button size="small" type="primary" htmlType="submit" loading={busy}>{t(act.act === 'comment' ? 'work.form.send' : asks || setsPoints(act) ? 'work.form.do' : 'work.form.sure')}</Button>
        <Button size="small" onClick={close}>{t('work.form.cancel')}</Button>
      </div>
    </form>
  );
}
