/** What marks a line's points, so that lines are told apart without colour. */
export type Shape = 'circle' | 'square' | 'up' | 'down' | 'diamond';

export interface ChartPoint {
  id: string;
  year: number;
  /** Only for drawing; null is a gap. The exact number stands in words beside the chart. */
  value: number | null;
  /** How far it could have gone, drawn as a stem above the point. */
  upTo?: number;
  /** No line is drawn from the point before. */
  broken: boolean;
  /** Filled where the value is sure, hollow where it is not. */
  sure: boolean;
  label?: string;
}

export interface ChartLine {
  id: string;
  label: string;
  shape: Shape;
  /** A colour of chart.css. */
  tone: number;
  points: readonly ChartPoint[];
}

export type DrawnPoint = ChartPoint & { value: number };

/** The stretches of a line that are drawn as one: cut at gaps and where a point says it is broken. */
export function runsOf(points: readonly ChartPoint[]): DrawnPoint[][] {
  const runs: DrawnPoint[][] = [];
  let open = false;
  for (const point of points) {
    if (point.value === null) {
      open = false;
      continue;
    }
    const drawn = { ...point, value: point.value };
    if (open && !point.broken) runs.at(-1)!.push(drawn);
    else runs.push([drawn]);
    open = true;
  }
  return runs;
}

/** Round numbers from at or below the lowest to at or above the highest value, about so many. */
export function ticksOf(values: readonly number[], about = 5): number[] {
  const low = values.length ? Math.min(...values) : 0;
  const high = values.length ? Math.max(...values) : 1;
  const span = high - low || Math.abs(high) || 1;
  const rough = span / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((one) => one >= rough)!;
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step), first + 1);
  const places = Math.max(0, -Math.floor(Math.log10(step)));
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toFixed(places)));
}

/** Every year from the first to the last of all lines, also those without a point. */
export function yearsOf(lines: readonly ChartLine[]): number[] {
  const years = lines.flatMap(({ points }) => points.map(({ year }) => year));
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, index) => first + index);
}

/** Every how many years one is written, so that they stand at least so many pixels apart. */
export function strideOf(count: number, width: number, apart: number): number {
  return Math.max(1, Math.ceil((count * apart) / Math.max(1, width)));
}
