// `liem units` and `liem series` as a user or a script calls them.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync, cpSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { checkSchema } from './contract.mjs';
import { program, root, run, temporaryFolder } from './liem.mjs';

const sample = path.join(root, 'data/demo/history');
const provinces = ['ubnd-tinh', 'ubnd-tinh-son-khe', 'ubnd-tinh-truong-van'];
const item = 'declarations.obliged';

const made = temporaryFolder();
let copies = 0;

function copy() {
  const folder = path.join(made, `${++copies}`);
  cpSync(sample, folder, { recursive: true });
  return path.join(folder, 'units.yaml');
}
function eventFile(text) {
  const file = path.join(made, `event-${++copies}.yaml`);
  writeFileSync(file, text);
  return file;
}
function json(...args) {
  const answer = run(...args, '--format', 'json');
  assert.equal(answer.status, 0, answer.stderr);
  return JSON.parse(answer.stdout);
}
const rename = (id) => `id: ${id}
date: 2026-01-01
kind: rename
basis: "Nghị quyết số 5 (giả định)"
unit: xa-suoi-gio
name: {vi: "Xã Suối Gió Mới", en: "New Suối Gió Commune"}
`;

test('the shipped history has no problem, and both languages say so', () => {
  for (const [locale, words] of [['en', /no problem/], ['vi', /không có lỗi/]]) {
    const answer = spawnSync(program, ['--locale', locale, 'units', 'check', path.join(sample, 'units.yaml')],
      { encoding: 'utf8' });
    assert.equal(answer.status, 0, answer.stderr);
    assert.match(answer.stdout, words);
  }
});

