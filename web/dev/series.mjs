// Units over time and yearly values, made up and few: three communes that became two, one of them divided.
const w = (vi, en) => ({ vi, en });
const names = {
  tinh: w('Tỉnh Hà Mây', 'Hà Mây Province'), 'so-xay-dung': w('Sở Xây dựng', 'Department of Construction'), 'xa-a': w('Xã Suối Gió', 'Suối Gió Commune'), 'xa-b': w('Xã Đồi Trăng', 'Đồi Trăng Commune'), 'xa-c': w('Xã Núi Sương', 'Núi Sương Commune'),
  'xa-ab': w('Xã Suối Trăng', 'Suối Trăng Commune'), huyen: w('Huyện Suối Ngàn', 'Suối Ngàn District'),
};
const before = [['tinh', 'province', null, 0], ['so-xay-dung', 'department', 'tinh', 1], ['huyen', 'district', 'tinh', 1], ['xa-a', 'commune', 'huyen', 2], ['xa-b', 'commune', 'huyen', 2], ['xa-c', 'commune', 'huyen', 2]];
const after = [['tinh', 'province', null, 0], ['so-xay-dung', 'department', 'tinh', 1], ['xa-ab', 'commune', 'tinh', 1], ['xa-c', 'commune', 'tinh', 1]];
const change = '2025-07-01';
const basis = 'Nghị quyết số 41/NQ-HĐND ngày 27/6/2025 của HĐND tỉnh Hà Mây (giả định)';
const event = (id, date, kind, units, into, vi, en, undone_by = null) => ({ id, date, kind, basis, units, into, born: [], undone_by, text: w(`${vi} (${basis})`, `${en} (${basis})`) });
const events = [
  event('khoi-dau', '2004-01-01', 'create', [], [], 'Từ 01/01/2004: thành lập các đơn vị', 'From 2004-01-01: the units begin'),
  event('doi-ten', '2017-03-01', 'rename', ['xa-c'], [], 'Từ 01/03/2017: Xã Núi thành Xã Núi Sương', 'From 2017-03-01: Núi Commune becomes Núi Sương Commune'),
  event('nham', '2022-01-01', 'move', ['xa-c'], [], 'Từ 01/01/2022: Xã Núi Sương chuyển đi', 'From 2022-01-01: Núi Sương Commune moves', 'huy-nham'),
  event('huy-nham', '2022-02-10', 'undo', ['xa-c'], [], 'Hủy việc chuyển Xã Núi Sương', 'The move of Núi Sương Commune is undone'),
  event('nhap', change, 'merge', ['xa-a', 'xa-b'], [{ unit: 'xa-ab', share: '1' }], 'Từ 01/07/2025: Xã Suối Gió, Xã Đồi Trăng hợp nhất thành Xã Suối Trăng', 'From 2025-07-01: Suối Gió, Đồi Trăng become Suối Trăng'),
  event('chia', change, 'split', ['xa-b'], [{ unit: 'xa-ab', share: '0.6' }, { unit: 'xa-c', share: '0.4' }], 'Từ 01/07/2025: 40 % Xã Đồi Trăng về Xã Núi Sương', 'From 2025-07-01: 40 % of Đồi Trăng goes to Núi Sương'),
  event('ket-thuc', change, 'abolish', ['huyen'], [], 'Từ 01/07/2025: Huyện Suối Ngàn kết thúc hoạt động', 'From 2025-07-01: Suối Ngàn District ends'),
];
const item = (id, vi, en, kind = 'count', merge = 'add') => ({ id, label: w(vi, en), kind, unit: kind === 'index' ? w('điểm chỉ số', 'index points') : w('người', 'people'), merge });
const items = [
  item('declarations.obliged', 'Người có nghĩa vụ kê khai tài sản, thu nhập', 'People obliged to declare assets and income'),
  item('declarations.submitted', 'Người đã nộp bản kê khai đúng hạn', 'People who handed in their declaration on time'),
  item('par.index', 'Chỉ số cải cách hành chính (PAR INDEX)', 'Public administration reform index (PAR)', 'index', 'apart'),
];

export function unitsOf(on) {
  const rows = on < '2004-01-01' ? [] : on < change ? before : after;
  return { on, units: rows.map(([id, kind, parent, depth]) => ({ id, name: names[id], kind, parent, depth, from: '2004-01-01', to: null, since: on < change ? '2004-01-01' : change, event: 'nhap', basis })), events, items };
}

/** Null where the unit is not there on that day. */
export function seriesOf({ item: id, of, unit, tree, explain }) {
  const asked = items.find((one) => one.id === id);
  if (!asked || !unitsOf(tree).units.some((one) => one.id === unit)) return null;
  const years = Array.from({ length: 10 }, (_, index) => yearOf(2016 + index, asked, of, unit, tree, Number(explain)));
  return { item: asked, of: items.find((one) => one.id === of) ?? null, unit: { id: unit, name: names[unit] }, tree, years };
}

function yearOf(year, asked, of, unit, tree, explain) {
  const mine = unit === 'tinh' ? 60 : 20;
  const value = of ? String(88 + (year % 7)) : String(mine + year - 2016 + (tree < change ? 0 : 1));
  const state = asked.merge === 'apart' ? 'apart' : year === 2019 ? 'blank' : year === 2021 ? 'partial' : year === 2025 && tree < change ? 'mixed' : 'given';
  const estimated = state === 'given' && unit !== 'tinh' && tree >= change && year < 2025;
  const known = state === 'given' || state === 'partial' ? value : null;
  const words = { given: w(`${estimated ? 'khoảng ' : ''}${value}${of ? ' %' : ' người'}${estimated ? ' (ước tính)' : ''}`, `${estimated ? 'about ' : ''}${value}${of ? ' %' : ' people'}${estimated ? ' (estimated)' : ''}`), partial: w(`${value} người, chưa đủ: thiếu 1 số liệu`, `${value} people, not complete: 1 figure is missing`), blank: w('bỏ trống', 'blank'), mixed: w('chỉ biết chung với đơn vị khác', 'known only together with other units'), apart: w('2 giá trị để riêng', '2 values kept apart') };
  const part = (name, kind, more = '') => ({ unit: { id: name, name: names[name] }, state: kind, value: kind === 'blank' ? null : '12', of: of ? '14' : null, share: kind === 'estimated' ? '0.4' : '1', source: w(`Báo cáo năm ${year}`, `Report of ${year}`), text: w(`${names[name].vi}: ${kind === 'blank' ? 'bỏ trống' : '12'}${more} (Báo cáo năm ${year})`, `${names[name].en}: ${kind === 'blank' ? 'blank' : '12'}${more} (Report of ${year})`), steps: tree < change ? [] : [events.at(-2).text] });
  const parts = [part('xa-a', 'counted'), part('xa-b', estimated ? 'estimated' : 'counted', estimated ? ' × 40 %' : ''), part('xa-c', state === 'partial' ? 'blank' : 'counted')];
  return {
    year, from: `${year - 1}-12-16`, to: `${year}-12-15`, state, value: known, estimated, numerator: null, denominator: null, shown: words[state],
    headline: w(`${asked.label.vi} - ${names[unit].vi}, năm ${year}: ${words[state].vi}`, `${asked.label.en} - ${names[unit].en}, ${year}: ${words[state].en}`), arithmetic: w('Cộng 3 số liệu thành phần.', 'The sum of 3 figures.'),
    part_count: state === 'blank' ? 0 : parts.length, parts: explain === year ? parts : null,
  };
}
