import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import type { Mark, MarkKind } from './marks';

const kinds = ['finding', 'claim', 'citation', 'reference', 'none', 'figure', 'doubtful'] as const satisfies readonly MarkKind[];
const sample = { finding: 'm-finding warning', claim: 'm-claim holds', citation: 'm-citation', reference: 'm-reference', none: 'm-none', figure: 'm-figure', doubtful: 'm-doubtful' } as const;

/** The marks that occur in this text, each with its look and how often it stands there. */
export function MarkLegend({ marks }: { marks: readonly Mark[] }) {
  const { t } = useText();
  const counts = new Map<MarkKind, number>();
  for (const { kind } of marks) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const present = kinds.filter((kind) => counts.has(kind));
  if (present.length === 0) return null;
  return (
    <details className="legend" onBlur={({ currentTarget, relatedTarget }) => { if (!currentTarget.contains(relatedTarget)) currentTarget.open = false; }}
      onKeyDown={({ key, currentTarget }) => { if (key === 'Escape') currentTarget.open = false; }}>
      <summary><Icon name="chevron" size={12} />{t('report.legend')}</summary>
      <ul className="mark-legend">
        {present.map((kind) => <li key={kind}><span className={sample[kind]}>{t(`report.mark.${kind}`)}</span> {counts.get(kind)}</li>)}
      </ul>
    </details>
  );
}
