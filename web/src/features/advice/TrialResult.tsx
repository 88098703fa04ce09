import type { ChangedPoints, Explanation, Points, WhatIf } from '../../api/types';
import { compare } from '../../format/decimal';
import { useText } from '../../locales/text';
import { StateChip } from '../../ui/points';

/** Points before and after: of the whole, then of each criterion that changes, leaves with their new arithmetic. */
export function TrialResult({ result }: { result: WhatIf }) {
  const { t, signed } = useText();
  const sign = compare(result.won, '0');
  return (
    <>
      <p className="trial-total">
        <BeforeAndAfter before={result.before} after={result.after} />{' '}
        <span className={`chip ${sign > 0 ? 'good' : sign < 0 ? 'error' : 'plain'}`}>{t('advice.won', { won: signed(result.won) })}</span>
      </p>
      {result.criteria.length === 0 ? <p className="soft">{t('trial.no_change')}</p> : <Changed criteria={result.criteria} explanations={result.explanations} />}
    </>
  );
}

/** The whole, each time of what can be reached with what is answered then. */
export function BeforeAndAfter({ before, after }: { before: Points; after: Points }) {
  const { t, decimal } = useText();
  const reachable = (points: Points) => t('points.reachable', { value: decimal(points.reachable) });
  return (
    <>
      <span className="soft">{decimal(before.reached)} / {reachable(before)} →</span> <strong>{decimal(after.reached)}</strong>
      <span className="soft"> / {reachable(after)} / {t('points.maximum', { value: decimal(after.maximum) })}</span>
    </>
  );
}

/** Criteria whose points change; groups and the total are in the list as the server gives them, the total last. */
export function Changed({ criteria, explanations = [] }: { criteria: readonly ChangedPoints[]; explanations?: readonly Explanation[] }) {
  const { t, words } = useText();
  return (
    <ul className="changed">
      {criteria.filter(({ code }) => code !== '').map((one) => {
        const explanation = explanations.find(({ code }) => code === one.code);
        return (
          <li key={one.code} className={one.leaf ? 'leaf' : 'group'}>
            <p><span className="criterion-code">{one.code}</span> <span className="changed-title">{words(one.title)}</span> <Change change={one} /></p>
            {explanation && explanation.steps.length > 0 && (
              <details>
                <summary>{t('trial.steps')}</summary>
                <ol className="steps">{explanation.steps.map((step, index) => <li key={index}>{words(step)}</li>)}</ol>
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Change({ change: { before, after } }: { change: ChangedPoints }) {
  const { decimal } = useText();
  return (
    <span className="changed-points">
      {before.state === 'scored' ? decimal(before.points.reached) : <StateChip state={before.state} reached="0" />} → {after.state === 'scored' ? <strong>{decimal(after.points.reached)}</strong> : <StateChip state={after.state} reached="0" />}
      {after.state === 'scored' && <span className="soft"> / {decimal(after.points.maximum)}</span>}
    </span>
  );
}
