import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { reportQuery } from '../../api/queries';
import { useSession } from '../../app/session';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { Loading, ProblemNotice } from '../../ui/states';
import { useTitle } from '../../ui/title';
import { bytesOfPlace } from './place';
import { ReportHead } from './ReportHead';
import { ReportView } from './ReportView';
import { mayAcceptFindings } from './rights';

/** The report a unit handed in for a round, with its annex. */
export function ReportPage() {
  const { report = '' } = useParams();
  const { t, words } = useText();
  const session = useSession();
  const [search] = useSearchParams();
  const query = useQuery(reportQuery(report));
  useTitle(query.data && `${t('report.title')} – ${words(query.data.unit.name)}`);
  if (query.isPending) return <Loading rows={14} />;
  if (query.isError) return <ProblemNotice place="page" error={query.error} retry={() => void query.refetch()} />;
  const { unit, round, sha256, text, reading, evidence, acceptances } = query.data;
  const back = (
    <Link className="back-link" to={`/rounds/${encodeURIComponent(round)}/units/${encodeURIComponent(unit.id)}`}>
      <Icon name="left" size={13} />{t('report.to_assessment')}
    </Link>
  );
  return (
    <div className="report-page">
      <ReportHead back={back} title={`${t('report.title')}: ${words(unit.name)}`} identity={reading.structure.identity} sha256={sha256} />
      <ReportView source={{ kind: 'reports', id: report }} text={text} reading={reading} extraction={null} acceptances={acceptances} annex={evidence}
        target={bytesOfPlace(search.get('at'))} mayAccept={mayAcceptFindings(session)} />
    </div>
  );
}
