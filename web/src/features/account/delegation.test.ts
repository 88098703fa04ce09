import assert from 'node:assert/strict';
import { test } from 'node:test';
import { delegatesFor, mayDelegate, wishOf, type Draft } from './delegation';

const draft: Draft = { principal: '', delegate: ' anh ', from: '2025-12-01', to: '2025-12-05', reason: ' Nghỉ phép ', document: ' ' };

test('a wish holds what was typed, without what was left empty', () => {
  assert.deepEqual(wishOf(draft), { delegate: 'anh', from: '2025-12-01', to: '2025-12-05', reason: 'Nghỉ phép' });
  assert.deepEqual(wishOf({ ...draft, principal: 'truong', document: '12/QĐ' }),
    { delegate: 'anh', from: '2025-12-01', to: '2025-12-05', reason: 'Nghỉ phép', principal: 'truong', document: '12/QĐ' });
});

test('there is no wish while a needed part is missing', () => {
  for (const missing of [{ delegate: ' ' }, { from: '' }, { to: '' }, { reason: 'ab ' }]) assert.equal(wishOf({ ...draft, ...missing }), null, JSON.stringify(missing));
});

test('nobody is offered to act for himself', () => {
  const official = (account: string) => ({ account, name: account, role: 'clerk' as const, unit: { id: 'a', name: { vi: 'a', en: 'a' } } });
  assert.deepEqual(delegatesFor([official('anh'), official('binh')], 'anh').map(({ account }) => account), ['binh']);
});

test('who stands apart delegates nothing', () => {
  assert.deepEqual((['clerk', 'auditor', 'administrator', 'tip_officer', 'head'] as const).map(mayDelegate), [true, false, false, false, true]);
});
