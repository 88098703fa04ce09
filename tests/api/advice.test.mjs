// Where points can be won: lost points, what-if, best steps, ranks. Nothing of it is stored.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { cookieOf, demoData, root, serve, withRole } from './liem.mjs';

const data = (name) => readFileSync(path.join(root, 'data', name), 'utf8');
const round = parse(data('demo/round.yaml')).id;
const own = withRole('clerk').unit;
const base = `/api/v1/rounds/${round}/units/${own}`;

let server, inspector, clerk;
before(async () => {
  server = await serve(demoData());
  inspector = await cookieOf(server, 'inspector');
  clerk = await cookieOf(server, 'clerk');
});
after(() => server.stop());

const get = (target, cookie = inspector) => server.ask('GET', target, { cookie });
const post = (target, body, cookie = inspector) => server.ask('POST', target, {
  cookie, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body),
});
const whatIf = (changes, cookie) => post(`${base}/what-if`, { changes }, cookie);

// Decimal strings of at most two places as whole hundredths.
const hundredths = (text) => Math.round(Number(text) * 100);

function actions() {
  return parse(data('templates/actions.yaml')).map((one) => ({
    ...one, days: String(one.days), money: String(one.money),
    changes: one.changes.map(({ id, value, add }) => (add === undefined
      ? { id, value: String(value) } : { id, add: String(add) })),
  }));
}

test('the clerk sees where the own unit lost points, most of the total first', async () => {
  const { status, json } = await get(`${base}/advice`, clerk);
  assert.equal(status, 200);
  const { json: assessment } = await get(`${base}/assessment`, clerk);
  assert.deepEqual(json.points, assessment.points);
  const lost = json.losses.map((one) => Number(one.lost_of_total));
  assert.deepEqual(lost, [...lost].sort((a, b) => b - a));
  assert.deepEqual(json.least_changes.map((one) => one.code), json.losses.map((one) => one.code));
  const sum = lost.reduce((all, one) => all + one, 0);
  assert.ok(Math.abs(sum - Number(json.lost)) < 0.1, 'but for the rounding of groups');
  assert.ok(json.losses.every((one) => one.reason.vi && one.reason.en));
  assert.ok(json.peers >= 3);
  assert.ok(json.losses.some((one) => one.peers));
});

test('a step that is advised wins what it says, asked as a what-if', async () => {
  const { json } = await get(`${base}/advice`);
  let tried = 0;
  for (const { code, next, full } of json.least_changes) {
    for (const step of full ? [...next, full] : next) {
      const { json: then } = await whatIf(step.changes.map(({ id, to }) => ({ id, value: to.value })));
      const leaf = then.criteria.find((one) => one.code === code);
      assert.equal(leaf.after.points.reached, step.after, code);
      assert.equal(then.won, step.won_of_total, code);
      ++tried;
    }
  }
  assert.ok(tried > 5);
});

test('what-if shows every changed criterion up to the total, with its explanation, and stores nothing', async () => {
  const { json: before } = await get(`${base}/assessment`);
  const { status, json } = await whatIf([{ id: 'plan.has_checks', value: 'true' }, { id: 'rotation.done', value: '14' }], clerk);
  assert.equal(status, 200);
  assert.deepEqual(json.criteria.map((one) => one.code), ['A', 'A.1', 'A.1.2', 'B', 'B.1', 'B.1.7', '']);
  assert.deepEqual(json.explanations.map((one) => one.code), ['A.1.2', 'B.1.7']);
  assert.deepEqual(json.before, before.points);
  assert.equal(hundredths(json.won), hundredths(json.after.reached) - hundredths(json.before.reached));
  assert.deepEqual((await get(`${base}/assessment`)).json, before);
});

test('a change that cannot be is refused with the number of the change and the mend', async () => {
  const refused = async (changes) => {
    const { status, json } = await whatIf(changes);
    assert.equal(status, 400);
    return json;
  };
  const over = await refused([{ id: 'rotation.done', value: '15' }]);
  assert.equal(over.code, 'indicators.more_done_than_obliged');
  assert.match(over.message.en, /^changes:1: /);
  const unknown = await refused([{ id: 'rotation.done', value: '13' }, { id: 'no.such', value: '1' }]);
  assert.match(unknown.message.en, /^changes:2: .*no\.such/);
  assert.equal((await refused([{ id: 'rotation.done' }])).code, 'advice.value_or_state');
  assert.equal((await refused([])).code, 'http.bad_field');
  assert.equal((await refused([{ id: 'rotation.done', value: 13 }])).code, 'http.bad_field');
  assert.equal((await refused([{ id: 'rotation.done', value: '13', more: 1 }])).code, 'http.bad_field');
});

