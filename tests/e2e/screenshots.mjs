// Writes a PNG of every page, wide and narrow, light and dark. Usage: node screenshots.mjs <folder>
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { people, signIn, startBrowser, startServer } from './browser.mjs';
import { docx, pdf } from './files.mjs';

const folder = process.argv[2];
if (!folder) throw new Error('usage: node screenshots.mjs <folder>');
mkdirSync(folder, { recursive: true });
const sizes = { wide: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } };
const unit = process.env.LIEM_UNIT ?? 'so-xay-dung';

async function shootAll(page, url, name) {
  const shoot = async (what) => {
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(300);
    await page.screenshot({ path: join(folder, `${what}-${name}.png`) });
  };
  await page.goto(`${url}/sign-in`);
  await page.locator('#account').fill('nobody');
  await page.locator('#password').fill('wrong');
  await page.locator('form button[type=submit]').click();
  await page.getByRole('alert').waitFor();
  await shoot('1-sign-in');
  await signIn(page, url, people.inspector);
  await shoot('2-round');
  const round = new URL(page.url()).pathname;
  await page.goto(`${url}${round}/units/${unit}`);
  await shoot('3-assessment');
  await page.locator('.leaf .tree-name').filter({ hasText: 'B.1.9' }).click();
  await page.locator('.explanation-points').waitFor();
  await shoot('4-explanation');
  await page.locator('.inputs .jump').first().click();
  await page.locator('.m-target').first().waitFor();
  await shoot('5-report-place');
  await page.locator('.document [data-main^=finding]').first().click();
  await page.locator('.side-detail').waitFor();
  await shoot('6-report-finding');
  await page.goto(`${url}/documents`);
  await page.locator('main h1').waitFor();
  await shoot('7-documents');
  await page.locator('input[type=file]').setInputFiles([
    { name: 'bao-cao.pdf', mimeType: 'application/pdf', buffer: printed },
    { name: 'hong.docx', mimeType: 'application/octet-stream', buffer: docx().subarray(0, 400) },
  ]);
  await page.getByText('Không đọc được').first().waitFor();
  await page.getByText('Đã đọc').first().waitFor();
  await shoot('8-documents-read');
  await page.getByRole('link', { name: 'bao-cao.pdf', exact: true }).first().click();
  await page.locator('.document [data-main^=finding]').first().click();
  await page.keyboard.press('Escape');
  await page.getByText('Ảnh trang', { exact: true }).click();
  await page.locator('.page-frame').first().waitFor();
  await shoot('9-page-picture');
  await page.goto(`${url}/rounds/none`);
  await shoot('10-refused');
  await page.goto(`${url}/trend`);
  await page.locator('.chart svg').waitFor();
  await shoot('11-trend');
  await page.goto(`${url}${round}/units/${unit}/advice`);
  await page.locator('.least > .step').first().getByRole('button').click();
  await page.locator('.trial-total').waitFor();
  await shoot('12-lost-points');
  await page.goto(`${url}${round}/units/${unit}/advice?view=steps`);
  await page.locator('.plan-facts').waitFor();
  await shoot('13-best-steps');
  await page.goto(`${url}${round}/ranks`);
  await page.locator('.rank-table').first().waitFor();
  await shoot('14-ranks');
  await page.goto(`${url}/series`);
  await page.locator('.series-open').first().click();
  await page.locator('.parts-list > li').first().waitFor();
  await shoot('15-series');
  await page.goto(`${url}/series?view=units`);
  await page.locator('.units-table').waitFor();
  await shoot('16-units');
  await page.goto(`${url}/log`);
  await page.locator('.log-table').waitFor();
  await page.getByText('Trước, sau và mã băm').first().click();
  await shoot('17-log');
}

const server = await startServer();
const browser = await startBrowser();
const printed = await pdf(browser);
try {
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const colorScheme of ['light', 'dark']) {
      const page = await browser.newPage({ viewport, colorScheme, locale: 'vi-VN' });
      await shootAll(page, server.url, `${size}-${colorScheme}`);
      await page.close();
    }
  }
} finally {
  await browser.close();
  await server.stop();
}
