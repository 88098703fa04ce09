// Made-up answers. Names of units and persons are those of the sample province, which does not exist.
import { readFileSync } from 'node:fs';
import { read } from './reader.mjs';
import { tree } from './criteria.mjs';

const text = readFileSync(new URL('report.txt', import.meta.url), 'utf8');
const w = (vi, en) => ({ vi, en });
const set = {
  id: 'pctn-2024', version: '1.0', sha256: '3f9a0c71d2e84b5566778899aabbccddeeff00112233445566778899aabbcc01',
  title: w('Bộ chỉ số đánh giá công tác PCTN năm 2024', 'PCTN indicator set 2024'),
};
export const rounds = [
  { id: 'pctn-2025', year: 2025, from: '2024-12-16', to: '2025-12-15', set, title: w('Đánh giá công tác phòng, chống tham nhũng tỉnh Hà Mây năm 2025', 'Assessment of the work against corruption in Hà Mây province, 2025') },
];

const names = [
  ['thanh-tra-tinh', 'department', 'Thanh tra tỉnh Hà Mây', 'Hà Mây Provincial Inspectorate'],
  ['so-noi-vu', 'department', 'Sở Nội vụ', 'Department of Home Affairs'],
  ['so-tai-chinh', 'department', 'Sở Tài chính', 'Department of Finance'],
  ['so-xay-dung', 'department', 'Sở Xây dựng', 'Department of Construction'],
  ['so-y-te', 'department', 'Sở Y tế', 'Department of Health'],
  ['so-van-hoa-the-thao-du-lich', 'department', 'Sở Văn hóa, Thể thao và Du lịch', 'Department of Culture, Sports and Tourism'],
  ['xa-suoi-gio', 'commune', 'Xã Suối Gió', 'Suối Gió Commune'],
  ['xa-doi-trang', 'commune', 'Xã Đồi Trăng', 'Đồi Trăng Commune'],
  ['xa-nui-suong', 'commune', 'Xã Núi Sương', 'Núi Sương Commune'],
  ['phuong-ben-nang', 'ward', 'Phường Bến Nắng', 'Bến Nắng Ward'],
  ['phuong-gio-lanh', 'ward', 'Phường Gió Lành', 'Gió Lành Ward'],
  ['cong-ty-nuoc', 'enterprise', 'Công ty Cấp nước Hà Mây', 'Hà Mây Water Company'],
];
const unitNamed = (id) => {
  const row = names.find(([one]) => one === id);
  return row && { id, name: w(row[2], row[3]) };
};
const account = (name, person, role, unit, password) => ({ account: name, name: person, role, unit: unitNamed(unit), password });
export const accounts = [
  account('thanhtra', 'Vũ Văn Thí Dụ', 'inspector', 'thanh-tra-tinh', 'mau-thanh-tra-2025'),
  account('canbo.xaydung', 'Lê Giả Định', 'clerk', 'so-xay-dung', 'mau-can-bo-2025'),
  account('giamdoc.xaydung', 'Phạm Thị Làm Mẫu', 'head', 'so-xay-dung', 'mau-thu-truong-2025'),
  account('uyban', 'Hoàng Thị Ví Như', 'committee', 'thanh-tra-tinh', 'mau-uy-ban-2025'),
  account('rasoat', 'Đặng Hư Cấu', 'reviewer', 'thanh-tra-tinh', 'mau-ra-soat-2025'),
  account('quantri', 'Ngô Văn Chạy Thử', 'administrator', 'thanh-tra-tinh', 'mau-quan-tri-2025'),
];

const reading = read(text, 'report.txt');
const findings = { error: 0, warning: 0, note: 0 };
for (const { severity } of reading.findings) findings[severity] += 1;
const handedIn = (index) => index % 4 !== 2;
export const units = names.map(([id, kind, vi, en], index) => ({
  id, kind, name: w(vi, en),
  points: handedIn(index) ? { reached: `${48 + index * 2}.${index % 2 ? '25' : '5'}`, reachable: `${82 + (index % 5)}`, maximum: '100' } : null,
  self: handedIn(index) ? `${50 + index * 2 - (index % 3)}.5` : null,
  report: handedIn(index) ? id : null,
  findings: handedIn(index) ? (index % 3 ? findings : { error: 0, warning: 0, note: index % 2 }) : { error: 0, warning: 0, note: 0 },
}));

