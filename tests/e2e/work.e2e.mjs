import assert from 'node:assert/strict';
import { test } from 'node:test';
import { people, signInToWork } from './browser.mjs';
import { checkPage, counts } from './page.mjs';
import { openStage, phone, wide } from './stage.mjs';

// The stories follow one another: what the inspector returns, the unit mends and signs again. The unit's people take turns.
const { server, story } = openStage();
const round = 'pctn-2025';
const unit = 'so-noi-vu';
const own = 'so-xay-dung';
const file = (of, criterion) => `${server.url}/rounds/${round}/units/${of}/work${criterion ? `?criterion=${criterion}` : ''}`;
const needsProgram = { skip: !process.env.LIEM && 'the file of the fixtures is not handed in' };

const openFile = async (page, person, of, criterion) => {
  await signInToWork(page, server.url, person);
  await page.goto(file(of, criterion));
  await page.locator('.score-row').waitFor();
};
const button = (page, name) => page.locator('.criterion-panel').getByRole('button', { name, exact: true });

test('the first page tells what waits, and each row leads to where it is done', () =>
  story({ viewport: wide }, async (page) => {
    await signInToWork(page, server.url, people.inspector);
    await page.locator('.waiting-row').first().waitFor();
    await checkPage(page, 'my work');
    await page.locator('.waiting-title a').first().click();
    await page.locator('.criterion-panel, .round-standing').first().waitFor();
    await page.getByRole('link', { name: 'Kỳ đánh giá' }).click();
    await page.locator('.unit-table').waitFor();
  }));

test('the round tells its state and deadlines; a deadline is set as a day is written', () =>
  story({ viewport: wide }, async (page) => {
    await signInToWork(page, server.url, people.inspector);
    await page.goto(`${server.url}/rounds/${round}/work`);
    await page.locator('.queue-table').waitFor();
    await checkPage(page, 'progress of a round');
    await page.getByRole('textbox', { name: 'Tìm đơn vị' }).fill('noi vu');
    await counts(page.locator('.queue-table tbody tr'), 1);
    await page.locator('.round-steps li').nth(1).getByRole('button').click();
    await page.locator('.deadline-form input').fill('31/02/2030');
    await page.locator('.deadline-form button[type=submit]').click();
    await page.getByText('Viết ngày như 01/07/2025.').waitFor();
    await page.locator('.deadline-form input').fill('28/2/2030');
    await page.locator('.deadline-form button[type=submit]').click();
    await page.locator('.round-steps .due-day', { hasText: '28/02/2030' }).waitFor();
  }));

test('an inspector goes through criteria by keys: takes what stands, returns with a reason', () =>
  story({ viewport: wide }, async (page) => {
    await openFile(page, people.inspector, unit, 'A.1.1');
    await checkPage(page, 'appraisal');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Phím tắt' }).waitFor();
    await checkPage(page, 'keys');
    await page.keyboard.press('Escape');
    await page.keyboard.press('c');
    await page.locator('.criterion-tools .chip.good').waitFor();
    await page.keyboard.press('j');
    await page.waitForURL((address) => address.searchParams.get('criterion') === 'A.1.2');
    await page.keyboard.press('t');
    await page.locator('.act-form textarea').fill('ab');
    await page.locator('.act-form button[type=submit]').click();
    await page.getByText('Ghi lý do, ít nhất 3 ký tự.').waitFor();
    await page.locator('.act-form textarea').fill('Kế hoạch chưa nêu chỉ tiêu');
    await checkPage(page, 'returning');
    await page.locator('.act-form button[type=submit]').click();
    await page.locator('.returned-note').waitFor();
    await page.locator('.history').getByText('Kế hoạch chưa nêu chỉ tiêu').waitFor();
  }));

test('points that differ want a reason, said beside the field', () =>
  story({ viewport: wide, expected: /409|422/ }, async (page) => {
    await openFile(page, people.inspector, unit, 'A.2.3');
    await button(page, 'Điểm khác…').click();
    await page.locator('.act-points input').fill('1,5');
    await page.locator('.act-form button[type=submit]').click();
    await page.locator('.act-form .refusal').waitFor();
    await page.locator('.act-form textarea').fill('Hai cuộc không có danh sách');
    await page.locator('.act-form button[type=submit]').click();
    await page.locator('.score-row').getByText('1,5', { exact: true }).waitFor();
  }));

