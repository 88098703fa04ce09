import { useEffect, useRef, useState, type ReactNode } from 'react';
import { runsOf, strideOf, ticksOf, yearsOf, type ChartLine, type DrawnPoint } from './chart';
import { Mark } from './Mark';
import './chart.css';

interface Props {
  lines: readonly ChartLine[];
  /** What a screen reader says of it; the numbers themselves stand in a table beside. */
  label: string;
  showValue: (value: string) => string;
  /** What is written over the value axis. */
  axis: string;
  chosen: string | null;
  choose: (point: string | null) => void;
  tip: (point: string) => ReactNode;
}

const margin = { top: 34, right: 26, bottom: 28 };

/** Points over years as lines that break where they must. Drawn as SVG: colours follow the theme, text stays text. */
export function LineChart({ lines, label, showValue, axis, chosen, choose, tip }: Props) {
  const [frame, width] = useWidth();
  const ticks = ticksOf(lines.flatMap(({ points }) => points.flatMap(({ value, upTo }) => [value, upTo ?? null].filter((one) => one !== null))));
  const years = yearsOf(lines);
  const height = width < 560 ? 280 : 360;
  const left = 14 + 7 * Math.max(...ticks.map((tick) => showValue(String(tick)).length));
  const x = (year: number) => left + 14 + ((year - years[0]!) / Math.max(1, years.length - 1)) * (width - left - 14 - margin.right);
  const y = (value: number) => height - margin.bottom - ((value - ticks[0]!) / (ticks.at(-1)! - ticks[0]!)) * (height - margin.top - margin.bottom);
  const drawn = lines.flatMap((line) => runsOf(line.points).flat().map((point) => ({ line, point })));
  const shown = drawn.find(({ point }) => point.id === chosen)?.point;
  const stride = strideOf(years.length, width - left, 44);
  const roomy = stride === 1; // else the labels would stand over each other
  return (
    <div className="chart" ref={frame} onPointerLeave={() => choose(null)}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={label}>
          <text className="chart-axis" x={0} y={12}>{axis}</text>
          {ticks.map((tick) => (
            <g key={tick} className="chart-grid">
              <line x1={left} x2={width - 8} y1={y(tick)} y2={y(tick)} />
              <text x={left - 8} y={y(tick) + 4} textAnchor="end">{showValue(String(tick))}</text>
            </g>
          ))}
          {years.filter((_, index) => (years.length - 1 - index) % stride === 0).map((year) => (
            <text key={year} className="chart-year" x={x(year)} y={height - 8} textAnchor="middle">{year}</text>
          ))}
          {lines.map((line) => <Strokes key={line.id} line={line} x={x} y={y} />)}
          {drawn.map(({ line, point }) => (
            <g key={point.id} className={`chart-point tone-${line.tone}${point.id === chosen ? ' chosen' : ''}`} transform={`translate(${x(point.year)} ${y(point.value)})`}
              onPointerEnter={() => choose(point.id)} onClick={() => choose(point.id)}>
              <circle r={14} className="chart-touch" />
              <Mark shape={line.shape} sure={point.sure} />
              {point.label && (roomy || point.id === chosen) && <text y={point.upTo === undefined ? -11 : 20} textAnchor="middle">{point.label}</text>}
            </g>
          ))}
        </svg>
      )}
      {shown && <Tip x={x(shown.year)} y={y(shown.value)} width={width}>{tip(shown.id)}</Tip>}
    </div>
  );
}

interface Scale {
  x: (year: number) => number;
  y: (value: number) => number;
}

function Strokes({ line, x, y }: Scale & { line: ChartLine }) {
  const at = ({ year, value }: DrawnPoint) => `${x(year)},${y(value)}`;
  return (
    <g className={`chart-stroke tone-${line.tone}`}>
      {runsOf(line.points).map((run) => (
        <g key={run[0]!.id}>
          {run.length > 1 && <polyline points={run.map(at).join(' ')} />}
          {run.map((point) => point.upTo !== undefined && (
            <path key={point.id} className="chart-stem" d={`M${x(point.year)} ${y(point.value)}V${y(point.upTo)}m-5 0h10`} />
          ))}
        </g>
      ))}
    </g>
  );
}

/** Says in words what stands at a point; for the eye only, the table says the same. */
function Tip({ x, y, width, children }: { x: number; y: number; width: number; children: ReactNode }) {
  const right = x > width / 2;
  return (
    <div className="chart-tip" aria-hidden="true" style={{ top: Math.max(0, y - 20), ...(right ? { right: width - x + 16 } : { left: x + 16 }) }}>{children}</div>
  );
}

function useWidth(): [React.RefObject<HTMLDivElement | null>, number] {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const watched = frame.current!;
    const observer = new ResizeObserver(() => setWidth(Math.floor(watched.clientWidth)));
    observer.observe(watched);
    return () => observer.disconnect();
  }, []);
  return [frame, width];
}
