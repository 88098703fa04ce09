import type { SeriesYear } from '../../api/types';
import { useText } from '../../locales/text';
import type { Shape } from '../../ui/chart/chart';
import { MarkSign } from '../../ui/chart/Mark';
import '../../ui/table.css';
import { isSure } from './tree';

/** The series under one tree; null years where the unit does not stand in it. */
export interface Column {
  tree: string;
  title: string;
  years: readonly SeriesYear[] | null;
  shape: Shape;
  tone: number;
}

interface Props {
  columns: readonly Column[];
  chosen: { tree: string; year: number } | null;
  /** The point of the chart that is looked at. */
  point: string | null;
  choose: (tree: string, year: number) => void;
}

/** Year by year under both trees, exact and in words; each value is the way to what it is made of. */
export function SeriesTable({ columns, chosen, point, choose }: Props) {
  const { t } = useText();
  const years = [...new Set(columns.flatMap((column) => (column.years ?? []).map(({ year }) => year)))].sort((a, b) => b - a);
  return (
    <section className="panel table-panel" aria-labelledby="series-table">
      <h2 id="series-table">{t('trend.table')}</h2>
      <table className="data-table series-table">
        <thead>
          <tr>
            <th scope="col">{t('trend.column.year')}</th>
            {columns.map(({ tree, title, shape, tone }) => <th key={tree} scope="col" className="wide-cell"><MarkSign shape={shape} sure tone={tone} /> {title}</th>)}
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <tr key={year} className={columns.some(({ tree }) => point === `${tree}-${year}`) ? 'chosen' : undefined}>
              <th scope="row">{year}</th>
              {columns.map((column) => (
                <td key={column.tree} className="wide-cell" data-label={column.title}>
                  <Value column={column} year={year} pressed={chosen?.tree === column.tree && chosen.year === year} choose={choose} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Value({ column, year, pressed, choose }: { column: Column; year: number; pressed: boolean; choose: Props['choose'] }) {
  const { t, words } = useText();
  if (column.years === null) return <span className="soft">{t('series.not_there')}</span>;
  const value = column.years.find((one) => one.year === year);
  if (!value) return <span className="soft">–</span>;
  const sign = value.value !== null && <MarkSign shape={column.shape} sure={isSure(value)} tone={column.tone} />;
  if (value.part_count === 0) return <span className="series-value">{sign}{words(value.shown)}</span>;
  return (
    <span className="series-value">
      {sign}
      <button type="button" className="plain-button series-open" aria-pressed={pressed} onClick={() => choose(column.tree, year)}>
        {words(value.shown)}<span className="hidden-visually">, {year}, {t('series.open', { count: value.part_count })}</span>
      </button>
    </span>
  );
}
