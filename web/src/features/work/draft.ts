import type { AnswerItem, AnswersChange, Bytes, CriterionAnswers } from '../../api/types';

export type AnswerState = AnswerItem['state'];

/** An answer as it is being written. A given one with a null value cannot be read yet. */
export interface Written {
  state: AnswerState;
  value: string | null;
  ground: string;
  note: string;
  quote: Bytes | null;
}

/** What was written and is not on the server yet, and the version of the answers it rests on. */
export interface Draft {
  etag: string;
  items: Record<string, Written>;
  /** The self-score; null for none. Absent where it was not touched. */
  self?: Written | null;
  at: string;
}

export function writtenOf(item: AnswerItem): Written {
  const state = item.state === 'given' && item.value === null ? 'blank' : item.state;
  const { bytes, note } = item.source;
  return { state, value: item.value, ground: item.ground ?? '', note: note ?? '', quote: bytes ? [bytes[0]!, bytes[1]!] : null };
}

export function selfOf(answers: CriterionAnswers): Written {
  return { state: answers.self === null ? 'blank' : 'given', value: answers.self, ground: '', note: '', quote: null };
}

/** Whether it can be sent: a given answer has a value, one that does not apply its ground. */
export function isWhole({ state, value, ground }: Written): boolean {
  if (state === 'given') return value !== null;
  return state !== 'not_applicable' || ground.trim() !== '';
}

/** A number typed into what was blank makes it given. What stood in the report no longer vouches for another number. */
export function withValue(before: Written, value: string | null): Written {
  return { ...before, state: 'given', value, quote: value === before.value ? before.quote : null };
}

export function withState(before: Written, state: AnswerState): Written {
  return { ...before, state };
}

/** The part of a draft that can be sent; null where nothing can. */
export function changeOf(draft: Draft): AnswersChange | null {
  const items = Object.entries(draft.items).filter(([, written]) => isWhole(written)).map(([id, written]) => itemOf(id, written));
  const { self } = draft;
  const scored = self != null && isWhole(self);
  if (items.length === 0 && !scored) return null;
  return { ...(items.length > 0 && { items }), ...(scored && { self: self.state === 'given' ? self.value : null }) };
}

function itemOf(id: string, { state, value, ground, note, quote }: Written) {
  return {
    id, state, value: state === 'given' ? value : null, ground: state === 'not_applicable' ? ground.trim() : null,
    note: note.trim() || null, quote: quote ? [...quote] : null,
  } as NonNullable<AnswersChange['items']>[number];
}

/** Whether what stands on the server is all that was written: then it got there, and only its answer was lost. */
export function standsAlready(draft: Draft, answers: CriterionAnswers): boolean {
  const said = ({ state, value, ground, note }: Written) => JSON.stringify([state, state === 'given' ? value : null, state === 'not_applicable' ? ground.trim() : '', note.trim()]);
  const items = Object.entries(draft.items).every(([id, written]) => {
    const item = answers.items.find((one) => one.id === id);
    return item !== undefined && said(writtenOf(item)) === said(written);
  });
  return items && (draft.self == null || said(selfOf(answers)) === said(draft.self));
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What of a draft was written after `sent` went out; null where nothing was. */
export function rest(draft: Draft, sent: Draft, etag: string): Draft | null {
  const left = Object.entries(draft.items).filter(([id, written]) => !isWhole(written) || !same(written, sent.items[id]));
  const self = draft.self && (!isWhole(draft.self) || !same(draft.self, sent.self)) ? draft.self : undefined;
  if (left.length === 0 && !self) return null;
  return { etag, items: Object.fromEntries(left), ...(self && { self }), at: draft.at };
}
