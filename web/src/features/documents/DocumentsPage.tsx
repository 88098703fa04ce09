import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { documentsQuery } from '../../api/queries';
import { useText } from '../../locales/text';
import { Export } from '../../ui/Export';
import { Icon } from '../../ui/Icon';
import { Loading, Notice, ProblemNotice } from '../../ui/states';
import { useTitle } from '../../ui/title';
import { DocumentTable } from './DocumentTable';
import { DropZone } from './DropZone';
import { toFollow } from './follow';
import { PasteForm } from './PasteForm';
import { accepted } from './uploads';
import { useUploads } from './UploadsProvider';
import { useFollow } from './useFollow';
import './documents.css';

/** Streams held at a time; browsers allow six connections to a server in all. */
const streams = 2;

/** Files one has read by oneself: sent, followed, opened, deleted. */
export function DocumentsPage() {
  const { t } = useText();
  useTitle(t('documents.title'));
  const documents = useQuery(documentsQuery);
  const { uploads, add } = useUploads();
  const [pasting, setPasting] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useFollow(toFollow(documents.data ?? [], streams));
  if (documents.isPending) return <Loading />;
  if (documents.isError) return <ProblemNotice place="page" error={documents.error} retry={() => void documents.refetch()} />;
  const nothing = documents.data.length === 0 && uploads.length === 0;
  return (
    <>
      <div className="page-head">
        <div><h1>{t('documents.title')}</h1><p className="soft documents-lead">{t('documents.lead')}</p></div>
        <div className="head-actions">
          <Button type="primary" icon={<Icon name="upload" />} onClick={() => input.current?.click()}>{t('documents.choose')}</Button>
          <Button icon={<Icon name="document" />} aria-expanded={pasting} onClick={() => setPasting(!pasting)}>{t('documents.paste')}</Button>
          {documents.data.length > 0 && <Export list="documents" />}
          <input ref={input} type="file" multiple hidden accept={accepted} aria-label={t('documents.choose')}
            onChange={(event) => { add([...(event.target.files ?? [])]); event.target.value = ''; }} />
        </div>
      </div>
      {pasting && <PasteForm close={() => setPasting(false)} />}
      {nothing && !pasting && (
        <div className="panel drop-panel">
          <Notice icon="upload" title={t('documents.none.title')} text={t('documents.none.text')}>
            <Button type="primary" size="large" onClick={() => input.current?.click()}>{t('documents.choose')}</Button>
          </Notice>
        </div>
      )}
      {!nothing && <DocumentTable documents={documents.data} uploads={uploads} />}
      {!nothing && <p className="soft drop-hint"><Icon name="upload" size={14} /> {t('documents.drop_hint')}</p>}
      <DropZone take={add} />
    </>
  );
}
