import { Segmented } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { AnswerItem } from '../../api/types';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { NumberField } from '../../ui/NumberField';
import { Answer } from '../advice/TrialField';
import { numbersOf } from '../advice/trial';
import { placeInReport } from '../report/place';
import { withState, withValue, type AnswerState, type Written } from './draft';

const states: readonly AnswerState[] = ['given', 'blank', 'not_applicable', 'not_available'];

interface Props {
  item: AnswerItem;
  written: Written;
  change: (written: Written) => void;
  children?: ReactNode;
}

/** One answer: a number, yes or no, or one of the states that are no number, each told apart from zero. */
export function AnswerField({ item, written, change, children }: Props) {
  const { t, words } = useText();
  const id = useId();
  const [noting, setNoting] = useState(written.note !== '');
  const label = words(item.label);
  const typed = written.state === 'given' || written.state === 'blank';
  const lacksGround = written.state === 'not_applicable' && written.ground.trim() === '';
  return (
    <li className="answer">
      <div role="group" aria-labelledby={id}>
        <p id={id} className="answer-label">{label}</p>
        <div className="answer-line">
          {typed && item.kind === 'yes_no' && (
            <Segmented size="small" name={`answer-${item.id}`} aria-label={label} value={written.state === 'given' ? (written.value ?? '') : ''}
              options={(['true', 'false'] as const).map((value) => ({ value, label: t(`value.${value}`) }))} onChange={(value) => change(withValue(written, value))} />
          )}
          {typed && item.kind !== 'yes_no' && (
            <NumberField label={label} value={written.state === 'given' ? written.value : null} unit={words(item.unit)} {...numbersOf(item)}
              onChange={(value) => change(withValue(written, value))} blank={() => change({ ...written, state: 'blank', value: null })} />
          )}
          <select aria-label={t('trial.state', { label })} value={written.state} onChange={(event) => change(withState(written, event.target.value as AnswerState))}>
            {states.map((state) => <option key={state} value={state}>{t(state === 'given' ? 'trial.given' : `state.${state}`)}</option>)}
          </select>
          {!noting && <button type="button" className="plain-button answer-more" onClick={() => setNoting(true)}>{t('work.answer.add_note')}</button>}
        </div>
        {written.state === 'not_applicable' && (
          <label className="answer-text">
            <span>{t('explanation.ground')}</span>
            <input value={written.ground} maxLength={1000} aria-label={t('trial.ground', { label })} aria-invalid={lacksGround} onChange={(event) => change({ ...written, ground: event.target.value })} />
            {lacksGround && <span className="field-wrong">{t('work.answer.ground_missing')}</span>}
          </label>
        )}
        {noting && (
          <label className="answer-text">
            <span>{t('work.answer.note')}</span>
            <input value={written.note} maxLength={1000} aria-label={t('work.answer.note_of', { label })} onChange={(event) => change({ ...written, note: event.target.value })} />
          </label>
        )}
        <AnswerSource item={item} note={false} />
        {children}
      </div>
    </li>
  );
}

/** An answer that cannot be changed here. */
export function AnswerShown({ item, unsaved }: { item: AnswerItem; unsaved?: Written }) {
  const { t, words } = useText();
  return (
    <li className="answer shown">
      <p className="input-line"><span>{words(item.label)}</span><Answer figure={item} answer={item} /></p>
      {item.ground && <p className="soft">{t('explanation.ground')}: <span lang="vi">{item.ground}</span></p>}
      {unsaved && <p className="field-wrong">{t('work.answer.unsaved_value')} <Answer figure={item} answer={unsaved} /></p>}
      <AnswerSource item={item} note />
    </li>
  );
}

/** Where an answer was taken from, and which other criteria count it too. */
function AnswerSource({ item: { source, also_in: also, label }, note }: { item: AnswerItem; note: boolean }) {
  const { t, words } = useText();
  const told = source.kind !== 'none' && (note || source.kind !== 'form');
  return (
    <>
      {told && <p className="soft input-source">{t(`source.${source.kind}`)}{note && source.note && <>: <span lang="vi">{source.note}</span></>}</p>}
      {source.text && (
        <figure className="answer-quote">
          <blockquote lang="vi" aria-label={t('explanation.sentence')}>{source.text.replace(/\s+/g, ' ')}</blockquote>
          {source.report && source.bytes && (
            <Link className="jump" to={placeInReport(source.report, [source.bytes[0]!, source.bytes[1]!])} aria-label={t('explanation.jump.label', { label: words(label) })}>{t('explanation.jump')}<Icon name="jump" size={13} /></Link>
          )}
        </figure>
      )}
      {also.length > 0 && <p className="soft input-source">{t('work.answer.also_in', { codes: also.join(', ') })}</p>}
    </>
  );
}
