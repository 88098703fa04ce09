import { compare } from '../../format/decimal';
import { NumberField } from '../../ui/NumberField';
import { greater, sliderStep } from './actions';

interface Props {
  label: string;
  unit: string;
  value: string | null;
  /** What all actions take: the end of the slider. */
  total: string;
  least: string;
  onChange: (value: string | null) => void;
}

/** How much there is to spend, typed or drawn; no slider where nothing costs anything. */
export function BudgetField({ label, unit, value, total, least, onChange }: Props) {
  const step = sliderStep(total, least);
  const end = greater(total, value ?? '0');
  return (
    <div className="budget-field">
      <span className="budget-label" aria-hidden="true">{label}</span>
      {compare(total, '0') > 0
        ? <input type="range" aria-label={label} aria-valuetext={`${value ?? ''} ${unit}`} min={0} max={Math.ceil(Number(end) / Number(step)) * Number(step)} step={step} value={value ?? '0'} onChange={(event) => onChange(event.target.value)} />
        : <span />}
      <NumberField label={label} value={value} unit={unit} onChange={onChange} />
    </div>
  );
}
