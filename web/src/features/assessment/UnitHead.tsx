import { Link } from 'react-router';
import { hasOneUnit, useSession } from '../../app/session';
import type { Assessment } from '../../api/types';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { PointsBar } from '../../ui/points';
import '../../ui/views.css';
import './assessment.css';

export type UnitView = 'assessment' | 'work' | 'advice' | 'steps';

/** Whose points these are, how many, and the pages about them. */
export function UnitHead({ assessment, view }: { assessment: Assessment; view: UnitView }) {
  return (
    <>
      <Head assessment={assessment} />
      <Views assessment={assessment} view={view} />
    </>
  );
}

function addressOf(assessment: Assessment): string {
  return `/rounds/${encodeURIComponent(assessment.round)}/units/${encodeURIComponent(assessment.unit.id)}`;
}

function Views({ assessment, view }: { assessment: Assessment; view: UnitView }) {
  const { t } = useText();
  const unit = addressOf(assessment);
  const addresses: Record<UnitView, string> = { assessment: unit, work: `${unit}/work`, advice: `${unit}/advice`, steps: `${unit}/advice?view=steps` };
  return (
    <nav className="views" aria-label={t('unit.views')}>
      {(['assessment', 'work', 'advice', 'steps'] as const).map((one) => (
        <Link key={one} to={addresses[one]} aria-current={one === view ? 'page' : undefined}>{t(`unit.view.${one}`)}</Link>
      ))}
    </nav>
  );
}

function Head({ assessment }: { assessment: Assessment }) {
  const { t, words } = useText();
  const session = useSession();
  return (
    <div className="page-head">
      <div>
        {!hasOneUnit(session) && (
          <Link className="back-link" to={`/rounds/${encodeURIComponent(assessment.round)}`}><Icon name="left" size={13} />{t('assessment.back')}</Link>
        )}
        <h1>{words(assessment.unit.name)}</h1>
        <p className="page-meta">
          <span>{words(assessment.set.title)} ({t('rounds.version', { version: assessment.set.version })})</span>
          {assessment.report ? (
            <Link className="report-link" to={`/reports/${encodeURIComponent(assessment.report)}`}><Icon name="document" />{t('assessment.open_report')}</Link>
          ) : (
            <span>{t('assessment.no_report')}</span>
          )}
        </p>
        {assessment.below && <Below below={assessment.below} />}
      </div>
      <Totals assessment={assessment} />
    </div>
  );
}

/** With which units together the unit is scored, as of which days, and who of them is still silent. */
function Below({ below: { units, silent, values_on: values, tree_on: tree } }: { below: NonNullable<Assessment['below']> }) {
  const { t, words, date } = useText();
  return (
    <p className="page-meta">
      <span>{t('assessment.below', { units, values: date(values), tree: date(tree) })}</span>
      {silent.length > 0 && <span className="below-silent">{t('assessment.below.silent', { count: silent.length, names: silent.map(({ name }) => words(name)).join('; ') })}</span>}
    </p>
  );
}

function Totals({ assessment }: { assessment: Assessment }) {
  const { t, decimal } = useText();
  const { points, self } = assessment;
  return (
    <div className="totals">
      <p>
        <Link to={`${addressOf(assessment)}?criterion=total`} title={t('explanation.total')}><strong className="totals-reached">{decimal(points.reached)}</strong></Link>
        <span className="soft"> / {t('points.reachable', { value: decimal(points.reachable) })} / {t('points.maximum', { value: decimal(points.maximum) })}</span>
      </p>
      <PointsBar points={points} />
      {self !== null && <p className="soft">{t('assessment.column.self')}: <span className="totals-self">{decimal(self)}</span></p>}
    </div>
  );
}
