// Who may do what: every operation of the contract, asked by every role about content of every relation to it, compared
// with rights-matrix.yaml.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { operations } from './contract.mjs';
import { sample, send, settled } from './documents.mjs';
import { pause, signIn } from './liem.mjs';
import { delegationOf, marks, round, tokenOf, twoProvinces, units } from './rights_provinces.mjs';
import { totp } from './totp.mjs';

const matrix = parse(readFileSync(new URL('rights-matrix.yaml', import.meta.url), 'utf8'));
const roles = matrix.roles.split(/\s+/);
const relations = ['any', 'mine', 'own', 'below', 'sister', 'above', 'elsewhere'];

// [{operation, relation, role, wanted, list}] of a group's lines.
function cellsOf(group) {
  const list = relations.some((relation) => group[relation]?.includes('absent'));
  return group.operations.flatMap((operation) => relations.filter((relation) => group[relation])
    .flatMap((relation) => {
      const words = group[relation].split(/\s+/);
      return roles.map((role, i) => ({
        operation, relation, role, list, group, wanted: words.length === 1 ? words[0] : words[i],
      }));
    }));
}
const cells = matrix.rights.flatMap(cellsOf);
const byId = Object.fromEntries(operations.map((one) => [one.id, one]));

let place, findings;
before(async () => {
  place = await twoProvinces(roles);
  place.mine = {};
  for (const role of roles) {
    if (!cells.some((one) => one.relation === 'mine' && one.role === role && one.wanted !== '-'
      && one.operation === 'getDocument')) continue;
    place.mine[role] = await place.documentOf(place.server, place.cookies[role], `QXRIENG-${role}`);
  }
  const get = async (target, role) => (await place.server.ask('GET', target, { cookie: place.cookies[role] })).json;
  const first = (found) => found.reading.findings[0].id;
  await place.server.ask('POST', `/api/v1/rounds/${round}/tasks`, { cookie: place.cookies.inspector, ...json({ title: 'Kế hoạch năm' }) });
  findings = { document: first(await get(`/api/v1/documents/${place.mine.inspector.id}/report`, 'inspector')) };
  for (const [relation, unit] of Object.entries(units)) {
    // Nobody here knows one of elsewhere: any will do to ask with.
    findings[unit] = relation === 'elsewhere' ? findings.document
      : first(await get(`/api/v1/reports/${round}.${unit}`, 'inspector'));
  }
});
after(() => place.stop());

// As it is in Vietnam.
const day = (later) => new Date(Date.now() + 7 * 3_600_000 + later * 86_400_000).toISOString().slice(0, 10);
const json = (value) => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) });
const change = { changes: [{ id: 'disclosure.on_time', value: '6' }] };

