import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { StepDue, UnitWork } from '../../api/types';
import { setReport } from '../../api/work';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { PointsBar } from '../../ui/points';
import { ActBar } from './ActBar';
import { isUnanswered } from './criteria';
import { Due, FileChip } from './parts';
import { DocumentForm } from './DocumentForm';
import { PutOff } from './PutOff';
import { may } from './scores';
import { useUnitAct } from './useActs';

interface Props {
  work: UnitWork;
  showUnanswered: () => void;
  children: ReactNode;
}

/** Where the file stands: its state and deadlines, how far the points go, what is not answered, and what may be done with the whole. */
export function FileBar({ work, showUnanswered, children }: Props) {
  const { t, decimal } = useText();
  const { act, done } = useUnitAct(work.round, work.unit.id);
  const [open, setOpen] = useState<string | null>(null);
  const unanswered = work.criteria.filter(isUnanswered).length;
  const putOff = may(work.acts, 'put_off');
  const shown = { reached: decimal(work.reached), reachable: decimal(work.reachable), maximum: decimal(work.maximum) };
  return (
    <section className="panel file-bar" aria-label={t('work.file')}>
      <div className="file-facts">
        <p><FileChip state={work.state} /> {work.version !== null && <span className="soft">{t('work.version', { version: work.version })}</span>}</p>
        <div className="file-progress">
          <p>{t('points.of', shown)}</p>
          <PointsBar points={work} />
        </div>
        {unanswered > 0 && <p><button type="button" className="plain-button answer-more" onClick={showUnanswered}>{t('work.unanswered.count', { count: unanswered })}</button></p>}
        <Steps steps={work.steps} />
        <div className="file-tools">
          {may(work.acts, 'set_report') && open !== 'set_report' && <Button size="small" icon={<Icon name="document" size={13} />} onClick={() => setOpen('set_report')}>{t('work.report.set')}</Button>}
          {putOff && open !== 'put_off' && <Button size="small" onClick={() => setOpen('put_off')}>{t('work.put_off')}</Button>}
          {children}
        </div>
      </div>
      {open === 'set_report' && (
        <DocumentForm round={work.round} title={t('work.report.set')} about={t('work.report.about')} action={t('work.report.use')}
          take={(document) => setReport(work.round, work.unit.id, document)} close={() => setOpen(null)} />
      )}
      {open === 'put_off' && <PutOff round={work.round} unit={work.unit.id} steps={work.steps} close={() => setOpen(null)} />}
      <ActBar acts={work.acts} file={{ round: work.round, unit: work.unit.id }} open={open} setOpen={setOpen} busy={act.isPending} error={act.error} done={done} tells
        run={(one, given) => act.mutate({ act: one.act, ...given }, { onSuccess: () => setOpen(null) })}
        about={(one) => one.act === 'hand_in' && <p>{t('work.hand_in.about', { version: (work.version ?? 0) + 1, count: work.criteria.length })}</p>} />
    </section>
  );
}

/** The deadlines of the file, what is next first to be seen. */
function Steps({ steps }: { steps: readonly StepDue[] }) {
  const { t, words } = useText();
  return (
    <details className="file-steps">
      <summary>{t('work.steps')}</summary>
      <ul>{steps.map((step) => <li key={step.step}><span>{words(step.title)}</span> <Due due={step.due} />{step.own && <span className="soft"> {t('work.due.own')}</span>}</li>)}</ul>
    </details>
  );
}
