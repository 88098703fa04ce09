import assert from 'node:assert/strict';
import { test } from 'node:test';
import { distance } from './scroll';

const view = { top: 100, bottom: 500 };

test('what is in view is left where it is when it only has to be seen', () => {
  assert.equal(distance(view, { top: 200, bottom: 300 }, 'seen'), 0);
});

test('what is above or below comes just into view', () => {
  assert.equal(distance(view, { top: 50, bottom: 80 }, 'seen'), -62);
  assert.equal(distance(view, { top: 520, bottom: 560 }, 'seen'), 72);
});

test('what is higher than the view shows its beginning', () => {
  assert.equal(distance(view, { top: 520, bottom: 1500 }, 'seen'), 408);
  assert.equal(distance(view, { top: 520, bottom: 1500 }, 'middle'), 408);
});

test('the middle of the place comes to the middle of the view', () => {
  assert.equal(distance(view, { top: 580, bottom: 620 }, 'middle'), 300);
});
