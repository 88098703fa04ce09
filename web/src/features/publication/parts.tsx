import type { Publisher, ScoreName } from '../../api/types';
import { useText } from '../../locales/text';

export const scoreNames: readonly ScoreName[] = ['self', 'appraised', 'submitted', 'reviewed'];

export const addressOf = (round: string, number: number) => `/cong-bo/${encodeURIComponent(round)}/${number}`;

export function PointsOrNone({ points }: { points: string | null | undefined }) {
  const { t, decimal } = useText();
  if (points === null || points === undefined) return <span className="soft"><span aria-hidden="true">–</span><span className="hidden-visually">{t('public.none')}</span></span>;
  return <>{decimal(points)}</>;
}

/** Who published: name, office, unit, and whose office it was. */
export function PublisherName({ by }: { by: Publisher }) {
  const { t, words } = useText();
  return (
    <>
      <span lang="vi">{by.name}</span>, {t(`role.${by.role}`)}, {words(by.unit.name)}
      {by.on_behalf_of && <> ({t('work.on_behalf', { name: by.on_behalf_of })})</>}
    </>
  );
}
