import assert from 'node:assert/strict';
import { test } from 'node:test';
import { people, signIn } from './browser.mjs';
import { checkPage, counts } from './page.mjs';
import { openStage, phone, wide } from './stage.mjs';


const { server, story } = openStage();
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

const unitPage = async (page, of = 'so-xay-dung') => {
  await signIn(page, server.url, people.inspector);
  await page.locator('.unit-table').waitFor();
  const round = new URL(page.url()).pathname;
  return `${server.url}${round}/units/${of}`;
};

test('lost points lead to a way to win some, which is tried at once and stored nowhere', () =>
  story({ viewport: wide }, async (page) => {
    const unit = await unitPage(page);
    await page.goto(unit);
    const before = await words(page.locator('.totals-reached'));
    await page.locator('.totals a').click();
    await page.getByRole('complementary', { name: 'Giải thích tổng điểm' }).locator('.steps li').first().waitFor();
    await checkPage(page, 'the total explained');
    await page.getByRole('link', { name: 'Điểm còn mất' }).click();
    await page.locator('.losses').waitFor();
    await checkPage(page, 'lost points');
    const lost = (await page.locator('.loss-lost strong').allInnerTexts()).map((text) => Number(text.replace('−', '').replace(',', '.')));
    assert.ok(lost.length > 0 && lost.every((points) => points > 0));

    const step = page.locator('.least > .step').first();
    const won = await words(step.locator('.chip.good'));
    await step.getByRole('button').click();
    await page.locator('.trial-total').waitFor();
    await checkPage(page, 'a try');
    assert.ok((await words(page.locator('.trial-total'))).startsWith(before), 'the try begins with the points that stand');
    assert.ok((await words(page.locator('.trial-total'))).includes(won), `the try wins what the step said: ${won}`);
    await page.getByText('Phép tính mới').first().click();
    assert.ok(await page.locator('.trial-outcome .steps li').count(), 'the new points are explained');
    await checkPage(page, 'a try explained');

    await page.reload();
    await page.getByText('Chưa thử thay đổi nào').waitFor();
    assert.equal(await words(page.locator('.totals-reached')), before, 'nothing was stored');
  }));

test('a number is tried as it is written in the language, and what cannot be read says so', () =>
  story({ viewport: wide }, async (page) => {
    await page.goto(`${await unitPage(page)}/advice`);
    await page.locator('.loss').filter({ has: page.locator('.least > .step') }).first().getByRole('button', { name: /^Thử số liệu khác/ }).click();
    const field = page.locator('.trial-field .number-field input').first();
    await field.waitFor();
    await field.fill('1.5');
    await page.getByText('Không đọc được số này.').waitFor();
    await page.getByText(/1 số liệu chưa hoàn chỉnh/).waitFor();
    await checkPage(page, 'a number that cannot be read');
    await field.fill('1000');
    await field.blur();
    assert.equal(await field.inputValue(), '1.000', 'shown as it is written in Vietnamese');
    await page.getByText('EN', { exact: true }).click();
    assert.equal(await field.inputValue(), '1,000');
    await field.fill('99999999999');
    await page.locator('.trial-outcome [role=alert]').waitFor();
    await checkPage(page, 'a refused try');
    await page.getByRole('combobox', { name: /^State of/ }).first().selectOption('not_applicable');
    await page.getByText(/not complete and not counted yet/).waitFor();
    await page.getByRole('button', { name: 'Clear all' }).click();
    await page.getByText('Nothing is being tried').waitFor();
  }));

