import type { Notice } from '../../api/types';
import { dayInVietnam } from '../../format/show';

export interface Day {
  day: string;
  notices: Notice[];
}

/** Notices, newest first, by the day on which they came. */
export function byDay(notices: readonly Notice[]): Day[] {
  const days: Day[] = [];
  for (const notice of notices) {
    const day = dayInVietnam(notice.at);
    if (days.at(-1)?.day === day) days.at(-1)!.notices.push(notice);
    else days.push({ day, notices: [notice] });
  }
  return days;
}

/** How people call the day where it is near. */
export function nearDay(day: string, today: string): 'today' | 'yesterday' | null {
  if (day === today) return 'today';
  const before = new Date(Date.parse(`${today}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  return day === before ? 'yesterday' : null;
}