// What an operation is asked with beside the parts of its path.
const bodies = {
  signIn: () => json(place.credentials),
  whatIf: () => json(change),
  bestSteps: () => json({ days: '10', money: '0',
    actions: [{ id: 'a', title: 'Một', days: '1', money: '0', ...change }] }),
  acceptReportFinding: () => json({ reason: 'Số liệu đã được đối chiếu lại.' }),
  acceptDocumentFinding: () => json({ reason: 'Số liệu đã được đối chiếu lại.' }),
  addDocument: () => ({ headers: { 'content-type': 'application/octet-stream' }, body: 'Một văn bản.' }),
  addUploadPart: () => ({ headers: { 'content-type': 'application/octet-stream' }, body: 'Một văn bản.' }),
  finishUpload: () => json({ name: 'phan.txt', size: Buffer.byteLength('Một văn bản.') }),
  finishOpenid: () => json({ state: 'x' }),
  passSecondStep: () => json({ code: '000000' }),
  makeToken: ({ self }) => json({ name: 'Máy', scopes: ['read'], days: 1, password: self.password }),
  beginSecondStep: ({ self }) => json({ password: self.password }),
  confirmSecondStep: ({ code }) => json({ code }),
  addDelegation: () => json({ delegate: 'nguoi-sister', from: day(0), to: day(1), reason: 'Nghỉ phép năm' }),
  removeSecondStep: ({ self, code }) => json({ password: self.password, code }),
  changePassword: ({ self }) => json({ before: self.password, after: 'mat-khau-moi-cua-bai-thu' }),
  setReport: () => json({ document: 'x' }),
  attachEvidence: () => json({ document: 'x', criteria: ['A.1.1'] }),
  saveAnswers: () => json({ self: '0.5' }),
  takeSheet: () => ({ headers: { 'content-type': 'application/octet-stream' }, body: 'x' }),
  doUnitAct: () => json({ act: 'appraise', criteria: ['A.1.1'], points: '0.5', reason: 'Đã đối chiếu.' }),
  judgeEvidence: () => json({ verdict: 'accepted' }),
  setDeadline: () => json({ due: '2999-01-31' }),
  setNoticeSettings: () => json({ locale: 'vi', work: 'off', mention: 'off', reminder: 'off' }),
  markNotice: () => json({ read: true }),
  markNotices: () => json({ up_to: '1' }),
  doRoundAct: () => json({ act: 'submit' }),
  planRound: () => json({ id: 'dot-sau', title: { vi: 'Đợt sau', en: 'Next round' }, year: 2026, copy_from: round }),
  addTask: () => json({ title: 'Kế hoạch đánh giá' }),
  changeTask: () => json({ title: 'Kế hoạch đánh giá', state: 'done', document: '1/KH' }),
  assignCriteria: () => json({ assignments: [] }),
  readText: () => ({ headers: { 'content-type': 'text/plain' }, body: 'Một văn bản.' }),
};
const queries = {
  addDocument: () => 'name=mot.txt',
  ...Object.fromEntries(['saveAnswers', 'takeSheet', 'setReport', 'attachEvidence', 'doUnitAct', 'judgeEvidence', 'setDeadline', 'doRoundAct', 'planRound', 'addTask', 'changeTask', 'assignCriteria'].map((one) => [one, () => 'dry_run=true'])),
  findDocumentBoxes: () => 'bytes=0,40',
  listUnitsOfDay: () => 'on=2025-12-15',
  getSeries: (unit) => `item=declarations.obliged&unit=${unit}&tree=2025-12-15`,
  getEvidencePage: () => 'width=200',
  getDocumentPage: () => 'width=200',
  listLog: (unit) => `unit=${unit}`,
  search: () => 'q=don',
  ...Object.fromEntries(operations.filter(({ id }) => id.startsWith('export')).map(({ id }) => [id, () => 'format=csv'])),
  exportSeries: (unit) => `format=csv&item=declarations.obliged&unit=${unit}&tree=2025-12-15`,
  exportLog: (unit) => `format=csv&unit=${unit}`,
};

// What must be there before the operation can be answered; may change who or what is asked about.
const preparations = {
  signOut: async (asked) => ({ ...asked, cookie: await place.freshCookie(asked.role) }),
  deleteDocument: async (asked) => {
    if (asked.relation !== 'mine') return asked;
    const sent = await sentBy(asked, 'xoa.txt', 'Một văn bản.');
    await settled(place.server, asked.cookie, sent.id, asked.headers);
    return { ...asked, document: sent.id };
  },
  getDocumentPage: async (asked) => {
    if (asked.relation !== 'mine') return asked;
    const sent = await sentBy(asked, 'trang.pdf', sample('signed.pdf'));
    return { ...asked, document: sent.id };
  },
  // Of one account in several offices: its first part comes once.
  addUploadPart: async (asked) => {
    await request('forgetUpload', { ...asked, upload: 'dau' });
    return { ...asked, upload: 'dau' };
  },
  finishUpload: async (asked) => {
    await request('addUploadPart', { ...asked, upload: 'cuoi' });
    return { ...asked, upload: 'cuoi' };
  },
  confirmSecondStep: async (asked) =>
    ({ ...asked, code: totp((await request('beginSecondStep', asked)).json.secret, -1) }),
  removeSecondStep: (asked) => ({ ...asked, code: asked.self.answers.confirmSecondStep.json.recovery_codes[0] }),
  revokeToken: async (asked) => (asked.relation !== 'mine' ? asked
    : { ...asked, token: (await tokenOf(place.server, asked.cookie, asked.self.password)).json.id }),
  endSession: async (asked) => {
    if (asked.relation !== 'mine') return asked;
    await asked.self.again();
    const { json: all } = await place.server.ask('GET', '/api/v1/account/sessions', { cookie: asked.cookie });
    return { ...asked, session: all.find(({ here }) => !here).id };
  },
  endDelegation: async (asked) => {
    if (asked.relation === 'mine') return { ...asked, delegation: asked.self.answers.addDelegation.json.id };
    if (asked.relation !== 'below' || !['head', 'committee'].includes(asked.role)) return asked;
    // One that is ended is gone for the next who asks.
    const fresh = await delegationOf(place.server, place.cookieOfHeadBelow, `${asked.role}-minh`);
    return { ...asked, delegation: fresh.json?.id ?? asked.delegation };
  },
  withdrawReportAcceptance: (asked) => accepted('acceptReportFinding', asked, place.cookies.inspector),
  withdrawDocumentAcceptance: (asked) =>
    (asked.relation === 'mine' ? accepted('acceptDocumentFinding', asked, asked.cookie) : asked),
};
async function accepted(operation, asked, cookie) {
  const headers = cookie === asked.cookie ? asked.headers : {};
  if (asked.unit !== units.elsewhere) await request(operation, { ...asked, cookie, headers });
  return asked;
}

