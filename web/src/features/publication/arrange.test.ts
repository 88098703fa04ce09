import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PublicationChange, PublicationSummary, PublishedCriterion, PublishedUnit } from '../../api/types';
import { byKind, byRound, byThing, depthOf, partsOf } from './arrange';

const unit = (id: string, kind: PublishedUnit['kind'], rank: number | null) => ({ id, kind, rank }) as PublishedUnit;
const criterion = (code: string | null, above: string | null) => ({ code, above }) as PublishedCriterion;
const change = (of: PublicationChange['of'], id: string | null, field: string) => ({ of, id, field, title: { vi: '', en: '' } }) as PublicationChange;

test('units stand by kind and rank, those without a rank last', () => {
  const groups = byKind([unit('a', 'department', 2), unit('x', 'ward', 1), unit('b', 'department', null), unit('c', 'department', 1)]);
  assert.deepEqual(groups.map(({ kind, units }) => [kind, units.map(({ id }) => id)]), [['department', ['c', 'a', 'b']], ['ward', ['x']]]);
});

test('publications stand together by round in the order they come', () => {
  const of = (round: string, number: number) => ({ round, number }) as PublicationSummary;
  assert.deepEqual(byRound([of('r', 2), of('s', 1), of('r', 1)]).map((rows) => rows.map(({ number }) => number)), [[2, 1], [1]]);
});

test('the parts of a set are what stands at its top, and depth counts the groups above', () => {
  const all = [criterion(null, null), criterion('A', null), criterion('A.1', 'A'), criterion('A.1.1', 'A.1'), criterion('B', null)];
  assert.deepEqual(partsOf(all).map(({ code }) => code), ['A', 'B']);
  assert.deepEqual(all.map((one) => depthOf(one, all)), [0, 0, 1, 2, 0]);
});

test('changes stand together for each thing', () => {
  const groups = byThing([change('criterion', 'A', 'self'), change('unit', 'A', 'rank'), change('criterion', 'A', 'reviewed')]);
  assert.deepEqual(groups.map(({ key, changes }) => [key, changes.length]), [['criterion A', 2], ['unit A', 1]]);
});
