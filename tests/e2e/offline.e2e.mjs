import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { repository, signInToWork } from './browser.mjs';
import { checkPage } from './page.mjs';
import { openStage, phone, wide } from './stage.mjs';

// A commune's clerk takes the answers along as a workbook, fills in two cells, and brings them back.
const { server, story } = openStage();
const needsProgram = { skip: !process.env.LIEM && 'the fixtures make no workbook' };
const clerk = { account: 'canbo.conlang', password: 'mau-can-bo-xa-2025' };
const folder = mkdtempSync(join(tmpdir(), 'liem-offline-'));
after(() => rmSync(folder, { recursive: true, force: true }));
let workbook;

const openPanel = async (page) => {
  await signInToWork(page, server.url, clerk);
  await page.goto(`${server.url}/rounds/pctn-2025/units/xa-con-lang/work?criterion=A.1.1`);
  await page.locator('.score-row').waitFor();
  await page.getByRole('button', { name: 'Làm việc ngoại tuyến' }).click();
  await page.getByText('Tải bảng trả lời (.xlsx)').waitFor();
};
function edited(from, name, ...cells) {
  const to = join(folder, name);
  const done = spawnSync('python3', [join(repository, 'tests/api/edit_sheet.py'), from, to, ...cells], { encoding: 'utf8' });
  assert.equal(done.status, 0, done.stderr);
  return to;
}
const send = (page, file) => page.locator('.offline input[type=file]').setInputFiles(file);

test('the answers are taken along as a workbook, and what was filled in is shown before it is written', needsProgram, () =>
  story({ viewport: wide, acceptDownloads: true }, async (page) => {
    await openPanel(page);
    await checkPage(page, 'work offline');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('Tải bảng trả lời (.xlsx)').click()]);
    assert.equal(download.suggestedFilename(), 'tra-loi-pctn-2025-xa-con-lang.xlsx');
    workbook = join(folder, 'tra-loi.xlsx');
    await download.saveAs(workbook);
    await send(page, workbook);
    await page.getByText('Bảng giống hệt những gì đang có').waitFor();
    await send(page, edited(workbook, 'dien.xlsx', 'E2=0.5', 'D3=Có số liệu', 'E3=Có'));
    await page.getByText('3 ô đổi, 0 ô xung đột, 0 ô không nhận được.').waitFor();
    await checkPage(page, 'what a workbook would change');
    await page.getByRole('button', { name: 'Ghi 3 ô' }).click();
    await page.getByText('Đã ghi 3 ô.').waitFor();
  }));

test('what changed on both sides is a conflict to decide, cell by cell', needsProgram, () =>
  story({ viewport: phone, hasTouch: true }, async (page) => {
    await signInToWork(page, server.url, clerk);
    await page.goto(`${server.url}/rounds/pctn-2025/units/xa-con-lang/work?criterion=A.1.1`);
    await page.locator('.score-row').waitFor();
    await page.getByRole('button', { name: 'Làm việc ngoại tuyến' }).tap();
    await send(page, edited(workbook, 'cu.xlsx', 'E2=0.75', 'B3=Câu khác'));
    await page.getByText('0 ô đổi, 1 ô xung đột, 1 ô không nhận được. ').waitFor();
    await page.getByText('Ô bị khóa đã bị sửa').waitFor();
    assert.equal(await page.locator('.offline-cells > li').count(), 2);
    await checkPage(page, 'a conflict on a phone');
    await page.getByRole('checkbox', { name: 'E2' }).check();
    await page.getByRole('button', { name: 'Ghi 1 ô' }).tap();
    await page.getByText('Đã ghi 1 ô.').waitFor();
  }));
