import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { asProblem } from '../../api/client';
import { explanationQuery } from '../../api/queries';
import type { Advice, LeastChange, LostPoints } from '../../api/types';
import { compare } from '../../format/decimal';
import { useText } from '../../locales/text';
import { Filters } from '../../ui/Filters';
import { AssumedMark, StateChip } from '../../ui/points';
import { Notice } from '../../ui/states';
import { Comparison } from './Comparison';
import { LeastSteps } from './LeastSteps';
import { editOfInput, type Edit, type Trial } from './trial';

interface Props {
  advice: Advice;
  trial: Trial;
  put: (edits: readonly Edit[]) => void;
  open: (edits: readonly Edit[]) => void;
}

type Cause = LostPoints['cause'];

/** The criteria below their maximum or on refused evidence, most lost first, each with its cause and what would win it back. */
export function Losses({ advice, ...actions }: Props) {
  const { t, decimal, words } = useText();
  const [cause, setCause] = useState<Cause | 'all'>('all');
  const { losses, points } = advice;
  if (losses.length === 0) return <section className="panel"><Notice icon="check" title={t('advice.none.title')} text={t('advice.none.text')} /></section>;
  const causes = [...new Set(losses.map((loss) => loss.cause))];
  const count = (one: Cause | 'all') => losses.filter((loss) => one === 'all' || loss.cause === one).length;
  const options = (['all', ...causes] as const).map((value) => ({ value, label: t(value === 'all' ? 'advice.cause.all' : `advice.cause.${value}`), count: count(value) }));
  const stepsOf = new Map(advice.least_changes.map((change) => [change.code, change]));
  return (
    <section className="panel" aria-labelledby="losses-title">
      <div className="advice-head">
        <h2 id="losses-title">{t('advice.losses')}</h2>
        <p>{t('points.of', { reached: decimal(points.reached), reachable: decimal(points.reachable), maximum: decimal(points.maximum) })}. {t('advice.lost', { lost: decimal(advice.lost), unanswered: decimal(advice.unanswered) })}</p>
        <p className="soft">
          {advice.peers === 0 ? t('advice.peers.none') : t('advice.peers', { count: advice.peers })}{' '}
          {advice.last_year === null ? t('advice.last_year.none') : t('advice.last_year', { round: advice.last_year })}
          {advice.last_year_set && ` ${t('advice.last_year.other_set', { set: words(advice.last_year_set.title), version: advice.last_year_set.version })}`}
        </p>
        {causes.length > 1 && <Filters label={t('advice.cause')} options={options} value={cause} onChange={setCause} />}
      </div>
      <ol className="losses" aria-label={t('advice.losses.of', { unit: words(advice.unit.name) })}>
        {losses.filter((loss) => cause === 'all' || loss.cause === cause).map((loss) => (
          <Loss key={loss.code} advice={advice} loss={loss} steps={stepsOf.get(loss.code)} {...actions} />
        ))}
      </ol>
    </section>
  );
}

function Loss({ advice, loss, steps, trial, put, open }: Props & { loss: LostPoints; steps: LeastChange | undefined }) {
  const { words } = useText();
  return (
    <li className="loss">
      <div className="loss-head">
        <h3><span className="criterion-code">{loss.code}</span> {words(loss.title)}{loss.provenance === 'assumed' && <AssumedMark />}</h3>
        <Lost loss={loss} />
      </div>
      <p>{loss.state === 'scored' && <StateChip state={loss.state} reached={loss.points.reached} />} {words(loss.reason)}</p>
      <Comparison loss={loss} withLastYear={advice.last_year !== null} />
      {steps && <LeastSteps change={steps} trial={trial} put={put} />}
      <LossTools advice={advice} loss={loss} open={open} />
    </li>
  );
}

/** What is lost, what is only not answered yet, and what refused evidence may still cost. */
function Lost({ loss }: { loss: LostPoints }) {
  const { t, decimal } = useText();
  const any = (points: string) => compare(points, '0') > 0;
  return (
    <p className="loss-lost">
      {any(loss.lost) && <strong>−{decimal(loss.lost)}</strong>}
      {compare(loss.lost, loss.lost_of_total) !== 0 && <span className="soft">{t('advice.of_total', { lost: decimal(loss.lost_of_total) })}</span>}
      {any(loss.unanswered) && <span className="soft">{t('advice.unanswered', { points: decimal(loss.unanswered) })}</span>}
      {any(loss.at_stake) && <span className="soft">{t('advice.at_stake', { points: decimal(loss.at_stake) })}</span>}
    </p>
  );
}

/** Other figures of the criterion to try, and how its points came about. */
function LossTools({ advice, loss, open }: { advice: Advice; loss: LostPoints; open: (edits: readonly Edit[]) => void }) {
  const { t, words } = useText();
  const client = useQueryClient();
  const edit = useMutation({
    mutationFn: () => client.fetchQuery(explanationQuery(advice.round, advice.unit.id, loss.code)),
    onSuccess: ({ inputs }) => open(inputs.map(editOfInput)),
  });
  const problem = edit.isError ? asProblem(edit.error) : null;
  const unit = `/rounds/${encodeURIComponent(advice.round)}/units/${encodeURIComponent(advice.unit.id)}`;
  return (
    <div className="loss-tools">
      <Button size="small" loading={edit.isPending} aria-label={`${t('advice.edit')}: ${loss.code}`} onClick={() => edit.mutate()}>{t('advice.edit')}</Button>
      <Link to={`${unit}?criterion=${encodeURIComponent(loss.code)}`} aria-label={`${t('advice.explain')}: ${loss.code}`}>{t('advice.explain')}</Link>
      {problem && <p className="refusal" role="alert">{problem.words ? words(problem.words) : t('problem.network.title')}</p>}
    </div>
  );
}
