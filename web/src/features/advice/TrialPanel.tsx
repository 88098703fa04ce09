import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { whatIfQuery } from '../../api/queries';
import { asProblem } from '../../api/client';
import { useText } from '../../locales/text';
import { Loading, Notice } from '../../ui/states';
import { useRested } from '../../ui/rested';
import { TrialField } from './TrialField';
import { TrialResult } from './TrialResult';
import { changesOf, drop, isWhole, put, type Trial } from './trial';

interface Props {
  round: string;
  unit: string;
  trial: Trial;
  setTrial: (trial: Trial) => void;
}

/** Answers changed for a try: the points they would bring stand below at once, and nothing is stored. */
export function TrialPanel({ round, unit, trial, setTrial }: Props) {
  const { t } = useText();
  return (
    <div className="trial-inner">
      <div className="trial-head">
        <h2>{t('trial.title')}</h2>
        <span className="chip note">{t('trial.not_stored')}</span>
        {trial.length > 0 && <Button size="small" onClick={() => setTrial([])}>{t('trial.clear')}</Button>}
      </div>
      {trial.length === 0 ? (
        <Notice icon="jump" title={t('trial.empty.title')} text={t('trial.empty.text')} />
      ) : (
        <>
          <ul className="trial-fields">
            {trial.map((edit) => <li key={edit.id}><TrialField edit={edit} change={(next) => setTrial(put(trial, [next]))} drop={() => setTrial(drop(trial, edit.id))} /></li>)}
          </ul>
          <Outcome round={round} unit={unit} trial={trial} />
        </>
      )}
    </div>
  );
}

function Outcome({ round, unit, trial }: Omit<Props, 'setTrial'>) {
  const { t, words } = useText();
  const changes = useRested(changesOf(trial), 250);
  const left = trial.filter((edit) => !isWhole(edit)).length;
  const result = useQuery({ ...whatIfQuery(round, unit, changes), enabled: changes.length > 0, placeholderData: keepPreviousData });
  const problem = result.isError ? asProblem(result.error) : null;
  return (
    <section className="trial-outcome" aria-live="polite" aria-busy={result.isFetching} aria-label={t('trial.outcome')}>
      {left > 0 && <p className="soft">{t('trial.left', { count: left })}</p>}
      {changes.length === 0 && <p className="soft">{t('trial.same')}</p>}
      {changes.length > 0 && result.isPending && <Loading rows={3} />}
      {problem && (
        <div className="refusal" role="alert">
          <p>{problem.words ? words(problem.words) : t('problem.network.title')}</p>
          {problem.status === 0 && <Button size="small" onClick={() => void result.refetch()}>{t('problem.retry')}</Button>}
        </div>
      )}
      {changes.length > 0 && result.data && !problem && <TrialResult result={result.data} />}
    </section>
  );
}
