import { Button, Drawer } from 'antd';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Criterion, Evidence, UnitWork } from '../../api/types';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { Loading, Notice } from '../../ui/states';
import { useWide } from '../../ui/wide';
import { ExplanationPanel } from '../assessment/ExplanationPanel';
import '../report/report.css';
import '../report/side.css';
import { AssignmentPanel } from '../plan/AssignmentPanel';
import { BulkPanel } from './BulkPanel';
import { groupLeaves, neighbour, type LeafFilter } from './criteria';
import { CriterionList } from './CriterionList';
import { CriterionPanel } from './CriterionPanel';
import { FileBar } from './FileBar';
import { HistoryList } from './HistoryList';
import { KeyHelp } from './KeyHelp';
import { useKeys, useLetters } from './keys';
import { OfflinePanel } from './OfflinePanel';
import { bulksOf, formActs, isPossible, setsPoints, takesStanding } from './scores';
import { useUnitAct } from './useActs';
import { useDrafts, useUnsaved } from './useDrafts';
import { VersionList } from './VersionList';

const EvidenceContent = lazy(async () => ({ default: (await import('../report/EvidenceViewer')).EvidenceContent }));

type Sheet = 'list' | 'offline' | 'reasons' | 'bulk' | 'versions' | 'history' | 'assign' | 'keys';

