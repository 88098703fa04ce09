import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trendQuery } from '../../api/queries';
import type { Trend } from '../../api/types';
import { useText } from '../../locales/text';
import { Key } from '../../ui/chart/Key';
import { LineChart } from '../../ui/chart/LineChart';
import type { ChartLine } from '../../ui/chart/chart';
import { Export } from '../../ui/Export';
import { Loading, Notice, ProblemNotice } from '../../ui/states';
import { useTitle } from '../../ui/title';
import { isSure, linesOf, pointsOf, type TrendLine } from './lines';
import { OwnRounds } from './OwnRounds';
import { PointWords } from './PointWords';
import { TrendTable } from './TrendTable';
import './trend.css';

export function TrendPage() {
  const { t, words } = useText();
  const trend = useQuery(trendQuery);
  useTitle(t('trend.title'));
  if (trend.isPending) return <Loading rows={12} />;
  if (trend.isError) return <ProblemNotice place="page" error={trend.error} retry={() => void trend.refetch()} />;
  const lines = linesOf(trend.data);
  if (lines.length === 0) return <Notice place="page" icon="inbox" title={t('trend.none.title')} text={t('trend.none.text')} />;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('trend.title')}</h1>
          <p className="soft page-lead">{t('trend.lead', { unit: words(trend.data.unit.name) })}</p>
        </div>
        <Export list="trend" />
      </div>
      <Picture trend={trend.data} lines={lines} />
      <OwnRounds trend={trend.data} />
    </>
  );
}

/** The chart and the table beside it; a place chosen in one is marked in the other. */
function Picture({ trend, lines }: { trend: Trend; lines: TrendLine[] }) {
  const { t, words, decimal } = useText();
  const [chosen, choose] = useState<string | null>(null);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const toggle = (line: string) => {
    const next = new Set(hidden);
    if (!next.delete(line)) next.add(line);
    setHidden(next);
  };
  const drawn = lines.map((line): ChartLine => ({ ...line, label: words(line.label), points: line.points.map((point) => drawnOf(point, decimal)) }));
  const of = (id: string) => lines.flatMap((line) => line.points.map((point) => ({ line, point }))).find(({ point }) => point.id === id)!;
  return (
    <>
      <section className="panel chart-panel" aria-labelledby="chart-title">
        <div className="chart-head">
          <h2 id="chart-title">{t('trend.chart')}</h2>
          <Key label={t('trend.lines')} lines={drawn} hidden={hidden} toggle={toggle} />
        </div>
        <LineChart lines={drawn.filter(({ id }) => !hidden.has(id))} label={t('trend.chart.label')} axis={t('trend.axis', { maximum: decimal(trend.maximum) })}
          showValue={decimal} chosen={chosen} choose={choose} tip={(id) => <PointWords {...of(id)} />} />
        <p className="soft chart-signs">{t('trend.signs')}</p>
      </section>
      <TrendTable lines={lines} chosen={chosen} choose={choose} />
    </>
  );
}

function drawnOf(point: TrendLine['points'][number], decimal: (value: string) => string) {
  const points = pointsOf(point);
  const reachable = point.kind === 'round' ? point.round.points?.reachable : undefined;
  return {
    id: point.id, year: point.year, broken: point.broken, sure: isSure(point),
    value: points === null ? null : Number(points),
    ...(reachable === undefined ? {} : { upTo: Number(reachable) }),
    ...(points === null ? {} : { label: decimal(points) }),
  };
}
