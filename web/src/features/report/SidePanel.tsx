import { Segmented } from 'antd';
import { useState } from 'react';
import type { Evidence } from '../../api/types';
import { useText } from '../../locales/text';
import { CitationList } from './CitationList';
import { FindingList } from './FindingList';
import { MarkDetail } from './MarkDetail';
import type { Mark } from './marks';

interface Props {
  text: string;
  marks: Mark[];
  annex: Evidence[] | null;
  chosen: Mark | null;
  /** Takes a mark from a list. */
  choose: (mark: Mark) => void;
  /** Goes to the mark in the text. */
  show: (mark: Mark) => void;
  clear: () => void;
}

type Tab = 'findings' | 'citations';

export function SidePanel({ text, marks, annex, chosen, choose, show, clear }: Props) {
  const { t } = useText();
  const [tab, setTab] = useState<Tab>('findings');
  const findings = marks.filter((mark) => mark.kind === 'finding');
  const citations = marks.filter((mark) => mark.kind === 'citation');
  return (
    <div className="side-inner">
      {chosen && <MarkDetail key={chosen.id} text={text} mark={chosen} marks={marks} annex={annex} show={show} clear={clear} />}
      <div className="side-tabs">
        <Segmented<Tab> block name="side" aria-label={t('report.side')} value={tab} onChange={setTab}
          options={[
            { value: 'findings', label: `${t('report.findings')} (${findings.length})` },
            { value: 'citations', label: `${t('report.citations')} (${citations.length})` },
          ]} />
      </div>
      <div className="side-list" tabIndex={0} role="region" aria-label={t(tab === 'findings' ? 'report.findings' : 'report.citations')}>
        {tab === 'findings' ? (
          <FindingList text={text} marks={findings} chosen={chosen} choose={choose} />
        ) : (
          <CitationList marks={citations} annex={annex} chosen={chosen} choose={choose} />
        )}
      </div>
    </div>
  );
}