/** Left the criteria, in the middle the work on one, right the reasons or the document looked at. */
export function UnitWorkView({ work, tree }: { work: UnitWork; tree: readonly Criterion[] }) {
  const { t, words } = useText();
  const { round, unit, criteria } = work;
  const threeParts = useWide(1240);
  const twoParts = useWide(900);
  const [address, setAddress] = useSearchParams();
  const [filter, setFilter] = useState<LeafFilter>('all');
  const [search, setSearch] = useState('');
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const [viewed, setViewed] = useState<{ evidence: Evidence; report: string } | null>(null);
  const [lettersOn, setLettersOn] = useLetters();
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  const acting = useUnitAct(round, unit.id);
  const drafts = useDrafts(round, unit.id);
  const unsaved = useUnsaved(drafts);
  const groups = useMemo(() => groupLeaves(tree, criteria, filter, search), [tree, criteria, filter, search]);
  const code = address.get('criterion') ?? groups[0]?.leaves[0]?.code ?? criteria[0]!.code;
  const criterion = criteria.find((one) => one.code === code);
  const [before, after] = [neighbour(groups, code, -1), neighbour(groups, code, 1)];

  const choose = (next: string) => {
    moved.current = true;
    setSheet(null);
    setOpen(null);
    setViewed(null);
    setAddress({ criterion: next }, { replace: true, preventScrollReset: true });
  };
  const step = (by: 1 | -1) => {
    const next = by > 0 ? after : before;
    if (next !== null) choose(next);
  };
  useEffect(() => {
    if (!moved.current) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest('article')?.scrollIntoView({ block: 'nearest' });
  }, [code]);

  const possible = formActs(criterion?.acts ?? []).filter(isPossible);
  useKeys({
    next: () => step(1),
    previous: () => step(-1),
    take: () => {
      const act = possible.find(takesStanding);
      if (act && !acting.act.isPending) acting.act.mutate({ act: act.act, criteria: [code] });
    },
    points: () => setOpen(possible.find(setsPoints)?.act ?? open),
    return: () => setOpen(possible.find(({ act }) => act === 'return')?.act ?? open),
    evidence: () => document.querySelector<HTMLElement>('[data-evidence]')?.click(),
    help: () => setSheet('keys'),
  }, lettersOn && (sheet === null || sheet === 'keys'));

  const at = groups.flatMap(({ leaves }) => leaves).findIndex((leaf) => leaf.code === code);
  const list = <CriterionList leaves={criteria} groups={groups} filter={filter} setFilter={setFilter} search={search} setSearch={setSearch} chosen={code} choose={choose} unsaved={unsaved} />;
  const reasons = <ExplanationPanel key={code} round={round} unit={unit.id} criterion={code} close={null} />;
  const shownDocument = viewed && <Suspense fallback={<Loading />}><EvidenceContent source={{ kind: 'reports', id: viewed.report }} evidence={viewed.evidence} close={() => setViewed(null)} /></Suspense>;
  return (
    <>
      <FileBar work={work} showUnanswered={() => { setFilter('unanswered'); if (!twoParts) setSheet('list'); }}>
        {bulksOf(criteria).some(({ codes }) => codes.length > 1) && <Button size="small" icon={<Icon name="list" size={13} />} onClick={() => setSheet('bulk')}>{t('work.bulk')}</Button>}
        <Button size="small" onClick={() => setSheet('versions')}>{t('work.versions')}</Button>
        <Button size="small" onClick={() => setSheet('history')}>{t('work.history.file')}</Button>
        <Button size="small" onClick={() => setSheet('offline')}>{t('offline')}</Button>
        <Button size="small" onClick={() => setSheet('assign')}>{t('plan.assign')}</Button>
        <Button size="small" onClick={() => setSheet('keys')}>{t('work.keys')} <kbd>?</kbd></Button>
      </FileBar>
      <div className={`work-body${viewed && threeParts ? ' with-document' : ''}`}>
        {twoParts && <nav className="panel leaf-panel" aria-label={t('assessment.criteria')} tabIndex={-1}><h2 className="hidden-visually">{t('assessment.criteria')}</h2>{list}</nav>}
        {criterion ? (
          <CriterionPanel round={round} unit={unit.id} criterion={criterion} drafts={drafts} acting={acting} open={open} setOpen={setOpen} step={step} heading={heading}
            ends={{ first: before === null, last: after === null }} place={at < 0 ? '' : t('work.place', { at: at + 1, all: groups.reduce((sum, { leaves }) => sum + leaves.length, 0) })}
            viewed={viewed?.evidence ?? null} view={(evidence, report) => setViewed({ evidence, report })}>
            {!twoParts && <Button size="small" icon={<Icon name="list" size={13} />} onClick={() => setSheet('list')}>{t('assessment.criteria')}</Button>}
            {!threeParts && <Button size="small" onClick={() => setSheet('reasons')}>{t('work.reasons')}</Button>}
          </CriterionPanel>
        ) : (
          <div className="panel"><Notice icon="search" title={t('work.no_criterion.title', { code })} text={t('work.no_criterion.text')} /></div>
        )}
        {threeParts && criterion && (
          <aside className={`panel reasons-panel${viewed ? ' document-panel' : ''}`} aria-label={viewed ? t('report.evidence') : t('work.reasons')} tabIndex={0}>{shownDocument ?? reasons}</aside>
        )}
      </div>
      {!threeParts && criterion && (
        <Drawer open={viewed !== null} onClose={() => setViewed(null)} placement={twoParts ? 'right' : 'bottom'} size={twoParts ? 560 : '88%'} closable={false} aria-label={t('report.evidence')} className="part-drawer evidence-drawer">{shownDocument}</Drawer>
      )}
      <Drawer open={sheet !== null} onClose={() => setSheet(null)} placement={twoParts ? 'right' : 'bottom'} size={twoParts ? 520 : '88%'} closable={false} aria-label={sheet ? titleOf(sheet) : ''} className="part-drawer work-drawer">
        {sheet && (
          <>
            <div className="drawer-head">
              <h2>{titleOf(sheet)}</h2>
              <button type="button" className="tool-button" aria-label={t('app.close')} onClick={() => setSheet(null)}><Icon name="close" /></button>
            </div>
            <div className="drawer-body">
              {sheet === 'list' && list}
              {sheet === 'reasons' && reasons}
              {sheet === 'bulk' && <BulkPanel round={round} unit={unit.id} criteria={criteria} />}
              {sheet === 'versions' && <VersionList round={round} unit={unit.id} />}
              {sheet === 'history' && <HistoryList history={work.history} />}
              {sheet === 'assign' && <AssignmentPanel round={round} unit={unit.id} criteria={criteria} />}
              {sheet === 'offline' && <OfflinePanel round={round} unit={unit.id} />}
              {sheet === 'keys' && <KeyHelp on={lettersOn} setOn={setLettersOn} />}
            </div>
          </>
        )}
      </Drawer>
    </>
  );

  function titleOf(one: Sheet): string {
    if (one === 'list') return t('assessment.criteria');
    if (one === 'reasons') return `${t('work.reasons')} ${criterion ? `${criterion.code} ${words(criterion.title)}` : ''}`;
    return t(({ bulk: 'work.bulk', versions: 'work.versions', history: 'work.history.file', assign: 'plan.assign', keys: 'work.keys', offline: 'offline' } as const)[one]);
  }
}
