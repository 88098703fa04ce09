import { forBrowser } from '../api/acting';
import { useText } from '../locales/text';
import './export.css';
import { Icon } from './Icon';

interface Props {
  /** The list's address behind /api/v1/. */
  list: string;
  /** What it is narrowed to and sorted by; without a value not asked. */
  query?: Record<string, string | null | undefined>;
  /** Which of several lists on the page. */
  of?: string;
}

/** A list as a file, whole: for people or for programs. */
export function Export({ list, query = {}, of }: Props) {
  const { t, language } = useText();
  const address = (format: string) => {
    const asked = new URLSearchParams({ format, locale: language });
    for (const [name, value] of Object.entries(query)) if (value) asked.set(name, value);
    return forBrowser(`/api/v1/exports/${list}?${asked.toString()}`);
  };
  const close = (event: React.SyntheticEvent) => event.currentTarget.closest('details')!.removeAttribute('open');
  return (
    <details className="export" onKeyDown={(event) => event.key === 'Escape' && close(event)}>
      <summary><Icon name="download" size={13} /> {t('export')}{of && <> {of}</>}</summary>
      <ul>
        <li><a href={address('xlsx')} download onClick={close}>{t('export.xlsx')}</a></li>
        <li><a href={address('csv')} download onClick={close}>{t('export.csv')}</a></li>
      </ul>
    </details>
  );
}
