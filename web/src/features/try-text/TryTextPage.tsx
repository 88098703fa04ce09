import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { readText } from '../../api/queries';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { ProblemNotice } from '../../ui/states';
import { useTitle } from '../../ui/title';
import { ReportView } from '../report/ReportView';
import { TextForm, type Draft } from './TextForm';
import './try-text.css';

/** Reads a text without keeping it: neither the server nor this page remembers it. */
export function TryTextPage() {
  const { t } = useText();
  useTitle(t('try.title'));
  const [draft, setDraft] = useState<Draft>({ text: '', longFile: null });
  const reading = useMutation({ mutationFn: readText, gcTime: 0 });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (reading.isSuccess) heading.current?.focus();
  }, [reading.isSuccess]);
  if (reading.isSuccess) {
    return (
      <>
        <div className="page-head">
          <div><h1 ref={heading} tabIndex={-1}>{t('try.result')}</h1></div>
          <Button onClick={reading.reset} icon={<Icon name="left" size={13} />}>{t('try.again')}</Button>
        </div>
        <ReportView text={reading.variables} reading={reading.data} annex={null} target={null} />
      </>
    );
  }
  return (
    <>
      <div className="page-head"><div><h1>{t('try.title')}</h1><p className="soft try-lead">{t('try.lead')}</p></div></div>
      <TextForm draft={draft} setDraft={setDraft} pending={reading.isPending} read={reading.mutate} />
      {reading.isError && <ProblemNotice error={reading.error} retry={() => reading.mutate(draft.text)} />}
    </>
  );
}