test('the best next steps follow the budget and can be tried', () =>
  story({ viewport: wide }, async (page) => {
    await page.goto(`${await unitPage(page)}/advice`);
    await page.getByRole('link', { name: 'Việc nên làm trước' }).click();
    await page.locator('.plan-facts').waitFor();
    await checkPage(page, 'best steps');
    const chosen = page.locator('.action-table tr.chosen');
    assert.ok(await chosen.count() > 0 && await chosen.count() <= 4, 'five days each, twenty in all');
    const days = page.getByRole('textbox', { name: 'Ngày công', exact: true });
    await days.fill('5');
    await page.locator('.plan-facts').getByText('5 ngày công', { exact: false }).first().waitFor();
    await page.waitForFunction(() => document.querySelectorAll('.action-table tr.chosen').length <= 1);
    await page.locator('.action-table tbody tr').first().getByRole('textbox', { name: /^Ngày công:/ }).fill('400,5');
    await page.locator('.action-table tbody tr').first().getByRole('checkbox').uncheck();
    await page.getByText('Không tính').first().waitFor();
    await page.getByRole('slider', { name: 'Ngày công' }).press('ArrowRight');
    await page.waitForFunction(() => document.querySelector('.plan').getAttribute('aria-busy') === 'false');
    const rows = await page.locator('.action-table tbody tr').count();
    await page.getByRole('combobox', { name: 'Số liệu mà việc mới sẽ thay đổi' }).click();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Thêm việc' }).click();
    await counts(page.locator('.action-table tbody tr'), rows + 1);
    await checkPage(page, 'a new action');
    await page.locator('.action-table tbody tr').last().getByRole('button', { name: /^Xóa việc/ }).click();
    await page.getByRole('button', { name: 'Thử các thay đổi này' }).click();
    await page.locator('.trial .trial-total').waitFor();
    await checkPage(page, 'best steps being tried');
  }));

test('ranks say how far they could move, and the bounds are the reader’s', () =>
  story({ viewport: wide }, async (page) => {
    await signIn(page, server.url, people.inspector);
    await page.getByRole('link', { name: 'Xếp hạng' }).click();
    await page.locator('.rank-table').first().waitFor();
    await checkPage(page, 'ranks');
    assert.ok(await page.locator('.rank .assumed-mark').count(), 'a rank that rests on an assumption is marked');
    await page.getByRole('slider', { name: 'Điểm giả định xê dịch' }).fill('0');
    await page.waitForFunction(() => document.querySelectorAll('.rank .assumed-mark').length === 0);
    assert.match(page.url(), /bounds=0/);
    const ranges = await page.locator('.rank-words').allInnerTexts();
    assert.ok(ranges.every((text) => text.startsWith('luôn hạng')), 'without bounds every rank stands');
    await page.goto(`${server.url}${new URL(page.url()).pathname.replace(/rounds\/[^/]+/, 'rounds/none')}`);
    await page.getByRole('alert').waitFor();
    await checkPage(page, 'ranks of no round');
  }));

test('advice and ranks hold in the dark, in English and on a phone', () =>
  story({ viewport: phone, colorScheme: 'dark', hasTouch: true }, async (page) => {
    const unit = await unitPage(page);
    await page.getByText('EN', { exact: true }).tap();
    await page.goto(`${unit}/advice`);
    await page.locator('.least > .step').first().getByRole('button').tap();
    await page.getByRole('dialog').locator('.trial-total').waitFor();
    await checkPage(page, 'a try on a phone');
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).tap();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await checkPage(page, 'lost points on a phone');
    await page.getByRole('link', { name: 'Best next steps' }).tap();
    await page.locator('.plan-facts').waitFor();
    await checkPage(page, 'best steps on a phone');
    await page.setViewportSize({ width: 320, height: 640 });
    await checkPage(page, 'best steps at 320 pixels');
    await page.goto(`${unit}/advice`);
    await page.locator('.losses').waitFor();
    await checkPage(page, 'lost points at 320 pixels');
    await page.goto(`${unit.replace(/units.*/, 'ranks')}`);
    await page.locator('.rank-table').first().waitFor();
    await checkPage(page, 'ranks at 320 pixels');
  }));

test('a clerk sees the own advice and is refused that of others', () =>
  story({ viewport: wide }, async (page) => {
    await signIn(page, server.url, people.clerk);
    await page.getByRole('link', { name: 'Điểm còn mất' }).click();
    await page.locator('.losses').waitFor();
    await page.goto(page.url().replace('so-xay-dung', 'so-y-te'));
    await page.getByText('Bạn không có quyền xem nội dung này').waitFor();
    await checkPage(page, 'refused advice');
  }));

