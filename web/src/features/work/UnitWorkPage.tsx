import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { assessmentQuery } from '../../api/queries';
import { unitWorkQuery } from '../../api/work';
import { useText } from '../../locales/text';
import { Loading, Notice, ProblemNotice } from '../../ui/states';
import { useTitle } from '../../ui/title';
import { UnitHead } from '../assessment/UnitHead';
import { UnitWorkView } from './UnitWorkView';
import './work.css';

/** A unit's file of a round: answered, appraised, objected to and ruled on, one criterion at a time. */
export function UnitWorkPage() {
  const { round = '', unit = '' } = useParams();
  const { t, words } = useText();
  const assessment = useQuery(assessmentQuery(round, unit));
  const work = useQuery(unitWorkQuery(round, unit));
  useTitle(work.data && `${t('unit.view.work')} – ${words(work.data.unit.name)}`);
  const failed = [assessment, work].find(({ isError, data }) => isError && data === undefined);
  if (failed) return <ProblemNotice place="page" error={failed.error} retry={() => void failed.refetch()} />;
  if (!assessment.data || !work.data) return <Loading rows={14} />;
  return (
    <>
      <UnitHead assessment={assessment.data} view="work" />
      {work.data.criteria.length === 0
        ? <Notice icon="inbox" title={t('assessment.empty.title')} text={t('assessment.empty.text')} />
        : <UnitWorkView key={`${round} ${unit}`} work={work.data} tree={assessment.data.criteria} />}
    </>
  );
}
