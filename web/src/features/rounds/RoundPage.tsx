import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from 'react-router';
import { hasOneUnit, useSession } from '../../app/session';
import { roundsQuery, unitsQuery } from '../../api/queries';
import type { UnitSummary } from '../../api/types';
import { compare } from '../../format/decimal';
import { useText } from '../../locales/text';
import { Loading, Notice, ProblemNotice } from '../../ui/states';
import { useTitle } from '../../ui/title';
import { gapOf } from './arrange';
import { RoundHead } from './RoundHead';
import { UnitTable } from './UnitTable';
import './rounds.css';

export function RoundPage() {
  const { round = '' } = useParams();
  const { t, words } = useText();
  const session = useSession();
  const rounds = useQuery(roundsQuery);
  const units = useQuery(unitsQuery(round));
  const current = rounds.data?.find(({ id }) => id === round);
  useTitle(current && words(current.title));
  if (hasOneUnit(session)) return <Navigate replace to={`/rounds/${encodeURIComponent(round)}/units/${encodeURIComponent(session.unit.id)}`} />;
  if (rounds.isPending || units.isPending) return <Loading rows={10} />;
  const failed = rounds.isError ? rounds : units.isError ? units : null;
  if (failed) return <ProblemNotice place="page" error={failed.error} retry={() => void failed.refetch()} />;
  return (
    <>
      {current && <RoundHead round={current} rounds={rounds.data ?? []} view="units" />}
      {units.data?.length === 0 && <Notice icon="inbox" title={t('rounds.no_units.title')} text={t('rounds.no_units.text')} />}
      {units.data && units.data.length > 0 && (
        <>
          <Summary units={units.data} />
          <UnitTable round={round} units={units.data} />
        </>
      )}
    </>
  );
}

function Summary({ units }: { units: UnitSummary[] }) {
  const { t } = useText();
  const submitted = units.filter(({ points }) => points !== null).length;
  const errors = units.reduce((sum, { findings }) => sum + findings.error, 0);
  const withErrors = units.filter(({ findings }) => findings.error > 0).length;
  const over = units.filter((unit) => compare(gapOf(unit) ?? '0', '0') > 0).length;
  return (
    <dl className="round-summary">
      <div><dt>{t('rounds.summary.submitted')}</dt><dd><strong>{submitted}</strong> {t('rounds.summary.of', { all: units.length })}</dd></div>
      <div><dt>{t('rounds.summary.errors')}</dt><dd><strong>{errors}</strong> {t('rounds.summary.errors.hint', { units: withErrors })}</dd></div>
      <div><dt>{t('rounds.summary.gaps')}</dt><dd><strong>{over}</strong> {t('rounds.summary.gaps.hint')}</dd></div>
    </dl>
  );
}
