// A small made-up province whose round goes through everybody's hands, up to where it can be published.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run, serve, signIn, temporaryFolder } from './liem.mjs';

export const round = 'dot', home = 'tinh';
export const password = 'mat-khau-cua-bai-thu';
const units = [[home, 'province'], ['so-a', 'department'], ['so-b', 'department'], ['xa-c', 'commune'], ['cong-ty-d', 'enterprise']];
// Names by which a test sees at once whose word got where it should not.
const accounts = [['can-bo', 'clerk', 'so-a'], ['thanh-tra-vien', 'inspector', home], ['nguoi-ky', 'committee', home], ['ra-soat', 'reviewer', home]];
const names = { 'can-bo': 'Lê Giả Định', 'thanh-tra-vien': 'Vũ Văn Thí Dụ', 'nguoi-ky': 'Hoàng Thị Ví Như', 'ra-soat': 'Đặng Hư Cấu' };

export function writeRound(folder) {
  const write = (name, text) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  write('round.yaml', `{id: ${round}, title: {vi: Đợt thử, en: Trial round}, year: 2025, from: 2024-12-16, to: 2025-12-15, set: pctn-2024}\n`);
  write('units.yaml', units.map(([id, kind]) =>
    `- {id: ${id}, name: {vi: "Đơn vị ${id}", en: "Unit ${id}"}, kind: ${kind}, ${id === home ? '' : `parent: ${home}, `}from: 2020-01-01, basis: QĐ}\n`).join(''));
  write('accounts.yaml', accounts.map(([account, role, unit]) =>
    `- {account: ${account}, name: "${names[account]}", role: ${role}, unit: ${unit}, password: ${password}}\n`).join(''));
  write('submissions/so-a/evidence.yaml', '- {type: plan, number: "01/KH-SA", date: 2025-01-10, title: Kế hoạch thử, criteria: [A.1.1], file: evidence/ke-hoach.txt}\n');
  write('submissions/so-a/evidence/ke-hoach.txt', 'Kế hoạch thử của đơn vị so-a.\n');
  for (const [id] of units) write(`submissions/${id}/answers.yaml`, 'set: pctn-2024\ninputs: {disclosure.due: 10, disclosure.on_time: 5}\n');
}

// The server with somebody of each role; submit() takes the round up to where it is handed in upward, review() from there to
// where publishing is next, and the whole way where it was not submitted before.
export async function publishable() {
  const folder = temporaryFolder(), data = path.join(temporaryFolder(), 'data');
  writeRound(folder);
  const taken = run('import', '--data', data, folder, '--with-accounts');
  assert.equal(taken.status, 0, taken.stderr);
  const server = await serve(data);
  const people = {};
  for (const [account, role] of accounts) {
    people[role] = (await signIn(server, { account, password })).headers['set-cookie'][0].split(';')[0];
  }
  const post = (target, body, cookie) => server.ask('POST', target, { cookie, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const place = {
    server, data, people,
    get: async (target, cookie) => (await server.ask('GET', target, { cookie })).json,
    roundAct: (body, cookie, query = '') => post(`/api/v1/rounds/${round}/work/acts${query}`, body, cookie),
    unitAct: (unit, body, cookie) => post(`/api/v1/rounds/${round}/units/${unit}/work/acts`, body, cookie),
  };
  let submitted = false;
  place.submit = async () => { await submit(place); submitted = true; };
  place.review = async () => {
    if (!submitted) await place.submit();
    await review(place);
  };
  return place;
}

const done = async (answer) => {
  const { status, text } = await answer;
  assert.equal(status, 200, text);
};

// Half a point each, and less for so-b; bulk where points may be the same.
async function score(place, unit, act, cookie, reason) {
  const { criteria } = await place.get(`/api/v1/rounds/${round}/units/${unit}/work`, cookie);
  const given = (points) => (unit === 'so-b' && act === 'appraise' ? '0.25' : Number(points) < 0.5 ? points : '0.5');
  for (const points of new Set(criteria.map((one) => given(one.points)))) {
    const codes = criteria.filter((one) => given(one.points) === points).map(({ code }) => code);
    await done(place.unitAct(unit, { act, criteria: codes, points, reason }, cookie));
  }
}

async function submit(place) {
  const { inspector, committee } = place.people;
  for (const [unit] of units) {
    await score(place, unit, 'appraise', inspector, 'Nhận xét nội bộ của thẩm định.');
    await done(place.unitAct(unit, { act: 'finish_appraisal' }, inspector));
  }
  await done(place.roundAct({ act: 'approve' }, committee));
  await done(place.roundAct({ act: 'submit' }, inspector));
}

async function review(place) {
  const { reviewer } = place.people;
  await score(place, home, 'review', reviewer, 'Theo hồ sơ rà soát.');
  await done(place.roundAct({ act: 'finish_review' }, reviewer));
}
