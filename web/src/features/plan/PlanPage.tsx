import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { planRound, shippedSetsQuery } from '../../api/plan';
import { roundsQuery } from '../../api/queries';
import type { Round, RoundPlanned, RoundWanted, ShippedSets } from '../../api/types';
import { useText } from '../../locales/text';
import { Loading, ProblemNotice } from '../../ui/states';
import { useTitle } from '../../ui/title';
import { Obstacles, Refusal } from '../work/parts';
import { firstWish, problemsOf, wantedOf, type PlanWish } from './plan';
import { PlannedView } from './PlannedView';
import '../work/work.css';
import './plan.css';

/** Plans the next round: chosen, looked at before anything is kept, then made. */
export function PlanPage() {
  const { t } = useText();
  const rounds = useQuery(roundsQuery);
  const sets = useQuery(shippedSetsQuery);
  useTitle(t('plan.title'));
  const failed = [rounds, sets].find(({ isError }) => isError);
  if (failed) return <ProblemNotice place="page" error={failed.error} retry={() => void failed.refetch()} />;
  if (!rounds.data || !sets.data) return <Loading rows={8} />;
  return (
    <>
      <div className="page-head"><div><h1>{t('plan.title')}</h1><p className="soft">{t('plan.about')}</p></div></div>
      {sets.data.why_not.length > 0
        ? <section className="panel plan-panel"><h2>{t('plan.not_yours')}</h2><Obstacles obstacles={sets.data.why_not} /></section>
        : <PlanForm rounds={rounds.data} sets={sets.data} />}
    </>
  );
}

function PlanForm({ rounds, sets }: { rounds: readonly Round[]; sets: ShippedSets }) {
  const { t } = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [wish, setWish] = useState<PlanWish>(() => firstWish(rounds, new Date().getFullYear()));
  const [looked, setLooked] = useState(false);
  const change = (part: Partial<PlanWish>) => {
    trial.reset();
    setWish((before) => ({ ...before, ...part }));
  };
  const trial = useMutation({ mutationFn: (wanted: RoundWanted) => planRound(wanted, 'try') });
  const making = useMutation({
    mutationFn: (wanted: RoundWanted) => planRound(wanted, 'keep'),
    onSuccess: async ({ round }: RoundPlanned) => {
      await client.invalidateQueries({ queryKey: ['rounds'] });
      await client.invalidateQueries({ queryKey: ['work'] });
      await navigate(`/rounds/${encodeURIComponent(round.id)}/work`);
    },
  });
  const problems = problemsOf(wish);
  const look = (event: FormEvent) => {
    event.preventDefault();
    setLooked(true);
    if (problems.length === 0) trial.mutate(wantedOf(wish));
  };
  return (
    <section className="panel plan-panel" aria-label={t('plan.title')}>
      <form className="plan-form" onSubmit={look} noValidate>
        <Fields wish={wish} change={change} rounds={rounds} sets={sets} wrong={looked ? problems : []} />
        {trial.isError && <Refusal error={trial.error} />}
        {!trial.data && <div className="row-actions"><Button type="primary" htmlType="submit" loading={trial.isPending}>{t('plan.look')}</Button></div>}
      </form>
      {trial.data && (
        <>
          <PlannedView planned={trial.data} />
          {making.isError && <Refusal error={making.error} />}
          <div className="row-actions">
            <Button type="primary" loading={making.isPending} onClick={() => making.mutate(wantedOf(wish))}>{t('plan.make')}</Button>
            <Button onClick={() => trial.reset()}>{t('plan.change')}</Button>
          </div>
        </>
      )}
    </section>
  );
}

interface FieldsProps {
  wish: PlanWish;
  change: (part: Partial<PlanWish>) => void;
  rounds: readonly Round[];
  sets: ShippedSets;
  wrong: readonly (keyof PlanWish)[];
}

function Fields({ wish, change, rounds, sets, wrong }: FieldsProps) {
  const { t, words } = useText();
  const id = useId();
  const text = (name: 'id' | 'vi' | 'en' | 'year' | 'from' | 'to', hint?: string) => (
    <label className={`plan-${name}`}>
      <span>{t(`plan.${name}`)}</span>
      <Input value={wish[name]} placeholder={hint} status={wrong.includes(name) ? 'error' : ''} aria-invalid={wrong.includes(name)} aria-describedby={wrong.includes(name) ? `${id}-${name}` : undefined}
        onChange={(event) => change({ [name]: event.target.value })} />
      {wrong.includes(name) && <span id={`${id}-${name}`} className="refusal" role="alert">{t(`plan.${name}.wrong`)}</span>}
    </label>
  );
  return (
    <>
      <label>
        <span>{t('plan.copy_from')}</span>
        <select value={wish.copyFrom} onChange={(event) => change({ copyFrom: event.target.value })}>
          <option value="">{t('plan.copy_from.none')}</option>
          {rounds.map(({ id: round, title }) => <option key={round} value={round}>{words(title)}</option>)}
        </select>
      </label>
      <label>
        <span>{t('plan.set')}</span>
        <select value={wish.set} aria-invalid={wrong.includes('set')} onChange={(event) => change({ set: event.target.value })}>
          <option value="">{t(wish.copyFrom ? 'plan.set.copied' : 'plan.set.choose')}</option>
          {sets.sets.map((set) => <option key={set.id} value={set.id}>{words(set.title)} ({set.version})</option>)}
        </select>
        {wrong.includes('set') && <span className="refusal" role="alert">{t('plan.set.wrong')}</span>}
      </label>
      {text('year')}
      {text('id', 'pctn-2026')}
      {text('vi')}
      {text('en')}
      <p className="soft plan-wide">{t('plan.period')}</p>
      {text('from', 'dd/mm/yyyy')}
      {text('to', 'dd/mm/yyyy')}
    </>
  );
}
