import type { PublishedDocument, PublishedUnit, ScoreName } from '../../api/types';
import { useText } from '../../locales/text';
import { Export } from '../../ui/Export';
import { byKind, partsOf, type KindGroup } from './arrange';
import { PointsOrNone } from './parts';
import '../../ui/table.css';

/** The units beside the province's own file, ranked among their kind, with the points of each part. */
export function UnitResults({ document }: { document: PublishedDocument }) {
  const { t } = useText();
  if (document.units.length === 0) return null;
  return (
    <section aria-labelledby="units-title">
      <div className="list-foot">
        <h2 id="units-title" className="public-section">{t('public.units')}</h2>
        <Export list={`publications/${encodeURIComponent(document.round.id)}/${document.number}/units`} />
      </div>
      {document.ranked_by && <p className="soft public-note">{t('public.ranked', { score: t(`work.score.${document.ranked_by}`).toLowerCase() })}</p>}
      {byKind(document.units).map((group) => <KindTable key={group.kind} group={group} document={document} />)}
    </section>
  );
}

function KindTable({ group: { kind, units }, document }: { group: KindGroup; document: PublishedDocument }) {
  const { t, words } = useText();
  const id = `units-${kind}`;
  const shown = document.ranked_by ?? document.unit_scores[document.unit_scores.length - 1];
  const parts = partsOf(document.criteria);
  return (
    <section className="panel table-panel" aria-labelledby={id}>
      <h3 id={id} className="public-kind">{t(`kind.${kind}`)} ({units.length})</h3>
      <table className="data-table unit-results">
        <thead>
          <tr>
            {document.ranked_by && <th scope="col" className="number">{t('ranks.column.rank')}</th>}
            <th scope="col">{t('rounds.column.name')}</th>
            {document.unit_scores.map((score) => <th key={score} scope="col" className="number">{t(`work.score.${score}`)}</th>)}
            {shown && parts.map(({ code, title }) => <th key={code} scope="col" className="number" title={words(title)}>{code}</th>)}
          </tr>
        </thead>
        <tbody>{units.map((unit) => <Row key={unit.id} unit={unit} scores={document.unit_scores} shown={shown} ranked={document.ranked_by !== null} />)}</tbody>
      </table>
    </section>
  );
}

interface RowProps {
  unit: PublishedUnit;
  scores: readonly ScoreName[];
  shown: ScoreName | undefined;
  ranked: boolean;
}

function Row({ unit, scores, shown, ranked }: RowProps) {
  const { t, words, decimal } = useText();
  const [total, ...parts] = unit.parts;
  return (
    <tr>
      {ranked && <td className="number rank" data-label={t('ranks.column.rank')}><strong>{unit.rank ?? '–'}</strong></td>}
      <th scope="row">{words(unit.name)}{!unit.handed_in && <> <span className="chip blank">{t('rounds.not_submitted')}</span></>}</th>
      {scores.map((score) => (
        <td key={score} className="number" data-label={t(`work.score.${score}`)}>
          {score === shown ? <strong><PointsOrNone points={total?.[score]} /></strong> : <PointsOrNone points={total?.[score]} />}
          {score === shown && total && <span className="soft"> / {decimal(total.maximum)}</span>}
        </td>
      ))}
      {shown && parts.map((part) => <td key={part.code} className="number" data-label={part.code ?? ''}><PointsOrNone points={part[shown]} /></td>)}
    </tr>
  );
}
