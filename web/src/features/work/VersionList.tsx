import { useQuery } from '@tanstack/react-query';
import type { FileVersion } from '../../api/types';
import { versionsQuery } from '../../api/work';
import { useText } from '../../locales/text';
import { Loading, Notice, ProblemNotice } from '../../ui/states';
import { PersonName } from './parts';

/** What was handed in, newest first, each with what it changed of the one before. */
export function VersionList({ round, unit }: { round: string; unit: string }) {
  const { t } = useText();
  const versions = useQuery(versionsQuery(round, unit));
  if (versions.isPending) return <Loading rows={6} />;
  if (versions.isError) return <ProblemNotice error={versions.error} retry={() => void versions.refetch()} />;
  if (versions.data.length === 0) return <Notice icon="inbox" title={t('work.versions.none.title')} text={t('work.versions.none.text')} />;
  return <div className="versions">{[...versions.data].reverse().map((version) => <Changes key={version.version} version={version} />)}</div>;
}

export function Changes({ version: { version, at, by, changes } }: { version: FileVersion }) {
  const { t, words, time } = useText();
  return (
    <section className="version">
      <p><strong>{t('work.version', { version })}</strong> <span className="soft"><PersonName person={by} />, {time(at)}</span></p>
      {changes.length === 0 ? (
        <p className="soft">{t(version === 1 ? 'work.version.first' : 'work.version.same')}</p>
      ) : (
        <ul className="changes">
          {changes.map((change) => (
            <li key={change.id}>
              <span>{words(change.label)}</span>: <del>{change.before || t('state.blank')}</del> → <ins>{change.after || t('state.blank')}</ins>
              <span className="soft"> ({change.criteria.join(', ')})</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