function targetOf({ id, template }, asked) {
  const parts = {
    round, unit: asked.unit, criterion: 'A.1.1', report: `${round}.${asked.unit}`, document: asked.document,
    step: 'appraisal', task: '1', notice: '999999', session: asked.session, token: asked.token, delegation: asked.delegation, upload: asked.upload ?? id, offset: 0,
    position: 1, page: 1, number: 1, finding: template.includes('/documents/') ? findings.document : findings[asked.unit],
  };
  const target = template.replace(/\{(\w+)\}/g, (_, name) => {
    assert.ok(parts[name] !== undefined, `${id}: say in targetOf what stands for {${name}}`);
    return parts[name];
  });
  return queries[id] ? `${target}?${queries[id](asked.unit)}` : target;
}

// Asked again where the account has to wait its turn, or other writes were quicker: that is about time, not about rights.
async function inTurn(ask) {
  for (;;) {
    const answer = await ask();
    if (answer.status !== 429 && answer.json?.code !== 'storage.overtaken') return answer;
    await pause(20);
  }
}
const request = (operation, asked) => inTurn(() => {
  const { headers, body } = bodies[operation]?.(asked) ?? {};
  return place.server.ask(byId[operation].method, targetOf(byId[operation], asked),
    { body, headers: { ...headers, ...asked.headers }, cookie: asked.cookie });
});
const sentBy = async ({ cookie, headers }, name, body) => (await inTurn(() => send(place.server, cookie, name, body, { headers }))).json;

const isOfAccount = (operation) => byId[operation].template.startsWith('/api/v1/account/');

async function askedOf({ operation, relation, role }) {
  const unit = units[relation] ?? units.own;
  const document = (relation === 'mine' ? place.mine[role] : place.documents[relation] ?? place.documents.own)?.id;
  const self = place.selves[role];
  return { role, relation, unit, document, self, session: place.sessions[relation], token: place.tokens[relation],
    delegation: place.delegations[relation], cookie: isOfAccount(operation) ? self.cookie : place.cookies[role] };
}

async function answerTo(cell) {
  const asked = await askedOf(cell);
  const answer = await request(cell.operation, await (preparations[cell.operation]?.(asked) ?? asked));
  (asked.self.answers ??= {})[cell.operation] = answer;
  return answer;
}

// The same by somebody of another unit and role, in the office of this role's account.
async function answerToDeputy(cell) {
  const self = { ...place.selves[cell.role], answers: {} };
  const asked = { ...await askedOf(cell), self, code: '000000', delegation: place.delegations.own, session: 'x', token: 'x',
    cookie: place.cookieOfDeputy, headers: actingFor(cell.role) };
  if (cell.relation === 'mine' && /Document/.test(cell.operation)) asked.document = place.mineActing[cell.role].id;
  const prepared = cell.wanted === 'no' ? asked : await (preparations[cell.operation]?.(asked) ?? asked);
  return request(cell.operation, prepared);
}
const actingFor = (role) => ({ 'liem-acting-for': role });

// What shows that an answer tells of this relation's content.
function markOf({ operation, relation, role, acting }) {
  const mine = acting ? place.mineActing : place.mine;
  if (/Document/.test(operation)) return (relation === 'mine' ? mine[role] : place.documents[relation])?.mark;
  return marks[relation];
}

function classOf(answer, cell) {
  if (answer.status < 300) return cell.list && !answer.text.includes(markOf(cell)) ? 'absent' : 'yes';
  return { 401: 'sign_in', 403: 'no', 404: 'hidden', 409: 'not_now' }[answer.status] ?? `${answer.status} ${answer.json.code}`;
}

// The marks that an answer to this role must not hold: of whatever the same lines refuse it.
const forbiddenMarks = ({ group, role, operation }) => cells
  .filter((one) => one.group === group && one.operation === operation && one.role === role && one.wanted !== 'yes')
  .map(markOf).filter(Boolean);

