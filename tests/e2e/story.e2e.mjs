import assert from 'node:assert/strict';
import { test } from 'node:test';
import { people, signIn } from './browser.mjs';
import { checkPage, counts } from './page.mjs';
import { openStage, phone, wide } from './stage.mjs';

const unit = 'so-xay-dung';
const leaf = 'B.1.9';

const { server, story } = openStage();

const inView = (locator) =>
  locator.evaluate((element) => {
    const box = element.getBoundingClientRect();
    return box.top >= 0 && box.bottom <= window.innerHeight;
  });

test('a wrong password is refused with the reason, in the chosen language', () =>
  story({ viewport: wide }, async (page) => {
    await page.goto(`${server.url}/sign-in`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await checkPage(page, 'sign-in');
    await page.locator('form button[type=submit]').click();
    await page.getByText('Nhập tên tài khoản.').waitFor();
    await page.locator('#account').fill(people.inspector.account);
    await page.locator('#password').fill('not the password');
    await page.locator('form button[type=submit]').click();
    const refusal = page.getByRole('alert');
    const inVietnamese = await refusal.innerText();
    assert.match(inVietnamese, /mật khẩu/i);
    await checkPage(page, 'refused sign-in');
    await page.getByText('EN', { exact: true }).click();
    assert.match(await refusal.innerText(), /password/i);
  }));

test('an inspector follows a point from the overview down to the sentence in the report', () =>
  story({ viewport: wide }, async (page) => {
    await signIn(page, server.url, people.inspector);
    await page.locator('.unit-table').waitFor();
    await checkPage(page, 'round');
    await page.getByRole('textbox', { name: 'Tìm đơn vị' }).fill('so xay dung');
    await counts(page.locator('.unit-table tbody tr'), 1);
    await page.locator('.unit-table tbody th a').click();
    await page.waitForURL((address) => address.pathname.endsWith(`/units/${unit}`));
    await page.locator('.tree-table').waitFor();
    await checkPage(page, 'assessment');
    assert.ok(await page.locator('.assumed-mark').count(), 'assumed points carry their mark');

    await page.locator('.leaf .tree-name').filter({ hasText: leaf }).click();
    await page.locator('.explanation-points').waitFor();
    await checkPage(page, 'explanation');
    const steps = await page.locator('.steps li').allInnerTexts();
    const reached = (await page.locator('.explanation-points strong').innerText()).trim();
    assert.ok(steps.at(-1).includes(reached), `the last step "${steps.at(-1)}" ends in the points ${reached}`);

    await page.locator('.group-points').first().click();
    await page.getByRole('heading', { name: /^A / }).waitFor();
    await checkPage(page, 'explanation of a group');
    await page.locator('.leaf .tree-name').filter({ hasText: leaf }).click();
    await page.getByRole('heading', { name: new RegExp(`^${leaf}`) }).waitFor();

    const sentence = (await page.locator('.inputs blockquote').first().innerText()).replace(/\s+/g, ' ').trim();
    await page.locator('.inputs .jump').first().click();
    await page.locator('.m-target, [data-marks*=target]').first().waitFor();
    const shown = (await page.locator('[data-marks*=target]').allTextContents()).join('').replace(/\s+/g, '');
    assert.equal(shown, sentence.replace(/\s+/g, ''), 'the highlighted place is the sentence');
    assert.ok(await inView(page.locator('[data-marks*=target]').first()), 'the sentence is in view');
    await checkPage(page, 'report at a place');
  }));

test('a finding opens its reason from the list and from the text, by mouse and by keyboard', () =>
  story({ viewport: wide }, async (page) => {
    await signIn(page, server.url, people.inspector);
    await page.locator('.unit-table').waitFor();
    await page.locator('.unit-table tr:has(.chip.error) .report-link').first().click();
    await page.locator('.document').waitFor();
    const head = page.locator('.side-list .side-head').first();
    const message = (await head.locator('.side-words > span').first().innerText()).trim();
    await head.click();
    await page.locator('.side-row.chosen .side-detail').waitFor();
    assert.ok(await inView(page.locator('.document .chosen').first()), 'the place is in view');
    await checkPage(page, 'finding');

    await head.click();
    await counts(page.locator('.side-detail'), 0);
    const place = page.locator('.document [data-main^=finding]').first();
    await place.focus();
    await page.keyboard.press('Enter');
    await page.locator('.side-row.chosen .side-detail').waitFor();
    assert.ok((await page.locator('.side-row.chosen').innerText()).trim().length > message.length / 4, 'a reason is shown');
    await page.keyboard.press('ArrowRight');
    assert.notEqual(await page.evaluate(() => document.activeElement.dataset.main), await place.getAttribute('data-main'));

    const all = await page.locator('.side-list .side-row').count();
    await place.focus();
    await page.keyboard.press('Enter');
    await page.locator('.side-row.chosen .side-head').click();
    await page.locator('.side-filters').getByRole('button', { name: /^Lỗi/ }).click();
    const errors = await page.locator('.side-list .side-row').count();
    assert.ok(errors > 0 && errors <= all);
    await counts(page.locator('.side-list .severity-icon:not(.error)'), 0);
    await page.locator('.side-tab').nth(1).click();
    await page.locator('.side-list strong').first().waitFor();
    await checkPage(page, 'citations');
  }));

test('English and dark hold on every page and after loading again', () =>
  story({ viewport: wide, colorScheme: 'light' }, async (page) => {
    await signIn(page, server.url, people.inspector);
    await page.getByText('EN', { exact: true }).click();
    await page.getByRole('columnheader', { name: 'Points reached' }).waitFor();
    await page.getByRole('button', { name: /^Appearance/ }).click();
    await page.getByRole('menuitem', { name: 'Dark' }).click();
    await page.locator('html[data-theme=dark]').waitFor();
    await page.reload();
    await page.getByRole('columnheader', { name: 'Points reached' }).waitFor();
    assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.theme]), ['en', 'dark']);
    await checkPage(page, 'dark round');
    const round = new URL(page.url()).pathname;
    await page.goto(`${server.url}${round}/units/${unit}?criterion=${leaf}`);
    await page.getByRole('heading', { name: 'Arithmetic' }).waitFor();
    await checkPage(page, 'dark explanation');
    await page.locator('.inputs .jump').first().click();
    await page.locator('.document').waitFor();
    await checkPage(page, 'dark report');
  }));

