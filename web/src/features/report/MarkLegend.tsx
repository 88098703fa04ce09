import { useText } from '../../locales/text';
import type { Mark, MarkKind } from './marks';

const kinds: readonly MarkKind[] = ['finding', 'claim', 'citation', 'none', 'figure'];
const sample = { finding: 'm-finding warning', claim: 'm-claim holds', citation: 'm-citation', none: 'm-none', figure: 'm-figure' } as const;

/** The marks that occur in this text, each with its look and how often it stands there. */
export function MarkLegend({ marks }: { marks: Mark[] }) {
  const { t } = useText();
  return (
    <ul className="mark-legend" aria-label={t('report.legend')}>
      {kinds.map((kind) => {
        const count = marks.filter((mark) => mark.kind === kind).length;
        return count > 0 && kind !== 'target' && <li key={kind}><span className={sample[kind]}>{t(`report.mark.${kind}`)}</span> {count}</li>;
      })}
    </ul>
  );
}
