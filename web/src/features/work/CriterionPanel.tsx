import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode, type RefObject } from 'react';
import type { CriterionWork, Evidence, FileVersion } from '../../api/types';
import { versionsQuery } from '../../api/work';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { ActBar } from './ActBar';
import { AnswerForm } from './AnswerForm';
import { Changes } from './VersionList';
import type { Drafts } from './drafts';
import { EvidenceJudging } from './EvidenceJudging';
import { HistoryList } from './HistoryList';
import { WorkChip } from './parts';
import { ScoreRow } from './ScoreRow';
import { may, suggestedPoints } from './scores';
import type { useUnitAct } from './useActs';

interface Props {
  round: string;
  unit: string;
  criterion: CriterionWork;
  drafts: Drafts;
  acting: ReturnType<typeof useUnitAct>;
  open: string | null;
  setOpen: (act: string | null) => void;
  step: (by: 1 | -1) => void;
  ends: { first: boolean; last: boolean };
  place: string;
  heading: RefObject<HTMLHeadingElement | null>;
  viewed: Evidence | null;
  view: (evidence: Evidence, report: string) => void;
  children?: ReactNode;
}

/** The work on one criterion: its scores, answers and documents, what may be done with it, and what was. */
export function CriterionPanel({ round, unit, criterion, drafts, acting, open, setOpen, step, ends, place, heading, viewed, view, children }: Props) {
  const { t, words } = useText();
  const { code, title, state, acts } = criterion;
  const { act, done } = acting;
  const mayJudge = may(acts, 'judge');
  const returned = state === 'returned' ? criterion.history.findLast((one) => one.act === 'return') : undefined;
  useEffect(() => act.reset(), [code]);  // a refusal is of the criterion it was said of
  return (
    <article className="panel criterion-panel" aria-labelledby="criterion-title">
      <div className="criterion-head">
        <h2 id="criterion-title" ref={heading} tabIndex={-1}><span className="criterion-code">{code}</span> {words(title)}</h2>
        <div className="criterion-tools">
          <WorkChip state={state} />
          <span className="soft">{place}</span>
          <Button size="small" disabled={ends.first} aria-label={t('work.previous')} icon={<Icon name="left" size={13} />} onClick={() => step(-1)} />
          <Button size="small" disabled={ends.last} aria-label={t('work.next')} icon={<Icon name="chevron" size={13} />} onClick={() => step(1)} />
          {children}
        </div>
      </div>
      {returned && (
        <div className="returned-note">
          <p><Icon name="warning" size={13} /> {t('work.returned_by', { name: returned.by.name })}</p>
          <blockquote lang="vi">{returned.reason}</blockquote>
        </div>
      )}
      <ScoreRow criterion={criterion} />
      <ActBar acts={acts} file={{ round, unit }} points={{ maximum: criterion.points, suggested: suggestedPoints(criterion) }} open={open} setOpen={setOpen} busy={act.isPending} error={act.error} done={done}
        run={(one, given) => act.mutate({ act: one.act, criteria: [code], ...given }, { onSuccess: () => setOpen(null) })} />
      <AnswerForm key={code} round={round} unit={unit} criterion={code} drafts={drafts} />
      <EvidenceJudging round={round} unit={unit} criterion={code} given={criterion.verdicts} mayJudge={mayJudge} mayAttach={may(acts, 'attach')} viewed={viewed} view={view} />
      <VersionChanges round={round} unit={unit} criterion={code} />
      <section className="work-part" aria-labelledby="history-title">
        <h3 id="history-title">{t('work.history')}</h3>
        <HistoryList history={criterion.history} />
      </section>
    </article>
  );
}

/** What later versions changed of what this criterion's points hang on. */
function VersionChanges({ round, unit, criterion }: { round: string; unit: string; criterion: string }) {
  const { t } = useText();
  const versions = useQuery(versionsQuery(round, unit));
  const touched: FileVersion[] = (versions.data ?? []).map((version) => ({ ...version, changes: version.changes.filter(({ criteria }) => criteria.includes(criterion)) })).filter(({ changes, version }) => version > 1 && changes.length > 0);
  if (touched.length === 0) return null;
  return (
    <section className="work-part" aria-labelledby="changes-title">
      <h3 id="changes-title">{t('work.changes')}</h3>
      {touched.map((version) => <Changes key={version.version} version={version} />)}
    </section>
  );
}
