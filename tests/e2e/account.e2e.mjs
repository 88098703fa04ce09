import assert from 'node:assert/strict';
import { test } from 'node:test';
import { totp } from '../api/totp.mjs';
import { people, signIn } from './browser.mjs';
import { checkPage, counts } from './page.mjs';
import { openStage, wide } from './stage.mjs';

const { server, story } = openStage();
const narrow = { width: 360, height: 780 };
const panel = (page, name) => page.getByRole('region', { name, exact: true });

async function openAccount(page) {
  await page.getByRole('button', { name: /^Tài khoản: / }).click();
  await page.getByRole('menuitem', { name: 'Tài khoản của tôi' }).click();
  await page.getByRole('heading', { name: 'Tài khoản của tôi', level: 1 }).waitFor();
}

test('a second step is set up, asked for at sign-in, answered by code and by recovery code, and turned off', () =>
  story({ viewport: wide }, async (page) => {
    const { account, password } = people.inspector;
    await signIn(page, server.url, people.inspector);
    await openAccount(page);
    await checkPage(page, 'my account');
    const step = panel(page, 'Bước xác thực thứ hai');
    await step.getByLabel('Mật khẩu hiện tại').fill(password);
    await step.getByRole('button', { name: 'Bật bước thứ hai' }).click();
    await step.getByRole('img', { name: /quét/ }).waitFor();
    await checkPage(page, 'second step being set up');
    const secret = (await step.locator('.secret').innerText()).replaceAll(' ', '');
    await step.getByLabel('Mã xác thực').fill('000000');
    await step.getByRole('button', { name: 'Xác nhận và bật' }).click();
    await step.getByRole('alert').getByText(/Mã không đúng/).waitFor();
    await step.getByLabel('Mã xác thực').fill(totp(secret, -1));
    await step.getByRole('button', { name: 'Xác nhận và bật' }).click();
    await step.locator('.recovery-codes li').nth(9).waitFor();
    const codes = await step.locator('.recovery-codes li').allInnerTexts();
    assert.equal(codes.length, 10);
    await checkPage(page, 'recovery codes');
    await step.getByRole('button', { name: 'Tôi đã ghi lại' }).click();
    await step.getByText('Còn 10 mã khôi phục').waitFor();

    for (const code of [totp(secret), codes[0]]) {
      await page.context().clearCookies();
      await page.goto(`${server.url}/sign-in`);
      await page.locator('#account').fill(account);
      await page.locator('#password').fill(password);
      await page.locator('form button[type=submit]').click();
      await page.getByLabel('Mã xác thực').waitFor();
      await checkPage(page, 'second step at sign-in');
      await page.getByLabel('Mã xác thực').fill(code);
      await page.locator('form button[type=submit]').click();
      await page.waitForURL((address) => address.pathname !== '/sign-in');
    }

    await openAccount(page);
    await step.getByText('Còn 9 mã khôi phục').waitFor();
    await step.getByLabel('Mật khẩu hiện tại').fill(password);
    await step.getByLabel('Mã xác thực').fill(codes[1]);
    await step.getByRole('button', { name: 'Tắt bước thứ hai' }).click();
    await step.getByText('Đang tắt').waitFor();
  }));

test('a password is changed with the old one, and the other session ends', () =>
  story({ viewport: narrow, colorScheme: 'dark', hasTouch: true }, async (page) => {
    await signIn(page, server.url, people.clerk);
    const elsewhere = await page.context().browser().newContext();
    const other = await elsewhere.newPage();
    await signIn(other, server.url, people.clerk);
    await page.goto(`${server.url}/account`);
    const sessions = panel(page, 'Phiên đăng nhập');
    await sessions.getByText('Phiên này').waitFor();
    await counts(sessions.locator('tbody tr'), 2);
    await checkPage(page, 'my account on a narrow dark phone');
    const password = panel(page, 'Mật khẩu');
    const fill = async (before, after) => {
      await password.getByLabel('Mật khẩu hiện tại').fill(before);
      await password.getByLabel('Mật khẩu mới', { exact: true }).fill(after);
      await password.getByLabel('Nhập lại mật khẩu mới').fill(after);
      await password.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    };
    await fill(people.clerk.password, 'Matkhau123456');
    await password.getByRole('alert').getByText(/hay bị thử đầu tiên/).waitFor();
    await fill(people.clerk.password, 'bốn con trâu qua cầu');
    await password.getByText('Đã đổi mật khẩu.').waitFor();
    await sessions.locator('tbody tr').nth(1).waitFor({ state: 'detached' });
    assert.equal((await other.request.get(`${server.url}/api/v1/session`)).status(), 401);
    await elsewhere.close();
  }));

