import { Button } from 'antd';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useText } from '../../locales/text';
import { useUploads } from './UploadsProvider';

/** The name under which a pasted text is kept. */
const pastedName = 'text.txt';

/** Text that is in no file: sent as one. */
export function PasteForm({ close }: { close: () => void }) {
  const { t } = useText();
  const { add } = useUploads();
  const field = useRef<HTMLTextAreaElement>(null);
  const [empty, setEmpty] = useState(false);
  useEffect(() => field.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const text = field.current!.value;
    setEmpty(text.trim() === '');
    if (text.trim() === '') return field.current!.focus();
    add([new File([text], pastedName, { type: 'text/plain' })]);
    close();
  };
  return (
    <form className="panel paste-form" onSubmit={submit} noValidate onKeyDown={({ key }) => key === 'Escape' && close()}>
      <label htmlFor="pasted">{t('documents.pasted')}</label>
      <textarea ref={field} id="pasted" lang="vi" rows={10} spellCheck={false} placeholder={t('documents.pasted.placeholder')} aria-invalid={empty} aria-describedby="pasted-refusal" />
      <div id="pasted-refusal">{empty && <p className="refusal" role="alert">{t('documents.pasted.empty')}</p>}</div>
      <div className="row-actions">
        <Button type="primary" htmlType="submit">{t('documents.pasted.submit')}</Button>
        <Button onClick={close}>{t('report.accept.cancel')}</Button>
      </div>
    </form>
  );
}