test('a series stands under the units before and after a change, and each value opens into its parts', () =>
  story({ viewport: wide }, async (page) => {
    await signIn(page, server.url, people.inspector);
    await page.getByRole('link', { name: 'Chuỗi số liệu' }).first().click();
    await page.locator('.series-table').waitFor();
    await checkPage(page, 'series');
    const heads = await page.locator('.series-table thead th').allInnerTexts();
    assert.deepEqual(heads.map((text) => text.trim()).slice(1), ['Theo đơn vị ngày 30/06/2025', 'Theo đơn vị ngày 01/07/2025']);
    assert.equal(await page.locator('.series-table tbody tr').count(), 10, 'ten years');
    const values = await page.locator('.series-table .mark-sign').count() - 2;
    assert.equal(await page.locator('.chart-point').count(), values, 'what is no value is no point');

    await page.locator('.series-open').first().click();
    await page.locator('.parts-list > li').first().waitFor();
    await checkPage(page, 'parts of a value');
    assert.match(await words(page.locator('.parts h2')), /^Năm 2025/);
    await page.locator('.parts').getByRole('button', { name: 'Đóng' }).click();

    await page.getByRole('combobox', { name: 'Tính tỷ lệ trên' }).click();
    await page.locator('.ant-select-item-option').nth(1).click();
    await page.waitForURL(/of=/);
    await page.locator('.chart-axis').getByText('%').waitFor();
    await checkPage(page, 'a share over the years');
  }));

test('a unit that is there only before a change has its series there and says so after', () =>
  story({ viewport: wide }, async (page) => {
    await signIn(page, server.url, people.inspector);
    await page.goto(`${server.url}/series`);
    await page.getByRole('combobox', { name: 'Đơn vị' }).fill('huyen suoi');
    await page.locator('.ant-select-item-option').first().click();
    await page.getByText('Không có đơn vị này').first().waitFor();
    const after = await page.locator('.series-table tbody td:nth-child(3)').allInnerTexts();
    assert.ok(after.length === 10 && after.every((text) => text === 'Không có đơn vị này'));
    await checkPage(page, 'series of a unit that ended');
  }));

test('the units of any day are shown with what made them and its legal document', () =>
  story({ viewport: wide }, async (page) => {
    await signIn(page, server.url, people.inspector);
    await page.goto(`${server.url}/series`);
    await page.getByRole('link', { name: 'Đơn vị theo thời gian' }).click();
    await page.locator('.units-table').waitFor();
    await checkPage(page, 'units of a day');
    const day = page.getByRole('textbox', { name: 'Đơn vị của ngày' });
    await day.fill('30/06/2025');
    await page.getByRole('heading', { name: /Đơn vị ngày 30\/06\/2025/ }).waitFor();
    assert.ok(await page.locator('.units-table tbody tr').filter({ hasText: 'Huyện Suối Ngàn' }).count(), 'districts were there');
    await day.fill('31/06/2025');
    await page.getByText('Viết ngày như 01/07/2025.').waitFor();
    await checkPage(page, 'a day that is none');
    await day.fill('1/7/2025');
    await page.getByRole('heading', { name: /Đơn vị ngày 01\/07\/2025/ }).waitFor();
    await counts(page.locator('.units-table tbody tr').filter({ hasText: 'Huyện Suối Ngàn' }), 0);
    await page.getByRole('textbox', { name: 'Tìm đơn vị, sự kiện, văn bản' }).fill('ket thuc hoat dong');
    await page.getByText('Không có đơn vị phù hợp').waitFor();
    assert.match(await words(page.locator('.event-list > li').first()), /01\/07\/2025 Kết thúc/);
    await checkPage(page, 'events that match');
  }));

test('series and units hold in the dark, in English and on a phone', () =>
  story({ viewport: phone, colorScheme: 'dark', hasTouch: true }, async (page) => {
    await signIn(page, server.url, people.clerk);
    await page.getByText('EN', { exact: true }).tap();
    await page.goto(`${server.url}/series`);
    await page.locator('.series-open').first().tap();
    await page.getByRole('dialog').locator('.parts-list > li').first().waitFor();
    await checkPage(page, 'parts on a phone');
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).tap();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.setViewportSize({ width: 320, height: 640 });
    await checkPage(page, 'series at 320 pixels');
    await page.goto(`${server.url}/series?view=units`);
    await page.locator('.units-table').waitFor();
    await checkPage(page, 'units at 320 pixels');
  }));
