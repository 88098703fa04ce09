// Signing in through the province's provider, which is a real one, by its own form. It stands under another name than
// the server, so that to the browser they are two sites.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { client, startProvider } from '../api/openid_provider.mjs';
import { freePort, people } from './browser.mjs';
import { checkPage } from './page.mjs';
import { openStage, phone, wide } from './stage.mjs';

const port = await freePort();
const own = `http://127.0.0.1:${port}`;
const provider = await startProvider({ redirect: `${own}/sign-in/openid`, host: 'localhost' });
const stage = openStage({
  listen: `127.0.0.1:${port}`,
  environment: {
    LIEM_OIDC_ISSUER: provider.issuer, LIEM_OIDC_CLIENT_ID: client.id,
    LIEM_OIDC_CLIENT_SECRET: client.secret, LIEM_OIDC_OWN_ADDRESS: own,
  },
});
const { server, story } = stage;
before(async () => {
  await stage.opened;
  const linked = spawnSync(process.env.LIEM, ['account', 'link', people.inspector.account, '--subject', 'tinh|thanh-tra',
    '--issuer', provider.issuer, '--data', server.data], { encoding: 'utf8' });
  assert.equal(linked.status, 0, linked.stderr);
});
after(() => provider.stop());

/** A story, without what the provider's own page wants of the network and lacks. */
const visit = (options, steps) => story(options, async (page) => {
  await page.route(/fonts\.googleapis\.com/, (route) => route.fulfill({ contentType: 'text/css', body: '' }));
  await page.route(`${provider.issuer}/favicon.ico`, (route) => route.fulfill({ status: 204 }));
  await steps(page);
});

const button = (page) => page.getByRole('button', { name: 'Đăng nhập bằng tài khoản của tỉnh' });

async function signInThere(page, subject) {
  await page.waitForURL((address) => address.origin === provider.issuer);
  await page.locator('input[name=login]').fill(subject);
  await page.locator('input[name=password]').fill('mat-khau-o-do');
  await page.locator('button[type=submit]').click();
}

test('whoever is linked signs in by the form of the provider and comes to the page asked for', () =>
  visit({ viewport: wide }, async (page) => {
    await page.goto(`${own}/log`);
    await page.waitForURL(`${own}/sign-in`);
    await button(page).waitFor();
    await checkPage(page, 'sign-in with two ways');
    await button(page).click();
    await signInThere(page, 'tinh|thanh-tra');
    await page.waitForURL(`${own}/log`);
    await page.getByText(/đăng nhập bằng tài khoản của tỉnh/).first().waitFor();
    await page.goto(`${own}/account`);
    const here = page.getByRole('row').filter({ hasText: 'Phiên này' });
    await here.getByText('tài khoản của tỉnh').waitFor();
    await checkPage(page, 'sessions by the province\'s account');
    const [cookie] = (await page.context().cookies(own)).filter(({ name }) => name === 'liem_session');
    assert.equal(cookie.sameSite, 'Strict');
  }));

test('whom nobody linked is told the code to hand on, and no code of the provider stays in the address', () =>
  visit({ viewport: phone }, async (page) => {
    await page.goto(`${own}/sign-in`);
    await button(page).click();
    await signInThere(page, 'tinh|nguoi-la');
    await page.getByRole('alert').getByText(/chưa được nối.*tinh\|nguoi-la/).waitFor();
    assert.equal(page.url(), `${own}/sign-in/openid`);
    await checkPage(page, 'a sign-in that was refused');
    await page.getByRole('link', { name: 'Về trang đăng nhập' }).click();
    await page.locator('#password').waitFor();
  }));

test('whoever stops at the provider is told so and can still use a password', () =>
  visit({ viewport: wide }, async (page) => {
    await page.goto(`${own}/sign-in`);
    await button(page).click();
    await page.waitForURL((address) => address.origin === provider.issuer);
    await page.getByRole('link', { name: /Cancel/ }).click();
    await page.getByRole('alert').getByText(/Bạn đã dừng đăng nhập/).waitFor();
    await page.getByRole('link', { name: 'Về trang đăng nhập' }).click();
    await page.locator('#account').fill(people.clerk.account);
    await page.locator('#password').fill(people.clerk.password);
    await page.locator('form button[type=submit]').click();
    await page.waitForURL((address) => address.origin === own && !address.pathname.startsWith('/sign-in'));
  }));
