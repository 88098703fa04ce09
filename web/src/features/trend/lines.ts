import type { PublishedPoint, Trend, TrendRound, Words } from '../../api/types';
import type { Shape } from '../../ui/chart/chart';

/** One row of the table and one point of the chart: a published result, or a round of one's own. */
export type TrendPoint = { id: string; year: number; broken: boolean; first: boolean } & (
  | { kind: 'published'; published: PublishedPoint }
  | { kind: 'round'; round: TrendRound }
);

export interface TrendLine {
  id: string;
  label: Words;
  shape: Shape;
  tone: number;
  points: TrendPoint[];
}

const signs: readonly Shape[] = ['circle', 'up', 'down', 'diamond'];

/** The own rounds first, where there are any, then what was published; each line with a sign of its own. */
export function linesOf(trend: Trend): TrendLine[] {
  const own: TrendLine = {
    id: 'own', label: trend.unit.name, shape: 'square', tone: 1,
    points: trend.rounds.map((round, index) => ({ id: `own-${round.round}`, year: round.year, broken: round.broken, first: index === 0, kind: 'round', round })),
  };
  const published = trend.published.map((line, place): TrendLine => ({
    id: line.id, label: line.label, shape: signs[place % signs.length]!, tone: 2 + (place % 4),
    points: line.points.map((point, index) => ({ id: `${line.id}-${point.year}`, year: point.year, broken: point.broken, first: index === 0, kind: 'published', published: point })),
  }));
  return [own, ...published].filter(({ points }) => points.length > 0);
}

/** The points as a decimal; null for a round in which nothing was handed in. */
export function pointsOf(point: TrendPoint): string | null {
  return point.kind === 'published' ? point.published.points : (point.round.points?.reached ?? null);
}

/** Whether any part of the points is assumed. */
export function isAssumed(point: TrendPoint): boolean {
  return point.kind === 'round' && point.round.groups.some(({ provenance }) => provenance === 'assumed');
}

/** Whether there is a value that was read where it was published, or was worked out here on published points. */
export function isSure(point: TrendPoint): boolean {
  return point.kind === 'published' ? point.published.status === 'text' : point.round.points !== null && !isAssumed(point);
}

/** The set a point stands on; null where it is not at hand. */
export function setOf(point: TrendPoint): { id: string; version: string } | null {
  return point.kind === 'published' ? point.published.set : point.round.set;
}
