// Who may do what: every operation of the contract, asked by every role about content of every relation to it, compared
// with rights-matrix.yaml.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { operations } from './contract.mjs';
import { sample, send, settled } from './documents.mjs';
import { pause, signIn } from './liem.mjs';
import { marks, round, tokenOf, twoProvinces, units } from './rights_provinces.mjs';
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
  findings = { document: first(await get(`/api/v1/documents/${place.mine.inspector.id}/report`, 'inspector')) };
  for (const [relation, unit] of Object.entries(units)) {
    // Nobody here knows one of elsewhere: any will do to ask with.
    findings[unit] = relation === 'elsewhere' ? findings.document
      : first(await get(`/api/v1/reports/${round}.${unit}`, 'inspector'));
  }
});
after(() => place.stop());

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
  removeSecondStep: ({ self, code }) => json({ password: self.password, code }),
  changePassword: ({ self }) => json({ before: self.password, after: 'mat-khau-moi-cua-bai-thu' }),
  setReport: () => json({ document: 'x' }),
  attachEvidence: () => json({ document: 'x', criteria: ['A.1.1'] }),
  saveAnswers: () => json({ self: '0.5' }),
  doUnitAct: () => json({ act: 'appraise', criteria: ['A.1.1'], points: '0.5', reason: 'Đã đối chiếu.' }),
  judgeEvidence: () => json({ verdict: 'accepted' }),
  setDeadline: () => json({ due: '2999-01-31' }),
  doRoundAct: () => json({ act: 'submit' }),
  readText: () => ({ headers: { 'content-type': 'text/plain' }, body: 'Một văn bản.' }),
};
const queries = {
  addDocument: () => 'name=mot.txt',
  ...Object.fromEntries(['saveAnswers', 'setReport', 'attachEvidence', 'doUnitAct', 'judgeEvidence', 'setDeadline', 'doRoundAct'].map((one) => [one, () => 'dry_run=true'])),
  findDocumentBoxes: () => 'bytes=0,40',
  listUnitsOfDay: () => 'on=2025-12-15',
  getSeries: (unit) => `item=declarations.obliged&unit=${unit}&tree=2025-12-15`,
  getEvidencePage: () => 'width=200',
  getDocumentPage: () => 'width=200',
  listLog: (unit) => `unit=${unit}`,
};

// What must be there before the operation can be answered; may change who or what is asked about.
const preparations = {
  signOut: async (asked) => ({ ...asked, cookie: await place.freshCookie(asked.role) }),
  deleteDocument: async (asked) => {
    if (asked.relation !== 'mine') return asked;
    const sent = await sentBy(asked, 'xoa.txt', 'Một văn bản.');
    await settled(place.server, asked.cookie, sent.id);
    return { ...asked, document: sent.id };
  },
  getDocumentPage: async (asked) => {
    if (asked.relation !== 'mine') return asked;
    const sent = await sentBy(asked, 'trang.pdf', sample('signed.pdf'));
    return { ...asked, document: sent.id };
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
  withdrawReportAcceptance: (asked) => accepted('acceptReportFinding', asked, place.cookies.inspector),
  withdrawDocumentAcceptance: (asked) =>
    (asked.relation === 'mine' ? accepted('acceptDocumentFinding', asked, asked.cookie) : asked),
};
async function accepted(operation, asked, cookie) {
  if (asked.unit !== units.elsewhere) await request(operation, { ...asked, cookie });
  return asked;
}

function targetOf({ id, template }, asked) {
  const parts = {
    round, unit: asked.unit, criterion: 'A.1.1', report: `${round}.${asked.unit}`, document: asked.document,
    step: 'appraisal', session: asked.session, token: asked.token, upload: asked.upload ?? id, offset: 0,
    position: 1, page: 1, finding: template.includes('/documents/') ? findings.document : findings[asked.unit],
  };
  const target = template.replace(/\{(\w+)\}/g, (_, name) => {
    assert.ok(parts[name] !== undefined, `${id}: say in targetOf what stands for {${name}}`);
    return parts[name];
  });
  return queries[id] ? `${target}?${queries[id](asked.unit)}` : target;
}

// Asked again where the account has to wait its turn: that is about time, not about rights.
async function inTurn(ask) {
  for (;;) {
    const answer = await ask();
    if (answer.status !== 429) return answer;
    await pause(20);
  }
}
const request = (operation, asked) => inTurn(() => place.server.ask(byId[operation].method, targetOf(byId[operation], asked),
  { ...bodies[operation]?.(asked), cookie: asked.cookie }));
const sentBy = async ({ cookie }, name, body) => (await inTurn(() => send(place.server, cookie, name, body))).json;

const isOfAccount = (operation) => byId[operation].template.startsWith('/api/v1/account/');

async function answerTo({ operation, relation, role }) {
  const unit = units[relation] ?? units.own;
  const document = (relation === 'mine' ? place.mine[role] : place.documents[relation] ?? place.documents.own)?.id;
  const self = place.selves[role];
  const asked = { role, relation, unit, document, self, session: place.sessions[relation], token: place.tokens[relation],
    cookie: isOfAccount(operation) ? self.cookie : place.cookies[role] };
  const answer = await request(operation, await (preparations[operation]?.(asked) ?? asked));
  (self.answers ??= {})[operation] = answer;
  return answer;
}

// What shows that an answer tells of this relation's content.
function markOf({ operation, relation, role }) {
  if (/Document/.test(operation)) return (relation === 'mine' ? place.mine[role] : place.documents[relation])?.mark;
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

test('every operation of the contract stands in the matrix once, and nothing else does', () => {
  const told = matrix.rights.flatMap((group) => group.operations);
  assert.deepEqual(told.toSorted(), operations.map(({ id }) => id).toSorted());
});

test('every line of the matrix gives each role a word it knows', () => {
  const known = ['yes', 'absent', 'no', 'hidden', 'not_now', 'sign_in', '-'];
  for (const group of matrix.rights) {
    const lines = Object.keys(group).filter((key) => !['for', 'operations', 'signed_out'].includes(key));
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
  await Promise.all([...new Set(cells.map(chainOf))].map(async (chain) => {
    for (const cell of cells) if (chainOf(cell) === chain && cell.wanted !== '-') await check(cell);
  }));
  assert.deepEqual(wrong, []);
});

test('whoever is not signed in, or signed in elsewhere, is asked to sign in', async () => {
  const wrong = [];
  for (const group of matrix.rights) {
    for (const operation of group.operations) {
      for (const cookie of [undefined, place.cookieElsewhere]) {
        const asked = { unit: units.own, document: place.documents.own.id, session: 'x', token: 'x', code: 'x', self: { password: 'x' }, cookie };
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
