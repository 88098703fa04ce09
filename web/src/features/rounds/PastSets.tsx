import { useQuery } from '@tanstack/react-query';
import { pastSetsQuery } from '../../api/queries';
import { useText } from '../../locales/text';

/** The indicator sets a round stood on before the present one: until when, and who left each why. Nothing where it never moved. */
export function PastSets({ round }: { round: string }) {
  const { t, words, time } = useText();
  const past = useQuery(pastSetsQuery(round));
  if (!past.data || past.data.length === 0) return null;
  return (
    <details className="past-sets">
      <summary>{t('rounds.past_sets')} ({past.data.length})</summary>
      <ol>
        {past.data.map(({ set, until, by, reason }) => (
          <li key={until}>
            {words(set.title)} ({t('rounds.version', { version: set.version })}), <span className="soft">{t('rounds.past_sets.until', { until: time(until), by, reason })}</span>
            <span className="hash">SHA-256 {set.sha256}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