test('the tree of a day names each unit with its kind below its parent', () => {
  const answer = run('units', 'tree', path.join(sample, 'units.yaml'), '--on', '2025-06-30');
  assert.match(answer.stdout, /^ {4}Hà Mây Provincial People's Committee \(province\) \[ubnd-tinh\]$/m);
  assert.match(answer.stdout, /^ {6}Hà Mây City \(city\) \[tp-ha-may\]$/m);
  assert.match(answer.stdout, /^ {8}Cầu Đá Ward \(ward\) \[phuong-cau-da\]$/m);
  const later = json('units', 'tree', path.join(sample, 'units.yaml'), '--on', '2025-07-01');
  assert.ok(!later.units.some((unit) => ['district', 'town', 'city'].includes(unit.kind)));
});

test('a path is told in both directions, with shares and documents', () => {
  const file = path.join(sample, 'units.yaml');
  const on = run('units', 'path', file, '--unit', 'phuong-vong-son', '--from', '2020-01-01', '--to', '2025-07-01');
  assert.match(on.stdout, /Cầu Vồng Ward: 60 %/);
  assert.match(on.stdout, /From 2025-07-01: 40 % of Vòng Sơn Ward → Gió Lành Ward \(Luật số 72\/2025\/QH15/);
  const back = json('units', 'path', file, '--unit', 'xa-suoi-gio', '--from', '2025-12-15', '--to', '2016-01-01');
  assert.deepEqual(back.shares.map((one) => [one.unit, one.share]),
    [['xa-gio-lua', '1'], ['xa-suoi-can', '1'], ['xa-suoi-sau', '1']]);
});

test('an event is tried first, then added to the end; the rest of the file stays byte for byte', () => {
  const file = copy();
  const bytes = readFileSync(file, 'utf8');
  const event = eventFile(rename('ten-moi'));
  const tried = run('units', 'apply', file, event, '--dry-run');
  assert.equal(tried.status, 0, tried.stderr);
  assert.match(tried.stdout, /xa-suoi-gio: from 2026-01-01 on New Suối Gió Commune/);
  assert.match(tried.stdout, /nothing was written/);
  assert.equal(readFileSync(file, 'utf8'), bytes);
  chmodSync(file, 0o640);
  const done = run('units', 'apply', file, event);
  assert.equal(done.status, 0, done.stderr);
  const now = readFileSync(file, 'utf8');
  assert.ok(now.startsWith(bytes));
  assert.match(now.slice(bytes.length), /- id: ten-moi/);
  assert.equal(statSync(file).mode & 0o777, 0o640);
  assert.deepEqual(readdirSync(path.dirname(file)).sort(), ['units.yaml', 'values.yaml']);
});

test('a list without events takes its first one', () => {
  const file = eventFile('[]\n');
  const first = eventFile(`- id: dau-tien
  date: 2025-07-01
  kind: create
  basis: "Luật số 72/2025/QH15"
  units: [{id: tinh-mau, name: {vi: Tỉnh Mẫu, en: Sample Province}, kind: province}]
`);
  const done = run('units', 'apply', file, first);
  assert.equal(done.status, 0, done.stderr);
  assert.match(readFileSync(file, 'utf8'), /^- id: dau-tien\n/);
});

test('a dry run says how values will be consolidated', () => {
  const file = copy();
  const event = eventFile(`- id: chia-xa
  date: 2026-01-01
  kind: split
  basis: "Nghị quyết số 6 (giả định)"
  of: xa-deo-hat
  into: [{unit: xa-deo-hat, share: 3/4}, {unit: xa-rung-nhac, share: 1/4}]
`);
  const { values, passings, written } = json('units', 'apply', file, event, '--dry-run');
  assert.equal(written, false);
  const part = passings.find((one) => one.to === 'xa-rung-nhac');
  assert.deepEqual([part.from, part.share, part.date, part.no_longer], ['xa-deo-hat', '0.25', '2026-01-01', false]);
  assert.match(part.text.vi, /25 % .* → /);
  const passed = values.find((one) => one.to === 'xa-rung-nhac');
  assert.deepEqual([passed.way, passed.share, passed.estimated], ['add', '0.25', true]);
  assert.ok(passed.items.includes(item));
  assert.match(passed.text.vi, /25 % của \d+ mục cộng được, năm 2025 đến 2025, là ước tính/);
});

test('an undo is an event; the tree is as before, and it is refused while others depend', () => {
  const file = copy();
  const tree = () => json('units', 'tree', file, '--on', '2026-06-01').units;
  const before = tree();
  assert.equal(run('units', 'apply', file, eventFile(rename('ten-moi'))).status, 0);
  assert.notDeepEqual(tree(), before);
  const undone = run('units', 'undo', file, 'ten-moi', '--basis', 'Ghi nhầm', '--on', '2026-02-01');
  assert.equal(undone.status, 0, undone.stderr);
  assert.deepEqual(tree(), before);
  const bytes = readFileSync(file, 'utf8');
  assert.match(bytes, /- id: undo-ten-moi\n/);
  assert.match(run('units', 'undo', file, 'khong-co', '--basis', 'Thử').stderr, /units\.yaml records no event “khong-co”/);
  const refused = run('units', 'undo', file, 'nhap-suoi-ngan', '--basis', 'Thử');
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /“nhap-suoi-ngan” cannot be undone while later events depend on it: lap-xa-suoi-gio/);
  assert.equal(readFileSync(file, 'utf8'), bytes);
});

test('a refused event names its own file and line, and nothing is written', () => {
  const file = copy();
  const bytes = readFileSync(file, 'utf8');
  const event = eventFile('\n- {id: x, date: 2026-01-01, kind: move, basis: N, units: [xa-none], parent: ubnd-tinh}\n');
  const answer = run('units', 'apply', file, event);
  assert.equal(answer.status, 1);
  assert.ok(answer.stderr.includes(`${event}:2: event “x”: there is no unit “xa-none” on 2026-01-01`), answer.stderr);
  assert.equal(readFileSync(file, 'utf8'), bytes);
});

test('of many writers at once none is lost unseen, and the file is always whole', async () => {
  const file = copy();
  const writers = Array.from({ length: 8 }, (_, n) => new Promise((resolve) => {
    const event = eventFile(`{id: e-${n}, date: 2026-0${n + 1}-01, kind: create, basis: N, units: [`
      + `{id: xa-moi-${n}, name: {vi: M, en: N}, kind: commune, parent: ubnd-tinh}]}\n`);
    spawn(program, ['units', 'apply', file, event], { stdio: 'ignore' }).once('exit', (code) => resolve([n, code]));
  }));
  const done = (await Promise.all(writers)).filter(([, code]) => code === 0).map(([n]) => `xa-moi-${n}`);
  assert.ok(done.length > 0);
  const units = json('units', 'tree', file, '--on', '2026-12-31').units.map((one) => one.id);
  assert.deepEqual(units.filter((id) => id.startsWith('xa-moi-')).sort(), done.sort());
});

test('a link to the file stays a link', () => {
  const file = copy();
  const link = path.join(made, 'link.yaml');
  symlinkSync(file, link);
  assert.equal(run('units', 'apply', link, eventFile(rename('ten-moi'))).status, 0);
  assert.match(readFileSync(file, 'utf8'), /ten-moi/);
});

test('a folder that may not be written is told, and the file stays', { skip: process.getuid() === 0 }, () => {
  const file = copy();
  const bytes = readFileSync(file, 'utf8');
  chmodSync(path.dirname(file), 0o555);
  const answer = run('units', 'apply', file, eventFile(rename('ten-moi')));
  chmodSync(path.dirname(file), 0o755);
  assert.equal(answer.status, 1);
  assert.match(answer.stderr, /could not be written/);
  assert.equal(readFileSync(file, 'utf8'), bytes);
});

test('the ten years of the merged province under both trees add up', () => {
  const all = json('series', '--item', item, '--unit', 'ubnd-tinh', '--both');
  assert.deepEqual(all.map((one) => [one.unit.id, one.tree]),
    [...provinces.map((id) => [id, '2025-06-30']), ['ubnd-tinh', '2025-07-01']]);
  for (const one of all) checkSchema('Series', one);
  const merged = all.at(-1);
  assert.deepEqual(merged.years.map((one) => one.year), Array.from({ length: 10 }, (_, n) => 2016 + n));
  for (const [i, year] of merged.years.entries()) {
    if (year.year === 2025) continue;
    const sum = all.slice(0, 3).reduce((total, one) => total + Number(one.years[i].value), 0);
    assert.equal(Number(year.value), sum, `${year.year}`);
  }
});

test('the text of a series names its dates and opens into its parts', () => {
  const answer = run('series', '--item', item, '--unit', 'phuong-cau-vong', '--tree', '2025-07-01', '--from', '2020',
    '--to', '2020', '--explain', '2020');
  assert.equal(answer.status, 0, answer.stderr);
  assert.match(answer.stdout, /, units as on 2025-07-01\n/);
  assert.match(answer.stdout, /\n  2020 \(2019-12-16 - 2020-12-15\)  about/);
  assert.match(answer.stdout, /Vòng Sơn Ward: \d+ × 60 % = .*an estimate/);
});

test('series refuse what they cannot show', () => {
  const refusal = (...args) => {
    const answer = run('series', ...args);
    assert.equal(answer.status, 1);
    return answer.stderr;
  };
  assert.match(refusal('--item', 'no.such', '--unit', 'ubnd-tinh', '--tree', '2025-07-01'), /no yearly values/);
  assert.match(refusal('--item', item, '--unit', 'tp-ha-may', '--tree', '2025-07-01'), /no unit “tp-ha-may” on/);
  assert.match(refusal('--item', item, '--unit', 'xa-hen-the', '--both'), /never took over another unit/);
  assert.equal(run('series', '--item', item, '--unit', 'ubnd-tinh').status, 2);
});
