/** The few colours antd must know; all others stand in tokens.css, with the same values. */
export const palette = {
  light: { primary: '#1f4e6b', onPrimary: '#ffffff', error: '#a3211c', ink: '#1b2430', inkSoft: '#55606d', surface: '#ffffff', lineStrong: '#8b8f8e', errorBg: '#fbe9e7', track: '#eceae4', raised: '#ffffff' },
  dark: { primary: '#8fc1de', onPrimary: '#0e1a22', error: '#ff9c93', ink: '#e7e9eb', inkSoft: '#a9b4be', surface: '#1b2128', lineStrong: '#6b7681', errorBg: '#3b1f1e', track: '#12161b', raised: '#34404c' },
} as const;
