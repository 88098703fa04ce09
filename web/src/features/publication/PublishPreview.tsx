import { useQuery } from '@tanstack/react-query';
import { previewQuery } from '../../api/publications';
import { useText } from '../../locales/text';
import { Loading } from '../../ui/states';
import { Refusal } from '../work/parts';
import { byKind } from './arrange';
import { ChangeList } from './Changes';
import { Total } from './ResultTable';
import './publication.css';

/** What an act will publish, seen before it is done: nothing of it is kept. */
export function PublishPreview({ round, act }: { round: string; act: string }) {
  const { t } = useText();
  // A correction wants a reason also where it is only tried.
  const preview = useQuery(previewQuery(round, { act, ...(act === 'correct' && { reason: t('public.preview') }) }));
  if (preview.isPending) return <Loading rows={3} />;
  if (preview.isError) return <Refusal error={preview.error} />;
  const { number, document, changes } = preview.data;
  const total = document.criteria.find(({ code }) => code === null);
  const reasons = document.criteria.filter(({ reason }) => reason !== null).length;
  const kinds = byKind(document.units).map(({ kind, units }) => `${units.length} ${t(`kind.${kind}`).toLowerCase()}`).join(', ');
  return (
    <div className="publish-preview">
      <p><strong>{t('public.preview')}</strong>: {t('public.number', { number })}</p>
      {total && <Total total={total} />}
      <p>{t('public.preview.public', { criteria: document.criteria.filter(({ leaf }) => leaf).length, reasons, kinds: kinds || '0' })}</p>
      <p className="soft">{t('public.preview.frozen')}</p>
      {number > 1 && <><p><strong>{t('public.changes', { before: number - 1 })}</strong></p><ChangeList changes={changes} /></>}
    </div>
  );
}
