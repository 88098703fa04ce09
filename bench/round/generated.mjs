// The folder of a round that `liem import` takes: a province of so many units that have all handed in, with so many files
// for each criterion. The same numbers give the same bytes.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../../tests/api/liem.mjs';

const { parse } = createRequire(path.join(root, 'tests/api/package.json'))('yaml');
const yaml = JSON.stringify; // JSON is YAML

export const round = 'dot-lon', home = 'tinh';
export const password = 'mat-khau-cua-bai-do';
export const people = {
  clerk: 'can-bo', head: 'giam-doc', inspector: 'thanh-tra-vien', committee: 'nguoi-ky', reviewer: 'ra-soat',
};

const leavesOf = (criteria) => criteria.flatMap((one) => (one.children ? leavesOf(one.children) : [one.code]));
export const criteria = leavesOf(parse(readFileSync(path.join(root, 'data/indicator-sets/pctn-2024.yaml'), 'utf8')).criteria);

/** Ids of the units below the province's own: two departments to five communes. */
export const unitsOf = (count) => Array.from({ length: count }, (_, i) => `${i % 7 < 2 ? 'so' : 'xa'}-${String(i + 1).padStart(3, '0')}`);

// What so-xay-dung of the sample province answers, each unit's figures larger or smaller than the next one's.
const sample = parse(readFileSync(path.join(root, 'data/demo/submissions/so-xay-dung/answers.yaml'), 'utf8')).inputs;

function answersOf(number) {
  const inputs = {};
  for (const [id, said] of Object.entries(sample)) {
    const value = typeof said === 'object' && said !== null ? said.value : said;
    if (value === undefined) continue;
    const counted = Number.isInteger(value) && !id.endsWith('.index') && !id.endsWith('.level');
    inputs[id] = counted ? value * (1 + (number % 9)) : value;
  }
  inputs['disclosure.due'] = 20;
  inputs['disclosure.on_time'] = number % 21;
  return { set: 'pctn-2024', inputs };
}

const filler = 'Trang này chỉ để tệp có cỡ của một văn bản thường gặp.\n'.repeat(60);

function evidenceOf(unit, number, files) {
  return criteria.flatMap((code, place) => Array.from({ length: files }, (_, i) => {
    const sign = `${place * files + i + 1}/KH-${unit.toUpperCase()}`;
    return {
      row: { type: 'Kế hoạch', number: sign, date: '2025-03-14', issuer: `Đơn vị ${unit}`, title: `Tài liệu ${i + 1} của ${code}`, criteria: [code], file: `evidence/${code}-${i + 1}.txt` },
      text: `ĐƠN VỊ ${number}\nSố: ${sign}\nngày 14 tháng 3 năm 2025\n\nKẾ HOẠCH\nTài liệu ${i + 1} của ${code}\n${filler}`,
    };
  }));
}

export function writeRound(folder, count, files) {
  const write = (name, text) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  const units = unitsOf(count);
  const kindOf = (unit) => (unit.startsWith('so') ? 'department' : 'commune');
  const named = (id) => ({ vi: `Đơn vị ${id}`, en: `Unit ${id}` });
  write('round.yaml', yaml({ id: round, title: { vi: 'Đợt lớn', en: 'Large round' }, year: 2025, from: '2024-12-16', to: '2025-12-15', set: 'pctn-2024' }));
  write('units.yaml', yaml([{ id: home, name: named(home), kind: 'province', from: '2020-01-01', basis: 'QĐ' },
    ...units.map((id) => ({ id, name: named(id), kind: kindOf(id), parent: home, from: '2020-01-01', basis: 'QĐ' }))]));
  write('accounts.yaml', yaml(Object.entries(people).map(([role, account]) => (
    { account, name: `Người ${account}`, role, unit: role === 'clerk' || role === 'head' ? units[0] : home, password }))));
  for (const [i, unit] of units.entries()) {
    const papers = evidenceOf(unit, i + 1, files);
    write(`submissions/${unit}/answers.yaml`, yaml(answersOf(i + 1)));
    write(`submissions/${unit}/evidence.yaml`, yaml(papers.map(({ row }) => row)));
    for (const { row, text } of papers) write(`submissions/${unit}/${row.file}`, text);
  }
  write(`submissions/${home}/answers.yaml`, yaml({ set: 'pctn-2024', inputs: {} }));
}
