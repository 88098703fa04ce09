// A round's work without a store: states, acts and refusals out of data/workflow/round.yaml, words out of data/locales, answers made up.
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { rounds, units } from './fixtures.mjs';
import { tree } from './criteria.mjs';

const data = (name) => load(readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8'));
const flow = data('workflow/round.yaml');
const said = data('locales/messages/workflow.yaml');
const roles = { clerk: ['cán bộ tổng hợp', 'clerk'], head: ['thủ trưởng đơn vị', 'head'], inspector: ['Thanh tra tỉnh', 'inspector'], committee: ['Ủy ban nhân dân tỉnh', 'committee'], reviewer: ['người rà soát', 'reviewer'] };
const round = rounds[0];
const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const inDays = (days) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
const due = Object.fromEntries(flow.steps.map((step, index) => [step, inDays(3 + index * 10)]));
const leaves = [];
(function walk(nodes) { for (const node of nodes) node.children.length ? walk(node.children) : leaves.push(node); })(tree);

const words = (kind, name) => (kind === 'role' ? { vi: roles[name][0], en: roles[name][1] } : said[`${kind}.${name}`] ?? { vi: name, en: name });
function refusal(code, args) {
  const message = {};
  for (const language of ['vi', 'en']) {
    message[language] = said[code][language].replace(/\{(\w+)(?::(\w+))?\}/g, (_, name, kind) => String(args[name]).split(', ').map((one) => (kind ? words(kind, one)[language] : one)).join(', '));
  }
  return { code, message };
}

const items = (code) => [
  { id: 'obliged', label: { vi: 'Số người phải kê khai', en: 'Persons who had to declare' }, unit: { vi: 'người', en: 'persons' }, kind: 'count', also_in: ['B.1.1', 'B.1.9'].filter((one) => one !== code) },
  { id: 'declared', label: { vi: 'Số người đã kê khai', en: 'Persons who declared' }, unit: { vi: 'người', en: 'persons' }, kind: 'count', also_in: [] },
  { id: 'published', label: { vi: 'Đã công khai bản kê khai', en: 'Declarations published' }, unit: { vi: '', en: '' }, kind: 'yes_no', also_in: [] },
];
const none = { kind: 'none', report: null, bytes: null, text: null, note: null };
const given = (value) => ({ state: value === null ? 'blank' : 'given', value, ground: null, note: null });
const files = new Map(units.map(({ id, self }, index) => [id, {
  version: null, history: [], due: {}, edits: 0,
  criteria: new Map(leaves.map((leaf, at) => [leaf.code, {
    leaf, history: [], verdicts: [], etag: 1, self: self === null ? null : leaf.self,
    answers: { obliged: given(self === null && at > 2 ? null : '48'), declared: given((index === 3 && at === 4) || (self === null && at > 2) ? null : String(48 - (at % 5))), published: given(self === null && at > 1 ? null : 'true') },
  }])),
}]));
const state = { history: [] };
const person = ({ account, name }) => ({ account, name, on_behalf_of: null });
const stateOf = (history, first) => [...history].reverse().find(({ state: left }) => left)?.state ?? first;
const record = (history, act, account, more = {}) => history.push({ act, title: words('work_act', act), state: flow.acts[act].to ?? null, by: person(account), at: new Date().toISOString(), reason: '', points: null, version: null, ...more });

function computed({ leaf, answers: { obliged, declared, published } }) {
  if ([obliged, declared, published].some((one) => one.state === 'not_applicable')) return '0';
  if ([obliged, declared, published].some((one) => one.state !== 'given')) return null;
  if (published.value === 'false' || obliged.value === '0') return '0';
  return String(Math.round(Math.min(1, declared.value / obliged.value) * leaf.points.maximum * 100) / 100);
}

const layer = (history, acts) => {
  const last = [...history].reverse().find((one) => acts.includes(one.act));
  return last ? { points: last.points, by: last.by, at: last.at, reason: last.reason } : null;
};
const layers = ({ history }) => ({ appraised: layer(history, ['appraise', 'rule']), submitted: layer(history, ['set_submitted']), reviewed: layer(history, ['review']) });
const standing = (name, one) => {
  const { appraised, submitted, reviewed } = layers(one);
  const all = { appraise: [appraised?.points, computed(one)], rule: [appraised?.points], set_submitted: [submitted?.points, appraised?.points, computed(one)], review: [reviewed?.points, submitted?.points, appraised?.points, computed(one)] };
  return all[name]?.find((points) => points != null) ?? null;
};

function missing(complete, unit, code) {
  const file = files.get(unit);
  const unanswered = (codes) => codes.filter((one) => computed(file.criteria.get(one)) === null);
  if (complete === 'all_answered') return unanswered(leaves.map((leaf) => leaf.code));
  if (complete === 'criterion_answered') return unanswered([code]);
  if (complete === 'all_appraised') return [...file.criteria].filter(([, one]) => !['appraised', 'ruled'].includes(stateOf(one.history, 'handed_in'))).map(([one]) => one);
  if (complete === 'files_appraised') return units.filter(({ id }) => stateOf(files.get(id).history, 'drafting') !== 'appraised').map(({ name }) => name.vi);
  return [];
}

function whyNot(name, account, unit, code) {
  const act = flow.acts[name];
  const file = files.get(unit);
  const one = file?.criteria.get(code);
  const problems = [];
  if (act.standing === 'own' && account.role !== 'committee' && account.unit.id !== unit) problems.push(refusal('workflow.not_own_unit', { act: name }));
  const done = [...(one?.history ?? []), ...(file?.history ?? [])].filter(({ by }) => by.account === account.account).map((row) => row.act);
  const eye = done.find((row) => act.four_eyes?.includes(row));
  if (eye) problems.push(refusal('workflow.four_eyes', { act: name, done: eye }));
  const states = { round: stateOf(state.history, 'open'), file: file && stateOf(file.history, 'drafting'), criterion: one && stateOf(one.history, file.version ? 'handed_in' : 'drafting') };
  for (const level of ['round', 'file']) if (act[level] && !act[level].includes(states[level])) problems.push(refusal(`workflow.${level}_state`, { act: name, state: states[level], wanted: act[level].join(', ') }));
  if (!act.from.includes(states[act.of])) problems.push(refusal(act.of === 'criterion' ? 'workflow.wrong_state' : `workflow.${act.of}_state`, { act: name, state: states[act.of], wanted: act.from.join(', ') }));
  const last = act.step && (file?.due[act.step] ?? due[act.step]);
  if (last && last < today) problems.push(refusal('workflow.past_due', { act: name, step: act.step, due: last, today }));
  const lacks = act.complete ? missing(act.complete, unit, code) : [];
  if (lacks.length) problems.push(refusal('workflow.incomplete', { act: name, complete: act.complete, missing: lacks.slice(0, 8).join(', '), count: lacks.length }));
  return problems;
}

function possible(of, account, unit, code) {
  return Object.entries(flow.acts).filter(([, act]) => act.of === of && act.roles.includes(account.role)).map(([name, act]) => ({
    act: name, title: words('work_act', name), needs: act.needs ?? [], due: act.step ? (files.get(unit)?.due[act.step] ?? due[act.step]) : null, why_not: whyNot(name, account, unit, code),
  }));
}

const steps = (file) => flow.steps.map((step) => ({ step, title: words('step', step), due: file?.due[step] ?? due[step], own: Boolean(file?.due[step]) }));
const unitOf = (id) => { const { name } = units.find((one) => one.id === id); return { id, name }; };
const sees = (account, unit) => !['clerk', 'head'].includes(account.role) || account.unit.id === unit;

function fileOf(id, account) {
  const file = files.get(id);
  const criteria = [...file.criteria].map(([code, one]) => ({
    code, title: one.leaf.title, points: one.leaf.points.maximum, state: stateOf(one.history, file.version ? 'handed_in' : 'drafting'), self: one.self, computed: computed(one),
    ...layers(one), acts: possible('criterion', account, id, code), history: one.history, verdicts: one.verdicts,
  }));
  const total = (values) => String(Math.round(values.reduce((sum, value) => sum + Number(value), 0) * 100) / 100);
  return {
    round: round.id, unit: unitOf(id), state: stateOf(file.history, 'drafting'), version: file.version, steps: steps(file), acts: possible('file', account, id), history: file.history,
    reached: total(criteria.map((one) => one.computed ?? 0)), reachable: total(criteria.map((one) => (one.computed === null ? 0 : one.points))), maximum: total(criteria.map((one) => one.points)), criteria,
  };
}

function roundOf(account) {
  const shown = units.filter(({ id }) => sees(account, id)).map(({ id }) => {
    const { state: at, version, criteria, history } = fileOf(id, account);
    const counts = [...new Set(criteria.map((one) => one.state))].map((one) => ({ state: one, count: criteria.filter((row) => row.state === one).length }));
    return { unit: unitOf(id), state: at, version, handed_in: history.findLast(({ act }) => act === 'hand_in')?.at ?? null, counts };
  });
  return { round: round.id, title: round.title, state: stateOf(state.history, 'open'), steps: steps(), acts: possible('round', account), history: state.history, files: shown, package: 'none', received: null };
}

function waiting(account) {
  const rows = [];
  const row = (unit, criteria, act, last) => {
    const step = flow.acts[act].step ?? (act === 'edit' ? 'self_assessment' : null);
    rows.push({ round: round.id, round_title: round.title, unit: unit && unitOf(unit), criteria, act, title: words('work_act', act), step, due: step ? (files.get(unit)?.due[step] ?? due[step]) : null, since: last?.at ?? null, last: last ?? null });
  };
  for (const [id] of files) {
    if (!sees(account, id)) continue;
    const file = fileOf(id, account);
    for (const act of ['edit', 'hand_in_again', 'appraise', 'rule', 'review']) {
      const there = file.criteria.filter((one) => (act === 'appraise' ? one.state === 'handed_in' : act === 'edit' ? one.computed === null || one.state === 'returned' : true) && one.acts.some((row2) => row2.act === act && row2.why_not.length === 0));
      if (there.length) row(id, there.map(({ code }) => code), act, there[0].history.at(-1) ?? file.history.at(-1));
    }
    for (const act of ['hand_in', 'finish_appraisal']) if (file.acts.some((one) => one.act === act && one.why_not.length === 0)) row(id, [], act, file.history.at(-1));
  }
  for (const act of roundOf(account).acts) if (act.why_not.length === 0 && act.act !== 'reopen') row(null, [], act.act, state.history.at(-1));
  return rows;
}

const answersOf = (id, code, account) => {
  const one = files.get(id).criteria.get(code);
  const why = flow.acts.edit.roles.includes(account.role) ? whyNot('edit', account, id, code) : [refusal('workflow.wrong_role', { act: 'edit', roles: 'clerk, head', role: account.role })];
  return {
    body: {
      criterion: code, title: one.leaf.title, points: one.leaf.points.maximum, state: stateOf(one.history, files.get(id).version ? 'handed_in' : 'drafting'), self: one.self, computed: computed(one), why_not: why,
      items: items(code).map((item) => { const { note, ...answer } = one.answers[item.id]; return { ...item, ...answer, source: { ...none, kind: note ? 'form' : 'none', note } }; }),
    },
    headers: { ETag: `"${one.etag}"` },
  };
};

const refused = (status, { code, message }, more = {}) => ({ status, body: { type: `about:blank#${code}`, title: code, status, code, message, ...more } });

function actOn(id, wanted, account) {
  const file = files.get(id);
  const rows = [];
  const targets = wanted.criteria ?? [null];
  const blocks = targets.map((code) => {
    const act = flow.acts[wanted.act];
    if (!act || !act.roles.includes(account.role)) return [refusal('workflow.wrong_role', { act: wanted.act, role: account.role, roles: act?.roles.join(', ') ?? '' })];
    const found = whyNot(wanted.act, account, id, code);
    const stands = code && standing(wanted.act, file.criteria.get(code));
    const points = wanted.points ?? stands;
    if (act.needs?.includes('reason') && !wanted.reason) found.push(refusal('workflow.needs_reason', { act: wanted.act }));
    if (act.needs?.includes('points') && points === null) found.push(refusal('workflow.needs_points', { act: wanted.act }));
    if (act.needs?.includes('reason_if_differs') && stands !== null && points !== null && Number(points) !== Number(stands) && !wanted.reason) found.push(refusal('workflow.needs_reason_where_points_differ', { act: wanted.act, points, standing: stands }));
    return found;
  });
  const first = blocks.find((one) => one.length);
  if (first && !wanted.each) return refused(409, first[0]);
  targets.forEach((code, index) => {
    const history = code ? file.criteria.get(code).history : file.history;
    if (blocks[index].length === 0) {
      const version = wanted.act === 'hand_in' || wanted.act === 'hand_in_again' ? (file.version = (file.version ?? 0) + 1) : null;
      const points = flow.acts[wanted.act].needs?.includes('points') ? (wanted.points ?? standing(wanted.act, file.criteria.get(code))) : null;
      record(history, wanted.act, account, { reason: wanted.reason ?? '', points, version });
    }
    rows.push({ criterion: code, state: stateOf(history, file.version ? 'handed_in' : 'drafting'), why_not: blocks[index] });
  });
  return { body: { rows } };
}

const staff = { account: 'giamdoc', name: 'Đỗ Thị Ví Dụ' };
for (const [index, id] of units.map((unit) => unit.id).entries()) {
  if (units[index].self === null || index === 3) continue;
  files.get(id).version = 1;
  record(files.get(id).history, 'hand_in', staff, { version: 1 });
}
record(files.get('so-noi-vu')?.criteria.get('B.1.9')?.history ?? [], 'return', { account: 'thanhtra2', name: 'Trịnh Văn Ví Dụ' }, { reason: 'Thiếu danh sách người phải kê khai' });

/** Answers what concerns a round's work; null for anything else. */
export async function workApi({ account, method, parts, body, headers }) {
  if (parts[0] === 'work') return { body: waiting(account) };
  if (parts[0] !== 'rounds' || parts[1] !== round.id) return null;
  if (parts[2] === 'work' && method === 'GET') return { body: roundOf(account) };
  if (parts[2] === 'work') {
    const wanted = await body();
    const problems = whyNot(wanted.act, account);
    if (problems.length) return refused(409, problems[0]);
    record(state.history, wanted.act, account, { reason: wanted.reason ?? '' });
    return { body: roundOf(account) };
  }
  if (parts[2] === 'steps') {
    const wanted = await body();
    if (wanted.unit && !wanted.reason) return refused(422, refusal('workflow.needs_reason', { act: 'put_off' }));
    if (wanted.unit) {
      files.get(wanted.unit).due[parts[3]] = wanted.due;
      record(files.get(wanted.unit).history, 'put_off', account, { reason: wanted.reason });
    } else due[parts[3]] = wanted.due;
    return { body: roundOf(account) };
  }
  const file = parts[2] === 'units' && files.get(parts[3]);
  if (!file || !sees(account, parts[3])) return null;
  if (parts[4] === 'work' && parts[5] === 'acts') return actOn(parts[3], await body(), account);
  if (parts[4] === 'work') return { body: fileOf(parts[3], account) };
  if (parts[4] === 'versions') return { body: file.history.filter((one) => one.version).map(({ version, at, by }) => ({ version, at, by, changes: version > 1 ? [{ id: 'declared', label: items('')[1].label, before: '43', after: '47', criteria: ['B.1.9'] }] : [] })) };
  if (parts[4] === 'evidence') {
    const one = file.criteria.get(parts[7]);
    const wanted = await body();
    const verdict = { page: null, reason: '', ...wanted, document: Number(parts[5]), criterion: parts[7], by: person(account), at: new Date().toISOString() };
    one.verdicts = [...one.verdicts.filter(({ document }) => document !== verdict.document), verdict];
    return { body: verdict };
  }
  if (parts[4] !== 'answers') return null;
  const one = file.criteria.get(parts[5]);
  if (method === 'PATCH') {
    if (headers['if-match'] && headers['if-match'] !== `"${one.etag}"`) return refused(412, { code: 'precondition_failed', message: { vi: 'Người khác vừa sửa.', en: 'Somebody else changed it.' } });
    const change = await body();
    for (const { id, ...answer } of change.items ?? []) one.answers[id] = { value: null, ground: null, note: null, ...answer };
    if ('self' in change) one.self = change.self;
    one.etag += 1;
  }
  return answersOf(parts[3], parts[5], account);
}
