/** How far assumed points may move at most, in percent of themselves. */
export const mostBounds = 90;

/** The bounds of an address; 20 where it names none that can be asked. */
export function boundsOf(text: string | null): number {
  return text !== null && /^\d{1,2}$/.test(text) && Number(text) <= mostBounds ? Number(text) : 20;
}
