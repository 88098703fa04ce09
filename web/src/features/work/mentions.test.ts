import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Colleague } from '../../api/types';
import { offered, openMention, withMention } from './mentions';

const person = (account: string, name: string) => ({ account, name }) as Colleague;
const people = [person('giamdoc.xaydung', 'Phạm Thị Làm Mẫu'), person('thanhtra', 'Vũ Văn Thí Dụ'), person('thanhtra.hai', 'Cao Thử Nghiệm')];
const accounts = (query: string) => offered(people, query).map(({ account }) => account);

test('an @ at the start or behind a space begins a name, one in a word or an address does not', () => {
  assert.deepEqual(openMention('@', 1), { start: 0, query: '' });
  assert.deepEqual(openMention('Nhờ @tha xem', 8), { start: 4, query: 'tha' });
  assert.deepEqual(openMention('(@tha', 5), { start: 1, query: 'tha' });
  assert.equal(openMention('ten@so.vn', 9), null);
  assert.equal(openMention('số@tha', 6), null);
  assert.equal(openMention('Nhờ @tha xem', 12), null);
});

test('people are found by their account or by a word of their name, without marks', () => {
  assert.deepEqual(accounts('thanh'), ['thanhtra', 'thanhtra.hai']);
  assert.deepEqual(accounts('lam'), ['giamdoc.xaydung']);
  assert.deepEqual(accounts('Thử'), ['thanhtra.hai']);
  assert.deepEqual(accounts(''), ['giamdoc.xaydung', 'thanhtra', 'thanhtra.hai']);
  assert.deepEqual(accounts('zzz'), []);
});

test('a chosen name takes the place of what was typed, with one space behind it', () => {
  assert.deepEqual(withMention('Nhờ @tha xem', { start: 4, query: 'tha' }, 'thanhtra'), { text: 'Nhờ @thanhtra xem', caret: 14 });
  assert.deepEqual(withMention('@', { start: 0, query: '' }, 'thanhtra'), { text: '@thanhtra ', caret: 10 });
});
