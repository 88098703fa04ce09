import type { Language } from '../locales/text';

const marks = { vi: { group: '.', point: ',' }, en: { group: ',', point: '.' } } as const;

/** A decimal string in the language's figures; zeros at the end of the fraction fall away. */
export function showDecimal(value: string, language: Language): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value);
  if (!match) return value;
  const { group, point } = marks[language];
  const whole = match[2]!.replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+$)/g, group);
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  const sign = match[1] && /[1-9]/.test(value) ? '−' : '';
  return sign + whole + (fraction ? point + fraction : '');
}

/** As showDecimal, with a plus before what is above zero: for gaps. */
export function showSigned(value: string, language: Language): string {
  const shown = showDecimal(value, language);
  return /^[^−]*[1-9]/.test(shown) ? `+${shown}` : shown;
}

/** An ISO date as dd/mm/yyyy in Vietnamese and as 5 Mar 2025 in English. */
export function showDate(iso: string, language: Language): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) return iso;
  if (language === 'vi') return `${match[3]}/${match[2]}/${match[1]}`;
  const date = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])));
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
}

/** A UTC time as the clocks of Vietnam show it: 22/11/2026 12:45, or 22 Nov 2026, 12:45 in English. */
export function showTime(iso: string, language: Language): string {
  const shift = inVietnam(iso);
  return shift === null ? iso : `${showDate(shift.slice(0, 10), language)}${language === 'vi' ? ' ' : ', '}${shift.slice(11, 16)}`;
}

/** Hours and minutes alone, for what was just done. */
export function showClock(iso: string): string {
  return inVietnam(iso)?.slice(11, 16) ?? iso;
}

/** The day it is in Vietnam, ISO: deadlines are days there, included. */
export function dayInVietnam(iso: string): string {
  return inVietnam(iso)?.slice(0, 10) ?? iso;
}

function inVietnam(iso: string): string | null {
  const time = new Date(iso).getTime();
  return Number.isNaN(time) ? null : new Date(time + vietnam * 3_600_000).toISOString();
}

/** Hours ahead of UTC; Vietnam keeps one time all year. */
const vietnam = 7;

/** A size in bytes, KB or MB of 1024, to one decimal where it is small. */
export function showSize(bytes: number, language: Language): string {
  if (bytes < 1024) return `${bytes} B`;
  const [value, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KB'] : [bytes / 1024 / 1024, 'MB'];
  const tenths = value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
  return `${showDecimal(String(tenths), language)} ${unit}`;
}
