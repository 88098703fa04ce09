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
    const code = text.codePointAt(index)!;
    const after = byte + utf8Length(code);
    while (next < wanted.length && wanted[next]! < after) found.set(wanted[next++]!, index);
    byte = after;
    index += code > 0xffff ? 2 : 1;
  }
  while (next < wanted.length) found.set(wanted[next++]!, text.length);
  return found;
}

function utf8Length(code: number): number {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
