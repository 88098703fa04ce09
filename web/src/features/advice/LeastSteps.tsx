import { Button } from 'antd';
import type { LeastChange, LeastStep } from '../../api/types';
import { compare } from '../../format/decimal';
import { useText } from '../../locales/text';
import { editsOfStep, type Edit, type Trial } from './trial';

interface Props {
  change: LeastChange;
  trial: Trial;
  put: (edits: readonly Edit[]) => void;
}

/** The least that wins points of one criterion: the best step in sight, others and the way to the maximum behind a click. */
export function LeastSteps({ change, trial, put }: Props) {
  const { t, words } = useText();
  const [first, ...others] = change.next;
  const full = change.full && !change.next.some((step) => sameChanges(step, change.full!)) ? change.full : null;
  const more = others.length + (full ? 1 : 0);
  const row = (step: LeastStep) => <Step step={step} change={change} tried={isTried(step, trial)} put={put} />;
  return (
    <div className="least">
      {first && row(first)}
      {change.obstacle && <p className="soft">{words(change.obstacle)}</p>}
      {more > 0 && (
        <details open={!first}>
          <summary>{t('advice.more', { count: more })}</summary>
          <ul>
            {others.map((step, index) => <li key={index}>{row(step)}</li>)}
            {full && <li>{row(full)}</li>}
          </ul>
        </details>
      )}
    </div>
  );
}

function sameChanges(one: LeastStep, other: LeastStep): boolean {
  return JSON.stringify(one.changes) === JSON.stringify(other.changes);
}

function isTried(step: LeastStep, trial: Trial): boolean {
  return step.changes.every(({ id, to }) => trial.some((edit) => edit.id === id && edit.state === to.state && edit.value === to.value));
}

function Step({ step, change, tried, put }: { step: LeastStep; change: LeastChange; tried: boolean; put: (edits: readonly Edit[]) => void }) {
  const { t, words, signed } = useText();
  return (
    <div className="step">
      <p>
        {words(step.text)} <span className="chip good">{t('advice.won', { won: signed(step.won_of_total) })}</span>
        {compare(step.after, change.points.maximum) === 0 && <span className="chip plain">{t('advice.full')}</span>}
        {!step.least && <span className="soft"> {t('advice.not_least')}</span>}
        {step.also.length > 0 && <span className="soft"> {t('advice.also', { codes: step.also.join(', ') })}</span>}
      </p>
      <Button size="small" disabled={tried} aria-label={`${t(tried ? 'advice.tried' : 'advice.try')}: ${change.code}, ${words(step.text)}`} onClick={() => put(editsOfStep(step))}>{t(tried ? 'advice.tried' : 'advice.try')}</Button>
    </div>
  );
}
