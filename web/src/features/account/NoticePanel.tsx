import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { noticeSettingsQuery, setNoticeSettings } from '../../api/notices';
import type { ByMail, NoticeSettings } from '../../api/types';
import { useText } from '../../locales/text';
import { Loading, ProblemNotice } from '../../ui/states';
import { Panel, Refused } from './parts';

/** Where e-mail goes and what of it. */
export function NoticePanel() {
  const { t } = useText();
  const settings = useQuery(noticeSettingsQuery);
  return (
    <Panel id="notices" title={t('notice_settings.title')} lead={t('notice_settings.lead')}>
      {settings.isPending && <Loading rows={3} />}
      {settings.isError && <ProblemNotice error={settings.error} retry={() => void settings.refetch()} />}
      {settings.data && <Form settings={settings.data} />}
    </Panel>
  );
}

const kinds = ['mention', 'work', 'reminder'] as const;
const times = ['off', 'at_once', 'daily'] as const satisfies readonly ByMail[];

function Form({ settings }: { settings: NoticeSettings }) {
  const { t, words } = useText();
  const client = useQueryClient();
  const [address, setAddress] = useState(settings.address ?? '');
  const [locale, setLocale] = useState(settings.locale);
  const [chosen, setChosen] = useState({ mention: settings.mention, work: settings.work, reminder: settings.reminder });
  const save = useMutation({
    mutationFn: () => setNoticeSettings({ address: address.trim() || null, locale, ...chosen }),
    onSuccess: (kept) => client.setQueryData(noticeSettingsQuery.queryKey, kept),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className="account-form" onSubmit={submit} noValidate>
      {!settings.mail_goes_out && <Alert type="info" showIcon title={t('notice_settings.no_mail')} />}
      {settings.last_failure && <Alert type="warning" showIcon title={t('notice_settings.failed')} description={words(settings.last_failure)} />}
      <Refused error={save.error} />
      {save.isSuccess && <Alert type="success" showIcon role="status" title={t('notice_settings.saved')} />}
      <div className="account-field">
        <label htmlFor="notice-address">{t('notice_settings.address')}</label>
        <Input id="notice-address" type="email" value={address} maxLength={254} autoComplete="email" autoCapitalize="none" spellCheck={false} aria-describedby="notice-address-help" onChange={(event) => setAddress(event.target.value)} />
        <p id="notice-address-help" className="soft field-help">{t('notice_settings.address.help')}</p>
      </div>
      {kinds.map((kind) => (
        <div className="account-field" key={kind}>
          <label htmlFor={`notice-${kind}`}>{t(`notice_settings.${kind}`)}</label>
          <select id={`notice-${kind}`} className="notice-choice" value={chosen[kind]} onChange={(event) => setChosen({ ...chosen, [kind]: event.target.value as ByMail })}>
            {times.map((time) => <option key={time} value={time}>{t(`notice_settings.${time}`)}</option>)}
          </select>
        </div>
      ))}
      <div className="account-field">
        <label htmlFor="notice-locale">{t('notice_settings.locale')}</label>
        <select id="notice-locale" className="notice-choice" value={locale} onChange={(event) => setLocale(event.target.value as 'vi' | 'en')}>
          <option value="vi" lang="vi">Tiếng Việt</option>
          <option value="en" lang="en">English</option>
        </select>
      </div>
      <Button type="primary" htmlType="submit" loading={save.isPending}>{t('notice_settings.save')}</Button>
    </form>
  );
}
