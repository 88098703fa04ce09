import type { Assessment } from '../../api/types';
import { useText } from '../../locales/text';
import { hasAssumed } from './tree';

/** What stands beside the tree until a criterion is chosen: the signs used, and which set this is. */
export function Legend({ assessment }: { assessment: Assessment }) {
  const { t, words } = useText();
  return (
    <div className="legend">
      <div className="legend-pick">
        <p className="notice-title">{t('assessment.pick.title')}</p>
        <p className="soft">{t('assessment.pick.text')}</p>
      </div>
      <h2>{t('assessment.legend')}</h2>
      <dl>
        <div><dt><span className="chip zero">{t('state.zero')}</span></dt><dd>{t('state.zero.hint')}</dd></div>
        {(['blank', 'not_applicable', 'not_available'] as const).map((state) => (
          <div key={state}><dt><span className={`chip ${state}`}>{t(`state.${state}`)}</span></dt><dd>{t(`state.${state}.hint`)}</dd></div>
        ))}
        {hasAssumed(assessment.criteria) && <div><dt><span className="assumed-mark">°</span></dt><dd>{t('points.assumed')}</dd></div>}
        <div><dt><span className="gap-over">+1</span></dt><dd>{t('gap.hint')}</dd></div>
      </dl>
      <h2>{t('assessment.set')}</h2>
      <p>{words(assessment.set.title)} ({t('rounds.version', { version: assessment.set.version })})</p>
      <p className="hash">SHA-256 {assessment.set.sha256}</p>
    </div>
  );
}
