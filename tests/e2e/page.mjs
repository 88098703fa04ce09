// What every story asks of every page: no accessibility violations, nothing wider than the window, a quiet console.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { axePath } from './browser.mjs';

const axe = readFileSync(axePath, 'utf8');

/** Gathers console errors; a refused API request is an answer, which browsers report as an error all the same. */
function listen(page) {
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    const refusal = /status of (40[0134]|412)/.test(message.text()) && message.location().url.includes('/api/v1/');
    if (message.type() === 'error' && !refusal) errors.push(message.text());
  });
  return errors;
}

/** Runs in the page: until nothing moves. What is about to open starts to move a frame or two later, half transparent. */
async function standstill() {
  const moving = () => document.getAnimations().filter((one) => one.effect?.getTiming().iterations !== Infinity && one.playState !== 'finished');
  const frames = (count) => new Promise((resolve) => { const next = (left) => (left ? requestAnimationFrame(() => next(left - 1)) : resolve()); next(count); });
  for (let still = 0; still < 3; still = moving().length ? 0 : still + 1) {
    await Promise.all(moving().map((one) => one.finished.catch(() => {})));
    await frames(2);
  }
}

export async function checkPage(page, name) {
  await page.waitForLoadState('networkidle');
  await page.evaluate(standstill);
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const result = await window.axe.run(document, { resultTypes: ['violations'] });
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary}`).join(' | ')}`);
  });
  assert.deepEqual(violations, [], `accessibility of ${name}`);
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(content <= window, `${name} is ${content} pixels wide in a window of ${window}`);
}

/** Waits until `locator` finds `count`: what an act changes is drawn a moment after it. */
export async function counts(locator, count) {
  const end = Date.now() + 10000;
  while (await locator.count() !== count && Date.now() < end) await locator.page().waitForTimeout(20);
  assert.equal(await locator.count(), count);
}

/** Steps on a page of their own, which may write nothing to the console but what is `expected`. Less motion, so that no click meets what still moves. */
export async function runStory(browser, { expected, ...options }, steps) {
  const page = await browser.newPage({ locale: 'vi-VN', reducedMotion: 'reduce', ...options });
  const errors = listen(page);
  try {
    await steps(page);
    assert.deepEqual(errors.filter((error) => !expected?.test(error)), [], 'console errors');
  } catch (error) {
    if (process.env.LIEM_E2E_SHOT) await page.screenshot({ path: process.env.LIEM_E2E_SHOT });
    throw error;
  } finally {
    await page.close();
  }
}
