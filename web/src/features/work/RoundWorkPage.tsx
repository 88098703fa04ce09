import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { roundsQuery } from '../../api/queries';
import type { RoundWork, Step } from '../../api/types';
import { roundWorkQuery } from '../../api/work';
import { useText } from '../../locales/text';
import { Loading, Notice, ProblemNotice } from '../../ui/states';
import { useTitle } from '../../ui/title';
import { TaskPanel } from '../plan/TaskPanel';
import { PublishPreview } from '../publication/PublishPreview';
import { RoundHead } from '../rounds/RoundHead';
import { ActBar } from './ActBar';
import { FileQueue } from './FileQueue';
import { HistoryList } from './HistoryList';
import { PackagePanel } from './PackagePanel';
import { Due, RoundChip } from './parts';
import { PutOff } from './PutOff';
import { may } from './scores';
import { useRoundAct } from './useActs';
import '../rounds/rounds.css';
import './work.css';

/** A round as work: where it stands, by when what is due, what may be done with it, and the queue of its files. */
export function RoundWorkPage() {
  const { round = '' } = useParams();
  const { t, words } = useText();
  const rounds = useQuery(roundsQuery);
  const work = useQuery(roundWorkQuery(round));
  const current = rounds.data?.find(({ id }) => id === round);
  useTitle(work.data && `${t('round.view.work')} – ${words(work.data.title)}`);
  if (work.isError && !work.data) return <ProblemNotice place="page" error={work.error} retry={() => void work.refetch()} />;
  if (!work.data || rounds.isPending) return <Loading rows={12} />;
  return (
    <>
      {current ? <RoundHead round={current} rounds={rounds.data ?? []} view="work" /> : <div className="page-head"><h1>{words(work.data.title)}</h1></div>}
      <div className="round-work">
        <Standing work={work.data} />
        <Steps work={work.data} />
        <TaskPanel round={round} />
      </div>
      {work.data.files.length === 0
        ? <section className="panel"><Notice icon="inbox" title={t('rounds.no_units.title')} text={t('rounds.no_units.text')} /></section>
        : <FileQueue round={round} files={work.data.files} />}
    </>
  );
}

function Standing({ work }: { work: RoundWork }) {
  const { t } = useText();
  const { act, done } = useRoundAct(work.round);
  const [open, setOpen] = useState<string | null>(null);
  return (
    <section className="panel round-standing" aria-labelledby="standing-title">
      <h2 id="standing-title">{t('work.round')} <RoundChip state={work.state} /></h2>
      <ActBar acts={work.acts} open={open} setOpen={setOpen} busy={act.isPending} error={act.error} done={done}
        run={(one, given) => act.mutate({ act: one.act, ...given }, { onSuccess: () => setOpen(null) })}
        about={({ act: name, publishes }) => (publishes ? <PublishPreview round={work.round} act={name} /> : null)} />
      {work.state === 'published' && <p><Link to={`/cong-bo/${encodeURIComponent(work.round)}`}>{t('public.see')}</Link></p>}
      <PackagePanel work={work} />
      <details className="round-history">
        <summary>{t('work.history')} ({work.history.length})</summary>
        <HistoryList history={work.history} />
      </details>
    </section>
  );
}

function Steps({ work }: { work: RoundWork }) {
  const { t, words } = useText();
  const sets = may(work.acts, 'set_deadline');
  const [editing, setEditing] = useState<Step | null>(null);
  return (
    <section className="panel round-steps" aria-labelledby="steps-title">
      <h2 id="steps-title">{t('work.steps')}</h2>
      <ol>
        {work.steps.map(({ step, title, due }) => (
          <li key={step}>
            <span className="step-title">{words(title)}</span>
            <Due due={due} />
            {sets && editing !== step && <Button size="small" aria-label={t('work.deadline.of', { step: words(title) })} onClick={() => setEditing(step)}>{t(due === null ? 'work.deadline.first' : 'work.deadline.change')}</Button>}
            {editing === step && <PutOff key={step} round={work.round} steps={work.steps} only={step} close={() => setEditing(null)} />}
          </li>
        ))}
      </ol>
    </section>
  );
}
