import type { Advice, AnswerValue, BestStepsRequest, LeastStep, Words } from '../../api/types';
import { compare, sum } from '../../format/decimal';
import type { FigureName } from './trial';

/** What an action changes: the figure is brought to a value. */
export interface Effect extends FigureName {
  from: AnswerValue;
  value: string | null;
}

/** An action as it is being written; null numbers cannot be read yet. */
export interface Draft {
  id: string;
  title: Words;
  days: string | null;
  money: string | null;
  effects: Effect[];
  wanted: boolean;
}

export interface Budget {
  days: string | null;
  money: string | null;
}

/** A first guess, said to be one on the page: nobody knows what an action takes but those who do it. */
export const firstDays = '5';
export const firstMoney = '0';

function effectsOf(step: LeastStep): Effect[] | null {
  if (step.changes.some(({ to }) => to.state !== 'given' || to.value === null)) return null;
  return step.changes.map(({ id, label, unit, kind, from, to }) => ({ id, label, unit, kind, from, value: to.value }));
}

/** One action for the best next step of each criterion; a figure that serves several criteria is acted on once. */
export function draftsOf(advice: Advice): Draft[] {
  const taken = new Set<string>();
  const drafts: Draft[] = [];
  for (const { code, next, full } of advice.least_changes) {
    const step = next[0] ?? full;
    const effects = step && effectsOf(step);
    if (!effects || effects.some(({ id }) => taken.has(id))) continue;
    for (const { id } of effects) taken.add(id);
    const title = { vi: `${code}: ${step.text.vi}`.slice(0, 500), en: `${code}: ${step.text.en}`.slice(0, 500) };
    drafts.push({ id: `viec-${drafts.length + 1}`, title, days: firstDays, money: firstMoney, effects, wanted: true });
  }
  return drafts.slice(0, mostActions);
}

export const mostActions = 200;

/** An id no draft has yet. */
export function nextId(drafts: readonly Draft[]): string {
  const numbers = drafts.map(({ id }) => Number(/^viec-(\d+)$/.exec(id)?.[1] ?? 0));
  return `viec-${Math.max(0, ...numbers) + 1}`;
}

/** Whether the action can be asked about. */
export function isWhole({ title, days, money, effects }: Draft): boolean {
  return title.vi.trim() !== '' && days !== null && money !== null && effects.every(({ value }) => value !== null);
}

/** The wanted actions within the budget as a question; null while there is nothing whole to ask. */
export function questionOf(drafts: readonly Draft[], budget: Budget, language: keyof Words): BestStepsRequest | null {
  const whole = drafts.filter((draft) => draft.wanted && isWhole(draft));
  if (whole.length === 0 || budget.days === null || budget.money === null) return null;
  const actions = whole.map(({ id, title, days, money, effects }) => ({
    id, title: title[language].trim(), days: days!, money: money!, changes: effects.map((effect) => ({ id: effect.id, value: effect.value! })),
  }));
  return { days: budget.days, money: budget.money, actions };
}

/** What all wanted actions take together: the end of the budget's slider. */
export function totalOf(drafts: readonly Draft[], what: 'days' | 'money'): string {
  return sum(drafts.filter(({ wanted }) => wanted).map((draft) => draft[what] ?? '0'));
}

/** A round step for a slider to that end, a hundredth of it or so. */
export function sliderStep(total: string, least: string): string {
  const hundredth = Number(total) / 100;
  if (hundredth <= Number(least)) return least;
  const power = 10 ** Math.floor(Math.log10(hundredth));
  return String([1, 2, 5, 10].map((times) => times * power).find((one) => one >= hundredth)!);
}

/** The figures an action may be written for, each once, by their names. */
export function figuresOf(advice: Advice, language: keyof Words): Effect[] {
  const all = new Map<string, Effect>();
  for (const { figures } of advice.losses) for (const { id, label, unit, kind, answer } of figures) all.set(id, { id, label, unit, kind, from: answer, value: answer.value });
  for (const { next, full } of advice.least_changes) {
    for (const { changes } of full ? [...next, full] : next) for (const { id, label, unit, kind, from } of changes) all.set(id, { id, label, unit, kind, from, value: from.value });
  }
  const collator = new Intl.Collator(language);
  return [...all.values()].sort((a, b) => collator.compare(a.label[language], b.label[language]));
}

/** The greater of two decimals. */
export function greater(a: string, b: string): string {
  return compare(a, b) < 0 ? b : a;
}
