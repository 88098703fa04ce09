// Two made-up provinces in one store, for the tests of who sees what. Each unit's name, papers and documents carry a
// mark that nothing else has, so that an answer shows whose content is in it.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { send, settled } from './documents.mjs';
import { root, run, serve, signIn, temporaryFolder } from './liem.mjs';

export const round = 'dot';
const home = 'tinh', other = 'tinh-khac';

// Where units stand as seen from `own`, whose people ask.
export const units = { own: 'so-a', below: 'phong-a', sister: 'so-b', above: home, elsewhere: 'xa-la' };
export const marks = { own: 'QXGOC', below: 'QXDUOI', sister: 'QXBEN', above: 'QXTREN', elsewhere: 'QXLA' };
const password = 'mat-khau-cua-bai-thu';
const passwordElsewhere = 'mat-khau-noi-khac';

// Each province has a unit and accounts named as in the other one: the province alone tells them apart.
const provinces = [
  { id: home, password, units: [['above', home, 'province', ''], ['own', 'so-a', 'department', home],
    ['below', 'phong-a', 'enterprise', 'so-a'], ['sister', 'so-b', 'department', home]] },
  { id: other, password: passwordElsewhere, units: [['elsewhere', other, 'province', ''],
    ['elsewhere', 'so-a', 'department', other], ['elsewhere', 'xa-la', 'enterprise', 'so-a']] },
];

const report = (mark) => `ỦY BAN NHÂN DÂN ${mark}\n\nSố: 5/BC-UBND\n\nBÁO CÁO\n\n`
  + `Báo cáo này của ${mark}.\n\nTrong năm đã giải quyết 6/19 hồ sơ, đạt 50%.\n`;
const annex = (mark) => `- {type: Kế hoạch, number: "5/KH-${mark}", date: 2025-01-17, issuer: ${mark}, title: "Kế hoạch ${mark}", `
  + 'criteria: [A.1.1], file: evidence/ke-hoach.pdf}\n';

function writeRound(folder, province, roles) {
  const write = (name, text) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  const named = (place, id) => `{vi: "Đơn vị ${marks[place]} ${id}", en: "Unit ${marks[place]} ${id}"}`;
  write('round.yaml', `{id: ${round}, title: {vi: Đợt, en: Round}, year: 2025, from: 2024-12-16, to: 2025-12-15, set: pctn-2024}\n`);
  write('units.yaml', province.units.map(([place, id, kind, parent]) =>
    `- {id: ${id}, name: ${named(place, id)}, kind: ${kind}, ${parent && `parent: ${parent}, `}from: 2020-01-01, basis: QĐ}\n`).join(''));
  write('history/units.yaml', '- id: dau\n  date: 2020-01-01\n  kind: create\n  basis: QĐ\n  units:\n'
    + province.units.map(([place, id, kind, parent]) =>
      `    - {id: ${id}, name: ${named(place, id)}, kind: ${kind}${parent && `, parent: ${parent}`}}\n`).join(''));
  write('history/values.yaml', 'from: 2024\nsource: {vi: "Báo cáo {year}", en: "Report {year}"}\nvalues:\n'
    + province.units.map(([, id]) => `  ${id}: {declarations.obliged: [12]}\n`).join(''));
  write('accounts.yaml', roles.map(([account, role, unit]) =>
    `- {account: ${account}, name: "${account}", role: ${role}, unit: ${unit}, password: ${province.password}}\n`).join(''));
  for (const [place, id] of province.units) {
    const papers = `submissions/${id}`;
    write(`${papers}/answers.yaml`, 'set: pctn-2024\ninputs: {disclosure.due: 10, disclosure.on_time: 5}\n');
    write(`${papers}/report.txt`, report(marks[place]));
    write(`${papers}/evidence.yaml`, annex(marks[place]));
    mkdirSync(path.join(folder, papers, 'evidence'));
    cpSync(path.join(root, 'data/demo/submissions/so-xay-dung/evidence/ke-hoach-15.pdf'),
      path.join(folder, papers, 'evidence/ke-hoach.pdf'));
  }
}

