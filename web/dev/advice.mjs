// Lost points, trials, best steps and ranks made up from the fixtures' tree, so that every case of the contract occurs.
// It scores nothing: whatever is changed wins half a point.
import { assessmentOf, explanationOf, rounds, units } from './fixtures.mjs';
import { tree } from './criteria.mjs';

const w = (vi, en) => ({ vi, en });
const leaves = (nodes = tree) => nodes.flatMap((node) => (node.children.length ? leaves(node.children) : [node]));
const add = (a, b) => String(Math.round((Number(a) + Number(b)) * 100) / 100);
const people = w('người', 'people');
const given = (value) => ({ value, state: 'given', ground: null });
const blank = { value: null, state: 'blank', ground: null };
const comma = (value) => value.replace('.', ',');
const causes = { blank: 'nothing_reported', not_available: 'not_yet_available' };
const turns = ['ratio_low', 'no_document', 'judged_low', 'count_low', 'refused_evidence'];

function figureOf(code, index, cause) {
  if (cause === 'no_document') return { id: `${code}.issued`, label: w('Đã ban hành kế hoạch của năm', 'The plan of the year was issued'), unit: w('có/không', 'yes/no'), kind: 'yes_no', answer: given('false') };
  return { id: `${code}.declared`, label: w('Số người đã kê khai', 'Persons who declared'), unit: people, kind: 'count', answer: cause === 'nothing_reported' || cause === 'not_yet_available' ? blank : given(String(40 + index)) };
}

function stepOf(figure, points) {
  const yes = figure.answer.value === 'false';
  const to = yes ? given('true') : given(String(Number(figure.answer.value ?? 0) + 3));
  const { answer, ...name } = figure;
  const text = yes ? w(`có “${figure.label.vi}”`, `yes to “${figure.label.en}”`) : w(`“${figure.label.vi}” từ ${answer.value ?? 'chưa có'} lên ${to.value}`, `“${figure.label.en}” from ${answer.value ?? 'nothing'} to ${to.value}`);
  return { changes: [{ ...name, from: answer, to }], after: add(points.reached, 0.5), won: '0.5', won_of_total: '0.5', least: !yes, also: yes ? ['A.1.2'] : [], text };
}

export function adviceOf(unit) {
  const { set, round, points, unit: reference } = assessmentOf(unit);
  const below = leaves().filter(({ state, points: one }) => state !== 'not_applicable' && one.reached !== one.maximum);
  const rows = below.map((leaf, index) => {
    const cause = causes[leaf.state] ?? turns[index % turns.length];
    const lost = add(leaf.points.reachable, -leaf.points.reached), unanswered = add(leaf.points.maximum, -leaf.points.reachable);
    const loss = {
      code: leaf.code, title: leaf.title, provenance: leaf.provenance, state: leaf.state, points: leaf.points, lost, lost_of_total: index === 1 ? add(lost, 0.12) : lost, unanswered, unanswered_of_total: unanswered, at_stake: '0', cause,
      reason: w('“Số người đã kê khai” thấp hơn số phải kê khai (48 người).', '“Persons who declared” is below those who had to (48).'), figures: [figureOf(leaf.code, index, cause)],
      peers: index % 4 === 3 ? null : { count: 11, median: add(leaf.points.maximum, -0.75), best: leaf.points.maximum }, last_year: index % 3 === 2 ? null : add(leaf.points.reached, index % 2 ? 0.25 : 0),
    };
    return { ...loss, last_year_maximum: loss.last_year && leaf.points.maximum };
  }).sort((a, b) => Number(b.lost_of_total) - Number(a.lost_of_total));
  const least_changes = rows.map(({ code, title, points: one, cause, figures }, index) => {
    const step = stepOf(figures[0], one);
    const stuck = cause === 'judged_low';
    return {
      code, title, points: one, next: stuck ? [] : [step], full: stuck ? null : { ...step, text: w(`${step.text.vi}, và mọi người kê khai đúng hạn`, `${step.text.en}, and everybody declares on time`), changes: [...step.changes, { ...step.changes[0], id: `${code}.on_time`, label: w('Số người kê khai đúng hạn', 'Persons who declared on time') }], after: one.maximum, won: add(one.maximum, -one.reached), won_of_total: add(one.maximum, -one.reached) },
      obstacle: stuck ? w('Điểm do người thẩm định chấm theo mức, không tăng được bằng số liệu.', 'The points are judged by levels; no figure raises them.') : null, index,
    };
  }).map(({ index, ...one }) => one);
  return { round, unit: reference, set, points, lost: add(points.reachable, -points.reached), unanswered: add(points.maximum, -points.reachable), peers: 11, last_year: 'pctn-2024', last_year_set: null, losses: rows, least_changes };
}

