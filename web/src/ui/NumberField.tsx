import { Input } from 'antd';
import { useId, useState } from 'react';
import { compare } from '../format/decimal';
import { readDecimal } from '../format/read';
import { useText, type TextKey } from '../locales/text';

interface Props {
  label: string;
  /** An exact decimal; null while what is typed cannot be read. */
  value: string | null;
  onChange: (value: string | null) => void;
  unit?: string;
  /** Which numbers may be given: any from 0, or any at all. */
  from?: 'zero' | 'anything';
  whole?: boolean;
  most?: string;
  /** What to do when the field is emptied; without it a number is missing then. */
  blank?: () => void;
}

/** A number typed as people write it in their language, 1.234,5; shown tidied up once it is left. */
export function NumberField({ label, value, onChange, unit, from = 'zero', whole = false, most, blank }: Props) {
  const { t, decimal, language } = useText();
  const id = useId();
  const [kept, setKept] = useState({ value, language, text: value === null ? '' : decimal(value) });
  if (kept.language !== language || kept.value !== value) setKept({ value, language, text: value === null ? kept.text : decimal(value) });
  const wrongIn = (read: string): TextKey | null => {
    if (from === 'zero' && read.startsWith('-')) return 'number.wrong';
    if (whole && read.includes('.')) return 'number.whole';
    return most !== undefined && compare(read, most) > 0 ? 'number.most' : null;
  };
  const reason = (): TextKey => {
    const read = readDecimal(kept.text, language);
    return kept.text.trim() === '' ? 'number.missing' : (read !== null && wrongIn(read)) || 'number.wrong';
  };
  const wrong = value === null && !(blank && kept.text.trim() === '');
  const type = (text: string) => {
    if (blank && text.trim() === '') {
      setKept({ value: null, language, text: '' });
      return blank();
    }
    const read = readDecimal(text, language);
    const next = read === null || wrongIn(read) ? null : read;
    setKept({ value: next, language, text });
    onChange(next);
  };
  return (
    <span className="number-field">
      <Input size="small" inputMode="decimal" autoComplete="off" aria-label={label} suffix={unit} value={kept.text} maxLength={40}
        status={wrong ? 'error' : ''} aria-invalid={wrong} aria-describedby={wrong ? id : undefined}
        onChange={(event) => type(event.target.value)} onBlur={() => value !== null && setKept({ value, language, text: decimal(value) })} />
      {wrong && <span id={id} className="field-wrong">{t(reason(), { most: most === undefined ? '' : decimal(most) })}</span>}
    </span>
  );
}
