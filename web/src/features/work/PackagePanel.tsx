import { forBrowser } from '../../api/acting';
import type { RoundWork } from '../../api/types';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';

/** The round as one signed file: to be handed in upward from here, or as it came from a province. */
export function PackagePanel({ work }: { work: RoundWork }) {
  const { t, time } = useText();
  const { received } = work;
  if (received !== null) {
    return (
      <p className="round-package">
        {t('package.received', { number: received.number, name: received.submitted_by, submitted: time(received.submitted_at), received: time(received.received_at) })}
        <span className="soft">{t('package.sha256')} <code>{received.sha256}</code></span>
      </p>
    );
  }
  if (work.package === 'none') return null;
  return (
    <div className="round-package">
      {work.package === 'ready' && (
        <a href={forBrowser(`/api/v1/rounds/${encodeURIComponent(work.round)}/package`)} download><Icon name="download" size={13} /> {t('package.download')}</a>
      )}
      <p className="soft">{t(work.package === 'ready' ? 'package.about' : 'package.no_key')}</p>
    </div>
  );
}
