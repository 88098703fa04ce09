import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useRef, useState, type FormEvent } from 'react';
import { documentsQuery } from '../../api/queries';
import { refreshRound } from '../../api/work';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { Loading, ProblemNotice } from '../../ui/states';
import { DocumentStanding } from '../documents/DocumentStanding';
import { UploadRow } from '../documents/UploadRow';
import { useFollow } from '../documents/useFollow';
import { useUploads } from '../documents/UploadsProvider';
import { Refusal } from './parts';

interface Props {
  round: string;
  title: string;
  about: string;
  action: string;
  take: (document: string) => Promise<unknown>;
  close: () => void;
}

const mostShown = 8;

/** Chooses one of the reader's own documents, or sends a new one and waits until it is read, and takes it. */
export function DocumentForm({ round, title, about, action, take, close }: Props) {
  const { t } = useText();
  const id = useId();
  const client = useQueryClient();
  const documents = useQuery(documentsQuery);
  const { uploads, add } = useUploads();
  const file = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [looked, setLooked] = useState(false);
  const shown = (documents.data ?? []).slice(0, mostShown);
  useFollow(shown.filter(({ state }) => state !== 'done' && state !== 'failed').map((one) => one.id));
  const ready = shown.some((one) => one.id === chosen && one.state === 'done');
  const taking = useMutation({
    mutationFn: (document: string) => take(document),
    onSuccess: async () => {
      await refreshRound(client, round);
      close();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setLooked(true);
    if (chosen !== null && ready) taking.mutate(chosen);
  };
  return (
    <form className="act-form document-form" aria-label={title} onSubmit={send} noValidate onKeyDown={(event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      close();
    }}>
      <p className="act-form-title">{title}</p>
      <p className="soft">{about}</p>
      {documents.isPending && <Loading rows={2} />}
      {documents.isError && <ProblemNotice error={documents.error} retry={() => void documents.refetch()} />}
      {documents.data && shown.length === 0 && uploads.length === 0 && <p className="soft">{t('work.document.none')}</p>}
      <fieldset className="document-choice">
        <legend>{t('work.document.choose')}</legend>
        {uploads.length > 0 && <table className="data-table"><tbody>{uploads.map((upload) => <UploadRow key={upload.key} upload={upload} />)}</tbody></table>}
        {shown.map((one) => (
          <label key={one.id}>
            <input type="radio" name={id} value={one.id} checked={chosen === one.id} disabled={one.state === 'failed'} onChange={() => setChosen(one.id)} />
            <span lang="vi">{one.name}</span>
            <DocumentStanding document={one} />
          </label>
        ))}
      </fieldset>
      <input ref={file} type="file" hidden onChange={({ currentTarget }) => {
        add([...(currentTarget.files ?? [])]);
        currentTarget.value = '';
      }} />
      {looked && !ready && <p className="refusal" role="alert">{t('work.document.pick')}</p>}
      {taking.isError && <Refusal error={taking.error} />}
      <div className="row-actions">
        <Button size="small" type="primary" htmlType="submit" loading={taking.isPending}>{action}</Button>
        <Button size="small" icon={<Icon name="upload" size={13} />} onClick={() => file.current?.click()}>{t('work.document.send')}</Button>
        <Button size="small" onClick={close}>{t('work.form.cancel')}</Button>
      </div>
    </form>
  );
}