test('best steps keep the budget, and what they promise is what a what-if gives', async () => {
  const { status, json } = await post(`${base}/best-steps`, { days: '20', money: '5000000', actions: actions() }, clerk);
  assert.equal(status, 200);
  assert.ok(json.actions.length > 2);
  assert.ok(Number(json.days) <= 20 && Number(json.money) <= 5_000_000);
  assert.equal(json.proven || Number(json.at_most_more) > 0, true);
  assert.deepEqual([json.cheapest_proven, json.at_most_cheaper], [true, '0']);
  const { json: then } = await whatIf(json.changes.map(({ id, to }) => ({ id, value: to.value })));
  assert.equal(then.won, json.won);
  assert.deepEqual(then.after, json.after);
  for (const one of json.actions) assert.ok(Number(one.marginal) > 0, one.id);
});

test('more budget never wins less, and what a day more buys is what is told', async () => {
  const ask = async (days) => (await post(`${base}/best-steps`, { days: String(days), money: '5000000', actions: actions() })).json;
  const [less, more] = [await ask(10), await ask(11)];
  assert.equal(hundredths(more.won) - hundredths(less.won), hundredths(less.one_day_more));
});

test('actions that cannot be are refused with the number of the action', async () => {
  const refused = async (changed, budget = {}) => {
    const { status, json } = await post(`${base}/best-steps`, { days: '1', money: '1', actions: [{ ...actions()[0], ...changed }], ...budget });
    assert.equal(status, 400);
    return json;
  };
  assert.match((await refused({ needs: ['none'] })).message.en, /^actions:1: .*none/);
  assert.equal((await refused({ changes: [{ id: 'rotation.due', add: '-1' }] })).code, 'advice.lowers_obliged');
  assert.equal((await refused({ changes: [{ id: 'rotation.done', value: '99' }] })).code, 'indicators.more_done_than_obliged');
  assert.equal((await refused({}, { days: '-1' })).code, 'advice.bad_days');
  assert.equal((await refused({}, { money: '0.5' })).code, 'advice.bad_money');
  assert.equal((await refused({}, { actions: [] })).code, 'http.bad_field');
  const many = Array.from({ length: 201 }, (_, i) => ({ ...actions()[0], id: `a${i}` }));
  assert.equal((await refused({}, { actions: many })).code, 'http.bad_field');
});

test('ranks are given kind by kind with the ends they may move between', async () => {
  const { status, json } = await get(`/api/v1/rounds/${round}/ranks`);
  assert.equal(status, 200);
  assert.equal(json.bounds, 20);
  const departments = json.kinds.find((one) => one.kind === 'department').units;
  assert.ok(departments.length > 5);
  for (const one of departments) {
    assert.ok(one.highest <= one.rank && one.rank <= one.lowest, one.unit.id);
    if (one.rests_on_assumption) assert.ok(one.highest < one.lowest, one.unit.id);
    assert.equal(one.rests_on_assumption, one.decided_by !== null);
  }
  const { json: still } = await get(`/api/v1/rounds/${round}/ranks?bounds=0`);
  for (const kind of still.kinds) assert.ok(kind.units.every((one) => !one.rests_on_assumption));
  assert.equal((await get(`/api/v1/rounds/${round}/ranks?bounds=91`)).status, 400);
});

test('each role sees what it may: own unit, other unit, ranks', async () => {
  const other = 'so-y-te';
  const table = { clerk: [200, 403, 403], inspector: [200, 200, 200], administrator: [403, 403, 403] };
  table.head = table.clerk;
  table.committee = table.reviewer = table.auditor = table.inspector;
  for (const [role, expected] of Object.entries(table)) {
    const cookie = await cookieOf(server, role);
    const seen = [
      (await get(`${base}/advice`, cookie)).status,
      (await get(`/api/v1/rounds/${round}/units/${other}/advice`, cookie)).status,
      (await get(`/api/v1/rounds/${round}/ranks`, cookie)).status,
    ];
    assert.deepEqual(seen, expected, role);
    const asked = await post(`/api/v1/rounds/${round}/units/${other}/what-if`, { changes: [] }, cookie);
    assert.equal(asked.status, expected[1] === 200 ? 400 : 403, role);
  }
});

test('no single figure of another unit reaches a clerk', async () => {
  const { json } = await get(`${base}/advice`, clerk);
  for (const one of json.losses.filter((loss) => loss.peers)) {
    assert.ok(one.peers.count >= 3);
    assert.deepEqual(Object.keys(one.peers).sort(), ['best', 'count', 'median']);
  }
});
