import assert from 'node:assert/strict';
import { test } from 'node:test';
import { people, signInToWork } from './browser.mjs';
import { checkPage } from './page.mjs';
import { openStage, phone, wide } from './stage.mjs';

// The stories follow one another: an inspector mentions a clerk, and the clerk reads of it.
const { server, story } = openStage();
const file = () => `${server.url}/rounds/pctn-2025/units/so-xay-dung/work?criterion=A.1.1`;
const needsProgram = { skip: !process.env.LIEM && 'the fixtures tell everybody the same' };

test('typing @ offers colleagues; arrows choose, Enter puts the name in, Escape leaves the text alone', needsProgram, () =>
  story({ viewport: wide }, async (page) => {
    await signInToWork(page, server.url, people.inspector);
    await page.goto(file());
    await page.locator('.criterion-panel').getByRole('button', { name: 'Trao đổi', exact: true }).click();
    const text = page.getByRole('textbox', { name: 'Nội dung trao đổi' });
    await text.pressSequentially('Nhờ @');
    await page.getByRole('option').first().waitFor();
    await text.pressSequentially('xaydung');
    await page.getByRole('option', { name: /canbo\.xaydung/ }).waitFor();
    assert.equal(await page.getByRole('option').count(), 2);
    await checkPage(page, 'a colleague is chosen');
    await text.press('ArrowDown');
    await text.press('ArrowDown');
    await text.press('Enter');
    assert.equal(await text.inputValue(), 'Nhờ @canbo.xaydung ');
    await text.pressSequentially('xem @');
    await page.getByRole('listbox').waitFor();
    await text.press('Escape');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    await text.press('Backspace');
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    await page.locator('.act-done svg').waitFor();
  }));

test('the bell counts what is unread; a notice leads to its place and is read then', needsProgram, () =>
  story({ viewport: wide }, async (page) => {
    await signInToWork(page, server.url, people.clerk);
    await page.getByRole('link', { name: 'Thông báo: 1 chưa đọc' }).click();
    await page.locator('.told.unread').waitFor();
    await checkPage(page, 'notices');
    await page.getByRole('link', { name: /nhắc đến bạn khi nói về tiêu chí A\.1\.1/ }).click();
    await page.locator('.criterion-panel').waitFor();
    await page.getByRole('link', { name: 'Thông báo', exact: true }).click();
    await page.getByText('Đã đọc hết').waitFor();
    await page.getByRole('button', { name: /^Đánh dấu chưa đọc: / }).click();
    await page.getByRole('link', { name: 'Thông báo: 1 chưa đọc' }).waitFor();
    await page.getByRole('button', { name: 'Chưa đọc 1', exact: true }).click();
    await page.getByRole('button', { name: 'Đánh dấu tất cả đã đọc' }).click();
    await page.getByText('Không còn thông báo chưa đọc').waitFor();
  }));

test('notices fit a narrow window', () =>
  story({ viewport: { width: 320, height: 700 } }, async (page) => {
    await signInToWork(page, server.url, people.clerk);
    await page.goto(`${server.url}/notices`);
    await page.locator('.told, .notice').first().waitFor();
    await checkPage(page, 'notices on a phone');
  }));

test('where no mail goes out, the account page says so and keeps the choice', needsProgram, () =>
  story({ viewport: phone }, async (page) => {
    await signInToWork(page, server.url, people.clerk);
    await page.goto(`${server.url}/account`);
    await page.getByText('chưa đặt máy chủ thư').waitFor();
    await checkPage(page, 'notices by e-mail');
    await page.getByLabel('Địa chỉ thư điện tử').fill('tên@may');
    const save = page.locator('#notices-title').locator('..').getByRole('button', { name: 'Lưu', exact: true });
    await save.click();
    await page.getByText('Địa chỉ thư điện tử phải có dạng').waitFor();
    await page.getByLabel('Địa chỉ thư điện tử').fill('can.bo@may.example');
    await page.getByLabel('Khi sắp đến hạn').selectOption('off');
    await save.click();
    await page.getByText('Đã lưu.').waitFor();
  }));
