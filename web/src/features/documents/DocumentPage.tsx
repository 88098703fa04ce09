import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import { useSession } from '../../app/session';
import { forBrowser } from '../../api/acting';
import { path } from '../../api/client';
import { documentQuery, documentReportQuery } from '../../api/queries';
import type { Document, DocumentReport } from '../../api/types';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { Loading, ProblemNotice } from '../../ui/states';
import { useTitle } from '../../ui/title';
import { bytesOfPlace } from '../report/place';
import { mayAcceptFindings } from '../report/rights';
import { ReportHead } from '../report/ReportHead';
import { ReportView } from '../report/ReportView';
import { DocumentStanding } from './DocumentStanding';
import { isFinished } from './follow';
import { useFollow } from './useFollow';
import './documents.css';

/** One uploaded document: how far it is, and once it is read, what it says. */
export function DocumentPage() {
  const { document = '' } = useParams();
  const query = useQuery(documentQuery(document));
  useTitle(query.data?.name);
  useFollow(query.data && !isFinished(query.data) ? [query.data.id] : []);
  if (query.isPending) return <Loading rows={14} />;
  if (query.isError) return <ProblemNotice place="page" error={query.error} retry={() => void query.refetch()} />;
  return query.data.state === 'done' ? <ReadDocument document={query.data} /> : <UnreadDocument document={query.data} />;
}

function UnreadDocument({ document }: { document: Document }) {
  const { t, size, time } = useText();
  return (
    <>
      <div className="page-head"><div><BackLink /><h1 className="document-title">{document.name}</h1></div></div>
      <div className="panel unread">
        <div role="status"><DocumentStanding document={document} /></div>
        <p className="soft">{size(document.bytes)} · {t('documents.sent_at', { time: time(document.created_at) })}</p>
        <FileLink id={document.id} name={document.name} />
      </div>
    </>
  );
}

function ReadDocument({ document }: { document: Document }) {
  const report = useQuery(documentReportQuery(document.id));
  const session = useSession();
  const [search] = useSearchParams();
  if (report.isPending) return <Loading rows={14} />;
  if (report.isError) return <ProblemNotice place="page" error={report.error} retry={() => void report.refetch()} />;
  const { text, reading, extraction, acceptances, sha256 } = report.data;
  return (
    <div className="report-page">
      <ReportHead back={<BackLink />} title={document.name} identity={reading.structure.identity} sha256={sha256} chips={<SignatureChips report={report.data} />}
        actions={<FileLink id={document.id} name={document.name} />} />
      <ReportView source={{ kind: 'documents', id: document.id }} text={text} reading={reading} extraction={extraction} acceptances={acceptances} annex={null}
        target={bytesOfPlace(search.get('at'))} mayAccept={mayAcceptFindings(session)} />
    </div>
  );
}

function SignatureChips({ report }: { report: DocumentReport }) {
  const { t } = useText();
  const { format, signatures } = report.extraction;
  // Of other formats nobody can say.
  if (format === 'pdf' && signatures.length === 0) return <span className="chip plain">{t('documents.signature.none')}</span>;
  return signatures.map(({ state, signer }, index) => (
    <span key={index} className={`chip ${state === 'valid' ? 'good' : state === 'broken' ? 'error' : 'warning'}`}>{t(`documents.signature.${state}`, { signer })}</span>
  ));
}

function BackLink() {
  const { t } = useText();
  return <Link className="back-link" to="/documents"><Icon name="left" size={13} />{t('documents.title')}</Link>;
}

function FileLink({ id, name }: { id: string; name: string }) {
  const { t } = useText();
  return <Button size="small" href={forBrowser(path('documents', id, 'file'))} download={name} icon={<Icon name="download" size={13} />}>{t('documents.download')}</Button>;
}
