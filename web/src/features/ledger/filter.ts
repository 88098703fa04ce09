/** What the log is narrowed to; the address of the page carries it. */
export const filterNames = ['unit', 'person', 'object', 'from', 'to'] as const;
export type FilterName = (typeof filterNames)[number];
export type LogFilter = Partial<Record<FilterName, string>>;

/** Of an address's query; empty values do not count. */
export function filterOf(search: URLSearchParams): LogFilter {
  const filter: LogFilter = {};
  for (const name of filterNames) {
    const value = search.get(name)?.trim();
    if (value) filter[name] = value;
  }
  return filter;
}

/** The query for the server or the page's address. */
export function queryOf(filter: LogFilter): string {
  const query = new URLSearchParams();
  for (const name of filterNames) {
    const value = filter[name]?.trim();
    if (value) query.set(name, value);
  }
  return query.toString();
}

/** Lines of "name: value" for a content in words; a list is joined, nothing is said of nothing. */
export function linesOf(value: unknown): string[] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [shown(value)];
  return Object.entries(value).map(([name, one]) => `${name}: ${shown(one)}`);
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(shown).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
