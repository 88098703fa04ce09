/** An exact decimal: digits / 10^scale. Points and money never pass through a float. */
interface Exact {
  digits: bigint;
  scale: number;
}

function parse(text: string): Exact {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) throw new RangeError(`not a decimal: ${text}`);
  const fraction = match[3] ?? '';
  const digits = BigInt(match[2] + fraction);
  return { digits: match[1] ? -digits : digits, scale: fraction.length };
}

function atScale(value: Exact, scale: number): bigint {
  return value.digits * 10n ** BigInt(scale - value.scale);
}

function print(digits: bigint, scale: number): string {
  const sign = digits < 0n ? '-' : '';
  const all = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  return scale === 0 ? sign + all : `${sign}${all.slice(0, -scale)}.${all.slice(-scale)}`;
}

/** Negative, zero or positive, as for Array.sort. */
export function compare(left: string, right: string): number {
  const a = parse(left);
  const b = parse(right);
  const scale = Math.max(a.scale, b.scale);
  const difference = atScale(a, scale) - atScale(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function sum(parts: readonly string[]): string {
  const values = parts.map(parse);
  const scale = Math.max(0, ...values.map((value) => value.scale));
  return print(values.reduce((total, value) => total + atScale(value, scale), 0n), scale);
}

export function subtract(left: string, right: string): string {
  const minus = right.startsWith('-') ? right.slice(1) : `-${right}`;
  return sum([left, minus]);
}

/** part * 100 / whole, rounded half up to the places; null when the whole is zero. */
export function percentage(part: string, whole: string, places: number): string | null {
  const a = parse(part);
  const b = parse(whole);
  if (b.digits === 0n || b.digits < 0n || a.digits < 0n) return null;
  const scale = Math.max(a.scale, b.scale);
  const above = atScale(a, scale) * 100n * 10n ** BigInt(places);
  const below = atScale(b, scale);
  return print((above * 2n + below) / (below * 2n), places);
}

/** How much of a bar to fill, 0 to 100; only for drawing. */
export function share(part: string, whole: string): number {
  const percent = Number(percentage(part.startsWith('-') ? '0' : part, whole, 2) ?? '0');
  return Math.min(100, percent);
}
