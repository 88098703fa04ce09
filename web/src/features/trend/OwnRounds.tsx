import type { Points, Trend, TrendRound } from '../../api/types';
import { useText } from '../../locales/text';
import { AssumedMark, PointsBar } from '../../ui/points';
import { Notice } from '../../ui/states';

/** The rounds of the own province or unit part by part, newest first, and what neighbouring sets both ask. */
export function OwnRounds({ trend }: { trend: Trend }) {
  const { t, words } = useText();
  return (
    <section className="panel table-panel" aria-labelledby="own-title">
      <h2 id="own-title">{t('trend.own', { unit: words(trend.unit.name) })}</h2>
      {trend.rounds.length === 0
        ? <Notice icon="inbox" title={t('trend.own.none.title')} text={t('trend.own.none.text')} />
        : <ol className="own-rounds">{trend.rounds.toReversed().map((round) => <OwnRound key={round.round} round={round} />)}</ol>}
    </section>
  );
}

function OwnRound({ round }: { round: TrendRound }) {
  const { t, words, decimal } = useText();
  return (
    <li>
      <h3>{words(round.title)}</h3>
      <p className="soft">{words(round.set.title)} ({t('rounds.version', { version: round.set.version })})</p>
      {round.points ? (
        <dl className="own-groups">
          {round.groups.map((group) => (
            <div key={group.code}>
              <dt><span className="criterion-code">{group.code}</span> {words(group.title)}</dt>
              <dd><GroupPoints points={group.points} provenance={group.provenance} /></dd>
            </div>
          ))}
        </dl>
      ) : (
        <p><span className="chip blank">{t('rounds.not_submitted')}</span></p>
      )}
      {round.broken && (
        <p className="own-broken">
          <span className="chip warning">{t('trend.joined.broken')}</span>{' '}
          {round.comparable
            ? t('trend.comparable', { criteria: round.comparable.criteria, before: decimal(round.comparable.before.reached), before_of: decimal(round.comparable.before.reachable), after: decimal(round.comparable.after.reached), after_of: decimal(round.comparable.after.reachable) })
            : t('trend.comparable.none')}
        </p>
      )}
    </li>
  );
}

function GroupPoints({ points, provenance }: { points: Points; provenance: 'published' | 'assumed' }) {
  const { t, decimal } = useText();
  const shown = { reached: decimal(points.reached), reachable: decimal(points.reachable), maximum: decimal(points.maximum) };
  return (
    <>
      <span className="hidden-visually">{t('points.of', shown)}</span>
      <span aria-hidden="true"><strong>{shown.reached}</strong> <span className="soft">/ {shown.reachable} / {shown.maximum}</span></span>{provenance === 'assumed' && <AssumedMark />}
      <PointsBar points={points} />
    </>
  );
}
