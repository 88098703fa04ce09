// Writes the pictures of docs/guide/: the sample province as each role meets it, in both languages. Usage: script/guide
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { people, repository, signInToWork, startBrowser, startServer } from './browser.mjs';

const round = 'pctn-2025';
const commune = { clerk: { account: 'canbo.conlang', password: 'mau-can-bo-xa-2025' }, head: { account: 'chutich.conlang', password: 'mau-chu-tich-xa-2025' } };
const reasons = {
  vi: { returned: 'Kế hoạch chưa nêu chỉ tiêu và thời hạn', task: 'Kế hoạch đánh giá năm 2025', note: 'Công văn 12/UBND-VP' },
  en: { returned: 'The plan names neither targets nor dates', task: 'Plan of the assessment of 2025', note: 'Letter 12/UBND-VP' },
};

/** One language, on data of its own, so that both tell the same story. */
async function picture(browser, language) {
  const { url, stop } = await startServer();
  const folder = join(repository, 'docs/guide/pictures', language);
  mkdirSync(folder, { recursive: true });
  const said = reasons[language];
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: language === 'vi' ? 'vi-VN' : 'en-GB', reducedMotion: 'reduce' });
  await context.addInitScript((chosen) => localStorage.setItem('liem.language', chosen), language);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const as = async (person) => {
    await context.clearCookies();
    await signInToWork(page, url, person);
    await page.locator('main h1, .notice').first().waitFor();
  };
  const open = async (address, ready) => {
    await page.goto(`${url}/rounds/${round}${address}`);
    await page.locator(ready).first().waitFor();
  };
  const shoot = async (name) => {
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(300);
    await page.screenshot({ path: join(folder, `${name}.jpg`), type: 'jpeg', quality: 72 });
  };

  await as(people.inspector);
  await open('/work', '.queue-table');
  await page.locator('.task-panel button').last().click();
  await page.locator('.task-form input').first().fill(said.task);
  await page.locator('.task-form input').nth(1).fill('15/02/2025');
  await page.locator('.task-form button[type=submit]').click();
  await page.locator('.task-row').waitFor();
  await shoot('round-work');
  await page.goto(`${url}/rounds/new`);
  await page.locator('.plan-form button[type=submit]').click();
  await page.locator('.planned').waitFor();
  await shoot('plan');
  await page.goto(`${url}/`);
  await page.locator('.waiting-row').first().waitFor();
  await shoot('inspector-home');
  await open('/units/so-xay-dung/work?criterion=A.1.2', '.score-row');
  await page.locator('[data-evidence]').first().click();
  await page.waitForFunction(() => document.querySelector('.document-panel img')?.naturalHeight > 0);
  await shoot('appraise');
  await open('/units/so-xay-dung/work?criterion=A.2.3', '.score-row');
  await page.keyboard.press('t');
  await page.locator('.act-form textarea').fill(said.returned);
  await shoot('return');
  await page.locator('.act-form button[type=submit]').click();
  await page.locator('.returned-note').waitFor();
  await page.goto(`${url}/reports/${round}.so-xay-dung`);
  await page.locator('.document [data-main^=finding]').first().click();
  await page.locator('.side-detail').waitFor();
  await shoot('report');

  await as(people.clerk);
  await page.locator('.came-back.returned').waitFor();
  await shoot('clerk-home');
  await as(commune.clerk);
  await open('/units/xa-con-lang/work?criterion=A.2.3', '.answer input');
  await page.locator('.answer input').first().fill('12');
  await page.locator('.save-state').filter({ hasText: /\d\d:\d\d/ }).waitFor();
  await shoot('answer');
  await as(commune.head);
  await open('/units/xa-con-lang/work', '.file-bar');
  await shoot('head-file');

  await as(people.committee);
  await open('/work', '.round-standing');
  await page.locator('.blocked-acts summary').first().click();
  await shoot('committee');
  await as(people.reviewer);
  await open('/units/ubnd-tinh/work', '.score-row');
  await shoot('reviewer');
  await context.close();
  await stop();
}

const browser = await startBrowser();
for (const language of ['vi', 'en']) await picture(browser, language);
await browser.close();
