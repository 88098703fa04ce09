import type { Colleague } from '../../api/types';
import { fold } from '../../format/fold';

/** A name being typed: where its @ stands and what follows it as far as the caret. */
export interface OpenMention {
  start: number;
  query: string;
}

/** An @ within a word, as of an e-mail address, names nobody. */
export function openMention(text: string, caret: number): OpenMention | null {
  const found = /(?:^|[^\p{L}\p{N}_@-])@([\p{L}\p{N}._@-]*)$/u.exec(text.slice(0, caret));
  return found ? { start: caret - found[1]!.length - 1, query: found[1]! } : null;
}

/** Whose account holds what was typed, or one word of whose name begins so; marks ignored. */
export function offered(people: readonly Colleague[], query: string, most = 8): Colleague[] {
  const wanted = fold(query);
  const fits = ({ account, name }: Colleague) => account.includes(wanted) || fold(name).split(' ').some((word) => word.startsWith(wanted));
  return people.filter(fits).slice(0, most);
}

/** The text with the account in the place of what was typed, and where the caret goes. */
export function withMention(text: string, { start, query }: OpenMention, account: string): { text: string; caret: number } {
  const rest = text.slice(start + 1 + query.length);
  const put = `@${account}${rest.startsWith(' ') ? '' : ' '}`;
  return { text: text.slice(0, start) + put + rest, caret: start + account.length + 2 };
}
