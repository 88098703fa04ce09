/**
 * Turns UTF-8 byte offsets into positions of the JavaScript string (UTF-16 units), in one walk over the text.
 * An offset inside a character goes back to its start; one past the end stands at the end.
 */
export function stringPositions(text: string, offsets: Iterable<number>): Map<number, number> {
  const wanted = [...new Set(offsets)].sort((a, b) => a - b);
  const found = new Map<number, number>();
  let next = 0;
  let byte = 0;
  for (let index = 0; index < text.length && next < wanted.length; ) {
    const unit = text.charCodeAt(index);
    const pair = unit >= 0xd800 && unit < 0xdc00 && index + 1 < text.length;
    const after = byte + (unit < 0x80 ? 1 : unit < 0x800 ? 2 : pair ? 4 : 3);
    while (next < wanted.length && wanted[next]! < after) found.set(wanted[next++]!, index);
    byte = after;
    index += pair ? 2 : 1;
  }
  while (next < wanted.length) found.set(wanted[next++]!, text.length);
  return found;
}
