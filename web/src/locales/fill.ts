export type Values = Record<string, string | number>;

/** Puts values into the {places} of a text; of {count|unit|units} the first where the value is 1. */
export function fill(text: string, values: Values = {}): string {
  return text.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (place, name: string, one?: string, many?: string) => {
    const value = values[name];
    if (value === undefined) return place;
    return many === undefined ? String(value) : String(value) === '1' ? one! : many;
  });
}
