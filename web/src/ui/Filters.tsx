import './filters.css';

/** One choice of a filter; the count is how many rows it leaves. */
export interface FilterOption<T extends string> {
  value: T;
  label: string;
  count: number;
}

interface Props<T extends string> {
  label: string;
  options: readonly FilterOption<T>[];
  value: T;
  onChange: (value: T) => void;
}

/** Small switches above a list, one of them down. */
export function Filters<T extends string>({ label, options, value, onChange }: Props<T>) {
  return (
    <div className="filters" role="group" aria-label={label}>
      {options.map((option) => (
        <button key={option.value} type="button" className="filter" aria-pressed={option.value === value} disabled={option.count === 0 && option.value !== value} onClick={() => onChange(option.value)}>
          {option.label} <span className="filter-count">{option.count}</span>
        </button>
      ))}
    </div>
  );
}
