import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState, type FormEvent } from 'react';
import type { Step, StepDue } from '../../api/types';
import { refreshRound, setDeadline } from '../../api/work';
import { readDate } from '../../format/read';
import { useText } from '../../locales/text';
import { reasonRefusal } from '../report/acceptance';
import { Refusal } from './parts';

interface Props {
  round: string;
  /** The one unit it is for, with a reason; for all units without. */
  unit?: string;
  steps: readonly StepDue[];
  /** The one step it is of, where that is settled. */
  only?: Step;
  close: () => void;
}

/** Sets the last day of a step: for a whole round, or later for one unit. */
export function PutOff({ round, unit, steps, only, close }: Props) {
  const { t, words, date } = useText();
  const id = useId();
  const client = useQueryClient();
  const [step, setStep] = useState<Step>(only ?? steps[0]!.step);
  const stands = steps.find((one) => one.step === step)?.due ?? null;
  const [day, setDay] = useState(stands ? date(stands) : '');
  const [reason, setReason] = useState('');
  const [looked, setLooked] = useState(false);
  const due = readDate(day);
  const lacksReason = unit !== undefined ? reasonRefusal(reason) : null;
  const set = useMutation({
    mutationFn: (wanted: string) => setDeadline(round, step, { due: wanted, ...(unit !== undefined && { unit, reason: reason.trim() }) }),
    onSuccess: async () => {
      await refreshRound(client, round);
      close();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setLooked(true);
    if (due !== null && lacksReason === null) set.mutate(due);
  };
  const title = unit === undefined ? t('work.deadline.of', { step: words(steps.find((one) => one.step === step)!.title) }) : t('work.put_off');
  return (
    <form className="act-form deadline-form" aria-label={title} onSubmit={send} noValidate onKeyDown={(event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      close();
    }}>
      {unit !== undefined && <p className="act-form-title">{title}</p>}
      {!only && (
        <label>
          <span>{t('work.deadline.step')}</span>
          <select value={step} onChange={(event) => setStep(event.target.value as Step)}>{steps.map((one) => <option key={one.step} value={one.step}>{words(one.title)}</option>)}</select>
        </label>
      )}
      <label htmlFor={`${id}-day`}>{t('work.deadline.day')}</label>
      <Input id={`${id}-day`} autoFocus size="small" className="deadline-day" placeholder={t('units.on.hint')} value={day} status={looked && due === null ? 'error' : ''} aria-invalid={looked && due === null} aria-describedby={`${id}-wrong`} onChange={(event) => setDay(event.target.value)} />
      {looked && due === null && <p id={`${id}-wrong`} className="field-wrong" role="alert">{t('units.on.wrong')}</p>}
      {unit !== undefined && (
        <label>
          <span>{t('work.form.reason')}</span>
          <textarea rows={2} maxLength={1000} value={reason} aria-invalid={looked && lacksReason !== null} onChange={(event) => setReason(event.target.value)} />
        </label>
      )}
      {looked && lacksReason && <p className="refusal" role="alert">{t(lacksReason)}</p>}
      {set.isError && <Refusal error={set.error} />}
      <div className="row-actions">
        <Button size="small" type="primary" htmlType="submit" loading={set.isPending}>{t('work.deadline.set')}</Button>
        <Button size="small" onClick={close}>{t('work.form.cancel')}</Button>
      </div>
    </form>
  );
}
