import { useText } from '../../locales/text';
import { AssumedMark } from '../../ui/points';
import { isAssumed, pointsOf, setOf, type TrendLine, type TrendPoint } from './lines';

/** What a point of the chart stands for, in a few lines. */
export function PointWords({ line, point }: { line: TrendLine; point: TrendPoint }) {
  const { t, words, decimal } = useText();
  const province = point.kind === 'published' ? point.published.province : null;
  const label = words(line.label);
  return (
    <>
      <p>{label}{province && province !== label && ` (${province})`}, {point.year}</p>
      <p><strong>{decimal(pointsOf(point) ?? '0')}</strong>{point.kind === 'round' && point.round.points && <span className="soft"> / {t('points.reachable', { value: decimal(point.round.points.reachable) })}</span>}{isAssumed(point) && <AssumedMark />}</p>
      <p className="soft"><SetWords point={point} /></p>
      {point.kind === 'published' && <p className="soft">{t(`trend.status.${point.published.status}`)}</p>}
    </>
  );
}

export function SetWords({ point }: { point: TrendPoint }) {
  const { t } = useText();
  const set = setOf(point);
  return set ? <>{t('trend.set', set)}</> : <>{t('trend.set.none')}</>;
}
