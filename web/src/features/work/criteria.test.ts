import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Criterion, CriterionWork, PossibleAct, WorkState } from '../../api/types';
import { filtersOf, groupLeaves, neighbour } from './criteria';
import { bulksOf, isUndisputed, suggestedPoints } from './scores';

const act = (name: string, needs: PossibleAct['needs'] = [], blocked = false, apart = false): PossibleAct =>
  ({ act: name, title: { vi: name, en: name }, needs, due: null, apart, publishes: false, why_not: blocked ? [{ code: 'x', message: { vi: 'x', en: 'x' } }] : [] });
const leaf = (code: string, title: string, more: Partial<CriterionWork> = {}): CriterionWork => ({
  code, title: { vi: title, en: code }, points: '4', state: 'handed_in' as WorkState, self: '4', computed: '4', appraised: null, submitted: null, reviewed: null, assigned: [], acts: [], history: [], verdicts: [], ...more,
});
const node = (code: string, children: Criterion[] = []) => ({ code, title: { vi: code, en: code }, children }) as Criterion;
const tree = [node('A', [node('A.1', [node('A.1.1'), node('A.1.2')]), node('A.2', [node('A.2.1')])])];
const leaves = [leaf('A.1.1', 'Kế hoạch'), leaf('A.1.2', 'Đôn đốc', { computed: null }), leaf('A.2.1', 'Kê khai', { state: 'returned' })];
const codes = (filter: 'all' | 'unanswered' | WorkState, search = '') => groupLeaves(tree, leaves, filter, search).map((group) => [group.code, ...group.leaves.map(({ code }) => code)]);

test('leaves stand under their heading, searched without tone marks and narrowed by where they stand', () => {
  assert.deepEqual(codes('all'), [['A.1', 'A.1.1', 'A.1.2'], ['A.2', 'A.2.1']]);
  assert.deepEqual(codes('all', 'don doc'), [['A.1', 'A.1.2']]);
  assert.deepEqual(codes('unanswered'), [['A.1', 'A.1.2']]);
  assert.deepEqual(codes('returned', 'ke'), [['A.2', 'A.2.1']]);
  assert.deepEqual(filtersOf(leaves).map(({ value, count }) => [value, count]), [['all', 3], ['unanswered', 1], ['handed_in', 2], ['returned', 1]]);
});

test('the next criterion is the next one shown, across headings, and there is none past the end', () => {
  const groups = groupLeaves(tree, leaves, 'all', '');
  assert.equal(neighbour(groups, 'A.1.2', 1), 'A.2.1');
  assert.equal(neighbour(groups, 'A.1.1', -1), null);
  assert.equal(neighbour(groups, 'B', 1), 'A.1.1');
});

test('in one go goes what may be done without a word of reason', () => {
  const acts = [act('appraise', ['points', 'reason_if_differs']), act('return', ['reason']), act('edit', [], false, true), act('comment', ['reason'])];
  const bulks = bulksOf([leaf('1', '', { acts }), leaf('2', '', { acts: [act('appraise', ['points'], true)] }), leaf('3', '', { acts })]);
  assert.deepEqual(bulks.map(({ act: { act: name }, codes: found }) => [name, ...found]), [['appraise', '1', '3']]);
});

test('undisputed is what the unit, the rule and the documents agree on', () => {
  const verdict = { document: 1, criterion: '1', verdict: 'refused', page: null, reason: 'x', by: { account: 'a', name: 'A', on_behalf_of: null }, at: '' } as const;
  assert.ok(isUndisputed(leaf('1', '', { self: '4.0' })));
  assert.ok(!isUndisputed(leaf('1', '', { self: '3' })));
  assert.ok(!isUndisputed(leaf('1', '', { computed: null })));
  assert.ok(!isUndisputed(leaf('1', '', { verdicts: [verdict] })));
});

test('a form begins with the points of the last layer there is', () => {
  const by = { account: 'a', name: 'A', on_behalf_of: null };
  assert.equal(suggestedPoints(leaf('1', '', { appraised: { points: '3', by, at: '', reason: '' } })), '3');
  assert.equal(suggestedPoints(leaf('1', '', { computed: null, self: '2' })), '2');
});