const cookieIn = async (server, account, secret) => {
  const answer = await signIn(server, { account, password: secret });
  if (answer.status !== 200) throw new Error(`cannot sign in as ${account}: ${answer.text}`);
  return answer.headers['set-cookie'][0].split(';')[0];
};

// A read document of whoever the cookie is; its name carries the mark.
async function documentOf(server, cookie, mark, headers = {}) {
  const { json } = await send(server, cookie, `${mark}.txt`, report(mark), { headers });
  const { state } = await settled(server, cookie, json.id, headers);
  if (state !== 'done') throw new Error(`a document of ${mark} was not read`);
  return { id: json.id, mark };
}

const days = (count) => new Date(Date.now() + 7 * 3_600_000 + count * 86_400_000).toISOString().slice(0, 10);

// The answer to letting `delegate` act for whoever the cookie is, today and tomorrow in Vietnam.
export const delegationOf = (server, cookie, delegate) => server.ask('POST', '/api/v1/account/delegations', {
  cookie, headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ delegate, from: days(0), to: days(1), reason: 'Nghỉ phép năm' }),
});

export const tokenOf = (server, cookie, secret) => server.ask('POST', '/api/v1/account/tokens', {
  cookie, headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ name: 'Máy', scopes: ['read'], days: 1, password: secret }),
});

// The servers of both provinces, a session of each role in `own`, and a document of somebody in every place.
export async function twoProvinces(roles) {
  const data = path.join(temporaryFolder(), 'data');
  // Each role twice: one keeps its session throughout, the other tries what ends sessions.
  const people = roles.flatMap((role) => [[role, role, units.own], [`${role}-minh`, role, units.own]]);
  const colleagues = Object.entries(units).filter(([place]) => place !== 'elsewhere')
    .flatMap(([place, unit]) => [[`nguoi-${place}`, 'clerk', unit], [`truong-${place}`, 'head', unit]]);
  const deputy = ['thay', 'clerk', units.sister];
  for (const province of provinces) {
    const folder = temporaryFolder();
    const accounts = province.id === home ? [...people, ...colleagues, deputy]
      : [['clerk', 'clerk', 'xa-la'], ['nguoi-elsewhere', 'clerk', 'xa-la']];
    writeRound(folder, province, accounts);
    const taken = run('import', '--data', data, folder, '--with-accounts');
    if (taken.status !== 0) throw new Error(taken.stderr);
  }
  const [server, elsewhere] = await Promise.all(
    [home, other].map((province) => serve(data, '--province', province)));
  const cookies = {};
  const selves = {};
  await Promise.all(roles.map(async (role) => {
    cookies[role] = await cookieIn(server, role, password);
    const account = `${role}-minh`;
    selves[role] = { password, cookie: await cookieIn(server, account, password), again: () => cookieIn(server, account, password) };
  }));
  const documents = {}, tokens = {}, sessions = {}, delegations = {};
  await Promise.all(Object.keys(units).map(async (place) => {
    const [where, account, secret] = place === 'elsewhere'
      ? [elsewhere, 'clerk', passwordElsewhere] : [server, `nguoi-${place}`, password];
    const cookie = await cookieIn(where, account, secret);
    documents[place] = await documentOf(where, cookie, `${marks[place]}-${place}`);
    tokens[place] = (await tokenOf(where, cookie, secret)).json.id;
    const head = place === 'elsewhere' ? cookie : await cookieIn(where, `truong-${place}`, secret);
    delegations[place] = (await delegationOf(where, head, `nguoi-${place}`)).json.id;
    sessions[place] = (await where.ask('GET', '/api/v1/account/sessions', { cookie })).json[0].id;
  }));
  return {
    server, cookies, documents, documentOf, selves, tokens, sessions, delegations,
    cookieOfDeputy: await cookieIn(server, deputy[0], password),
    cookieOfHeadBelow: await cookieIn(server, 'truong-below', password),
    freshCookie: (role) => cookieIn(server, role, password),
    credentials: { account: 'clerk', password },
    credentialsElsewhere: { account: 'clerk', password: passwordElsewhere },
    cookieElsewhere: await cookieIn(elsewhere, 'clerk', passwordElsewhere),
    stop: () => Promise.all([server.stop(), elsewhere.stop()]),
  };
}
