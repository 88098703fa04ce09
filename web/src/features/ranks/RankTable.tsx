import { Tooltip } from 'antd';
import { Link } from 'react-router';
import type { Ranks, UnitRank } from '../../api/types';
import { useText } from '../../locales/text';
import '../../ui/table.css';

interface Props {
  round: string;
  kind: Ranks['kinds'][number]['kind'];
  units: readonly UnitRank[];
}

/** The units of one kind by points, each with the ranks it could have. */
export function RankTable({ round, kind, units }: Props) {
  const { t } = useText();
  const id = `ranks-${kind}`;
  const resting = units.filter((unit) => unit.rests_on_assumption).length;
  return (
    <section className="panel table-panel" aria-labelledby={id}>
      <h2 id={id}>{t(`kind.${kind}`)} <span className="soft head-count">{t('ranks.count', { count: units.length, resting })}</span></h2>
      <table className="data-table rank-table">
        <thead>
          <tr>
            <th scope="col" className="number">{t('ranks.column.rank')}</th>
            <th scope="col">{t('rounds.column.name')}</th>
            <th scope="col">{t('rounds.column.points')}</th>
            <th scope="col">{t('ranks.column.range')}</th>
            <th scope="col" className="wide-cell">{t('ranks.column.rests')}</th>
          </tr>
        </thead>
        <tbody>{units.map((unit) => <Row key={unit.unit.id} round={round} unit={unit} of={units.length} />)}</tbody>
      </table>
    </section>
  );
}

function Row({ round, unit, of }: { round: string; unit: UnitRank; of: number }) {
  const { t, words, decimal } = useText();
  return (
    <tr>
      <td className="number rank" data-label={t('ranks.column.rank')}>
        <strong>{unit.rank}</strong>
        {unit.rests_on_assumption ? (
          <Tooltip title={t('ranks.rests')}><span className="assumed-mark"><span aria-hidden="true">°</span><span className="hidden-visually">{t('ranks.rests')}</span></span></Tooltip>
        ) : <span className="assumed-space" />}
      </td>
      <th scope="row"><Link to={`/rounds/${encodeURIComponent(round)}/units/${encodeURIComponent(unit.unit.id)}`}>{words(unit.unit.name)}</Link></th>
      <td data-label={t('rounds.column.points')}><strong>{decimal(unit.points.reached)}</strong> <span className="soft">/ {decimal(unit.points.reachable)} / {decimal(unit.points.maximum)}</span></td>
      <td data-label={t('ranks.column.range')}><Range unit={unit} of={of} /></td>
      <td className="wide-cell">{words(unit.text)}</td>
    </tr>
  );
}

/** From the highest to the lowest rank in words, and the same on a line of all ranks. */
function Range({ unit: { rank, highest, lowest }, of }: { unit: UnitRank; of: number }) {
  const { t } = useText();
  const at = (one: number) => (of > 1 ? ((one - 1) / (of - 1)) * 100 : 50);
  return (
    <span className="rank-range">
      <span className="rank-words">{highest === lowest ? t('ranks.always', { rank }) : t('ranks.range', { highest, lowest })}</span>
      <span className="rank-line" aria-hidden="true">
        <span className="rank-span" style={{ left: `${at(highest)}%`, right: `${100 - at(lowest)}%` }} />
        <span className="rank-dot" style={{ left: `${at(rank)}%` }} />
      </span>
    </span>
  );
}
