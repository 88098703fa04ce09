import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SheetCell } from '../../api/types';
import { choosable, firstChoice, mateOf } from './offline';

const cell = (address: string, field: SheetCell['field'], verdict: SheetCell['verdict']): SheetCell =>
  ({ cell: address, criterion: 'A.1', item: 'x', label: '', field, stood: '', stands: '', wanted: '', verdict, why: null });
const cells = [cell('D3', 'state', 'changed'), cell('E3', 'value', 'conflict'), cell('G3', 'note', 'changed'), cell('E4', 'value', 'changed'), cell('E5', 'value', 'refused')];

test('state and value of a row are chosen together, its note by itself', () => {
  assert.deepEqual(mateOf(cells[0]!, cells), ['D3', 'E3']);
  assert.deepEqual(mateOf(cells[2]!, cells), ['G3']);
});

test('what conflicts waits for a decision with the answer it belongs to; what is refused cannot be chosen', () => {
  assert.deepEqual([...firstChoice(cells)], ['G3', 'E4']);
  assert.deepEqual(cells.filter((one) => !choosable(one)).map((one) => one.cell), ['E5']);
});