const chainsOf = (all, chainOf, check) => Promise.all([...new Set(all.map(chainOf))].map(async (chain) => {
  for (const cell of all) if (chainOf(cell) === chain) await check(cell);
}));

test('every operation of the contract stands in the matrix once, and nothing else does', () => {
  const told = matrix.rights.flatMap((group) => group.operations);
  assert.deepEqual(told.toSorted(), operations.map(({ id }) => id).toSorted());
});

test('every line of the matrix gives each role a word it knows', () => {
  const known = ['yes', 'absent', 'no', 'hidden', 'not_now', 'sign_in', '-'];
  for (const group of matrix.rights) {
    const lines = Object.keys(group).filter((key) => !['for', 'operations', 'signed_out', 'acting'].includes(key));
    assert.ok(lines.length > 0 && lines.every((line) => relations.includes(line)), `${group.for}: ${lines}`);
    for (const line of lines) assert.ok([1, roles.length].includes(group[line].split(/\s+/).length), `${group.for}: ${line}`);
  }
  assert.deepEqual(cells.filter(({ wanted }) => !known.includes(wanted)), []);
});

test('every role is answered, refused or told nothing as the matrix says, and no answer holds what is not its own', async () => {
  const wrong = [];
  const check = async (cell) => {
    const answer = await answerTo(cell);
    const name = `${cell.operation} of ${cell.relation} by ${cell.role}`;
    const found = classOf(answer, cell);
    if (found !== cell.wanted) wrong.push(`${name}: ${found}, the matrix says ${cell.wanted}`);
    for (const mark of [...forbiddenMarks(cell), marks.elsewhere]) {
      if (answer.text.includes(mark)) wrong.push(`${name}: the answer holds ${mark}`);
    }
  };
  // Operations side by side, each by itself in order: one that is prepared must find what was prepared for it. What
  // changes an account, in the order of the matrix.
  const chainOf = ({ operation, role }) => (isOfAccount(operation) ? `account of ${role}` : operation);
  await chainsOf(cells.filter(({ wanted }) => wanted !== '-'), chainOf, check);
  assert.deepEqual(wrong, []);
});

test('whoever acts for somebody else is answered as that one would be, and reaches nothing of an account', async () => {
  const delegated = roles.filter((role) => cells.some((one) => one.operation === 'addDelegation' && one.role === role && one.wanted === 'yes'));
  place.mineActing = {};
  for (const role of delegated) {
    const made = await delegationOf(place.server, place.cookies[role], 'thay');
    assert.equal(made.status, 200, made.text);
    place.mineActing[role] = await place.documentOf(place.server, place.cookieOfDeputy, `QXTHAY-${role}`, actingFor(role));
  }
  const wrong = [];
  const asDeputy = cells.filter(({ role, wanted }) => delegated.includes(role) && wanted !== '-')
    .map((cell) => ({ ...cell, acting: true, wanted: cell.group.acting ?? cell.wanted }));
  await chainsOf(asDeputy, ({ operation }) => operation, async (cell) => {
    const answer = await answerToDeputy(cell);
    const name = `${cell.operation} of ${cell.relation} for ${cell.role}`;
    const found = classOf(answer, cell);
    if (found !== cell.wanted) wrong.push(`${name}: ${found}, the matrix says ${cell.wanted}`);
    // What the account sent whose office it is stays its own.
    for (const mark of [...forbiddenMarks(cell), marks.elsewhere, 'QXRIENG']) {
      if (answer.text.includes(mark)) wrong.push(`${name}: the answer holds ${mark}`);
    }
  });
  assert.deepEqual(wrong, []);
});

test('whoever is not signed in, or signed in elsewhere, is asked to sign in', async () => {
  const wrong = [];
  for (const group of matrix.rights) {
    for (const operation of group.operations) {
      for (const cookie of [undefined, place.cookieElsewhere]) {
        const asked = { unit: units.own, document: place.documents.own.id, session: 'x', token: 'x', delegation: 'x', code: 'x', self: { password: 'x' }, cookie };
        const answer = await request(operation, asked);
        const found = classOf(answer, { list: false });
        const wanted = group.signed_out ?? matrix.signed_out;
        if (found !== wanted) wrong.push(`${operation}: ${found}, the matrix says ${wanted}`);
        if (wanted === 'yes') continue;
        for (const mark of Object.values(marks)) if (answer.text.includes(mark)) wrong.push(`${operation}: holds ${mark}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
});

test('an account of another province is nobody here, under the same name too', async () => {
  assert.equal((await signIn(place.server, place.credentialsElsewhere)).status, 401);
});