/** Two half points at most a figure; a value below zero is refused as the server would. */
export function whatIfOf(unit, { changes }) {
  const { set, round, points, unit: reference } = assessmentOf(unit);
  const advice = adviceOf(unit);
  const wrong = changes.find(({ value }) => value !== undefined && Number(value) > 1e6);
  if (wrong) return { refused: w(`Thay đổi 1: “${wrong.id}” lớn hơn số phải làm (48).`, `Change 1: “${wrong.id}” is more than was obliged (48).`) };
  const codes = [...new Set(changes.map(({ id }) => id.replace(/\.[a-z]+$/, '')))].filter((code) => advice.losses.some((loss) => loss.code === code));
  const won = String(codes.length / 2);
  const changed = codes.map((code) => {
    const { title, points: one, state } = advice.losses.find((loss) => loss.code === code);
    return { code, title, leaf: true, before: { state, points: one }, after: { state: 'scored', points: { ...one, reached: add(one.reached, 0.5), reachable: one.maximum } } };
  });
  const after = { ...points, reached: add(points.reached, won) };
  const total = { code: '', title: set.title, leaf: false, before: { state: 'scored', points }, after: { state: 'scored', points: after } };
  return {
    round, unit: reference, set, before: points, after, won,
    changes: changes.map(({ id, value, state }) => ({ id, label: w('Số người đã kê khai', 'Persons who declared'), unit: people, kind: 'count', from: blank, to: value === undefined ? { value: null, state, ground: null } : given(value) })),
    criteria: changed.length ? [...changed, total] : [],
    explanations: codes.map((code) => ({ ...explanationOf(unit, code), steps: [w('48 : 48 = 1', '48 : 48 = 1'), w(`Điểm: ${comma(changed.find((one) => one.code === code).after.points.reached)}`, `Points: ${changed.find((one) => one.code === code).after.points.reached}`)] })),
  };
}

export function bestStepsOf(unit, { days, money, actions }) {
  const { set, round, points, unit: reference } = assessmentOf(unit);
  let [daysLeft, moneyLeft] = [days, money];
  const chosen = actions.filter((action) => {
    if (Number(action.days) > Number(daysLeft) || Number(action.money) > Number(moneyLeft)) return false;
    [daysLeft, moneyLeft] = [add(daysLeft, -action.days), add(moneyLeft, -action.money)];
    return true;
  });
  const result = whatIfOf(unit, { changes: chosen.flatMap(({ changes }) => changes) });
  return {
    round, unit: reference, set, before: points, after: result.after, won: result.won, days: add(days, -daysLeft), money: add(money, -moneyLeft), days_left: daysLeft, money_left: moneyLeft,
    actions: chosen.map(({ id, title, days: d, money: m }) => ({ id, title, days: d, money: m, marginal: '0.5' })), changes: result.changes, criteria: result.criteria,
    one_day_more: '0', one_million_more: '0.5', proven: actions.length < 8, at_most_more: actions.length < 8 ? '0' : '0.25',
    text: w(`Chọn ${chosen.length} trong ${actions.length} việc.`, `${chosen.length} of ${actions.length} actions are chosen.`),
  };
}

export function ranksOf(bounds) {
  const { id, set } = rounds[0];
  const kinds = ['department', 'commune', 'ward', 'enterprise'].map((kind) => {
    const there = units.filter((unit) => unit.kind === kind && unit.points).sort((a, b) => Number(b.points.reached) - Number(a.points.reached));
    const rows = there.map((unit, index) => {
      const moves = bounds > 0 && there.length > 1 && index % 2 === 0;
      const [highest, lowest] = moves ? [Math.max(1, index), Math.min(there.length, index + 2)] : [index + 1, index + 1];
      const rests = highest !== lowest;
      return {
        unit: { id: unit.id, name: unit.name }, points: unit.points, rank: index + 1, highest, lowest, attained: index !== 2, rests_on_assumption: rests,
        decided_by: rests ? { code: 'B.1.9', title: w('Kiểm soát tài sản, thu nhập', 'Asset and income control') } : null,
        text: rests ? w(`Hạng ${index + 1}, có thể từ ${highest} đến ${lowest} tùy điểm giả định.`, `Rank ${index + 1}, from ${highest} to ${lowest} depending on assumed points.`) : w(`Hạng ${index + 1}, không phụ thuộc điểm giả định.`, `Rank ${index + 1}, whatever the assumed points.`),
      };
    });
    return { kind, units: rows };
  });
  return { round: id, set, bounds, kinds: kinds.filter(({ units: rows }) => rows.length > 0) };
}
