import { useText } from '../../locales/text';
import { Button } from 'antd';
import { Icon } from '../../ui/Icon';
import { Progress } from './Progress';
import { mayTryAgain, type Upload } from './uploads';
import { useUploads } from './UploadsProvider';

export function UploadRow({ upload }: { upload: Upload }) {
  const { t, size } = useText();
  const { again, drop } = useUploads();
  const failed = upload.state === 'failed';
  return (
    <tr>
      <th scope="row"><span className="document-name">{upload.name}</span></th>
      <td className="standing-cell">
        {failed ? <Failure upload={upload} /> : <Progress label={t(upload.state === 'queued' ? 'documents.queued' : upload.waiting ? 'documents.waiting_for_line' : 'documents.sending', { sent: size(upload.sent), all: size(upload.bytes) })} done={upload.sent} total={upload.bytes} />}
      </td>
      <td className="number size-cell">{size(upload.bytes)}</td>
      <td className="time-cell">–</td>
      <td className="actions-cell">
        <span className="row-tools">
          {failed && mayTryAgain(upload) && <Button size="small" onClick={() => again(upload.key)}>{t('problem.retry')}</Button>}
          <button type="button" className="tool-button" aria-label={t(failed ? 'documents.forget' : 'documents.stop', { name: upload.name })} onClick={() => drop(upload.key)}><Icon name="close" /></button>
        </span>
      </td>
    </tr>
  );
}

function Failure({ upload }: { upload: Upload }) {
  const { t, words } = useText();
  const { refusal } = upload;
  return (
    <div role="alert">
      <span className="chip error"><Icon name="error" size={13} />{t('documents.not_sent')}</span>
      {refusal && <p className="standing-reason">{typeof refusal === 'string' ? t(refusal) : words(refusal)}</p>}
    </div>
  );
}