test('several criteria nobody doubts are taken at once, each with its result', () =>
  story({ viewport: wide }, async (page) => {
    await openFile(page, people.inspector, unit);
    await page.getByRole('button', { name: 'Làm nhiều tiêu chí' }).click();
    await page.locator('.bulk-rows li').first().waitFor();
    await checkPage(page, 'several at once');
    await page.locator('.bulk-do button').first().click();
    await page.getByText(/Đã làm \d+ trên \d+ tiêu chí/).waitFor();
  }));

const returnOwn = (page, criterion) => page.evaluate(async ({ address, code }) => {
  const answer = await fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ act: 'return', criteria: [code], reason: 'Thiếu một cuộc' }) });
  return [answer.status, await answer.text()];
}, { address: `/api/v1/rounds/${round}/units/${own}/work/acts`, code: criterion });

test('a clerk finds what came back and why, and what is typed is saved without being asked', needsProgram, () =>
  story({ viewport: wide }, async (page) => {
    await signInToWork(page, server.url, people.inspector);
    const [status, said] = await returnOwn(page, 'A.2.3');
    assert.equal(status, 200, said);
    await page.context().clearCookies();
    await signInToWork(page, server.url, people.clerk);
    await page.locator('.came-back.returned').getByText('Thiếu một cuộc').waitFor();
    await page.locator('.waiting-title a').first().click();
    await page.locator('.answer input').first().fill('9');
    await page.getByText(/^Đã lưu \d\d:\d\d$/).waitFor();
    await checkPage(page, 'answering');
    await page.reload();
    await page.locator('.answer input').first().waitFor();
    assert.equal(await page.locator('.answer input').first().inputValue(), '9');
    await page.locator('.answer input').first().fill('1.5');
    await page.locator('.answer .field-wrong').waitFor();
  }));

test('what is typed without a line is given back after loading again, and sent once there is one', needsProgram, () =>
  story({ viewport: phone, hasTouch: true, expected: /ERR_FAILED|ERR_INTERNET/ }, async (page) => {
    await openFile(page, people.clerk, own, 'A.2.3');
    await page.locator('.answer input').first().waitFor();
    const cut = (route) => (route.request().method() === 'PATCH' ? route.abort() : route.continue());
    await page.route('**/answers/**', cut);
    await page.locator('.answer input').first().fill('10');
    await page.getByText(/^Mất kết nối\./).waitFor();
    await page.reload();
    await page.getByText(/^Đã lấy lại phần gõ lúc/).waitFor();
    assert.equal(await page.locator('.answer input').first().inputValue(), '10');
    await page.unroute('**/answers/**', cut);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.getByText(/^Đã lưu \d\d:\d\d$/).waitFor();
    await checkPage(page, 'answering on a phone');
  }));

test('two people at one answer see both versions and choose', needsProgram, () =>
  story({ viewport: wide }, async (page) => {
    await openFile(page, people.clerk, own, 'A.2.3');
    await page.locator('.answer input').first().waitFor();
    const other = await page.context().browser().newContext({ locale: 'vi-VN' }).then((context) => context.newPage());
    await openFile(other, people.head, own, 'A.2.3');
    await other.locator('.answer input').first().fill('12');
    await other.getByText(/^Đã lưu/).waitFor();
    await other.context().close();
    await page.locator('.answer input').first().fill('11');
    await page.locator('.conflict').waitFor();
    await checkPage(page, 'two versions');
    assert.match(await page.locator('.conflict-table').innerText(), /12[\s\S]*11/);
    await page.getByRole('button', { name: 'Ghi bản của tôi' }).click();
    await page.getByText(/^Đã lưu/).waitFor();
    assert.equal(await page.locator('.answer input').first().inputValue(), '11');
  }));

test('the head signs a returned criterion again, and it waits for the inspector as a version of its own', needsProgram, () =>
  story({ viewport: wide }, async (page) => {
    await openFile(page, people.head, own, 'A.2.3');
    await button(page, 'Ký và nộp lại tiêu chí').click();
    await page.locator('.act-form button[type=submit]').click();
    await page.locator('.criterion-tools .chip.note').waitFor();
    await page.locator('.changes').getByText('11').waitFor();
    await checkPage(page, 'handed in again');
  }));

test('where nothing waits the page says so, and the file reads in English too', needsProgram, () =>
  story({ viewport: phone, colorScheme: 'dark' }, async (page) => {
    await signInToWork(page, server.url, people.reviewer);
    await page.getByText('Không có việc nào đang chờ bạn').waitFor();
    await checkPage(page, 'nothing waits');
    await page.getByText('EN', { exact: true }).click();
    await page.goto(file(unit, 'A.1.1'));
    await page.getByText('Scores of the criterion').or(page.locator('.score-row')).first().waitFor();
    await checkPage(page, 'a file in the dark on a phone');
  }));
