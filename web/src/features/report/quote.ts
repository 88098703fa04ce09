const longest = 140;

/** The words of a place on one line, cut in the middle of long ones so that both ends can be recognised. */
export function quote(text: string, start: number, end: number): string {
  const words = text.slice(start, end).replace(/\s+/g, ' ').trim();
  if (words.length <= longest) return words;
  const head = words.slice(0, 90).replace(/\s\S*$/, '');
  const tail = words.slice(-40).replace(/^\S*\s/, '');
  return `${head} … ${tail}`;
}
