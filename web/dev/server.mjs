// A stand-in for `liem serve` while working on the page: answers of the contract's shapes from made-up data,
// and the built page. Usage: node dev/server.mjs [port]. It checks nothing and forgets everything when it ends.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { adviceOf, bestStepsOf, ranksOf, whatIfOf } from './advice.mjs';
import { accounts, assessmentOf, explanationOf, reportOf, rounds, units } from './fixtures.mjs';
import { acceptance, acceptancesOf, documentsApi, uploadsApi } from './documents.mjs';
import { markNotices, noticesOf } from './notices.mjs';
import { pagePicture } from './picture.mjs';
import { seriesOf, unitsOf } from './series.mjs';
import { trendOf } from './trend.mjs';
import { workApi } from './work.mjs';

const port = Number(process.argv[2] ?? process.env.PORT ?? 8790);
const dist = fileURLToPath(new URL('../dist', import.meta.url));
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.json': 'application/json' };
const policy = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'";
const sessions = new Map();
let nextSession = 1;

const problems = {
  401: ['unauthenticated', 'Hãy đăng nhập để tiếp tục.', 'Sign in to go on.'],
  403: ['forbidden', 'Tài khoản này không được xem đơn vị khác.', 'This account may not see other units.'],
  404: ['not_found', 'Không có mục này. Kiểm tra lại địa chỉ.', 'There is no such thing. Check the address.'],
  422: ['bad_credentials', 'Tài khoản hoặc mật khẩu không đúng. Kiểm tra phím Caps Lock và bộ gõ rồi nhập lại.', 'Account or password is wrong. Check Caps Lock and the input method, then try again.'],
};

