import type { Language } from '../locales/text';

const shapes = { vi: /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?$/, en: /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/ } as const;

/** What was typed in the language's figures as a decimal; null for anything else. 1.5 is not read in Vietnamese: it could be meant as 1,5 or 15. */
export function readDecimal(text: string, language: Language): string | null {
  const bare = text.replace(/[\s\u00a0]/g, '');
  const sign = /^[-−]/.test(bare) ? '-' : '';
  const match = shapes[language].exec(bare.slice(sign.length));
  if (!match) return null;
  const whole = match[1]!.replace(/[.,]/g, '').replace(/^0+(?=\d)/, '');
  return sign + whole + (match[2] ? `.${match[2]}` : '');
}

/** A day typed as dd/mm/yyyy, also d/m/yyyy, or as ISO; null where there is no such day. */
export function readDate(text: string): string | null {
  const bare = text.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(bare);
  const own = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(bare);
  const [year, month, day] = iso ? [iso[1]!, iso[2]!, iso[3]!] : own ? [own[3]!, own[2]!.padStart(2, '0'), own[1]!.padStart(2, '0')] : ['', '', ''];
  const written = `${year}-${month}-${day}`;
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? written : null;
}
