// The province's provider of sign-ins: the real oidc-provider on a port of its own. Whoever signs in there may call
// himself what he likes; that is his subject.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import http from 'node:http';

// It warns of every choice a real provider would make otherwise.
const { warn, info } = console;
const quietly = (on) => Object.assign(console, on ? { warn: () => {}, info: () => {} } : { warn, info });
quietly(true);
const { default: Provider } = await import('oidc-provider');
quietly(false);

export const client = { id: 'liem', secret: randomBytes(24).toString('base64url') };

function newKey(kind) {
  const { privateKey } = kind === 'ec' ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
    : generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: randomBytes(8).toString('hex'), use: 'sig' };
}

// `signing`: what its tokens are signed with.
export async function startProvider({ redirect, host = '127.0.0.1', signing = 'RS256' }) {
  let handler = null;
  const asked = [];
  const server = http.createServer((request, response) => {
    asked.push(request.url.split('?')[0]);
    handler(request, response);
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address();
  const issuer = `http://${host}:${port}`;
  const cookieKeys = [randomBytes(16).toString('hex')];
  let algorithm = signing;

  function renew() {
    quietly(true);
    handler = new Provider(issuer, {
      clients: [{
        client_id: client.id, client_secret: client.secret, redirect_uris: [redirect],
        grant_types: ['authorization_code'], response_types: ['code'], id_token_signed_response_alg: algorithm,
      }],
      jwks: { keys: [newKey('rsa'), newKey('ec')] },
      cookies: { keys: cookieKeys },
      enabledJWA: { idTokenSigningAlgValues: ['RS256', 'ES256', 'HS256', 'PS256'] },
      pkce: { required: () => true },
      ttl: { IdToken: 3600, AccessToken: 60, AuthorizationCode: 60, Grant: 600, Interaction: 600, Session: 600 },
      findAccount: (context, subject) => ({ accountId: subject, claims: () => ({ sub: subject }) }),
      // Its own people need not agree to it.
      async loadExistingGrant({ oidc }) {
        const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
        grant.addOIDCScope('openid');
        await grant.save();
        return grant;
      },
    }).callback();
    quietly(false);
  }
  renew();
  return {
    issuer,
    readings: (path) => asked.filter((one) => one === path).length,
    rotate: renew, // every key is another from now on
    sign(next) { algorithm = next; renew(); },
    stop: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }),
    restart: () => new Promise((resolve) => { server.listen(port, '127.0.0.1', resolve); }),
  };
}

// While `work` runs, the provider's clock is so many seconds slow.
export async function withSlowClock(seconds, work) {
  const { now } = Date;
  Date.now = () => now() - seconds * 1000;
  try { return await work(); } finally { Date.now = now; }
}

// What a browser does at the provider: follows its redirects, keeps its cookies, fills in its form. Gives the query of
// the address it is sent back to.
export async function signInThere(address, subject, redirect) {
  const jar = new Map();
  let next = { url: address };
  for (let hop = 0; hop < 20; ++hop) {
    const answer = await fetch(next.url, {
      method: next.form ? 'POST' : 'GET', body: next.form, redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '), accept: 'text/html' },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      if (value) jar.set(name, value); else jar.delete(name);
    }
    const text = await answer.text();
    const where = answer.headers.get('location');
    if (where?.startsWith(redirect)) return Object.fromEntries(new URL(where).searchParams);
    if (where) {
      next = { url: new URL(where, next.url).href };
      continue;
    }
    const action = /<form[^>]* action="([^"]+)"/.exec(text)?.[1];
    if (!action) throw new Error(`the provider answered ${answer.status}: ${text.slice(0, 400)}`);
    next = {
      url: new URL(action, next.url).href,
      form: new URLSearchParams({ prompt: 'login', login: subject, password: 'any' }),
    };
  }
  throw new Error('the provider sends the browser in circles');
}