test('a token is shown once, opens what it may, and is revoked', () =>
  story({ viewport: wide }, async (page) => {
    await signIn(page, server.url, people.inspector);
    await page.goto(`${server.url}/account`);
    const tokens = panel(page, 'Mã truy cập cho phần mềm');
    await tokens.getByLabel('Dùng để làm gì').fill('Xuất số liệu hằng tháng');
    await tokens.getByLabel('Mật khẩu hiện tại').fill(people.inspector.password);
    await tokens.getByRole('button', { name: 'Tạo mã' }).click();
    const token = await tokens.locator('.secret').innerText();
    assert.match(token, /^liem_[0-9a-f]{16}_[0-9a-f]{64}$/);
    await checkPage(page, 'a new token');
    const asked = () => fetch(`${server.url}/api/v1/rounds`, { headers: { authorization: `Bearer ${token}` } });
    assert.equal((await asked()).status, 200);
    await tokens.getByRole('button', { name: 'Tôi đã chép' }).click();
    await counts(tokens.getByText(token), 0);
    await tokens.getByRole('button', { name: /^Thu hồi: / }).click();
    await tokens.getByText('Đã thu hồi').waitFor();
    assert.equal((await asked()).status, 401);
  }));

test('one acts for another on the days that were said, sees so on every page, and is told when it ends', () =>
  story({ viewport: wide }, async (page) => {
    const [giver, deputy] = [people.inspector, people.reviewer];
    const day = (later) => new Date(Date.now() + 7 * 3_600_000 + later * 86_400_000).toISOString().slice(0, 10);
    await signIn(page, server.url, giver);
    await page.goto(`${server.url}/account`);
    const delegations = panel(page, 'Ủy quyền');
    await delegations.getByLabel('Người làm thay').fill(deputy.account);
    await page.getByRole('option', { name: new RegExp(deputy.account) }).first().waitFor({ state: 'attached' });
    await page.locator('.ant-select-item-option').filter({ hasText: deputy.account }).click();
    await delegations.getByLabel('Từ ngày', { exact: true }).fill(day(0));
    await delegations.getByLabel('Đến hết ngày').fill(day(0));
    await delegations.getByLabel('Lý do').fill('Nghỉ phép năm');
    await delegations.getByRole('button', { name: 'Ủy quyền' }).click();
    await delegations.getByText(`Đã ủy quyền cho ${deputy.name}`).waitFor();
    await delegations.getByText(`${deputy.name} thay ${giver.name}`).waitFor();
    await checkPage(page, 'my account with a delegation');

    const elsewhere = await page.context().browser().newContext({ viewport: narrow, locale: 'vi-VN', reducedMotion: 'reduce' });
    const other = await elsewhere.newPage();
    await signIn(other, server.url, deputy);
    await counts(other.getByRole('link', { name: 'Nhật ký' }), 0);
    await other.getByRole('button', { name: /^Làm việc cho: / }).click();
    await other.getByRole('menuitem', { name: new RegExp(`Thay ${giver.name}`) }).click();
    await other.getByText(`${deputy.name} đang làm thay ${giver.name}`).waitFor();
    await checkPage(other, 'acting for another on a narrow phone');
    await other.getByRole('link', { name: 'Nhật ký' }).click();
    await other.getByText(`${giver.name} ủy quyền cho ${deputy.account}`).waitFor();
    await other.goto(`${server.url}/account`);
    await panel(other, 'Ủy quyền').getByText(`${deputy.name} thay ${giver.name}`).waitFor();
    await counts(other.getByRole('heading', { name: 'Ủy quyền mới' }), 0);

    await delegations.getByRole('button', { name: /^Chấm dứt: / }).click();
    await delegations.getByText('Đã chấm dứt sớm').waitFor();
    await other.goto(`${server.url}/`);
    await other.getByRole('heading', { name: 'Ủy quyền không còn hiệu lực' }).waitFor();
    await checkPage(other, 'a delegation that is over');
    await other.getByRole('button', { name: 'Thôi làm thay' }).click();
    await other.getByRole('button', { name: /^Tài khoản: / }).waitFor();
    await counts(other.getByText(/đang làm thay/), 0);
    await elsewhere.close();
  }));
