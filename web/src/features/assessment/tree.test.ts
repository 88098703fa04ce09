import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Criterion } from '../../api/types';
import { groupCodes, hasAssumed, openRows } from './tree';

const node = (code: string, children: Criterion[] = [], provenance: Criterion['provenance'] = 'published'): Criterion => ({
  code, children, provenance, title: { vi: code, en: code }, state: 'scored', points: { reached: '0', reachable: '1', maximum: '1' }, self: null, gap: null, rule: null, rule_provenance: null,
});
const tree = [node('A', [node('A.1', [node('A.1.1')])]), node('B', [node('B.1', [], 'assumed')])];

test('children show only while every group above them is open', () => {
  assert.deepEqual(openRows(tree, new Set(['A'])).map(({ criterion, level }) => [criterion.code, level]), [['A', 0], ['A.1', 1], ['B', 0]]);
  assert.deepEqual(openRows(tree, new Set(['A.1'])).map(({ criterion }) => criterion.code), ['A', 'B']);
});

test('groups are those with children, at every depth', () => {
  assert.deepEqual(groupCodes(tree), ['A', 'A.1', 'B']);
});

test('an assumed leaf is found wherever it stands', () => {
  assert.equal(hasAssumed(tree), true);
  assert.equal(hasAssumed([tree[0]!]), false);
});
