import { Tooltip } from 'antd';
import { useText } from '../../locales/text';
import { MarkSign } from '../../ui/chart/Mark';
import { AssumedMark } from '../../ui/points';
import '../../ui/table.css';
import { isAssumed, isSure, pointsOf, type TrendLine, type TrendPoint } from './lines';
import { SetWords } from './PointWords';

interface Props {
  lines: readonly TrendLine[];
  chosen: string | null;
  choose: (point: string | null) => void;
}

/** Every point of the chart with its exact number, the set it stands on and where it was read. */
export function TrendTable({ lines, chosen, choose }: Props) {
  const { t } = useText();
  return (
    <section className="panel table-panel" aria-labelledby="trend-table-title">
      <h2 id="trend-table-title">{t('trend.table')}</h2>
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{t('trend.column.line')}</th>
            <th scope="col">{t('trend.column.year')}</th>
            <th scope="col" className="number">{t('trend.column.points')}</th>
            <th scope="col">{t('trend.column.set')}</th>
            <th scope="col">{t('trend.column.joined')}</th>
            <th scope="col">{t('trend.column.source')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.flatMap((line) => line.points.map((point) => (
            <PointRow key={point.id} line={line} point={point} chosen={point.id === chosen} choose={choose} />
          )))}
        </tbody>
      </table>
    </section>
  );
}

function PointRow({ line, point, chosen, choose }: { line: TrendLine; point: TrendPoint; chosen: boolean; choose: (point: string | null) => void }) {
  const { t, words } = useText();
  const joined = point.first ? 'first' : point.broken ? 'broken' : 'yes';
  return (
    <tr className={chosen ? 'chosen' : undefined} onPointerEnter={() => choose(point.id)} onPointerLeave={() => choose(null)}>
      <th scope="row"><MarkSign shape={line.shape} sure={isSure(point)} tone={line.tone} /> {words(line.label)}</th>
      <td data-label={t('trend.column.year')}>{point.year}</td>
      <td className="number" data-label={t('trend.column.points')}><Value point={point} /></td>
      <td data-label={t('trend.column.set')}><SetWords point={point} /></td>
      <td data-label={t('trend.column.joined')}><span className={joined === 'broken' ? 'chip warning' : 'soft'}>{t(`trend.joined.${joined}`)}</span></td>
      <td className="wide-cell" data-label={t('trend.column.source')}><Origin point={point} /></td>
    </tr>
  );
}

function Value({ point }: { point: TrendPoint }) {
  const { t, decimal } = useText();
  const points = pointsOf(point);
  if (points === null) return <span className="chip blank">{t('rounds.not_submitted')}</span>;
  return (
    <>
      <strong>{decimal(points)}</strong>
      {point.kind === 'round' && point.round.points && <span className="soft"> / {decimal(point.round.points.reachable)} / {decimal(point.round.points.maximum)}</span>}
      {isAssumed(point) && <AssumedMark />}
    </>
  );
}

function Origin({ point }: { point: TrendPoint }) {
  const { t, words } = useText();
  if (point.kind === 'round') return <>{words(point.round.title)}</>;
  const { status, source, province } = point.published;
  return (
    <>
      {province && <>{province}. </>}{words(source)}{' '}
      <Tooltip title={t(`trend.status.${status}.hint`)}><span className={`chip ${status === 'text' ? 'good' : 'plain'}`}>{t(`trend.status.${status}`)}</span></Tooltip>
    </>
  );
}