function send(response, status, body, headers = {}) {
  const type = status >= 400 ? 'application/problem+json' : 'application/json';
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

function refuse(response, status, answer = status) {
  const [code, vi, en] = problems[status];
  send(response, answer, { type: `about:blank#${code}`, title: code, status: answer, code, message: { vi, en } });
}

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

const bare = ({ password, ...account }) => ({ ...account, password_due: false, acting_for: null, may_act_for: [] });
const mayOnlySee = (account, unit) => ['clerk', 'head'].includes(account.role) && account.unit.id !== unit;

async function api(request, response, parts, query) {
  const cookie = /liem_session=(\w+)/.exec(request.headers.cookie ?? '')?.[1];
  const account = sessions.get(cookie);
  if (parts[0] === 'session' && request.method === 'POST') {
    const given = JSON.parse((await bodyOf(request)).toString());
    const found = accounts.find((one) => one.account === given.account && one.password === given.password);
    if (!found) return refuse(response, 422, 401);
    const id = `s${nextSession++}`;
    sessions.set(id, found);
    return send(response, 200, bare(found), { 'Set-Cookie': `liem_session=${id}; HttpOnly; SameSite=Strict; Path=/` });
  }
  if (parts[1] === 'ways') return send(response, 200, { password: true, openid: false });
  if (!account) return refuse(response, 401);
  if (parts[0] === 'session' && request.method === 'DELETE') {
    sessions.delete(cookie);
    return send(response, 204);
  }
  if (parts[0] === 'session') return send(response, 200, bare(account));
  if (parts[0] === 'documents') {
    const found = documentsApi({ account, method: request.method, parts: parts.slice(1), query, body: await bodyOf(request), response, send });
    return found === false ? refuse(response, 404) : undefined;
  }
  if (parts[0] === 'uploads') {
    const found = uploadsApi({ account, method: request.method, parts: parts.slice(1), body: await bodyOf(request), response, send });
    return found === false ? refuse(response, 404) : undefined;
  }
  if (parts[0] === 'notices') return send(response, 200, request.method === 'GET' ? noticesOf(query) : markNotices(parts[1], request.method === 'PUT' ? JSON.parse((await bodyOf(request)).toString()).read : true));
  if (account.role === 'administrator') return refuse(response, 403);
  const work = await workApi({ account, method: request.method, parts, body: async () => JSON.parse((await bodyOf(request)).toString()), headers: request.headers });
  if (work) return send(response, work.status ?? 200, work.body, work.headers);
  if (parts[0] === 'rounds' && parts.length === 1) return send(response, 200, rounds);
  if (parts[0] === 'history') return send(response, 200, unitsOf(query.get('on')));
  if (parts[0] === 'series') {
    if (mayOnlySee(account, query.get('unit'))) return refuse(response, 403);
    const series = seriesOf(Object.fromEntries(query));
    return series ? send(response, 200, series) : refuse(response, 404);
  }
  if (parts[0] === 'trend') return send(response, 200, trendOf(account));
  if (parts[0] === 'reports') {
    if (mayOnlySee(account, parts[1])) return refuse(response, 403);
    const report = reportOf(parts[1]);
    if (!report) return refuse(response, 404);
    if (parts[2] === 'findings') {
      const answer = acceptance(account, parts[1], parts[3], request.method, await bodyOf(request));
      return send(response, answer ? 200 : 204, answer);
    }
    if (parts[2] === 'evidence') return evidenceFile(response, report.evidence[Number(parts[3]) - 1], parts.slice(4), query);
    return send(response, 200, { ...report, acceptances: acceptancesOf(parts[1], report.reading) });
  }
  if (parts[0] !== 'rounds' || !rounds.some(({ id }) => id === parts[1])) return refuse(response, 404);
  if (parts[2] === 'past-sets') return send(response, 200, []);
  if (parts[2] === 'ranks') return mayOnlySee(account, '') ? refuse(response, 403) : send(response, 200, ranksOf(Number(query.get('bounds') ?? 20)));
  if (parts.length === 3) return send(response, 200, units.filter(({ id }) => !mayOnlySee(account, id)));
  if (mayOnlySee(account, parts[3])) return refuse(response, 403);
  if (parts[4] === 'colleagues') return send(response, 200, accounts.filter((one) => one !== account).map(({ account: name, name: person, role, unit }) => ({ account: name, name: person, role, unit })));
  if (assessmentOf(parts[3]) && ['advice', 'what-if', 'best-steps'].includes(parts[4])) return advise(request, response, parts[3], parts[4]);
  const answer = parts[4] === 'assessment' ? assessmentOf(parts[3]) : explanationOf(parts[3], parts[5]);
  return answer ? send(response, 200, answer) : refuse(response, 404);
}

async function advise(request, response, unit, what) {
  if (what === 'advice') return send(response, 200, adviceOf(unit));
  const question = JSON.parse((await bodyOf(request)).toString());
  const answer = what === 'what-if' ? whatIfOf(unit, question) : bestStepsOf(unit, question);
  if (!answer.refused) return send(response, 200, answer);
  send(response, 400, { type: 'about:blank#refused', title: 'refused', status: 400, code: 'indicators.refused', message: answer.refused });
}

function evidenceFile(response, row, [what, page], query) {
  if (!row?.file || (what === 'pages' && Number(page) > 2)) return refuse(response, 404);
  if (what === 'pages') return response.writeHead(200, { 'Content-Type': 'image/png' }).end(pagePicture(Number(query.get('width') ?? 1000)));
  return response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(`${row.type} ${row.number}\n\n${row.title}`);
}

function page(response, pathname) {
  const wanted = join(dist, normalize(pathname));
  const file = wanted.startsWith(dist) && existsSync(wanted) && statSync(wanted).isFile() ? wanted : join(dist, 'index.html');
  response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream', 'Content-Security-Policy': policy });
  createReadStream(file).pipe(response);
}

createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://host');
  if (pathname === '/healthz') return send(response, 200, { status: 'ok', version: 'fixtures' });
  if (!pathname.startsWith('/api/v1/')) return page(response, pathname);
  const parts = pathname.slice('/api/v1/'.length).split('/').map(decodeURIComponent);
  api(request, response, parts, searchParams).catch((error) => {
    console.error(error);
    response.destroy();
  });
}).listen(port, '127.0.0.1', () => console.log(`fixtures on http://127.0.0.1:${port}`));
