import { useQuery } from '@tanstack/react-query';
import { roundsQuery } from '../../api/queries';
import type { RoundPlanned } from '../../api/types';
import { useText } from '../../locales/text';

/** What a plan would make: the set, how many units, what is copied and what is left behind. */
export function PlannedView({ planned }: { planned: RoundPlanned }) {
  const { t, words, date } = useText();
  const rounds = useQuery(roundsQuery);
  const copied = rounds.data?.find(({ id }) => id === planned.copied_from);
  const { round } = planned;
  return (
    <div className="planned" role="status">
      <h2>{t('plan.preview')}</h2>
      <dl>
        <div><dt>{t('plan.set')}</dt><dd>{words(round.set.title)} ({t('rounds.version', { version: round.set.version })})</dd></div>
        <div><dt>{t('plan.period.short')}</dt><dd>{t('rounds.span', { from: date(round.from), to: date(round.to) })}</dd></div>
        {copied && <div><dt>{t('plan.copy_from')}</dt><dd>{words(copied.title)}</dd></div>}
        <div><dt>{t('plan.units')}</dt><dd>{planned.units}</dd></div>
        {planned.left_out.length > 0 && <div><dt>{t('plan.left_out')}</dt><dd>{planned.left_out.map(({ name }) => words(name)).join('; ')}</dd></div>}
        {planned.new_units.length > 0 && <div><dt>{t('plan.new_units')}</dt><dd>{planned.new_units.join('; ')}</dd></div>}
        <div><dt>{t('work.steps')}</dt><dd>{planned.deadlines.length === 0 ? t('plan.no_deadlines') : planned.deadlines.map(({ step, due }) => `${t(`work.step.${step}`)} ${date(due)}`).join('; ')}</dd></div>
        <div><dt>{t('plan.assignments')}</dt><dd>{planned.assignments}{planned.assignments_dropped > 0 && ` (${t('plan.assignments_dropped', { count: planned.assignments_dropped })})`}</dd></div>
        <div><dt>{t('plan.tasks')}</dt><dd>{planned.tasks.length}</dd></div>
      </dl>
      <p className="soft">{t('plan.never')}</p>
    </div>
  );
}
