import { Input, Segmented } from 'antd';
import { useId } from 'react';
import type { AnswerValue } from '../../api/types';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { NumberField } from '../../ui/NumberField';
import { numbersOf, type AnswerState, type Edit, type FigureName } from './trial';

const states: readonly AnswerState[] = ['given', 'blank', 'not_applicable', 'not_available'];

/** One answer being tried: a number or a yes, or one of the states that are no number. */
export function TrialField({ edit, change, drop }: { edit: Edit; change: (edit: Edit) => void; drop: () => void }) {
  const { t, words } = useText();
  const id = useId();
  const label = words(edit.label);
  const lacksGround = edit.state === 'not_applicable' && edit.ground.trim() === '';
  const turn = (state: AnswerState) => change({ ...edit, state, value: state === 'given' ? (edit.value ?? edit.from.value) : edit.value });
  return (
    <div className="trial-field" role="group" aria-labelledby={id}>
      <p id={id} className="trial-label">{label}</p>
      <button type="button" className="tool-button" aria-label={t('trial.drop', { label })} onClick={drop}><Icon name="close" size={13} /></button>
      <p className="soft trial-from">{t('trial.from')} <Answer figure={edit} answer={edit.from} /></p>
      <label className="trial-state">
        <span className="hidden-visually">{t('trial.state', { label })}</span>
        <select value={edit.state} onChange={(event) => turn(event.target.value as AnswerState)}>
          {states.map((state) => <option key={state} value={state}>{t(state === 'given' ? 'trial.given' : `state.${state}`)}</option>)}
        </select>
      </label>
      {edit.state === 'given' && (edit.kind === 'yes_no'
        ? <Segmented size="small" name={`trial-${edit.id}`} aria-label={label} value={edit.value ?? ''} options={(['true', 'false'] as const).map((value) => ({ value, label: t(`value.${value}`) }))} onChange={(value) => change({ ...edit, value })} />
        : <NumberField label={label} value={edit.value} unit={words(edit.unit)} {...numbersOf(edit)} onChange={(value) => change({ ...edit, value })} />)}
      {edit.state === 'not_applicable' && (
        <Input size="small" className="trial-ground" aria-label={t('trial.ground', { label })} placeholder={t('explanation.ground')} value={edit.ground} maxLength={1000}
          status={lacksGround ? 'error' : ''} aria-invalid={lacksGround} onChange={(event) => change({ ...edit, ground: event.target.value })} />
      )}
    </div>
  );
}

/** An answer in words: a number with its unit, yes or no, or a state. */
export function Answer({ figure, answer }: { figure: FigureName; answer: AnswerValue }) {
  const { t, words, decimal } = useText();
  if (answer.state !== 'given' || answer.value === null) {
    const state = answer.state === 'given' ? 'blank' : answer.state;
    return <span className={`chip ${state}`}>{t(`state.${state}`)}</span>;
  }
  if (answer.value === 'true' || answer.value === 'false') return <strong>{t(`value.${answer.value}`)}</strong>;
  return <span><strong className="number">{decimal(answer.value)}</strong> {words(figure.unit)}</span>;
}
