import type { Bytes } from '../../api/types';

/** The address of a report opened at these bytes. */
export function placeInReport(report: string, bytes: Bytes): string {
  return `/reports/${encodeURIComponent(report)}?at=${bytes[0]}-${bytes[1]}`;
}

/** The bytes an address asks for; null for none and for anything that is no range. */
export function bytesOfPlace(at: string | null): Bytes | null {
  const match = /^(\d{1,12})-(\d{1,12})$/.exec(at ?? '');
  if (!match) return null;
  const bytes: Bytes = [Number(match[1]), Number(match[2])];
  return bytes[0] < bytes[1] ? bytes : null;
}
