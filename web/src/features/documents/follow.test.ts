import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Document, DocumentState } from '../../api/types';
import { follow, pauses, toFollow, type Sources } from './follow';

const document = (state: DocumentState, id = 'd', created_at = '2026-11-22T05:00:00Z'): Document =>
  ({ id, name: 'x.pdf', sha256: '', bytes: 1, created_at, state, progress: null, problem: null });

/** A server in memory whose stream, answers and clock are moved by hand. */
function stage(answers: (Document | null | Error)[] = []) {
  const heard: (DocumentState | 'gone')[] = [];
  const waits: number[] = [];
  let due: (() => void) | null = null;
  let on: Parameters<Sources['stream']>[1];
  let closed = 0;
  const sources: Sources = {
    stream: (_, handlers) => {
      on = handlers;
      return () => { closed += 1; };
    },
    ask: async () => {
      const answer = answers.shift()!;
      if (answer instanceof Error) throw answer;
      return answer;
    },
    after: (milliseconds, then) => {
      waits.push(milliseconds);
      due = then;
      return () => { due = null; };
    },
  };
  const stop = follow('d', sources, (news) => heard.push(news?.state ?? 'gone'));
  const tick = async () => {
    const then = due;
    due = null;
    then?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { heard, waits, stop, tick, on: on!, isClosed: () => closed > 0, isWaiting: () => due !== null };
}

test('every change is told until the document is done, then the stream is closed', () => {
  const { heard, on, isClosed } = stage();
  for (const state of ['waiting', 'extracting', 'reading'] as const) on.state(document(state));
  assert.equal(isClosed(), false);
  on.state(document('done'));
  assert.deepEqual(heard, ['waiting', 'extracting', 'reading', 'done']);
  assert.equal(isClosed(), true);
});

test('a failed document ends it too, and nothing is told after', () => {
  const { heard, on, isClosed } = stage();
  on.state(document('failed'));
  on.state(document('reading'));
  assert.deepEqual(heard, ['failed']);
  assert.equal(isClosed(), true);
});

test('a document that was deleted is told as gone', () => {
  const { heard, on } = stage();
  on.gone();
  assert.deepEqual(heard, ['gone']);
});

test('where the stream breaks it asks, ever more slowly, until the document is done', async () => {
  const { heard, waits, on, tick, isWaiting } = stage([document('extracting'), document('extracting'), document('reading'), document('reading'), document('done')]);
  on.broken();
  for (let turn = 0; turn < 5; turn += 1) await tick();
  assert.deepEqual(heard, ['extracting', 'extracting', 'reading', 'reading', 'done']);
  assert.deepEqual(waits, [...pauses, pauses.at(-1)]);
  assert.equal(isWaiting(), false);
});

test('no answer is no end: it asks again', async () => {
  const { heard, on, tick, isWaiting } = stage([new Error('offline'), document('done')]);
  on.broken();
  await tick();
  assert.deepEqual([heard, isWaiting()], [[], true]);
  await tick();
  assert.deepEqual(heard, ['done']);
});

test('a document that is gone when asked for ends it', async () => {
  const { heard, on, tick, isWaiting } = stage([null]);
  on.broken();
  await tick();
  assert.deepEqual([heard, isWaiting()], [['gone'], false]);
});

test('stopping closes the stream, and stops asking', async () => {
  const streaming = stage();
  streaming.stop();
  assert.equal(streaming.isClosed(), true);
  streaming.on.broken();
  assert.equal(streaming.isWaiting(), false);

  const asking = stage([document('reading')]);
  asking.on.broken();
  asking.stop();
  await asking.tick();
  assert.deepEqual([asking.heard, asking.isWaiting()], [[], false]);
});

test('the oldest unfinished documents are followed, as many as there are streams', () => {
  const list = [document('waiting', 'c', '2026-11-22T05:03:00Z'), document('done', 'b', '2026-11-22T05:02:00Z'), document('extracting', 'a', '2026-11-22T05:01:00Z')];
  assert.deepEqual(toFollow(list, 2), ['a', 'c']);
  assert.deepEqual(toFollow(list, 1), ['a']);
  assert.deepEqual(toFollow([], 2), []);
});
