import type { TextKey } from '../../locales/text';

/** The server takes no more than this many bytes. */
export const largestText = 16 * 1024 * 1024;

/** A box to type in turns slow beyond this many characters; a longer file is read without being shown in it. */
export const longestEditable = 200_000;

/** The text of a file, or why it cannot be read; only UTF-8 is taken, so that no letter is guessed. */
export async function textOfFile(file: Blob): Promise<{ text: string } | { refusal: TextKey }> {
  if (file.size > largestText) return { refusal: 'try.too_large' };
  const bytes = await file.arrayBuffer();
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? { refusal: 'try.not_text' } : { text };
  } catch {
    return { refusal: 'try.not_text' };
  }
}
