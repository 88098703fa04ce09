import type { CriterionWork, LayerScore } from '../../api/types';
import { subtract } from '../../format/decimal';
import { useText } from '../../locales/text';
import { Gap } from '../../ui/points';
import { PersonName } from './parts';

/** The scores a criterion has from self to review, one beside the other, each with who set it and why. */
export function ScoreRow({ criterion }: { criterion: CriterionWork }) {
  const { t } = useText();
  const { self, computed, points } = criterion;
  return (
    <dl className="score-row" aria-label={t('work.scores')}>
      <div><dt>{t('work.score.maximum')}</dt><dd><Score points={points} /></dd></div>
      <div><dt>{t('work.score.self')}</dt><dd><Score points={self} /></dd></div>
      <div>
        <dt>{t('work.score.computed')}</dt>
        <dd><Score points={computed} />{self !== null && computed !== null && <p className="score-by">{t('work.difference')}: <Gap value={subtract(self, computed)} /></p>}</dd>
      </div>
      {(['appraised', 'submitted', 'reviewed'] as const).map((layer) => <div key={layer}><dt>{t(`work.score.${layer}`)}</dt><dd><Layer score={criterion[layer]} /></dd></div>)}
    </dl>
  );
}

function Score({ points }: { points: string | null }) {
  const { decimal } = useText();
  return points === null ? <span className="soft">–</span> : <strong>{decimal(points)}</strong>;
}

function Layer({ score }: { score: LayerScore | null }) {
  return (
    <>
      <Score points={score?.points ?? null} />
      {score && <p className="score-by"><PersonName person={score.by} />{score.reason && <span className="score-reason" lang="vi">“{score.reason}”</span>}</p>}
    </>
  );
}
