import assert from 'node:assert/strict';
import { test } from 'node:test';
import { people, signIn } from './browser.mjs';
import { checkPage, counts } from './page.mjs';
import { openStage, phone, wide } from './stage.mjs';

const { server, story } = openStage();

test('an inspector reads the log in sentences, narrows it, and sees that it is whole', () =>
  story({ viewport: wide }, async (page) => {
    // More entries than one page holds.
    const { account, password } = people.inspector;
    for (let times = 0; times < 15; times += 1) {
      const signedIn = await page.request.post(`${server.url}/api/v1/session`, { data: { account, password } });
      assert.equal(signedIn.status(), 200);
    }
    await signIn(page, server.url, people.inspector);
    await page.getByRole('link', { name: 'Nhật ký', exact: true }).click();
    await page.locator('.log-table tbody tr').first().waitFor();
    await page.getByText(/^Chuỗi nguyên vẹn/).waitFor();
    await checkPage(page, 'log');
    assert.match(await page.locator('.log-sentence').first().innerText(), / đăng nhập$/);
    await page.getByText('Trước, sau và mã băm').first().click();
    assert.match(await page.locator('.log-details[open]').innerText(), /[0-9a-f]{64}/);
    await page.getByLabel('Mã đơn vị').fill('so-xay-dung');
    await page.getByRole('button', { name: 'Lọc', exact: true }).click();
    await page.waitForURL(/unit=so-xay-dung/);
    await counts(page.locator('.log-table .log-unit').filter({ hasNotText: 'Sở Xây dựng' }), 0);  // the rows of before are gone
    await page.locator('.log-table tbody tr').first().waitFor();
    const units = new Set(await page.locator('.log-table .log-unit').allInnerTexts());
    assert.deepEqual([...units], ['Sở Xây dựng']);
    await page.getByRole('button', { name: 'Bỏ lọc' }).click();
    await page.getByRole('button', { name: 'Xem thêm' }).click();
    await page.locator('.log-table tbody tr').nth(50).waitFor();
  }));

test('the log fits a phone in the dark', () =>
  story({ viewport: phone, colorScheme: 'dark', hasTouch: true }, async (page) => {
    await signIn(page, server.url, people.inspector);
    await page.goto(`${server.url}/log`);
    await page.locator('.log-table tbody tr').first().waitFor();
    await checkPage(page, 'dark log on a phone');
  }));

test('who may not read the log is not led to it and is told so', () =>
  story({ viewport: wide }, async (page) => {
    await signIn(page, server.url, people.clerk);
    assert.equal(await page.getByRole('link', { name: 'Nhật ký', exact: true }).count(), 0);
  }));
