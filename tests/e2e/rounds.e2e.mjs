import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { people, repository, signIn } from './browser.mjs';
import { checkPage } from './page.mjs';
import { openStage, phone, wide } from './stage.mjs';

// The sample round on a set in which a share of the law has to be verified, as it is from 1 July 2026: unconfirmed.
const folder = mkdtempSync(join(tmpdir(), 'liem-share-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const share = join(folder, 'data');
cpSync(join(repository, 'data'), share, { recursive: true });
const set = join(share, 'indicator-sets/pctn-2024.yaml');
writeFileSync(set, readFileSync(set, 'utf8')
  .replace('obliged: declarations.to_verify\n', 'obliged: max(declarations.to_verify, declarations.obliged * law(verification.persons))\n                    beyond: full\n')
  .replace('\nrounding: {', '\nlaw_on: 2026-07-02\nrounding: {'));

const needsProgram = { skip: !process.env.LIEM && 'the fixtures roll nothing up' };
const { server, story } = openStage({ share });
const words = (locator) => locator.innerText().then((text) => text.replace(/\s+/g, ' ').trim());

const openUnit = async (page, unit, criterion) => {
  await signIn(page, server.url, people.inspector);
  await page.goto(`${server.url}/rounds/pctn-2025/units/${unit}?criterion=${criterion}`);
  await page.locator('.explanation-points').waitFor();
};

test('a number of the law stands in the explanation with its days, basis and how well it is known', needsProgram, () =>
  story({ viewport: wide }, async (page) => {
    await openUnit(page, 'so-xay-dung', 'B.1.9');
    const law = page.locator('.legal-values > li');
    assert.equal(await law.count(), 1);
    assert.match(await words(law), /ít nhất 10 % .*164\/2026\/NĐ-CP.*; áp dụng từ 01\/07\/2026 ° Chưa xác nhận điểm dựa trên giá trị chưa xác nhận/);
    await checkPage(page, 'explanation with a number of the law');
  }));

test('the province is rolled up from its units: who is silent is named, and a figure opens into its parts', needsProgram, () =>
  story({ viewport: wide }, async (page) => {
    await openUnit(page, 'ubnd-tinh', 'B.1.1');
    assert.match(await words(page.locator('.page-head')), /Tổng hợp từ 37 đơn vị bên dưới, số liệu đến [\d/]+, cây đơn vị ngày [\d/]+ 2 đơn vị chưa nộp số liệu: /);
    const figure = page.locator('.rolled-up').first();
    assert.match(await words(figure), /Mới tổng hợp từ 35 trên 37 đơn vị; còn 2 đơn vị chưa có số liệu; đã có 765 /);
    await figure.locator('summary').click();
    assert.equal(await figure.locator('.rolled-up-parts > li').count(), 35);
    assert.match(await words(figure.locator('.rolled-up-others')), /2: /);
    await checkPage(page, 'rolled-up figure');
  }));

test('rolled-up figures fit a phone', needsProgram, () =>
  story({ viewport: phone, hasTouch: true }, async (page) => {
    await openUnit(page, 'ubnd-tinh', 'B.1.1');
    await page.locator('.rolled-up summary').first().tap();
    await checkPage(page, 'rolled-up figure on a phone');
  }));

test('a list leaves as a file, narrowed and ordered as it is shown', needsProgram, () =>
  story({ viewport: wide, acceptDownloads: true }, async (page) => {
    await signIn(page, server.url, people.inspector);
    await page.goto(`${server.url}/rounds/pctn-2025`);
    await page.getByRole('searchbox').or(page.getByLabel('Tìm')).first().waitFor();
    await page.locator('.unit-kinds').getByText('Phường').click();
    await page.locator('.unit-panel .export summary').click();
    await checkPage(page, 'list with its export open');
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.unit-panel .export a', { hasText: 'CSV' }).click()]);
    assert.equal(download.suggestedFilename(), 'don-vi-pctn-2025.csv');
    const lines = readFileSync(await download.path(), 'utf8').trim().split('\r\n');
    assert.equal(lines.length - 1, await page.locator('.unit-table tbody tr').count());
    assert.ok(lines.slice(1).every((line) => line.startsWith('phuong-')));
  }));
