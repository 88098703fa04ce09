import { createContext, useContext } from 'react';
import { Link } from 'react-router';
import type { FigurePart, Input, RolledUp } from '../../api/types';
import { useText } from '../../locales/text';

interface Props {
  input: Input;
  figure: RolledUp;
}

/** Where the same criterion of a unit below stands, with the parts of its own figures; null where there is no such place. */
export const PartPlace = createContext<((unit: string) => string) | null>(null);

type Silent = Exclude<FigurePart['state'], 'given'>;

/** A figure of a unit with units below it, opened into what each of them gave. */
export function RolledUpParts({ input, figure }: Props) {
  const { t, words } = useText();
  const spoken = figure.parts.filter(({ state, so_far }) => state === 'given' || so_far !== null);
  return (
    <div className="rolled-up">
      <p className="soft input-source">
        {words(figure.said)}
        {input.state !== 'given' && figure.so_far !== null && <>; {t('rolled_up.so_far')} <Value input={input} value={figure.so_far} /></>}
      </p>
      <details>
        <summary>{t('rolled_up.open', { count: figure.parts.length })}</summary>
        <p className="soft input-source">{words(figure.how)}</p>
        {spoken.length > 0 && <ul className="rolled-up-parts">{spoken.map((part) => <Part key={`${part.unit.id}${part.own}`} part={part} input={input} />)}</ul>}
        {(['blank', 'not_available', 'not_applicable'] as const).map((state) => <Others key={state} state={state} parts={figure.parts} />)}
      </details>
    </div>
  );
}

function Part({ part, input }: { part: FigurePart; input: Input }) {
  const { t, words, date } = useText();
  const place = useContext(PartPlace);
  const name = words(part.unit.name);
  return (
    <li>
      <p className="input-line">
        <span>{place && !part.own ? <Link to={place(part.unit.id)}>{name}</Link> : name}{part.own && ` (${t('rolled_up.own')})`}</span>
        <span>
          {part.state !== 'given' && <span className="soft">{t('rolled_up.so_far')} </span>}
          <Value input={input} value={(part.state === 'given' ? part.value : part.so_far) ?? ''} />
        </span>
      </p>
      {(part.day || part.said) && <p className="soft input-source">{[part.day && t('rolled_up.day', { day: date(part.day) }), part.said && words(part.said)].filter(Boolean).join('; ')}</p>}
    </li>
  );
}

/** Those that gave no number, by why. */
function Others({ state, parts }: { state: Silent; parts: FigurePart[] }) {
  const { t, words } = useText();
  const names = parts.filter((part) => part.state === state && part.so_far === null).map(({ unit }) => words(unit.name));
  if (names.length === 0) return null;
  return <p className="rolled-up-others"><span className={`chip ${state}`}>{t(`state.${state}`)}</span> <span className="soft">{names.length}: {names.join('; ')}</span></p>;
}

/** A figure with its unit, or yes and no in words. */
export function Value({ input, value }: { input: Input; value: string }) {
  const { t, words, decimal } = useText();
  if (value === 'true' || value === 'false') return <strong>{t(`value.${value}`)}</strong>;
  return <span className="number"><strong>{decimal(value)}</strong> {words(input.unit)}</span>;
}
