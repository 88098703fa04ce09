import type { PublishedCriterion, PublishedDocument } from '../../api/types';
import { share } from '../../format/decimal';
import { useText } from '../../locales/text';
import { Export } from '../../ui/Export';
import { depthOf, partsOf } from './arrange';
import { PointsOrNone, scoreNames } from './parts';
import '../../ui/points.css';
import '../../ui/table.css';

/** What the province came to: the whole, part by part, and every criterion with its four scores. */
export function Results({ document: { criteria, round, number } }: { document: PublishedDocument }) {
  const { t } = useText();
  const total = criteria.find(({ code }) => code === null);
  return (
    <section className="panel public-results" aria-labelledby="results-title">
      <div className="list-foot">
        <h2 id="results-title">{t('public.results')}</h2>
        <Export list={`publications/${encodeURIComponent(round.id)}/${number}/criteria`} />
      </div>
      {total && <Total total={total} />}
      <Parts parts={partsOf(criteria)} />
      <CriterionTable criteria={criteria} />
    </section>
  );
}

export function Total({ total }: { total: PublishedCriterion }) {
  const { t, decimal } = useText();
  return (
    <dl className="public-total">
      {scoreNames.map((name) => (
        <div key={name} className={name === 'reviewed' ? 'public-final' : undefined}>
          <dt>{t(`work.score.${name}`)}</dt>
          <dd><strong><PointsOrNone points={total[name]} /></strong> <span className="soft">/ {decimal(total.maximum)}</span></dd>
        </div>
      ))}
    </dl>
  );
}

/** The points that hold: reviewed, or as far as the round came. */
function holding(one: PublishedCriterion): string | null {
  return one.reviewed ?? one.submitted ?? one.appraised ?? one.self;
}

function Parts({ parts }: { parts: readonly PublishedCriterion[] }) {
  const { words, decimal } = useText();
  return (
    <ul className="public-parts">
      {parts.map((part) => (
        <li key={part.code}>
          <span className="part-title"><strong>{part.code}</strong> {words(part.title)}</span>
          <span className="part-points"><strong><PointsOrNone points={holding(part)} /></strong> <span className="soft">/ {decimal(part.maximum)}</span></span>
          <span className="points-bar" aria-hidden="true"><span className="reached" style={{ width: `${share(holding(part) ?? '0', part.maximum)}%` }} /></span>
        </li>
      ))}
    </ul>
  );
}

function CriterionTable({ criteria }: { criteria: PublishedDocument['criteria'] }) {
  const { t } = useText();
  return (
    <table className="data-table public-table">
      <caption>{t('public.criteria')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('public.criterion')}</th>
          <th scope="col" className="number">{t('work.score.maximum')}</th>
          {scoreNames.map((name) => <th key={name} scope="col" className="number">{t(`work.score.${name}`)}</th>)}
        </tr>
      </thead>
      <tbody>{criteria.filter(({ code }) => code !== null).map((one) => <Row key={one.code} one={one} depth={depthOf(one, criteria)} />)}</tbody>
    </table>
  );
}

function Row({ one, depth }: { one: PublishedCriterion; depth: number }) {
  const { t, words, decimal } = useText();
  return (
    <tr className={one.leaf ? 'public-leaf' : 'public-group'}>
      <th scope="row" style={{ '--depth': depth } as React.CSSProperties}>
        <span className="public-code">{one.code}</span> {words(one.title)}
        {one.state === 'not_applicable' && <> <span className="chip not_applicable">{t('state.not_applicable')}</span></>}
        {one.reason && <span className="public-why"><span className="soft">{t('public.why')}:</span> <span lang="vi">{one.reason}</span></span>}
      </th>
      <td className="number" data-label={t('work.score.maximum')}>{decimal(one.maximum)}</td>
      {scoreNames.map((name) => (
        <td key={name} className={name === 'reviewed' ? 'number public-reviewed' : 'number'} data-label={t(`work.score.${name}`)}><PointsOrNone points={one[name]} /></td>
      ))}
    </tr>
  );
}
