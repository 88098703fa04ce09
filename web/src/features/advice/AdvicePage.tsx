import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { adviceQuery, assessmentQuery } from '../../api/queries';
import type { Advice } from '../../api/types';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { Loading, ProblemNotice } from '../../ui/states';
import { useTitle } from '../../ui/title';
import { useWide } from '../../ui/wide';
import { UnitHead } from '../assessment/UnitHead';
import { draftsOf, type Budget } from './actions';
import { BestSteps } from './BestSteps';
import { Losses } from './Losses';
import { open, put, type Edit, type Trial } from './trial';
import { TrialPanel } from './TrialPanel';
import './advice.css';

/** Where a unit lost points, what would win them back, and which of it to do first. */
export function AdvicePage() {
  const { round = '', unit = '' } = useParams();
  const [search] = useSearchParams();
  const view = search.get('view') === 'steps' ? 'steps' : 'advice';
  const { t, words } = useText();
  const assessment = useQuery(assessmentQuery(round, unit));
  const advice = useQuery(adviceQuery(round, unit));
  useTitle(assessment.data && `${t(`unit.view.${view}`)} – ${words(assessment.data.unit.name)}`);
  if (assessment.isPending) return <Loading rows={12} />;
  if (assessment.isError) return <ProblemNotice place="page" error={assessment.error} retry={() => void assessment.refetch()} />;
  return (
    <>
      <UnitHead assessment={assessment.data} view={view} />
      {advice.isPending && <Loading rows={12} />}
      {advice.isError && <ProblemNotice error={advice.error} retry={() => void advice.refetch()} />}
      {advice.data && <Body key={`${round} ${unit}`} advice={advice.data} view={view} />}
    </>
  );
}

/** Both views share what is being tried, so that steps chosen in one can be looked at in the other. */
function Body({ advice, view }: { advice: Advice; view: 'advice' | 'steps' }) {
  const { t } = useText();
  const wide = useWide(1080);
  const [trial, setTrial] = useState<Trial>([]);
  const [shown, setShown] = useState(false);
  const [drafts, setDrafts] = useState(() => draftsOf(advice));
  const [budget, setBudget] = useState<Budget>({ days: '20', money: '0' });
  const begin = (next: Edit[]) => {
    setTrial(next);
    setShown(true);
  };
  const actions = { put: (edits: readonly Edit[]) => begin(put(trial, edits)), open: (edits: readonly Edit[]) => begin(open(trial, edits)) };
  const panel = <TrialPanel round={advice.round} unit={advice.unit.id} trial={trial} setTrial={setTrial} />;
  return (
    <div className="advice-body">
      <div className="advice-main">
        {!wide && (
          <Button className="trial-open" icon={<Icon name="list" />} onClick={() => setShown(true)}>{t('trial.title')}{trial.length > 0 && ` (${trial.length})`}</Button>
        )}
        {view === 'advice'
          ? <Losses advice={advice} trial={trial} {...actions} />
          : <BestSteps advice={advice} drafts={drafts} setDrafts={setDrafts} budget={budget} setBudget={setBudget} put={actions.put} />}
      </div>
      {wide ? (
        <aside className="trial panel" aria-label={t('trial.title')} tabIndex={-1}>{panel}</aside>
      ) : (
        <Drawer open={shown} onClose={() => setShown(false)} placement="bottom" size="88%" closable={false} aria-label={t('trial.title')} className="explanation-drawer">
          <button type="button" className="tool-button explanation-close" aria-label={t('app.close')} onClick={() => setShown(false)}><Icon name="close" /></button>
          {panel}
        </Drawer>
      )}
    </div>
  );
}
