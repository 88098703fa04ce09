import { Button, Input, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { UnitSummary } from '../../api/types';
import { useText } from '../../locales/text';
import { Export } from '../../ui/Export';
import { Icon } from '../../ui/Icon';
import { FindingCounts, Gap, PointsBar } from '../../ui/points';
import { Notice } from '../../ui/states';
import { arrange, gapOf, kinds, type Column, type View } from './arrange';

const everything: View = { search: '', kind: 'all', column: null, descending: false };
const columns: readonly Column[] = ['name', 'kind', 'points', 'self', 'gap', 'findings'];
const numeric: readonly Column[] = ['self', 'gap'];

export function UnitTable({ round, units }: { round: string; units: UnitSummary[] }) {
  const { t, language } = useText();
  const [view, setView] = useState(everything);
  const shown = useMemo(() => arrange(units, view, language), [units, view, language]);
  return (
    <section className="panel unit-panel" aria-label={t('rounds.column.name')}>
      <Filters units={units} view={view} setView={setView} />
      <div className="list-foot">
        <p className="soft unit-count" role="status">{t('rounds.shown', { shown: shown.length, all: units.length })}</p>
        <Export list={`rounds/${encodeURIComponent(round)}/units`} query={{ kind: view.kind === 'all' ? null : view.kind, search: view.search, sort: sortOf(view) }} />
      </div>
      {shown.length === 0 ? (
        <Notice icon="search" title={t('rounds.no_match.title')} text={t('rounds.no_match.text')}>
          <Button onClick={() => setView(everything)}>{t('rounds.clear')}</Button>
        </Notice>
      ) : (
        <table className="unit-table">
          <thead>
            <tr>
              {columns.map((column) => <SortableHead key={column} column={column} view={view} setView={setView} />)}
              <th scope="col">{t('rounds.column.report')}</th>
            </tr>
          </thead>
          <tbody>{shown.map((unit) => <UnitRow key={unit.id} round={round} unit={unit} />)}</tbody>
        </table>
      )}
    </section>
  );
}

/** As the server names it. */
function sortOf({ column, descending }: View): string | null {
  if (column === null) return null;
  return `${descending ? '-' : ''}${column === 'findings' ? 'errors' : column}`;
}

interface ViewProps {
  view: View;
  setView: (view: View) => void;
}

function Filters({ units, view, setView }: ViewProps & { units: UnitSummary[] }) {
  const { t } = useText();
  const there = kinds.filter((kind) => units.some((unit) => unit.kind === kind));
  const options = (['all', ...there] as const).map((value) => ({ value, label: t(value === 'all' ? 'rounds.kind.all' : `kind.${value}`) }));
  return (
    <div className="unit-filters" role="search">
      <Input allowClear prefix={<Icon name="search" />} aria-label={t('rounds.search')} placeholder={`${t('rounds.search')} – ${t('rounds.search.hint').toLowerCase()}`}
        value={view.search} onChange={(event) => setView({ ...view, search: event.target.value })} />
      <div className="unit-kinds">
        <Segmented name="kind" aria-label={t('rounds.kind')} options={options} value={view.kind} onChange={(kind) => setView({ ...view, kind })} />
      </div>
    </div>
  );
}

function SortableHead({ column, view, setView }: ViewProps & { column: Column }) {
  const { t } = useText();
  const active = view.column === column;
  const label = t(`rounds.column.${column}`);
  const next = () => {
    const first = column !== 'name' && column !== 'kind';
    if (!active) setView({ ...view, column, descending: first });
    else if (view.descending === first) setView({ ...view, descending: !first });
    else setView({ ...view, column: null, descending: false });
  };
  return (
    <th scope="col" className={numeric.includes(column) ? 'number' : undefined} aria-sort={active ? (view.descending ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className={`plain-button sort-button${active ? ' active' : ''}`} onClick={next} title={t('rounds.sort', { column: label.toLowerCase() })}>
        {label}
        <Icon name={active ? (view.descending ? 'down' : 'up') : 'both'} size={12} />
      </button>
    </th>
  );
}

function UnitRow({ round, unit }: { round: string; unit: UnitSummary }) {
  const { t, words, decimal } = useText();
  const name = words(unit.name);
  return (
    <tr className={unit.points ? undefined : 'not-submitted'}>
      <th scope="row"><Link to={`/rounds/${encodeURIComponent(round)}/units/${encodeURIComponent(unit.id)}`}>{name}</Link></th>
      <td className="soft">{t(`kind.${unit.kind}`)}</td>
      <td className="unit-points"><UnitPoints unit={unit} /></td>
      <td className="number" data-label={t('rounds.column.self')}>{unit.self === null ? <span className="soft">–</span> : decimal(unit.self)}</td>
      <td className="number" data-label={t('rounds.column.gap')}><Gap value={gapOf(unit)} /></td>
      <td className="unit-findings">{unit.report ? <FindingCounts counts={unit.findings} /> : <span className="soft">–</span>}</td>
      <td>
        {unit.report ? (
          <Link className="report-link" to={`/reports/${encodeURIComponent(unit.report)}`} aria-label={t('rounds.report_of', { unit: name })}>
            <Icon name="document" />{t('rounds.open_report')}
          </Link>
        ) : (
          <span className="soft">–</span>
        )}
      </td>
    </tr>
  );
}

function UnitPoints({ unit }: { unit: UnitSummary }) {
  const { t, decimal } = useText();
  if (!unit.points) return <span className="chip blank">{t('rounds.not_submitted')}</span>;
  const { reached, reachable, maximum } = unit.points;
  const shown = { reached: decimal(reached), reachable: decimal(reachable), maximum: decimal(maximum) };
  return (
    <span className="points-cell">
      <span className="hidden-visually">{t('points.of', shown)}</span>
      <span aria-hidden="true" className="points-words"><strong>{shown.reached}</strong> <span className="soft">/ {shown.reachable} / {shown.maximum}</span></span>
      <PointsBar points={unit.points} />
    </span>
  );
}
