import type { CriterionWork, PossibleAct } from '../../api/types';
import { compare } from '../../format/decimal';

export function isPossible({ why_not: blocks }: PossibleAct): boolean {
  return blocks.length === 0;
}

/** Those that are done by a button and its form; the others have a place of their own on the page. */
export function formActs(acts: readonly PossibleAct[]): PossibleAct[] {
  return acts.filter(({ apart }) => !apart);
}

/** Whether an act is the reader's and may be done now. */
export function may(acts: readonly PossibleAct[], name: string): boolean {
  return acts.some((act) => act.act === name && isPossible(act));
}

export function setsPoints({ needs }: PossibleAct): boolean {
  return needs.includes('points');
}

/** Whether it may be done with what stands, so that one press is enough. */
export function takesStanding(act: PossibleAct): boolean {
  return setsPoints(act) && !act.needs.includes('reason');
}

/** Points to begin with in a form; the server alone says which stand. */
export function suggestedPoints({ reviewed, submitted, appraised, computed, self }: CriterionWork): string | null {
  return reviewed?.points ?? submitted?.points ?? appraised?.points ?? computed ?? self;
}

/** What an act would be done to in one go: everything it may be done to without a word of reason. */
export interface Bulk {
  act: PossibleAct;
  codes: string[];
}

export function bulksOf(criteria: readonly CriterionWork[]): Bulk[] {
  const bulks = new Map<string, Bulk>();
  for (const { code, acts } of criteria) {
    for (const act of formActs(acts)) {
      if (!isPossible(act) || act.needs.includes('reason')) continue;
      const bulk = bulks.get(act.act) ?? { act, codes: [] };
      bulk.codes.push(code);
      bulks.set(act.act, bulk);
    }
  }
  return [...bulks.values()];
}

/** Nobody doubts it: the unit gives itself what the rule computes, no document was refused, nothing was set before. */
export function isUndisputed({ self, computed, verdicts, state, history }: CriterionWork): boolean {
  const doubted = verdicts.some(({ verdict }) => verdict !== 'accepted');
  return computed !== null && (self === null || compare(self, computed) === 0) && !doubted && state !== 'objected' && !history.some(({ act }) => act === 'object');
}
