import type { LostPoints } from '../../api/types';
import { share } from '../../format/decimal';
import { useText } from '../../locales/text';
import { MarkSign } from '../../ui/chart/Mark';
import type { Shape } from '../../ui/chart/chart';
import '../../ui/chart/chart.css';

interface Held {
  name: string;
  value: string;
  /** Of which it is a part, where that is not the criterion's present maximum. */
  of?: string;
  shape: Shape;
  tone: number;
}

/** The unit's points beside its peers' median and best and its own last year: on one bar, and in words. */
export function Comparison({ loss, withLastYear }: { loss: LostPoints; withLastYear: boolean }) {
  const { t, decimal } = useText();
  const { reached, maximum } = loss.points;
  const held: Held[] = [];
  if (loss.peers) {
    held.push({ name: t('advice.median'), value: loss.peers.median, shape: 'circle', tone: 2 }, { name: t('advice.best'), value: loss.peers.best, shape: 'up', tone: 3 });
  }
  const then = loss.last_year_of;
  if (loss.last_year !== null) {
    held.push({ name: then ? t('advice.own_last_year.of', { code: then.code }) : t('advice.own_last_year'), value: loss.last_year, shape: 'diamond', tone: 5, ...(then && { of: then.maximum }) });
  }
  return (
    <div className="comparison">
      <span className="comparison-bar" aria-hidden="true">
        <span className="reached" style={{ width: `${share(reached, maximum)}%` }} />
        {held.map(({ name, value, of, shape, tone }) => (
          <span key={name} className="comparison-mark" style={{ left: `${share(value, of ?? maximum)}%` }}><MarkSign shape={shape} sure tone={tone} /></span>
        ))}
      </span>
      <dl>
        <div><dt>{t('advice.now')}</dt><dd><strong>{decimal(reached)}</strong> / {decimal(maximum)}</dd></div>
        {held.map(({ name, value, of, shape, tone }) => <div key={name}><dt><MarkSign shape={shape} sure tone={tone} /> {name}</dt><dd>{decimal(value)}{of && ` / ${decimal(of)}`}</dd></div>)}
        {!loss.peers && <div><dt className="soft">{t('advice.peers.few')}</dt></div>}
        {withLastYear && loss.last_year === null && <div><dt className="soft">{t('advice.own_last_year.none')}</dt></div>}
      </dl>
    </div>
  );
}
