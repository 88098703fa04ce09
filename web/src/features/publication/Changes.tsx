import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { publicationChangesQuery } from '../../api/publications';
import type { PublicationChange } from '../../api/types';
import { useText, type TextKey } from '../../locales/text';
import { Loading, ProblemNotice } from '../../ui/states';
import { byThing } from './arrange';
import { addressOf } from './parts';

/** What a correction says otherwise than the publication before it, and why. */
export function Changes({ round, number, reason }: { round: string; number: number; reason: string | null }) {
  const { t } = useText();
  const changes = useQuery(publicationChangesQuery(round, number));
  return (
    <section className="panel public-changes" aria-labelledby="changes-title">
      <h2 id="changes-title">{t('public.changes', { before: number - 1 })}</h2>
      {reason && <blockquote lang="vi">{reason}</blockquote>}
      {changes.isPending && <Loading rows={3} />}
      {changes.isError && <ProblemNotice error={changes.error} retry={() => void changes.refetch()} />}
      {changes.data && <ChangeList changes={changes.data.changes} />}
      <p><Link to={addressOf(round, number - 1)}>{t('public.before', { number: number - 1 })}</Link></p>
    </section>
  );
}

export function ChangeList({ changes }: { changes: readonly PublicationChange[] }) {
  const { t, words } = useText();
  if (changes.length === 0) return <p className="soft">{t('public.changes.none')}</p>;
  return (
    <ul className="change-list">
      {byThing(changes).map(({ key, of, id, title, changes: some }) => (
        <li key={key}>
          <p><strong>{of === 'criterion' && id !== null ? `${id} ` : ''}{id === null && of === 'criterion' ? t('public.total') : words(title)}</strong></p>
          <ul>{some.map((one) => <Change key={`${one.part ?? ''}${one.field}`} change={one} />)}</ul>
        </li>
      ))}
    </ul>
  );
}

function Change({ change: { part, field, before, after } }: { change: PublicationChange }) {
  const { t } = useText();
  return (
    <li>
      {part !== null && <span className="public-code">{part} </span>}
      {t(labels[field])}: <Value field={field} value={before} /> <span aria-hidden="true">→</span><span className="hidden-visually">{t('public.becomes')}</span> <strong><Value field={field} value={after} /></strong>
    </li>
  );
}

const labels: Record<PublicationChange['field'], TextKey> = {
  id: 'public.field.set', version: 'public.field.version', sha256: 'public.field.sha256', maximum: 'work.score.maximum',
  self: 'work.score.self', appraised: 'work.score.appraised', submitted: 'work.score.submitted', reviewed: 'work.score.reviewed',
  reason: 'public.why', state: 'public.field.state', handed_in: 'public.field.handed_in', rank: 'ranks.column.rank',
};

function Value({ field, value }: { field: PublicationChange['field']; value: string | null }) {
  const { t, decimal } = useText();
  if (value === null) return <span className="soft">{t('public.none')}</span>;
  if (field === 'handed_in') return <>{t(value === 'true' ? 'public.yes' : 'public.no')}</>;
  if (field === 'state') return <>{t(`state.${value}` as TextKey)}</>;
  if (field === 'reason') return <span lang="vi">“{value}”</span>;
  if (field === 'sha256') return <span className="hash">{value}</span>;
  return <>{decimal(value)}</>;
}