const evidence = reading.citations.slice(0, 3).map((citation, index) => ({
  index: index + 1, type: citation.type, number: citation.number, date: citation.date, issuer: citation.issuer, cited: citation.bytes,
  title: 'Về công tác phòng, chống tham nhũng, tiêu cực năm 2025',
  file: [null, { name: 'cong-van.txt', bytes: 90, sha256: set.sha256 }, { name: 'ke-hoach.pdf', bytes: 21_504, sha256: set.sha256 }][index],
}));

export function assessmentOf(id) {
  const unit = unitNamed(id);
  const summary = units.find((one) => one.id === id);
  if (!unit) return null;
  return { round: rounds[0].id, unit, set, points: summary.points ?? { reached: '0', reachable: '0', maximum: '100' }, self: summary.self, report: summary.report, below: null, criteria: tree };
}

export function reportOf(id) {
  const unit = unitNamed(id);
  return unit && { id, unit, round: rounds[0].id, sha256: set.sha256, text, reading, evidence };
}

function find(code, nodes = tree, path = []) {
  for (const node of nodes) {
    if (node.code === code) return { node, path };
    const below = find(code, node.children, [...path, { code: node.code, title: node.title }]);
    if (below) return below;
  }
  return null;
}

function sourceOf(claim) {
  const sentence = Buffer.from(text).subarray(...claim.bytes).toString();
  return { kind: 'report', report: 'so-xay-dung', bytes: claim.bytes, text: sentence, note: null };
}

function totalOf(unit) {
  const { points, self } = assessmentOf(unit);
  const sum = `${tree.map((node) => node.points.reached).join(' + ')} = ${points.reached}`;
  return {
    code: 'total', title: w('Tổng', 'Total'), path: [], provenance: 'assumed', legal_basis: [], evidence_asked: [], state: 'scored', points, self, gap: null,
    rule: null, rule_provenance: null, rule_text: null, inputs: [], below: [], law: [], steps: [w(sum.replaceAll('.', ','), sum)], set, evidence: [], report: unit,
  };
}

export function explanationOf(unit, code) {
  if (code === 'total') return totalOf(unit);
  const found = find(code);
  if (!found || !unitNamed(unit)) return null;
  const { children, ...node } = found.node;
  const nothing = { legal_basis: [], evidence_asked: [], rule_text: null, inputs: [], below: [], law: [], evidence: [] };
  if (children.length > 0) {
    const sum = `${children.map(({ points }) => points.reached).join(' + ')} = ${node.points.reached}`;
    return { ...node, ...nothing, path: found.path, set, report: unit, steps: [w(sum.replaceAll('.', ','), sum)] };
  }
  const claim = reading.claims[0];
  const empty = { kind: 'none', report: null, bytes: null, text: null, note: null };
  const people = w('người', 'persons');
  const scored = node.state === 'scored';
  return {
    ...node, path: found.path, set, report: 'so-xay-dung',
    legal_basis: ['Điều 30 đến Điều 54 Luật Phòng, chống tham nhũng số 36/2018/QH14', 'Nghị định số 130/2020/NĐ-CP'],
    evidence_asked: [w('Kế hoạch kê khai, công khai bản kê khai', 'Plan for declaring and publishing'), w('Báo cáo kết quả kiểm soát tài sản, thu nhập', 'Report on asset and income control')],
    rule_text: w('Số điểm bằng tỷ lệ người đã kê khai trên số người phải kê khai, nhân với điểm tối đa.', 'Points are the share of those who declared among those who had to, times the maximum.'),
    inputs: [
      { id: 'obliged', label: w('Số người phải kê khai', 'Persons who had to declare'), unit: people, kind: 'count', day: null, rolled_up: null, value: '48', state: 'given', ground: null, source: sourceOf(claim) },
      { id: 'declared', label: w('Số người đã kê khai', 'Persons who declared'), unit: people, kind: 'count', day: null, rolled_up: null, value: scored ? '47' : null, state: scored ? 'given' : node.state, ground: null, source: scored ? sourceOf(claim) : empty },
      { id: 'published', label: w('Đã công khai bản kê khai', 'Declarations published'), unit: w('', ''), kind: 'yes_no', day: null, rolled_up: null, value: 'true', state: 'given', ground: null, source: { ...empty, kind: 'form', note: 'Biểu 02, dòng 4' } },
    ],
    steps: scored ? [w('47 : 48 = 0,9792', '47 : 48 = 0.9792'), w(`0,9792 × ${node.points.maximum} = ${node.points.reached.replace('.', ',')} điểm`, `0.9792 × ${node.points.maximum} = ${node.points.reached} points`)] : [],
    below: [], law: [],
    evidence: scored ? evidence : [],
  };
}
