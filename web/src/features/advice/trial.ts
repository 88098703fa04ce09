import type { AdviceFigure, AnswerChange, AnswerValue, Input, LeastStep } from '../../api/types';

export type FigureName = Pick<AdviceFigure, 'id' | 'label' | 'unit' | 'kind'>;
export type AnswerState = AnswerValue['state'];

/** An answer being tried: what stands now, and what is put in its place. A null value cannot be read yet. */
export interface Edit extends FigureName {
  from: AnswerValue;
  state: AnswerState;
  value: string | null;
  ground: string;
}

/** Edits by figure, in the order they were begun. */
export type Trial = readonly Edit[];

/** The numbers a figure may be: things, days and levels are whole, a percentage ends at 100. */
export function numbersOf({ kind }: FigureName): { whole: boolean; most?: string } {
  return { whole: kind === 'count' || kind === 'days' || kind === 'level', ...(kind === 'percent' && { most: '100' }) };
}

export function editOf(figure: FigureName, from: AnswerValue, to: AnswerValue = from): Edit {
  const { id, label, unit, kind } = figure;
  return { id, label, unit, kind, from, state: to.state, value: to.value, ground: to.ground ?? '' };
}

export function editOfInput(input: Input): Edit {
  const { value, ground } = input;
  const state = input.state === 'given' && value === null ? 'blank' : input.state;
  return editOf(input, { value, state, ground });
}

export function editsOfStep(step: LeastStep): Edit[] {
  return step.changes.map((change) => editOf(change, change.from, change.to));
}

/** The trial with these edits: what was there for the same figure gives way, in its place. */
export function put(trial: Trial, edits: readonly Edit[]): Edit[] {
  const newer = new Map(edits.map((edit) => [edit.id, edit]));
  const kept = trial.map((edit) => newer.get(edit.id) ?? edit);
  return [...kept, ...edits.filter(({ id }) => !trial.some((edit) => edit.id === id))];
}

/** As put, but what is being tried already stays as it is. */
export function open(trial: Trial, edits: readonly Edit[]): Edit[] {
  return [...trial, ...edits.filter(({ id }) => !trial.some((edit) => edit.id === id))];
}

export function drop(trial: Trial, id: string): Edit[] {
  return trial.filter((edit) => edit.id !== id);
}

/** Whether the answer can be sent: a given one has a value, one that does not apply has its ground. */
export function isWhole(edit: Edit): boolean {
  if (edit.state === 'given') return edit.value !== null;
  return edit.state !== 'not_applicable' || edit.ground.trim() !== '';
}

export function isChanged(edit: Edit): boolean {
  const { from } = edit;
  if (edit.state !== from.state) return true;
  if (edit.state === 'given') return edit.value !== from.value;
  return edit.state === 'not_applicable' && edit.ground.trim() !== (from.ground ?? '');
}

/** What to ask the server: only whole answers that differ from those that stand. */
export function changesOf(trial: Trial): AnswerChange[] {
  return trial.filter((edit) => isWhole(edit) && isChanged(edit)).map((edit): AnswerChange => {
    if (edit.state === 'given') return { id: edit.id, value: edit.value! };
    return edit.state === 'not_applicable' ? { id: edit.id, state: edit.state, ground: edit.ground.trim() } : { id: edit.id, state: edit.state };
  });
}