test('everything can be reached and read on a phone', () =>
  story({ viewport: phone, hasTouch: true }, async (page) => {
    await signIn(page, server.url, people.inspector);
    await page.locator('.unit-table').waitFor();
    await checkPage(page, 'round on a phone');
    const round = new URL(page.url()).pathname;
    await page.goto(`${server.url}${round}/units/${unit}`);
    await page.locator('.tree-table').waitFor();
    await checkPage(page, 'assessment on a phone');
    await page.locator('.leaf .tree-name').filter({ hasText: leaf }).tap();
    await page.getByRole('dialog').locator('.explanation-points').waitFor();
    await checkPage(page, 'explanation on a phone');
    await page.getByRole('dialog').locator('.inputs .jump').first().tap();
    await page.locator('.document').waitFor();
    await page.getByRole('button', { name: 'Đề mục' }).tap();
    await page.getByRole('dialog').locator('.outline-row').nth(3).waitFor();
    await checkPage(page, 'outline on a phone');
    await page.getByRole('dialog').locator('.outline-row').nth(3).tap();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: /^Phát hiện/ }).tap();
    await page.getByRole('dialog').locator('.side-head').first().tap();
    await page.getByRole('dialog').locator('.side-detail').waitFor();
    await checkPage(page, 'finding on a phone');
    await page.getByRole('dialog').getByRole('button', { name: 'Đến chỗ này' }).first().tap();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    assert.ok(await inView(page.locator('.document .chosen').first()), 'the place is in view on a phone');
    await page.setViewportSize({ width: 320, height: 640 });
    await checkPage(page, 'report at 320 pixels');
    await page.goto(`${server.url}${round}`);
    await page.locator('.unit-table').waitFor();
    await checkPage(page, 'round at 320 pixels');
    await page.goto(`${server.url}/documents`);
    await page.locator('main h1').waitFor();
    await checkPage(page, 'documents at 320 pixels');
  }));

test('a clerk lands on the own unit and is refused others in words', () =>
  story({ viewport: wide }, async (page) => {
    await signIn(page, server.url, people.clerk);
    await page.waitForURL((address) => address.pathname.endsWith(`/units/${unit}`));
    await page.locator('.tree-table').waitFor();
    await page.goto(page.url().replace(unit, 'so-y-te'));
    await page.getByText('Bạn không có quyền xem nội dung này').waitFor();
    await checkPage(page, 'refusal');
    await page.getByRole('button', { name: /^Tài khoản/ }).click();
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
    await page.waitForURL(/sign-in/);
    await page.goto(`${server.url}/`);
    await page.waitForURL(/sign-in/);
  }));
