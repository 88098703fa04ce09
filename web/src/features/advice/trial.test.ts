import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesOf, drop, editOf, isChanged, isWhole, numbersOf, open, put } from './trial';
import type { FigureName } from './trial';

const words = (vi: string, en = vi) => ({ vi, en });
const figure = (id: string, kind: FigureName['kind'] = 'count') => ({ id, label: words(id), unit: words('người', 'people'), kind });
const given = (value: string) => ({ value, state: 'given' as const, ground: null });
const blank = { value: null, state: 'blank' as const, ground: null };

test('an answer left as it stands is not asked about', () => {
  assert.deepEqual(changesOf([editOf(figure('a'), given('3'))]), []);
  assert.deepEqual(changesOf([editOf(figure('a'), given('3'), given('4'))]), [{ id: 'a', value: '4' }]);
});

test('a number that cannot be read is kept but not sent', () => {
  const edit = { ...editOf(figure('a'), given('3')), value: null };
  assert.equal(isWhole(edit), false);
  assert.deepEqual(changesOf([edit]), []);
});

test('blank, not yet available and not applicable are sent as states and never as zero', () => {
  const edit = editOf(figure('a'), given('3'));
  assert.deepEqual(changesOf([{ ...edit, state: 'blank' }]), [{ id: 'a', state: 'blank' }]);
  assert.deepEqual(changesOf([{ ...edit, state: 'not_available' }]), [{ id: 'a', state: 'not_available' }]);
  assert.deepEqual(changesOf([{ ...edit, state: 'not_applicable' }]), [], 'without a ground');
  assert.deepEqual(changesOf([{ ...edit, state: 'not_applicable', ground: ' Điều 34 ' }]), [{ id: 'a', state: 'not_applicable', ground: 'Điều 34' }]);
});

test('a figure is tried once: a newer edit takes the place of the older', () => {
  const older = editOf(figure('a'), given('3'), given('4'));
  const newer = editOf(figure('a'), given('3'), given('5'));
  const other = editOf(figure('b'), blank, given('1'));
  assert.deepEqual(put([older, other], [newer]).map(({ id, value }) => [id, value]), [['a', '5'], ['b', '1']]);
  assert.deepEqual(open([older], [newer, other]).map(({ id, value }) => [id, value]), [['a', '4'], ['b', '1']]);
  assert.deepEqual(drop([older, other], 'a'), [other]);
});

test('filling in what was blank is a change', () => {
  assert.equal(isChanged(editOf(figure('a'), blank, given('0'))), true);
});

test('what is counted is whole, a percentage ends at 100, money may be any number', () => {
  assert.deepEqual(numbersOf(figure('a', 'count')), { whole: true });
  assert.deepEqual(numbersOf(figure('a', 'percent')), { whole: false, most: '100' });
  assert.deepEqual(numbersOf(figure('a', 'money')), { whole: false });
});
