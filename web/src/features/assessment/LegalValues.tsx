import type { LegalValue } from '../../api/types';
import { useText } from '../../locales/text';

const tones = { text: 'plain', press: 'note', unconfirmed: 'warning' } as const;

/** Numbers of the law that a rule takes: value, days, basis, and how well each is known. */
export function LegalValues({ values }: { values: LegalValue[] }) {
  const { t, words, decimal, date } = useText();
  return (
    <ul className="inputs legal-values">
      {values.map((one) => (
        <li key={one.id}>
          <p className="input-line">
            <span>{words(one.label)}</span>
            <span className="number"><strong>{decimal(one.value)}</strong> {one.unit !== 'count' && t(`law.unit.${one.unit}`)}</span>
          </p>
          <p className="soft input-source">
            <span lang="vi">{one.basis}</span>; {one.to ? t('law.from_to', { from: date(one.from), to: date(one.to) }) : t('law.from', { from: date(one.from) })}
          </p>
          <p><span className={`chip ${tones[one.status]}`}>{one.status !== 'text' && '° '}{t(`law.status.${one.status}`)}</span></p>
          {one.status !== 'text' && <p className="soft input-source">{words(one.status_text)}</p>}
        </li>
      ))}
    </ul>
  );
}
