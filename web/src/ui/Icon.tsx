const paths = {
  search: 'M11 11l4 4M7 12.500a5.500 5.500 0 1 1 0-11 5.500 5.500 0 0 1 0 11z',
  sun: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM8 1v1.500M8 13.500V15M1 8h1.500M13.500 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1',
  moon: 'M13.500 9.500A6 6 0 0 1 6.500 2.500a6 6 0 1 0 7 7z',
  system: 'M2 3h12v8H2zM6 14h4M8 11v3',
  chevron: 'M6 3.500l4.500 4.500L6 12.500',
  up: 'M3.500 10L8 5.500l4.500 4.500',
  down: 'M3.500 6L8 10.500 12.500 6',
  both: 'M5 6l3-3 3 3M5 10l3 3 3-3',
  left: 'M10 3.500L5.500 8l4.500 4.500',
  close: 'M3.500 3.500l9 9M12.500 3.500l-9 9',
  document: 'M4 1.500h5.500L12.500 4.500v10h-8.500zM9.500 1.500v3h3M6 8h4.500M6 11h4.500',
  user: 'M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.500 14.500c.5-3 2.500-4.500 5.500-4.500s5 1.500 5.500 4.500',
  jump: 'M3 8h9M8.500 4l4 4-4 4',
  error: 'M8 1.500l6.500 6.500L8 14.500 1.500 8zM8 5v3.500M8 10.500v.5',
  warning: 'M8 2l6.500 12h-13zM8 6.500v3.500M8 11.700v.6',
  note: 'M8 14.500a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13zM8 7.500v4M8 4.800v.6',
  check: 'M3 8.500l3.500 3.500L13 4.500',
  inbox: 'M1.500 9.500h4l1 2h3l1-2h4M1.500 9.500v4h13v-4L12 2.500H4z',
  list: 'M2.500 4h1M6 4h7.500M2.500 8h1M6 8h7.500M2.500 12h1M6 12h7.500',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  download: 'M8 2v8M4.500 7L8 10.500 11.500 7M2.500 13.500h11',
  upload: 'M8 11V2.500M4.500 6L8 2.500 11.500 6M2.500 13.500h11',
  trash: 'M2.500 4h11M6 4V2.500h4V4M4 4l.7 9.500h6.600L12 4',
  clock: 'M8 14.500a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13zM8 4.500V8l2.500 1.500',
  bell: 'M3.500 11.500c1-1 1.300-2.200 1.300-4.500a3.200 3.200 0 0 1 6.400 0c0 2.300.3 3.500 1.300 4.500zM6.700 13.500a1.400 1.400 0 0 0 2.600 0M8 2v1.500',
  lock: 'M3.500 7h9v7h-9zM5.500 7V4.500a2.500 2.500 0 0 1 5 0V7',
} as const;

export type IconName = keyof typeof paths;

/** A decoration: what it means always stands in words beside it or in the label of its button. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5"
      strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false" style={{ flex: 'none' }}>
      <path d={paths[name]} />
    </svg>
  );
}
