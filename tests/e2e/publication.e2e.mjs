import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { signInToWork, startBrowser } from './browser.mjs';
import { checkPage, runStory } from './page.mjs';
import { phone, wide } from './stage.mjs';

// A round that went through everybody's hands is published and read by a citizen who is not signed in.
const needsProgram = { skip: !process.env.LIEM && 'the fixtures publish nothing' };
let place, browser, password;
before(async () => {
  if (!process.env.LIEM) return;
  const { password: secret, publishable } = await import('../api/publishable.mjs');
  password = secret;
  place = await publishable();
  await place.review();
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await place?.server.stop();
});
const url = () => place.server.address.origin;
const story = (options, steps) => runStory(browser, options, steps);

test('nothing is published yet, which everybody is told without signing in', needsProgram, () =>
  story({ viewport: phone }, async (page) => {
    await page.goto(`${url()}/cong-bo`);
    await page.locator('main h1').waitFor();
    await checkPage(page, 'nothing published');
  }));

test('the committee sees what will be published before it publishes', needsProgram, () =>
  story({ viewport: wide }, async (page) => {
    await signInToWork(page, url(), { account: 'nguoi-ky', password });
    await page.goto(`${url()}/rounds/dot/work`);
    await page.locator('.round-standing').getByRole('button', { name: 'Công bố kết quả' }).click();
    await page.locator('.round-standing .act-form').waitFor();
    await page.locator('.publish-preview').first().waitFor();
    await checkPage(page, 'what will be published');
    await page.locator('.act-form button[type=submit]').click();
    await page.locator('.round-standing .chip', { hasText: 'đã công bố' }).waitFor();
  }));

test('a citizen reads points, ranks and the hash, wide and on a phone in the dark', needsProgram, async () => {
  for (const options of [{ viewport: wide }, { viewport: phone, colorScheme: 'dark' }]) {
    await story(options, async (page) => {
      await page.goto(`${url()}/cong-bo`);
      await page.locator('a[href*="/cong-bo/dot"]').first().click();
      await page.locator('table').first().waitFor();
      await checkPage(page, 'published result');
      const text = await page.locator('main').innerText();
      assert.match(text, /Hoàng Thị Ví Như/);
      assert.match(text, /[0-9a-f]{64}/);
      assert.doesNotMatch(text, /Nhận xét nội bộ/);
    });
  }
});
