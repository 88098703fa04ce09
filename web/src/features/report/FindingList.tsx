import { useEffect, useMemo, useState } from 'react';
import { useText } from '../../locales/text';
import { Filters } from '../../ui/Filters';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/states';
import { AcceptanceBlock } from './AcceptanceBlock';
import { ClaimLines } from './ClaimLines';
import { countBySeverity, filterFindings, severities, standsAs, type FindingFilter, type FindingMark } from './findings';
import { overlapping, type Mark } from './marks';
import { MarkRows } from './MarkRows';
import { indexToShow } from './near';
import { quote } from './quote';
import { AlsoHere, PlaceLine, SideRow, type RowTools } from './SideRow';
import type { Spot } from './spot';

interface Props {
  marks: readonly FindingMark[];
  all: readonly Mark[];
  accepted: ReadonlySet<string>;
  chosen: Mark | null;
  spot: Spot | null;
  toggle: (mark: Mark) => void;
  tools: RowTools;
}

export function FindingList({ marks, all, accepted, chosen, spot, toggle, tools }: Props) {
  const { t } = useText();
  const [filter, setFilter] = useState<FindingFilter>({ standing: 'open', severity: 'any' });
  const shown = useMemo(() => filterFindings(marks, accepted, filter, chosen?.id ?? null), [marks, accepted, filter, chosen]);
  useEffect(() => {
    if (spot?.from !== 'list') setFilter((now) => (now.severity === 'any' ? now : { ...now, severity: 'any' }));
  }, [spot]);
  if (marks.length === 0) return <Notice icon="check" title={t('report.no_findings.title')} text={t('report.no_findings.text')} />;
  const done = marks.filter((mark) => standsAs(mark, accepted, 'accepted')).length;
  const counts = countBySeverity(marks.filter((mark) => standsAs(mark, accepted, filter.standing)));
  const total = counts.error + counts.warning + counts.note;
  return (
    <>
      <div className="side-filters">
        <Filters label={t('report.standing')} value={filter.standing} onChange={(standing) => setFilter({ standing, severity: 'any' })} options={[
          { value: 'open', label: t('report.standing.open'), count: marks.length - done },
          { value: 'accepted', label: t('report.standing.accepted'), count: done },
          { value: 'all', label: t('report.standing.all'), count: marks.length },
        ]} />
        <Filters label={t('report.severity')} value={filter.severity} onChange={(severity) => setFilter({ ...filter, severity })} options={[
          { value: 'any', label: t('report.severity.all'), count: total },
          ...severities.map((value) => ({ value, label: t(`severity.${value}`), count: counts[value] })),
        ]} />
      </div>
      {shown.length === 0 && <p className="soft side-empty" role="status">{t(filter.standing === 'open' && done > 0 ? 'report.no_findings.all_accepted' : 'report.no_findings.filtered')}</p>}
      <MarkRows key={`${filter.standing} ${filter.severity}`} label={t('report.findings')} items={shown} keyOf={({ id }) => id} height={92} current={indexToShow(shown, spot)} spot={spot}
        row={(mark) => <FindingRow mark={mark} open={mark === chosen} done={accepted.has(mark.value.id)} all={all} toggle={toggle} tools={tools} />} />
    </>
  );
}

interface RowProps extends Pick<Props, 'all' | 'toggle' | 'tools'> {
  mark: FindingMark;
  open: boolean;
  done: boolean;
}

function FindingRow({ mark, open, done, all, toggle, tools }: RowProps) {
  const { t, words } = useText();
  const { severity, message } = mark.value;
  const head = (
    <>
      <span className={`severity-icon ${done ? 'accepted' : severity}`}>
        <Icon name={done ? 'check' : severity} /><span className="hidden-visually">{t(`severity.${severity}`)}{done && `, ${t('report.standing.accepted')}`}: </span>
      </span>
      <span className="side-words">
        <span>{words(message)}</span>
        {!open && <span className="side-quote" lang="vi">{quote(tools.text, mark.start, mark.end)}</span>}
      </span>
    </>
  );
  return <SideRow open={open} toggle={() => toggle(mark)} head={head}>{() => <FindingDetail mark={mark} all={all} tools={tools} />}</SideRow>;
}

function FindingDetail({ mark, all, tools }: { mark: FindingMark; all: readonly Mark[]; tools: RowTools }) {
  const { t, words } = useText();
  const { severity, code, suggestion, id } = mark.value;
  const others = overlapping(all, mark);
  const claims = others.filter((other) => other.kind === 'claim' && !other.value.holds);
  const rest = others.filter((other) => other.kind !== 'figure' && !claims.includes(other));
  return (
    <>
      <p className="detail-meta"><span className={`chip ${severity}`}>{t(`severity.${severity}`)}</span><span className="hash">{code}</span></p>
      <PlaceLine place={mark} tools={tools} />
      {claims.map((claim) => claim.kind === 'claim' && <ClaimLines key={claim.id} claim={claim.value} />)}
      {suggestion && <div><h3>{t('report.suggestion')}</h3><p>{words(suggestion)}</p></div>}
      <AlsoHere others={rest} tools={tools} />
      <AcceptanceBlock finding={id} />
    </>
  );
}
