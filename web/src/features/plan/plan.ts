import type { Round, RoundWanted } from '../../api/types';
import { readDate } from '../../format/read';

/** The form of a plan, as typed. */
export interface PlanWish {
  copyFrom: string;
  set: string;
  year: string;
  id: string;
  vi: string;
  en: string;
  from: string;
  to: string;
}

/** The year after the newest round, copied from it. */
export function firstWish(rounds: readonly Round[], thisYear: number): PlanWish {
  const newest = rounds[0];
  const year = newest ? newest.year + 1 : thisYear;
  const next = (text: string) => (newest ? text.replaceAll(String(newest.year), String(year)) : '');
  return { copyFrom: newest?.id ?? '', set: '', year: String(year), id: newest && newest.id.includes(String(newest.year)) ? next(newest.id) : `pctn-${year}`, vi: next(newest?.title.vi ?? ''), en: next(newest?.title.en ?? ''), from: '', to: '' };
}

/** The fields that cannot be sent as they are. */
export function problemsOf(wish: PlanWish): (keyof PlanWish)[] {
  const day = (text: string) => text.trim() === '' || readDate(text) !== null;
  const checks: [keyof PlanWish, boolean][] = [
    ['set', wish.set !== '' || wish.copyFrom !== ''],
    ['year', /^\d{4}$/.test(wish.year.trim())],
    ['id', /^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$/.test(wish.id.trim())],
    ['vi', wish.vi.trim() !== ''],
    ['en', wish.en.trim() !== ''],
    ['from', day(wish.from)],
    ['to', day(wish.to)],
  ];
  return checks.filter(([, holds]) => !holds).map(([name]) => name);
}

/** Of a wish without problems. */
export function wantedOf(wish: PlanWish): RoundWanted {
  return {
    id: wish.id.trim(),
    title: { vi: wish.vi.trim(), en: wish.en.trim() },
    year: Number(wish.year),
    set: wish.set || null,
    copy_from: wish.copyFrom || null,
    from: readDate(wish.from),
    to: readDate(wish.to),
  };
}
