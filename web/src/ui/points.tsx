import { Tooltip } from 'antd';
import type { CriterionState, Points, Severity, UnitSummary } from '../api/types';
import { compare, share } from '../format/decimal';
import { useText } from '../locales/text';
import { Icon } from './Icon';
import './points.css';

/** How far the points go: reached, what is still open, and what cannot be reached. */
export function PointsBar({ points }: { points: Points }) {
  return (
    <span className="points-bar" aria-hidden="true">
      <span className="reachable" style={{ width: `${share(points.reachable, points.maximum)}%` }} />
      <span className="reached" style={{ width: `${share(points.reached, points.maximum)}%` }} />
    </span>
  );
}

export function AssumedMark() {
  const { t } = useText();
  return (
    <Tooltip title={t('points.assumed')}>
      <span className="assumed-mark">
        <span aria-hidden="true">°</span>
        <span className="hidden-visually">{t('points.assumed')}</span>
      </span>
    </Tooltip>
  );
}

/** Blank, not applicable and not available each look and read unlike zero points. */
export function StateChip({ state, reached }: { state: CriterionState; reached: string }) {
  const { t } = useText();
  if (state !== 'scored') {
    return <Tooltip title={t(`state.${state}.hint`)}><span className={`chip ${state}`}>{t(`state.${state}`)}</span></Tooltip>;
  }
  if (compare(reached, '0') !== 0) return null;
  return <Tooltip title={t('state.zero.hint')}><span className="chip zero">{t('state.zero')}</span></Tooltip>;
}

export function Gap({ value }: { value: string | null }) {
  const { signed } = useText();
  if (value === null) return <span className="soft">–</span>;
  const sign = compare(value, '0');
  return <span className={sign > 0 ? 'gap-over' : sign < 0 ? 'gap-under' : 'soft'}>{signed(value)}</span>;
}

export function SeverityChip({ severity }: { severity: Severity }) {
  const { t } = useText();
  return <span className={`chip ${severity}`}><Icon name={severity} size={13} />{t(`severity.${severity}`)}</span>;
}

export function FindingCounts({ counts }: { counts: UnitSummary['findings'] }) {
  const { t } = useText();
  const kinds = (['error', 'warning', 'note'] as const).filter((kind) => counts[kind] > 0);
  if (kinds.length === 0) return <span className="soft">{t('findings.none')}</span>;
  return (
    <span className="finding-counts">
      <span className="hidden-visually">{t('findings.counts', counts)}</span>
      {kinds.map((kind) => (
        <Tooltip key={kind} title={t(`severity.${kind}`)}>
          <span className={`chip ${kind}`} aria-hidden="true"><Icon name={kind} size={13} />{counts[kind]}</span>
        </Tooltip>
      ))}
    </span>
  );
}
