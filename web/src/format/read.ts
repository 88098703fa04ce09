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
