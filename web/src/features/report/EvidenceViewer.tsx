import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { forBrowser } from '../../api/acting';
import { path, refusalOf } from '../../api/client';
import { evidenceTextQuery, type ReportSource } from '../../api/queries';
import type { Evidence } from '../../api/types';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { Loading, ProblemNotice } from '../../ui/states';
import { useWide } from '../../ui/wide';
import { viewerOf } from './evidence';
import { Picture } from './PageImages';

interface Props {
  source: ReportSource;
  evidence: Evidence;
  close: () => void;
}

/** A document of the annex in a drawer of its own. */
export function EvidenceViewer(props: Props) {
  const { t } = useText();
  const wide = useWide(760);
  return (
    <Drawer open onClose={props.close} placement={wide ? 'right' : 'bottom'} size={wide ? 720 : '92%'} closable={false} aria-label={t('report.evidence')} className="part-drawer evidence-drawer">
      <EvidenceContent {...props} />
    </Drawer>
  );
}

/** What the document is, its pages or text, and the file itself. */
export function EvidenceContent({ source, evidence, close }: Props) {
  const { t, date, size } = useText();
  const file = evidence.file!;
  const address = path(source.kind, source.id, 'evidence', String(evidence.index));
  const viewer = viewerOf(file.name);
  return (
    <>
      <div className="drawer-head">
        <h2>{t('report.evidence.in_annex', { index: evidence.index })}</h2>
        <button type="button" className="tool-button" aria-label={t('app.close')} onClick={close}><Icon name="close" /></button>
      </div>
      <div className="evidence-about">
        <p lang="vi">{evidence.type} <strong>{evidence.number}</strong>{evidence.date && `, ${date(evidence.date)}`}{evidence.issuer && `, ${evidence.issuer}`}</p>
        <p className="soft" lang="vi">{evidence.title}</p>
        <p className="evidence-file">
          <Button size="small" href={forBrowser(`${address}/file`)} download={file.name} icon={<Icon name="download" size={13} />}>{t('report.evidence.download')}</Button>
          <span className="soft">{file.name} · {size(file.bytes)}</span>
        </p>
      </div>
      <div className="evidence-body" tabIndex={0} role="region" aria-label={t('report.evidence')}>
        {viewer === 'pages' && <Pages address={address} />}
        {viewer === 'text' && <PlainText source={source} index={evidence.index} />}
        {viewer === 'file' && <p className="soft side-empty">{t('report.evidence.only_file')}</p>}
      </div>
    </>
  );
}

/** How many pages there are is known when one is missing: each is asked for after the one before has come. */
function Pages({ address }: { address: string }) {
  const { t } = useText();
  const [asked, setAsked] = useState(1);
  const [last, setLast] = useState<number | null>(null);
  return (
    <div className="evidence-pages">
      {Array.from({ length: last ?? asked }, (_, index) => (
        <EvidencePage key={index} address={`${address}/pages/${index + 1}`} page={index + 1}
          came={() => setAsked((now) => Math.max(now, index + 2))} beyond={() => setLast(index)} />
      ))}
      {last !== null && <p className="soft">{t('report.evidence.pages', { count: last })}</p>}
    </div>
  );
}

interface PageProps {
  address: string;
  page: number;
  came: () => void;
  /** There is no such page: the one before was the last. */
  beyond: () => void;
}

function EvidencePage({ address, page, came, beyond }: PageProps) {
  const { t } = useText();
  const picture = forBrowser(`${address}?width=${window.devicePixelRatio > 1 ? 1400 : 1000}`);
  const missing = async () => {
    const refusal = await refusalOf(picture);
    if (page > 1 && refusal?.status === 404) beyond();
  };
  return (
    <figure className="page-image">
      <Picture address={picture} ratio={null} name={t('report.page', { page })} came={came} missing={() => void missing()} />
    </figure>
  );
}

function PlainText({ source, index }: { source: ReportSource; index: number }) {
  const text = useQuery(evidenceTextQuery(source, index));
  if (text.isPending) return <Loading rows={10} />;
  if (text.isError) return <ProblemNotice error={text.error} retry={() => void text.refetch()} />;
  return <pre className="evidence-text" lang="vi">{text.data}</pre>;
}
