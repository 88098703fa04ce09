// What the server asks of a provider, of one that is not what it should be.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import path from 'node:path';
import { demoData, serve, temporaryFolder } from './liem.mjs';

const folder = temporaryFolder();
const [key, certificate] = ['key.pem', 'certificate.pem'].map((name) => path.join(folder, name));
let data, requests = 0;
const closing = [];

before(() => {
  data = demoData();
  const made = spawnSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key,
    '-out', certificate, '-days', '1', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'], { encoding: 'utf8' });
  assert.equal(made.status, 0, made.stderr);
});
after(() => Promise.all(closing.map((close) => close())));

// Its address, under which `answer` answers everything.
async function provider(answer, scheme = 'http', host = 'localhost') {
  const handler = (request, response) => {
    requests += 1;
    answer(request, response);
  };
  const server = scheme === 'https'
    ? https.createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, handler) : http.createServer(handler);
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  closing.push(() => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }));
  return `${scheme}://${host}:${server.address().port}`;
}

const metadataOf = (issuer, more = {}) => JSON.stringify({
  issuer, authorization_endpoint: `${issuer}/a`, token_endpoint: `${issuer}/t`, jwks_uri: `${issuer}/k`, ...more,
});
const truthful = (more) => (request, response) =>
  response.end(metadataOf(`${request.socket.encrypted ? 'https' : 'http'}://${request.headers.host}`, more));

async function beginAt(issuer, authorities = '') {
  Object.assign(process.env, {
    LIEM_OIDC_ISSUER: issuer, LIEM_OIDC_CLIENT_ID: 'liem', LIEM_OIDC_CLIENT_SECRET: 'bi-mat',
    LIEM_OIDC_OWN_ADDRESS: 'https://liem.tinh.example', LIEM_OIDC_AUTHORITIES: authorities,
  });
  const server = await serve(data);
  try {
    requests = 0;
    const answer = await server.ask('POST', '/api/v1/session/openid');
    return answer.status === 200 ? answer.json.address : `${answer.json.code} ${answer.json.message.en}`;
  } finally {
    await server.stop();
  }
}

test('a provider is believed whose certificate an authority of the settings gave out for its name', async () => {
  const issuer = await provider(truthful(), 'https');
  assert.match(await beginAt(issuer, certificate), /^https:\/\/localhost:\d+\/a\?response_type=code&/);
});

test('a certificate of nobody known, or of another name, is not believed', async () => {
  assert.match(await beginAt(await provider(truthful(), 'https')), /^openid\.unreachable .*certificate/);
  const named = await provider(truthful(), 'https', '127.0.0.1');
  assert.match(await beginAt(named, certificate), /^openid\.unreachable .*certificate/);
  assert.equal(requests, 0);
});

test('a redirect is not followed', async () => {
  const elsewhere = await provider(truthful());
  const issuer = await provider((request, response) =>
    response.writeHead(302, { location: `${elsewhere}/.well-known/openid-configuration` }).end());
  assert.match(await beginAt(issuer), /^openid\.unreachable .*HTTP 302/);
  assert.equal(requests, 1);
});

test('an answer without end is given up at its bound, one that does not come within seconds', async () => {
  const endless = await provider((request, response) => {
    const more = () => { while (response.write(' '.repeat(65536))); response.once('drain', more); };
    more();
  });
  assert.match(await beginAt(endless), /^openid\.unreachable .*256 KiB/);
  const silent = await provider(() => {});
  const begun = Date.now();
  assert.match(await beginAt(silent), /^openid\.unreachable /);
  assert.ok(Date.now() - begun < 15_000);
});

test('what a provider says of itself is refused where it cannot be relied on', async () => {
  const refusal = async (answer) => (await beginAt(await provider(answer))).split(' ')[0];
  assert.equal(await refusal((request, response) => response.end('<html>')), 'openid.bad_metadata');
  assert.equal(await refusal((request, response) => response.end(metadataOf('https://khac.example'))), 'openid.other_issuer');
  assert.equal(await refusal(truthful({ token_endpoint: 'http://khac.example/t' })), 'openid.insecure_address');
  assert.equal(await refusal(truthful({ code_challenge_methods_supported: ['plain'] })), 'openid.no_pkce');
  assert.equal(await refusal((request, response) => response.writeHead(500).end()), 'openid.unreachable');
});
