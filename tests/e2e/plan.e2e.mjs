import assert from 'node:assert/strict';
import { test } from 'node:test';
import { people, signInToWork } from './browser.mjs';
import { checkPage, counts } from './page.mjs';
import { openStage, phone, wide } from './stage.mjs';

// The next round is planned, its documents listed; a head says who answers what.
const { server, story } = openStage();
const needsProgram = { skip: !process.env.LIEM && 'nothing is kept by the fixtures' };
const head = { account: 'chutich.conlang', password: 'mau-chu-tich-xa-2025' };

test('an inspector looks at the plan before the round is made, and what cannot be is told at its field', needsProgram, () =>
  story({ viewport: wide }, async (page) => {
    await signInToWork(page, server.url, people.inspector);
    await page.goto(`${server.url}/rounds/pctn-2025`);
    await page.getByRole('link', { name: 'Lập kế hoạch đợt mới' }).click();
    await page.locator('.plan-form').waitFor();
    await checkPage(page, 'plan');
    await page.getByLabel('Ngày cuối kỳ').fill('31/02/2026');
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await page.locator('.plan-to .refusal').waitFor();
    await page.getByLabel('Ngày cuối kỳ').fill('');
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await page.locator('.planned').getByText('từ 16/12/2025 đến 15/12/2026').waitFor();
    await checkPage(page, 'what would be planned');
    await page.getByRole('button', { name: 'Tạo đợt đánh giá' }).click();
    await page.waitForURL(/\/rounds\/pctn-2026\/work$/);
    await page.locator('.round-standing .chip', { hasText: 'đang lập kế hoạch' }).waitFor();
  }));

test('documents to issue are listed, issued with their number, and seen by all', needsProgram, () =>
  story({ viewport: phone, colorScheme: 'dark', expected: /400/ }, async (page) => {
    await signInToWork(page, server.url, people.inspector);
    await page.goto(`${server.url}/rounds/pctn-2025/work`);
    await page.getByRole('button', { name: 'Thêm văn bản' }).click();
    await page.locator('.task-form').getByLabel('Văn bản', { exact: true }).fill('Kế hoạch đánh giá năm 2025');
    await page.locator('.task-form').getByLabel('Ngày cuối cùng').fill('15/2/2025');
    await checkPage(page, 'a document to issue');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await counts(page.locator('.task-row'), 1);
    await page.getByRole('button', { name: 'Sửa: Kế hoạch đánh giá năm 2025' }).click();
    await page.locator('.task-form').getByLabel('Tình trạng').selectOption('done');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('phải ghi số và ngày').waitFor();
    await page.getByLabel('Số và ngày văn bản đã ban hành').fill('15/KH-UBND ngày 20/01/2025');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.locator('.task-facts', { hasText: '15/KH-UBND ngày 20/01/2025' }).waitFor();
  }));

test('the head says who answers a criterion, and whoever it is finds it again', needsProgram, () =>
  story({ viewport: wide }, async (page) => {
    await signInToWork(page, server.url, head);
    await page.goto(`${server.url}/rounds/pctn-2025/units/xa-con-lang/work`);
    await page.getByRole('button', { name: 'Phân công' }).click();
    await page.getByLabel('Người trả lời tiêu chí A.1.1').selectOption({ label: 'Mai Thị Giả Như' });
    await checkPage(page, 'who answers what');
    await page.getByRole('button', { name: 'Lưu phân công' }).click();
    await page.getByText('Đã lưu phân công.').waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Phân công' }).click();
    assert.equal(await page.getByLabel('Người trả lời tiêu chí A.1.1').inputValue(), 'chutich.conlang');
  }));
