import { useMemo } from 'react';
import type { Evidence } from '../../api/types';
import { useText } from '../../locales/text';
import { CitationList } from './CitationList';
import { citedDocuments } from './citations';
import { FigureList } from './FigureList';
import { FindingList } from './FindingList';
import { isFigureMark } from './figures';
import type { FindingMark } from './findings';
import type { Mark, MarkKind } from './marks';
import type { Prepared } from './prepare';
import type { RowTools } from './SideRow';
import type { Spot } from './spot';

export type Tab = 'findings' | 'citations' | 'figures';
const tabs: readonly Tab[] = ['findings', 'citations', 'figures'];

/** The tab that lists a kind of mark. */
export function tabOf(kind: MarkKind): Tab {
  return kind === 'finding' ? 'findings' : kind === 'citation' || kind === 'reference' ? 'citations' : 'figures';
}

interface Props {
  prepared: Prepared;
  annex: readonly Evidence[] | null;
  accepted: ReadonlySet<string>;
  tab: Tab;
  setTab: (tab: Tab) => void;
  chosen: Mark | null;
  spot: Spot | null;
  /** Opens a row, or closes the open one. */
  toggle: (mark: Mark) => void;
  tools: RowTools;
  openEvidence: (evidence: Evidence) => void;
}

/** What was read out of the text, in three lists. */
export function SidePanel({ prepared, annex, accepted, tab, setTab, chosen, spot, toggle, tools, openEvidence }: Props) {
  const { t } = useText();
  const { marks, documents, byId } = prepared;
  const findings = useMemo(() => marks.filter((mark): mark is FindingMark => mark.kind === 'finding'), [marks]);
  const figures = useMemo(() => marks.filter(isFigureMark), [marks]);
  const cited = useMemo(() => citedDocuments(documents, byId).length, [documents, byId]);
  const open = useMemo(() => findings.filter(({ value }) => !accepted.has(value.id)).length, [findings, accepted]);
  const counts: Record<Tab, number> = { findings: open, citations: cited, figures: figures.length };
  const shared = { chosen, spot, toggle, tools };
  return (
    <div className="side-inner">
      <div className="side-tabs" role="group" aria-label={t('report.side')}>
        {tabs.map((one) => (
          <button key={one} type="button" className="side-tab" aria-pressed={one === tab} onClick={() => setTab(one)}>
            {t(`report.${one}`)} <span className="tab-count">{counts[one]}</span>
          </button>
        ))}
      </div>
      {tab === 'findings' && <FindingList marks={findings} all={marks} accepted={accepted} {...shared} />}
      {tab === 'citations' && <CitationList prepared={prepared} annex={annex} openEvidence={openEvidence} {...shared} />}
      {tab === 'figures' && <FigureList marks={figures} all={marks} {...shared} />}
    </div>
  );
}
