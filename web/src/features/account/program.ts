const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/coc_coc_browser\//i, 'Cốc Cốc'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** What a browser says of itself, in two words people know; what else it says as it is; null where it says nothing. */
export function programOf(said: string): string | null {
  const name = (known: readonly (readonly [RegExp, string])[]) => known.find(([sign]) => sign.test(said))?.[1];
  const parts = [name(browsers), name(systems)].filter((part) => part !== undefined);
  if (parts.length > 0) return parts.join(', ');
  return said.trim() === '' ? null : said;
}
