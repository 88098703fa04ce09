import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Advice, LeastChange, LeastStep } from '../../api/types';
import { draftsOf, nextId, questionOf, sliderStep, totalOf, type Draft } from './actions';

const words = (vi: string) => ({ vi, en: vi });
const given = (value: string | null) => ({ value, state: value === null ? ('blank' as const) : ('given' as const), ground: null });
const points = { reached: '1', reachable: '2', maximum: '2' };
const step = (id: string, to: string | null): LeastStep => ({
  changes: [{ id, label: words(id), unit: words('người'), kind: 'count', from: given('1'), to: given(to) }], after: '2', won: '1', won_of_total: '1', least: true, also: [], text: words(`tăng ${id}`),
});
const change = (code: string, next: LeastStep[], full: LeastStep | null = null): LeastChange => ({ code, title: words(code), points, next, full, obstacle: null });
const advice = (...least_changes: LeastChange[]): Advice => ({
  round: 'r', unit: { id: 'u', name: words('u') }, set: { id: 's', version: '1', sha256: '', title: words('') }, points, lost: '1', unanswered: '0', peers: 3, last_year: null, last_year_set: null, losses: [], least_changes,
});
const draft = (more: Partial<Draft> = {}): Draft => ({ id: 'viec-1', title: words('Việc'), days: '5', money: '0', effects: [{ id: 'a', label: words('a'), unit: words(''), kind: 'count', from: given('1'), value: '2' }], wanted: true, ...more });

test('the best next step of each criterion becomes an action', () => {
  const drafts = draftsOf(advice(change('A.1', [step('a', '2'), step('b', '9')]), change('A.2', [], step('c', '3')), change('A.3', [])));
  assert.deepEqual(drafts.map(({ id, title, effects }) => [id, title.vi, effects[0]!.id]), [['viec-1', 'A.1: tăng a', 'a'], ['viec-2', 'A.2: tăng c', 'c']]);
});

test('a figure that serves two criteria is acted on once', () => {
  assert.equal(draftsOf(advice(change('A.1', [step('a', '2')]), change('A.2', [step('a', '3')]))).length, 1);
});

test('a step that is no value cannot be an action', () => {
  assert.equal(draftsOf(advice(change('A.1', [step('a', null)]))).length, 0);
});

test('only wanted and whole actions are asked about', () => {
  const question = questionOf([draft(), draft({ id: 'viec-2', days: null }), draft({ id: 'viec-3', wanted: false })], { days: '10', money: '0' }, 'vi');
  assert.deepEqual(question, { days: '10', money: '0', actions: [{ id: 'viec-1', title: 'Việc', days: '5', money: '0', changes: [{ id: 'a', value: '2' }] }] });
});

test('nothing is asked without a budget or without an action', () => {
  assert.equal(questionOf([draft()], { days: null, money: '0' }, 'vi'), null);
  assert.equal(questionOf([draft({ wanted: false })], { days: '1', money: '0' }, 'vi'), null);
});

test('what all wanted actions take is exact, and a new one gets an id of its own', () => {
  const drafts = [draft({ days: '0.1' }), draft({ id: 'viec-7', days: '0.2' }), draft({ id: 'viec-2', days: '9', wanted: false })];
  assert.equal(totalOf(drafts, 'days'), '0.3');
  assert.equal(nextId(drafts), 'viec-8');
});

test('a slider moves by round steps', () => {
  assert.equal(sliderStep('60', '1'), '1');
  assert.equal(sliderStep('18000000', '1'), '200000');
});
