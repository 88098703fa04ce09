import { Button } from 'antd';
import type { BestSteps } from '../../api/types';
import { compare } from '../../format/decimal';
import { useText } from '../../locales/text';
import { editOf, type Edit } from './trial';
import { BeforeAndAfter, Changed } from './TrialResult';

/** What the chosen actions win and take, what a little more would win, and which criteria change. */
export function Plan({ plan, put }: { plan: BestSteps; put: (edits: readonly Edit[]) => void }) {
  const { t, decimal, signed } = useText();
  return (
    <>
      <p className="trial-total">
        <BeforeAndAfter before={plan.before} after={plan.after} />{' '}
        <span className={`chip ${compare(plan.won, '0') > 0 ? 'good' : 'plain'}`}>{t('advice.won', { won: signed(plan.won) })}</span>{' '}
        <span className="chip note">{t('trial.not_stored')}</span>
      </p>
      <dl className="plan-facts">
        <div><dt>{t('steps.takes')}</dt><dd>{t('steps.takes.text', { days: decimal(plan.days), money: decimal(plan.money) })}</dd></div>
        <div><dt>{t('steps.left')}</dt><dd>{t('steps.takes.text', { days: decimal(plan.days_left), money: decimal(plan.money_left) })}</dd></div>
        <div><dt>{t('steps.day_more')}</dt><dd>{t('advice.won', { won: signed(plan.one_day_more) })}</dd></div>
        <div><dt>{t('steps.million_more')}</dt><dd>{t('advice.won', { won: signed(plan.one_million_more) })}</dd></div>
        <div><dt>{t('steps.proof')}</dt><dd>{plan.proven ? t('steps.proven') : t('steps.at_most', { points: decimal(plan.at_most_more) })}</dd></div>
        <div><dt>{t('steps.cost_proof')}</dt><dd>{plan.cheapest_proven ? t('steps.cheapest') : t('steps.maybe_cheaper', { money: decimal(plan.at_most_cheaper) })}</dd></div>
      </dl>
      {plan.changes.length > 0 && <Button size="small" onClick={() => put(plan.changes.map((change) => editOf(change, change.from, change.to)))}>{t('steps.try')}</Button>}
      {plan.criteria.length > 0 && (
        <details>
          <summary>{t('steps.criteria')}</summary>
          <Changed criteria={plan.criteria} />
        </details>
      )}
    </>
  );
}
