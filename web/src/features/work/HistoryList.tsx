import type { WorkAct } from '../../api/types';
import { useText } from '../../locales/text';
import { PersonName } from './parts';

/** What was done, newest first: who, for whom, when, with which points, and why. */
export function HistoryList({ history }: { history: readonly WorkAct[] }) {
  const { t, words, time, decimal } = useText();
  if (history.length === 0) return <p className="soft">{t('work.history.none')}</p>;
  return (
    <ol className="history" reversed>
      {[...history].reverse().map((one, index) => (
        <li key={history.length - index}>
          <p>
            <strong>{words(one.title)}</strong>
            {one.points !== null && <> · {t('work.points', { points: decimal(one.points) })}</>}
            {one.version !== null && <> · {one.publishes ? t('public.number', { number: one.version }) : t('work.version', { version: one.version })}</>}
          </p>
          <p className="soft"><PersonName person={one.by} />, <time dateTime={one.at}>{time(one.at)}</time></p>
          {one.reason && <blockquote lang="vi">{one.reason}</blockquote>}
        </li>
      ))}
    </ol>
  );
}
