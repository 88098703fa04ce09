import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { reportQuery } from '../../api/queries';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { Loading, ProblemNotice } from '../../ui/states';
import { useTitle } from '../../ui/title';
import { bytesOfPlace } from './place';
import { ReportView } from './ReportView';

export function ReportPage() {
  const { report = '' } = useParams();
  const { t, words } = useText();
  const [search] = useSearchParams();
  const query = useQuery(reportQuery(report));
  const at = search.get('at');
  useTitle(query.data && `${t('report.title')} – ${words(query.data.unit.name)}`);
  if (query.isPending) return <Loading rows={14} />;
  if (query.isError) return <ProblemNotice place="page" error={query.error} retry={() => void query.refetch()} />;
  const { unit, round, sha256, text, reading, evidence } = query.data;
  return (
    <>
      <div className="page-head">
        <div>
          <Link className="back-link" to={`/rounds/${encodeURIComponent(round)}/units/${encodeURIComponent(unit.id)}`}>
            <Icon name="left" size={13} />{t('report.to_assessment')}
          </Link>
          <h1>{t('report.title')}: {words(unit.name)}</h1>
          <p className="hash">{t('report.hash')}: {sha256}</p>
        </div>
      </div>
      <ReportView key={`${report} ${at}`} text={text} reading={reading} annex={evidence} target={bytesOfPlace(at)} />
    </>
  );
}
