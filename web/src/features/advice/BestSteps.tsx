import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { asProblem } from '../../api/client';
import { bestStepsQuery } from '../../api/queries';
import type { Advice, BestSteps as Answer } from '../../api/types';
import { useText } from '../../locales/text';
import { Loading } from '../../ui/states';
import { useRested } from '../../ui/rested';
import { isWhole, questionOf, totalOf, type Budget, type Draft } from './actions';
import { ActionTable } from './ActionTable';
import { BudgetField } from './BudgetField';
import { Plan } from './Plan';
import type { Edit } from './trial';

interface Props {
  advice: Advice;
  drafts: Draft[];
  setDrafts: (drafts: Draft[]) => void;
  budget: Budget;
  setBudget: (budget: Budget) => void;
  put: (edits: readonly Edit[]) => void;
}

/** Of the actions written down, those that win most within the budget; asked anew whenever something changes. */
export function BestSteps({ advice, drafts, setDrafts, budget, setBudget, put }: Props) {
  const { t, language } = useText();
  const question = useRested(questionOf(drafts, budget, language), 400);
  const answer = useQuery({
    ...bestStepsQuery(advice.round, advice.unit.id, question ?? { days: '0', money: '0', actions: [] }),
    enabled: question !== null, placeholderData: keepPreviousData,
  });
  const problem = answer.isError ? asProblem(answer.error) : null;
  const plan = question !== null && !problem ? answer.data : undefined;
  const unread = drafts.filter((draft) => draft.wanted && !isWhole(draft)).length;
  return (
    <>
      <section className="panel budget" aria-labelledby="budget-title">
        <h2 id="budget-title">{t('steps.budget')}</h2>
        <BudgetField label={t('steps.days')} unit={t('steps.days.unit')} value={budget.days} total={totalOf(drafts, 'days')} least="1" onChange={(days) => setBudget({ ...budget, days })} />
        <BudgetField label={t('steps.money')} unit={t('steps.money.unit')} value={budget.money} total={totalOf(drafts, 'money')} least="100000" onChange={(money) => setBudget({ ...budget, money })} />
        <div className="plan" aria-live="polite" aria-busy={answer.isFetching}>
          {unread > 0 && <p className="soft">{t('steps.unread', { count: unread })}</p>}
          {question === null && <p className="soft">{t('steps.nothing')}</p>}
          {question !== null && answer.isPending && <Loading rows={3} />}
          {problem && <Refused problem={problem} retry={() => void answer.refetch()} />}
          {plan && <Plan plan={plan} put={put} />}
        </div>
      </section>
      <ActionTable advice={advice} drafts={drafts} setDrafts={setDrafts} chosen={chosenOf(plan)} />
    </>
  );
}

function chosenOf(plan: Answer | undefined): ReadonlyMap<string, string> | null {
  return plan ? new Map(plan.actions.map(({ id, marginal }) => [id, marginal])) : null;
}

function Refused({ problem, retry }: { problem: ReturnType<typeof asProblem>; retry: () => void }) {
  const { t, words } = useText();
  return (
    <div className="refusal" role="alert">
      <p>{problem.words ? words(problem.words) : t('problem.network.title')}</p>
      {problem.status === 0 && <Button size="small" onClick={retry}>{t('problem.retry')}</Button>}
    </div>
  );
}
