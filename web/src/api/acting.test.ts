import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actingField, forBrowser } from './acting';

test('without a tab that remembers, everybody is himself', () => {
  assert.deepEqual(actingField('/api/v1/rounds'), {});
  assert.equal(forBrowser('/api/v1/reports/r/evidence/1/file', null), '/api/v1/reports/r/evidence/1/file');
});

test('an address says for whom it is asked, behind what it says already', () => {
  assert.equal(forBrowser('/a', 'giam.doc'), '/a?acting_for=giam.doc');
  assert.equal(forBrowser('/a?width=200', 'x@y'), '/a?width=200&acting_for=x%40y');
});

test('the field goes with every request but those of one’s own account and session', () => {
  const kept = new Map([['liem.acting_for', 'giamdoc']]);
  Object.assign(globalThis, { sessionStorage: { getItem: (key: string) => kept.get(key) ?? null } });
  const field = { 'Liem-Acting-For': 'giamdoc' };
  for (const address of ['/api/v1/rounds', '/api/v1/session', '/api/v1/documents']) assert.deepEqual(actingField(address), field, address);
  assert.deepEqual(actingField('/api/v1/documents', 'POST'), field);
  for (const [address, method] of [['/api/v1/account/tokens', 'GET'], ['/api/v1/session', 'DELETE'], ['/api/v1/session/ways', 'GET']] as const) {
    assert.deepEqual(actingField(address, method), {}, address);
  }
});
