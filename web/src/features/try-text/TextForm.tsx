import { Alert, Button } from 'antd';
import { useRef, useState, type DragEvent, type FormEvent } from 'react';
import { useText, type TextKey } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { largestText, longestEditable, textOfFile } from './files';

/** What will be read: what stands in the box, or a file too long to stand there. */
export interface Draft {
  text: string;
  longFile: string | null;
}

interface Props {
  draft: Draft;
  setDraft: (draft: Draft) => void;
  pending: boolean;
  read: (text: string) => void;
}

export function TextForm({ draft, setDraft, pending, read }: Props) {
  const { t } = useText();
  const [refusal, setRefusal] = useState<TextKey | null>(null);
  const [over, setOver] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const take = async (chosen: File | undefined) => {
    if (!chosen) return;
    const result = await textOfFile(chosen);
    setRefusal('refusal' in result ? result.refusal : null);
    if ('text' in result) setDraft({ text: result.text, longFile: result.text.length > longestEditable ? chosen.name : null });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { text } = draft;
    const size = new TextEncoder().encode(text).length;
    const problem = text.trim() === '' ? 'try.empty' : size > largestText ? 'try.too_large' : null;
    setRefusal(problem);
    if (!problem) read(text);
  };
  const drop = (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    <form className={`panel try-form${over ? ' over' : ''}`} onSubmit={submit} onDrop={drop} noValidate
      onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)}>
      {draft.longFile === null ? (
        <>
          <label htmlFor="text-to-read">{t('try.text')}</label>
          <textarea id="text-to-read" lang="vi" value={draft.text} placeholder={t('try.placeholder')} spellCheck={false}
            aria-describedby="text-refusal" onChange={(event) => setDraft({ text: event.target.value, longFile: null })} />
        </>
      ) : (
        <LongFile name={draft.longFile} length={draft.text.length} drop={() => setDraft({ text: '', longFile: null })} />
      )}
      <div id="text-refusal">{refusal && <Alert type="error" showIcon role="alert" title={t(refusal)} />}</div>
      <div className="try-actions">
        <Button type="primary" size="large" htmlType="submit" loading={pending}>{t(pending ? 'try.submitting' : 'try.submit')}</Button>
        <Button size="large" icon={<Icon name="document" />} onClick={() => file.current?.click()}>{t('try.file')}</Button>
        <span className="soft">{t('try.drop')}</span>
        <input ref={file} type="file" accept=".txt,text/plain" hidden aria-label={t('try.file')}
          onChange={(event) => { void take(event.target.files?.[0]); event.target.value = ''; }} />
      </div>
    </form>
  );
}

function LongFile({ name, length, drop }: { name: string; length: number; drop: () => void }) {
  const { t, decimal } = useText();
  return (
    <div className="long-file" role="status">
      <Icon name="document" size={20} />
      <p>{t('try.long', { name, size: decimal(String(Math.round(length / 1000))) })}</p>
      <Button onClick={drop}>{t('try.drop_long')}</Button>
    </div>
  );
}
