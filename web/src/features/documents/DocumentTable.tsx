import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { asProblem } from '../../api/client';
import { deleteDocument } from '../../api/queries';
import type { Document } from '../../api/types';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { DocumentStanding } from './DocumentStanding';
import type { Upload } from './uploads';
import { UploadRow } from './UploadRow';

interface Props {
  documents: readonly Document[];
  uploads: readonly Upload[];
}

/** Files on their way first, then those that are there, newest first. */
export function DocumentTable({ documents, uploads }: Props) {
  const { t } = useText();
  return (
    <div className="panel">
      <table className="document-table">
        <caption className="hidden-visually">{t('documents.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('documents.column.name')}</th>
            <th scope="col">{t('documents.column.state')}</th>
            <th scope="col" className="number">{t('documents.column.size')}</th>
            <th scope="col">{t('documents.column.time')}</th>
            <th scope="col"><span className="hidden-visually">{t('documents.column.actions')}</span></th>
          </tr>
        </thead>
        <tbody>
          {uploads.map((upload) => <UploadRow key={`upload-${upload.key}`} upload={upload} />)}
          {documents.map((document) => <DocumentRow key={document.id} document={document} />)}
        </tbody>
      </table>
    </div>
  );
}

function DocumentRow({ document }: { document: Document }) {
  const { t, size, time } = useText();
  const client = useQueryClient();
  const [asking, setAsking] = useState<'no' | 'yes' | 'kept'>('no');
  const remove = useMutation({
    mutationFn: () => deleteDocument(document.id),
    onSuccess: () => {
      client.setQueryData<Document[]>(['documents'], (list) => list?.filter(({ id }) => id !== document.id));
      window.document.getElementById('content')?.focus({ preventScroll: true });
    },
  });
  const address = `/documents/${document.id}`;
  const refusal = remove.isError ? asProblem(remove.error) : null;
  return (
    <tr>
      <th scope="row"><Link to={address} className="document-name">{document.name}</Link></th>
      <td className="standing-cell"><DocumentStanding document={document} /></td>
      <td className="number size-cell">{size(document.bytes)}</td>
      <td className="time-cell">{time(document.created_at)}</td>
      <td className="actions-cell">
        {asking === 'yes' ? (
          <span className="confirm" role="group" aria-label={t('documents.delete.ask', { name: document.name })}>
            <span>{t('documents.delete.sure')}</span>
            <Button size="small" danger type="primary" autoFocus loading={remove.isPending} onClick={() => remove.mutate()}>{t('documents.delete')}</Button>
            <Button size="small" onClick={() => setAsking('kept')}>{t('documents.delete.keep')}</Button>
          </span>
        ) : (
          <span className="row-tools">
            {document.state === 'done' && <Link to={address} aria-label={t('documents.open_named', { name: document.name })}>{t('documents.open')}</Link>}
            <button type="button" className="tool-button" aria-label={t('documents.delete.ask', { name: document.name })} autoFocus={asking === 'kept'} onClick={() => setAsking('yes')}><Icon name="trash" /></button>
          </span>
        )}
        {refusal && <p className="refusal" role="alert">{refusal.words ? <Words words={refusal.words} /> : t('problem.network.title')}</p>}
      </td>
    </tr>
  );
}

function Words({ words: said }: { words: { vi: string; en: string } }) {
  const { words } = useText();
  return <>{words(said)}</>;
}
