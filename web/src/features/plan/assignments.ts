import type { Assignment } from '../../api/types';

/** The one who answers it; the form names one, where several were named the first. */
export function accountOf(all: readonly Assignment[], criterion: string): string {
  return all.find((one) => one.criterion === criterion)?.account ?? '';
}

/** With this one, or nobody where `account` is empty, in the place of whoever answered it. */
export function assigned(all: readonly Assignment[], criterion: string, account: string): Assignment[] {
  const others = all.filter((one) => one.criterion !== criterion);
  return account === '' ? others : [...others, { criterion, account }];
}
