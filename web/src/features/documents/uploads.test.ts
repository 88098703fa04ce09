import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changed, largestFile, mayTryAgain, nextToSend, uploadOf, type Change, type Upload } from './uploads';

const start: readonly Upload[] = [uploadOf(1, { name: 'a.pdf', size: 10 }), uploadOf(2, { name: 'b.pdf', size: 20 })];
const run = (...changes: Change[]) => changes.reduce(changed, start);

test('files go one at a time, in the order in which they were chosen', () => {
  assert.equal(nextToSend(start)?.key, 1);
  assert.equal(nextToSend(run({ kind: 'send', key: 1 })), undefined);
  assert.equal(nextToSend(run({ kind: 'send', key: 1 }, { kind: 'drop', key: 1 }))?.key, 2);
});

test('a file that failed does not hold up the next', () => {
  const uploads = run({ kind: 'send', key: 1 }, { kind: 'fail', key: 1, refusal: 'problem.network.title' });
  assert.equal(nextToSend(uploads)?.key, 2);
});

test('a file too large or empty is refused before a byte is sent, and trying again is not offered', () => {
  for (const size of [largestFile + 1, 0]) {
    const upload = uploadOf(1, { name: 'a.pdf', size });
    assert.equal(upload.state, 'failed');
    assert.equal(mayTryAgain(upload), false);
  }
  assert.equal(uploadOf(1, { name: 'a.pdf', size: largestFile }).state, 'queued');
});

test('what failed on the way may be sent again, from the start', () => {
  const failed = run({ kind: 'send', key: 1 }, { kind: 'progress', key: 1, sent: 6 }, { kind: 'fail', key: 1, refusal: 'problem.network.title' });
  assert.equal(mayTryAgain(failed[0]!), true);
  assert.deepEqual(changed(failed, { kind: 'again', key: 1 })[0], start[0]);
});

test('progress counts the bytes of the file, never more', () => {
  assert.deepEqual([4, 11].map((sent) => run({ kind: 'progress', key: 1, sent })[0]!.sent), [4, 10]);
});
