import { createContext, use, useMemo } from 'react';
import type { Words } from '../api/types';
import { showClock, showDate, showDecimal, showSigned, showSize, showTime } from '../format/show';
import en from './en.json';
import { fill, type Values } from './fill';
import vi from './vi.json';

export type Language = 'vi' | 'en';
export type TextKey = keyof typeof vi;

const texts: Record<Language, Record<TextKey, string>> = { vi, en };

export const LanguageContext = createContext<Language>('vi');

/** Everything a component needs to speak the chosen language. */
export function useText() {
  const language = use(LanguageContext);
  return useMemo(
    () => ({
      language,
      t: (key: TextKey, values?: Values) => fill(texts[language][key], values),
      words: (words: Words) => words[language],
      decimal: (value: string) => showDecimal(value, language),
      signed: (value: string) => showSigned(value, language),
      date: (iso: string) => showDate(iso, language),
      time: (iso: string) => showTime(iso, language),
      clock: showClock,
      size: (bytes: number) => showSize(bytes, language),
    }),
    [language],
  );
}
