import { Segmented } from 'antd';
import { useState } from 'react';
import type { Severity } from '../../api/types';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { Portions } from '../../ui/Portions';
import { Notice } from '../../ui/states';
import type { Mark } from './marks';
import { quote } from './quote';

type FindingMark = Extract<Mark, { kind: 'finding' }>;
type Filter = Severity | 'all';
const severities: readonly Severity[] = ['error', 'warning', 'note'];

interface Props {
  text: string;
  marks: FindingMark[];
  chosen: Mark | null;
  choose: (mark: Mark) => void;
}

export function FindingList({ text, marks, chosen, choose }: Props) {
  const { t, words } = useText();
  const [filter, setFilter] = useState<Filter>('all');
  if (marks.length === 0) return <Notice icon="check" title={t('report.no_findings.title')} text={t('report.no_findings.text')} />;
  const count = (severity: Severity) => marks.filter(({ value }) => value.severity === severity).length;
  const options = [
    { value: 'all' as Filter, label: t('report.severity.all') },
    ...severities.map((value) => ({ value: value as Filter, label: `${t(`severity.${value}`)} ${count(value)}` })),
  ];
  const shown = marks.filter(({ value }) => filter === 'all' || value.severity === filter);
  return (
    <>
      <div className="severity-filter">
        <Segmented<Filter> name="severity" size="small" aria-label={t('report.severity')} options={options} value={filter} onChange={setFilter} />
      </div>
      {shown.length === 0 && <p className="soft side-empty">{t('report.no_findings.filtered')}</p>}
      <Portions items={shown} row={(mark) => (
          <li key={mark.id}>
            <button type="button" className={`plain-button side-row${mark === chosen ? ' chosen' : ''}`} aria-pressed={mark === chosen} onClick={() => choose(mark)}>
              <span className={`severity-icon ${mark.value.severity}`}><Icon name={mark.value.severity} /><span className="hidden-visually">{t(`severity.${mark.value.severity}`)}: </span></span>
              <span>
                <span className="side-words">{words(mark.value.message)}</span>
                <span className="side-quote" lang="vi">{quote(text, mark.start, mark.end)}</span>
              </span>
            </button>
          </li>
        )} />
    </>
  );
}
