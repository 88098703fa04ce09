import type { ChartLine } from './chart';
import { MarkSign } from './Mark';
import '../filters.css';

interface Props {
  label: string;
  lines: readonly ChartLine[];
  hidden: ReadonlySet<string>;
  toggle: (line: string) => void;
}

/** The lines with their signs; each can be taken off the chart. The last one stays. */
export function Key({ label, lines, hidden, toggle }: Props) {
  const shown = lines.filter(({ id }) => !hidden.has(id));
  return (
    <div className="chart-key" role="group" aria-label={label}>
      {lines.map((line) => (
        <button key={line.id} type="button" className="filter" aria-pressed={!hidden.has(line.id)} disabled={shown.length === 1 && shown[0] === line} onClick={() => toggle(line.id)}>
          <MarkSign shape={line.shape} sure tone={line.tone} />{line.label}
        </button>
      ))}
    </div>
  );
}
