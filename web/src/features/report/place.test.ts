import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesOfPlace, placeInReport } from './place';

test('a place written into an address is read back', () => {
  const address = new URL(placeInReport('so/xd', [12, 40]), 'http://host');
  assert.equal(address.pathname, '/reports/so%2Fxd');
  assert.deepEqual(bytesOfPlace(address.searchParams.get('at')), [12, 40]);
});

test('an address without a true range asks for no place', () => {
  for (const at of [null, '', '12', '40-12', '7-7', 'a-b', '-1-4']) assert.equal(bytesOfPlace(at), null);
});
