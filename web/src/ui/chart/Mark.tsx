import type { Shape } from './chart';

const paths: Record<Shape, string> = {
  circle: 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z',
  square: 'M-4.500 -4.500h9v9h-9z',
  up: 'M0 -5.500L5.500 4.500h-11z',
  down: 'M0 5.500L5.500 -4.500h-11z',
  diamond: 'M0 -6L6 0 0 6 -6 0z',
};

/** The sign of a line's point; hollow where its value is not sure. */
export function Mark({ shape, sure }: { shape: Shape; sure: boolean }) {
  return <path className={sure ? 'chart-mark' : 'chart-mark hollow'} d={paths[shape]} />;
}

/** The same sign within text: for legends and tables. */
export function MarkSign({ shape, sure, tone }: { shape: Shape; sure: boolean; tone: number }) {
  return (
    <svg className={`mark-sign tone-${tone}`} width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true" focusable="false"><Mark shape={shape} sure={sure} /></svg>
  );
}
