import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiProblem, type Tagged } from '../../api/client';
import type { AnswersChange, CriterionAnswers } from '../../api/types';
import type { Written } from './draft';
import { Drafts, type Surroundings } from './drafts';

const number = (value: string | null): Written => ({ state: 'given', value, ground: '', note: '', quote: null });
const answers = (etag: string, items: unknown[] = []) => ({ value: { items, self: null } as unknown as CriterionAnswers, etag });
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A server, a storage and a clock that do what the test says. */
function world(kept: Record<string, string> = {}) {
  const held = new Map(Object.entries(kept));
  const timers: { after: number; run: () => void }[] = [];
  const sent: { change: AnswersChange; etag: string }[] = [];
  const replies: (() => Promise<Tagged<CriterionAnswers>>)[] = [];
  const around: Surroundings = {
    send: (_, change, etag) => {
      sent.push({ change, etag });
      return (replies.shift() ?? (async () => answers(`e${sent.length}`)))();
    },
    ask: async () => answers('theirs'),
    saved: () => {},
    storage: {
      getItem: (key) => held.get(key) ?? null, setItem: (key, value) => void held.set(key, value), removeItem: (key) => void held.delete(key),
      key: (index) => [...held.keys()][index] ?? null, get length() { return held.size; },
    },
    now: () => '2026-11-28T07:05:00Z',
    later: (after, run) => {
      const timer = { after, run };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
  };
  const pass = async () => {
    for (const { run } of timers.splice(0)) run();
    await settled();
  };
  return { around, held, timers, sent, replies, pass };
}

test('several letters make one save, resting on the version that was read', async () => {
  const { around, held, sent, pass } = world();
  const drafts = new Drafts('p.', around);
  drafts.write('B.1', 'e0', { id: 'x', written: number('1') });
  drafts.write('B.1', 'e0', { id: 'x', written: number('12') });
  assert.equal(held.size, 1);
  await pass();
  assert.deepEqual(sent, [{ etag: 'e0', change: { items: [{ id: 'x', state: 'given', value: '12', ground: null, note: null, quote: null }] } }]);
  assert.deepEqual([drafts.of('B.1').phase, held.size], ['saved', 0]);
});

test('what is typed while a save is under way is saved after it, on the version it left', async () => {
  const { around, sent, pass, replies } = world();
  const drafts = new Drafts('p.', around);
  drafts.write('B.1', 'e0', { id: 'x', written: number('1') });
  replies.push(async () => {
    drafts.write('B.1', 'e0', { id: 'x', written: number('2') });
    return answers('e1');
  });
  await pass();
  assert.equal(drafts.of('B.1').phase, 'waiting');
  await pass();
  assert.deepEqual(sent.map(({ etag, change }) => [etag, change.items?.[0]?.value]), [['e0', '1'], ['e1', '2']]);
});

test('without a line the draft stays in the browser and is sent again, later each time', async () => {
  const { around, held, timers, pass, replies } = world();
  const drafts = new Drafts('p.', around);
  const cut = async () => { throw new ApiProblem(0, 'network', null); };
  replies.push(cut, cut);
  drafts.write('B.1', 'e0', { self: number('3') });
  await pass();
  assert.deepEqual([drafts.of('B.1').phase, timers[0]?.after, held.size], ['offline', 2000, 1]);
  await pass();
  assert.equal(timers[0]?.after, 4000);
  drafts.flush();
  await settled();
  assert.deepEqual([drafts.of('B.1').phase, held.size, timers.length], ['saved', 0, 0]);
});

test('a draft is given back after the page was loaded again, and only to whom it belongs', () => {
  const draft = JSON.stringify({ etag: 'e0', items: { x: number('7') }, at: '2026-11-28T07:00:00Z' });
  const drafts = new Drafts('a.', world({ 'a.B.1': draft, 'b.B.2': draft, 'a.B.3': 'torn' }).around);
  assert.equal(drafts.of('B.1').draft?.items.x?.value, '7');
  assert.equal(drafts.of('B.1').givenBack, '2026-11-28T07:00:00Z');
  assert.equal(drafts.unsaved(), 'B.1');
});

test('who wrote meanwhile is shown, and nothing is sent until one is chosen', async () => {
  const { around, sent, timers, pass, replies } = world();
  const drafts = new Drafts('p.', around);
  replies.push(async () => { throw new ApiProblem(412, 'precondition_failed', null); });
  drafts.write('B.1', 'e0', { id: 'x', written: number('1') });
  await pass();
  assert.deepEqual([drafts.of('B.1').phase, drafts.of('B.1').theirs?.etag], ['conflict', 'theirs']);
  drafts.write('B.1', 'e0', { id: 'x', written: number('2') });
  assert.equal(timers.length, 0);
  drafts.sendMine('B.1');
  await settled();
  assert.deepEqual(sent.map(({ etag }) => etag), ['e0', 'theirs']);
  assert.equal(drafts.of('B.1').phase, 'saved');
});

test('a number that cannot be read yet is kept and not sent', async () => {
  const { around, held, sent, pass } = world();
  const drafts = new Drafts('p.', around);
  drafts.write('B.1', 'e0', { id: 'x', written: number(null) });
  await pass();
  assert.deepEqual([sent.length, held.size, drafts.unsaved()], [0, 1, 'B.1']);
});

test('a save that got there while its answer was lost is saved, and no conflict with oneself', async () => {
  const { around, held, pass, replies } = world();
  const standing = answers('theirs', [{ id: 'x', state: 'given', value: '10', ground: null, source: { note: null, bytes: null } }]);
  const drafts = new Drafts('p.', { ...around, ask: async () => standing });
  drafts.write('B.1', 'e0', { id: 'x', written: number('10') });
  replies.push(async () => { throw new ApiProblem(412, 'http.changed', null); });
  await pass();
  await settled();
  assert.deepEqual([drafts.of('B.1').phase, held.size], ['saved', 0]);
});
