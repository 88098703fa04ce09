import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { people, signIn, startBrowser, startServer } from './browser.mjs';
import { checkPage, runStory } from './page.mjs';

const wide = { width: 1366, height: 768 };
const phone = { width: 390, height: 844 };
let server;
let browser;

before(async () => {
  server = await startServer();
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const story = (options, steps) => runStory(browser, options, steps);
const words = (locator) => locator.innerText().then((text) => text.replace(/\s+/g, ' ').trim());

test('the trend shows every point in the chart and with its set, source and standing in the table', () =>
  story({ viewport: wide }, async (page) => {
    await signIn(page, server.url, people.inspector);
    await page.getByRole('link', { name: 'Xu hướng', exact: true }).click();
    await page.locator('.chart svg').waitFor();
    await checkPage(page, 'trend');
    const given = await page.locator('.data-table tbody td:nth-child(3)').allInnerTexts();
    const scored = given.filter((text) => /\d/.test(text)).length;
    assert.equal(await page.locator('.chart-point').count(), scored, 'each point of the table stands in the chart');
    const mean = page.locator('.data-table tbody tr').filter({ hasText: 'Trung bình cả nước' });
    assert.match(await words(mean.nth(1)), /2017 61,28 pctn-2017, phiên bản .* Không so sánh được .* Theo báo chí/);
    assert.equal(await page.locator('.chart-stroke.tone-2 polyline').count(), 0, 'years on different sets are not joined');

    await page.locator('.chart-point').filter({ hasText: '61,28' }).hover();
    assert.match(await words(page.locator('.chart-tip')), /Trung bình cả nước, 2017 61,28 pctn-2017/);
    assert.match(await words(page.locator('.data-table tr.chosen')), /2017 61,28/);

    const points = await page.locator('.chart-point').count();
    await page.getByRole('group', { name: 'Các đường hiện trên biểu đồ' }).getByRole('button', { name: 'Cao nhất' }).click();
    assert.ok((await page.locator('.chart-point').count()) < points, 'a line can be taken off the chart');
    assert.equal(await page.locator('.data-table tbody tr').count(), given.length, 'the table keeps it');
  }));

test('the trend speaks English, holds in the dark and fits a phone', () =>
  story({ viewport: phone, colorScheme: 'dark', hasTouch: true }, async (page) => {
    await signIn(page, server.url, people.clerk);
    await page.getByText('EN', { exact: true }).tap();
    await page.goto(`${server.url}/trend`);
    await page.locator('.chart svg').waitFor();
    await page.getByRole('heading', { name: 'Points over the years' }).waitFor();
    await checkPage(page, 'dark trend on a phone');
    await page.setViewportSize({ width: 320, height: 640 });
    await checkPage(page, 'trend at 320 pixels');
  }));

test('who may not see contents is told so instead of a trend', () =>
  story({ viewport: wide }, async (page) => {
    await page.goto(`${server.url}/trend`);
    await page.locator('#account').fill(people.administrator.account);
    await page.locator('#password').fill(people.administrator.password);
    await page.locator('form button[type=submit]').click();
    await page.getByRole('alert').getByText('Bạn không có quyền xem nội dung này').waitFor();
    await checkPage(page, 'refused trend');
  }));
