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
    const refusal = /status of 40[134]/.test(message.text()) && message.location().url.includes('/api/v1/');
    if (message.type() === 'error' && !refusal) errors.push(message.text());
  });
  return errors;
}

export async function checkPage(page, name) {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => Promise.all(document.getAnimations().filter((one) => one.effect?.getTiming().iterations !== Infinity).map((one) => one.finished.catch(() => {}))));
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const result = await window.axe.run(document, { resultTypes: ['violations'] });
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary}`).join(' | ')}`);
  });
  assert.deepEqual(violations, [], `accessibility of ${name}`);
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(content <= window, `${name} is ${content} pixels wide in a window of ${window}`);
}

/** Steps on a page of their own, which may write nothing to the console. */
export async function runStory(browser, options, steps) {
  const page = await browser.newPage({ locale: 'vi-VN', ...options });
  const errors = listen(page);
  try {
    await steps(page);
    assert.deepEqual(errors, [], 'console errors');
  } catch (error) {
    if (process.env.LIEM_E2E_SHOT) await page.screenshot({ path: process.env.LIEM_E2E_SHOT });
    throw error;
  } finally {
    await page.close();
  }
}
