import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { hasOneUnit, useSession } from '../../app/session';
import { seriesQuery, unitTreeQuery, type SeriesQuestion } from '../../api/queries';
import type { UnitTree } from '../../api/types';
import { useText } from '../../locales/text';
import { Key } from '../../ui/chart/Key';
import { LineChart } from '../../ui/chart/LineChart';
import type { ChartLine } from '../../ui/chart/chart';
import { Export } from '../../ui/Export';
import { Loading, Notice, ProblemNotice } from '../../ui/states';
import { useWide } from '../../ui/wide';
import { Choices } from './Choices';
import { PartsPanel } from './PartsPanel';
import { SeriesTable, type Column } from './SeriesTable';
import { changeDays, dayBefore, pointsOf, unitsOfBoth } from './tree';

/** A value to open: of which tree and year. */
interface Spot {
  tree: string;
  year: number;
}

export function SeriesView({ today }: { today: UnitTree }) {
  const { t } = useText();
  const session = useSession();
  const [search, setSearch] = useSearchParams();
  const days = changeDays(today.events);
  const change = days.find(({ date }) => date === search.get('change'))?.date ?? days[0]?.date ?? today.on;
  const before = useQuery(unitTreeQuery(dayBefore(change)));
  const after = useQuery(unitTreeQuery(change));
  const set = (values: Record<string, string | null>) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(values)) if (value === null) next.delete(name); else next.set(name, value);
    setSearch(next, { replace: true, preventScrollReset: true });
  };
  const failed = [before, after].find(({ isError }) => isError);
  if (failed) return <ProblemNotice error={failed.error} retry={() => void failed.refetch()} />;
  if (!before.data || !after.data) return <Loading rows={10} />;
  const all = unitsOfBoth(before.data.units, after.data.units);
  const units = hasOneUnit(session) ? all.filter(({ id }) => id === session.unit.id) : all;
  const item = today.items.find(({ id }) => id === search.get('item')) ?? today.items[0];
  const unit = units.find(({ id }) => id === search.get('unit')) ?? units.find(({ kind }) => kind === 'province') ?? units[0];
  if (!item || !unit) return <section className="panel"><Notice icon="inbox" title={t('series.empty.title')} text={t('series.empty.text')} /></section>;
  const of = today.items.find(({ id }) => id === search.get('of') && id !== item.id)?.id ?? null;
  const asked = { item: item.id, of, unit: unit.id };
  return (
    <>
      <Choices items={today.items} units={units} days={days} chosen={{ ...asked, change }} set={set} />
      <Picture key={JSON.stringify([asked, change])} asked={asked} trees={[before.data, after.data]} percent={of !== null} />
    </>
  );
}

/** The series under both trees as lines and as a table; a value chosen in the table opens into its parts. */
function Picture({ asked, trees, percent }: { asked: Omit<SeriesQuestion, 'tree'>; trees: readonly UnitTree[]; percent: boolean }) {
  const { t, date, words, decimal } = useText();
  const wide = useWide(1080);
  const [spot, setSpot] = useState<Spot | null>(null);
  const [point, setPoint] = useState<string | null>(null);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [before, after] = trees.map((tree) => ({ tree, there: tree.units.some(({ id }) => id === asked.unit) }));
  const series = [useSeries(asked, before!), useSeries(asked, after!)];
  const failed = series.find(({ isError }) => isError);
  if (failed) return <section className="panel"><ProblemNotice error={failed.error} retry={() => void failed.refetch()} /></section>;
  if (series.some(({ isLoading }) => isLoading)) return <Loading rows={10} />;
  const columns = [before!, after!].map(({ tree, there }, index): Column => ({ tree: tree.on, title: t(index === 0 ? 'series.before' : 'series.after', { date: date(tree.on) }), years: there ? (series[index]!.data?.years ?? []) : null, shape: index === 0 ? 'circle' : 'square', tone: index === 0 ? 4 : 1 }));
  const known = series.find(({ data }) => data)?.data;
  const lines = columns.filter(({ years }) => years !== null).map((column): ChartLine => ({ id: column.tree, label: column.title, shape: column.shape, tone: column.tone, points: pointsOf(column.tree, column.years!) }));
  const toggle = (line: string) => {
    const next = new Set(hidden);
    if (!next.delete(line)) next.add(line);
    setHidden(next);
  };
  const yearOf = (id: string) => columns.flatMap(({ tree, years }) => (years ?? []).map((year) => ({ id: `${tree}-${year.year}`, year }))).find((one) => one.id === id)?.year;
  const drawn = lines.some(({ points }) => points.some(({ value }) => value !== null));
  const panel = spot && <PartsPanel key={`${spot.tree} ${spot.year}`} question={{ ...asked, tree: spot.tree, explain: spot.year }} close={() => setSpot(null)} />;
  return (
    <div className={spot && wide ? 'series-body with-parts' : 'series-body'}>
      <div className="series-main">
        <section className="panel chart-panel" aria-labelledby="series-chart">
          <div className="chart-head">
            <h2 id="series-chart">{t('trend.chart')}</h2>
            <Key label={t('trend.lines')} lines={lines} hidden={hidden} toggle={toggle} />
          </div>
          {drawn ? (
            <LineChart lines={lines.filter(({ id }) => !hidden.has(id))} label={t('series.chart.label')} axis={percent ? '%' : known ? words(known.item.unit) : ''} showValue={decimal}
              chosen={point} choose={setPoint} tip={(id) => { const year = yearOf(id); return year && <><p>{year.year}</p><p><strong>{words(year.shown)}</strong></p></>; }} />
          ) : (
            <Notice icon="inbox" title={t('series.undrawn.title')} text={t('series.undrawn.text')} />
          )}
          <p className="soft chart-signs">{t('series.signs')}</p>
          <div className="list-foot">
            {columns.filter(({ years }) => years !== null).map(({ tree, title }) => <Export key={tree} of={title} list="series" query={{ item: asked.item, of: asked.of, unit: asked.unit, tree }} />)}
          </div>
        </section>
        <SeriesTable columns={columns} chosen={spot} point={point} choose={(tree, year) => setSpot({ tree, year })} />
      </div>
      {wide ? spot && <aside className="parts panel" aria-label={t('series.parts')} tabIndex={-1}>{panel}</aside> : (
        <Drawer open={spot !== null} onClose={() => setSpot(null)} placement="bottom" size="88%" closable={false} aria-label={t('series.parts')} className="explanation-drawer">{panel}</Drawer>
      )}
    </div>
  );
}

function useSeries(asked: Omit<SeriesQuestion, 'tree'>, { tree, there }: { tree: UnitTree; there: boolean }) {
  return useQuery({ ...seriesQuery({ ...asked, tree: tree.on }), enabled: there });
}
