import { ConfigProvider, theme as antdTheme, type ThemeConfig } from 'antd';
import enUS from 'antd/locale/en_US';
import viVN from 'antd/locale/vi_VN';
import { createContext, use, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { LanguageContext, type Language } from '../locales/text';
import { palette } from './palette';

export type Appearance = 'system' | 'light' | 'dark';

interface Preferences {
  language: Language;
  appearance: Appearance;
  dark: boolean;
  setLanguage: (language: Language) => void;
  setAppearance: (appearance: Appearance) => void;
}

const PreferencesContext = createContext<Preferences | null>(null);

export function usePreferences(): Preferences {
  const preferences = use(PreferencesContext);
  if (!preferences) throw new Error('usePreferences outside of PreferencesProvider');
  return preferences;
}

/** A choice that outlives the visit; a browser that keeps nothing falls back to the first option. */
function useKept<T extends string>(key: string, options: readonly [T, ...T[]]): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => options.find((option) => option === read(key)) ?? options[0]);
  const set = (next: T) => {
    setValue(next);
    try {
      localStorage.setItem(key, next);
    } catch {
      // Storage may be switched off; the choice then holds until the page is closed.
    }
  };
  return [value, set];
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

const systemDark = window.matchMedia('(prefers-color-scheme: dark)');
const lessMotion = window.matchMedia('(prefers-reduced-motion: reduce)');

function useWish(wish: MediaQueryList): boolean {
  return useSyncExternalStore(
    (changed) => {
      wish.addEventListener('change', changed);
      return () => wish.removeEventListener('change', changed);
    },
    () => wish.matches,
  );
}

export function PreferencesProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useKept<Language>('liem.language', ['vi', 'en']);
  const [appearance, setAppearance] = useKept<Appearance>('liem.appearance', ['system', 'light', 'dark']);
  const follows = useWish(systemDark);
  const still = useWish(lessMotion);
  const dark = appearance === 'system' ? follows : appearance === 'dark';

  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  }, [language, dark]);

  const value = { language, appearance, dark, setLanguage, setAppearance };
  const config = useMemo(() => themeOf(dark, still), [dark, still]);
  return (
    <PreferencesContext value={value}>
      <LanguageContext value={language}>
        <ConfigProvider locale={language === 'vi' ? viVN : enUS} theme={config}>
          {children}
        </ConfigProvider>
      </LanguageContext>
    </PreferencesContext>
  );
}

function themeOf(dark: boolean, still: boolean): ThemeConfig {
  const colors = palette[dark ? 'dark' : 'light'];
  return {
    algorithm: dark ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    token: {
      colorPrimary: colors.primary,
      colorInfo: colors.primary,
      colorError: colors.error,
      colorErrorBg: colors.errorBg,
      colorErrorBorder: colors.error,
      colorText: colors.ink,
      colorTextSecondary: colors.inkSoft,
      colorTextPlaceholder: colors.inkSoft,
      colorBgContainer: colors.surface,
      colorBgElevated: colors.surface,
      colorBorder: colors.lineStrong,
      colorTextLightSolid: colors.onPrimary,
      fontFamily: 'inherit',
      fontSize: 14,
      borderRadius: 4,
      controlHeight: 34,
      wireframe: false,
      motion: !still, // shortened by CSS instead, menus would never come to rest
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.18s',
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Segmented: { trackBg: colors.track, itemSelectedBg: colors.raised, itemColor: colors.inkSoft },
    },
  };
}
