// The tree of the fixtures: codes and maxima as in the set of 2024, points made up so that every state occurs.
const names = {
  A: ['Công tác lãnh đạo, chỉ đạo, xây dựng và hoàn thiện chính sách, pháp luật', 'Leadership, policy and law'],
  'A.1': ['Lãnh đạo, chỉ đạo', 'Direction'],
  'A.1.1': ['Ban hành kế hoạch hằng năm', 'Yearly plan issued'],
  'A.1.2': ['Nội dung kế hoạch', 'Content of the plan'],
  'A.2': ['Tổ chức thực hiện', 'Carrying out'],
  'A.2.1': ['Xây dựng và hoàn thiện chính sách, pháp luật', 'Drafting and completing policy and law'],
  'A.2.3': ['Tuyên truyền, phổ biến, giáo dục pháp luật', 'Dissemination and legal education'],
  'A.2.4': ['Theo dõi thi hành pháp luật', 'Monitoring how law is carried out'],
  B: ['Các biện pháp phòng ngừa tham nhũng', 'Prevention measures'],
  'B.1': ['Khu vực nhà nước', 'State sector'],
  'B.1.1': ['Công khai, minh bạch trong tổ chức và hoạt động', 'Disclosure and transparency'],
  'B.1.2': ['Chỉ số cải cách hành chính', 'Administrative reform index'],
  'B.1.7': ['Chuyển đổi vị trí công tác', 'Rotation of positions'],
  'B.1.9': ['Kiểm soát tài sản, thu nhập của người có chức vụ, quyền hạn', 'Asset and income control'],
  'B.2': ['Khu vực ngoài nhà nước', 'Non-state sector'],
  'B.2.1': ['Quy tắc đạo đức và cơ chế kiểm soát nội bộ trong doanh nghiệp', 'Codes of conduct and internal control in enterprises'],
  C: ['Phát hiện và xử lý tham nhũng', 'Detection and handling'],
  'C.1': ['Phát hiện', 'Detection'],
  'C.1.1': ['Qua công tác tự kiểm tra', 'By internal checks'],
  'C.1.3': ['Qua giải quyết phản ánh, tố cáo', 'By handling reflections and denunciations'],
};
// code: [state, reached, maximum, self, assumed]
const leaves = {
  'A.1.1': ['scored', '1', '1', '1'], 'A.1.2': ['scored', '3.25', '4', '4'], 'A.2.1': ['blank', '0', '4', null], 'A.2.3': ['scored', '4', '4', '3.5'],
  'A.2.4': ['scored', '0', '1', '1'], 'B.1.1': ['scored', '4.5', '5', '5'], 'B.1.2': ['not_available', '0', '1', null], 'B.1.7': ['scored', '1.5', '3', '3', 1],
  'B.1.9': ['scored', '5.88', '6', '6', 1], 'B.2.1': ['not_applicable', '0', '1', null, 1], 'C.1.1': ['scored', '2', '4', '2', 1], 'C.1.3': ['scored', '5', '5', '5', 1],
};
const sum = (values) => String(Math.round(values.reduce((total, value) => total + Number(value), 0) * 100) / 100);
const minus = (a, b) => (a === null ? null : sum([a, -Number(b)]));

function node(code) {
  const [vi, en] = names[code];
  const leaf = leaves[code];
  const children = Object.keys(names).filter((one) => one.startsWith(`${code}.`) && one.split('.').length === code.split('.').length + 1).map(node);
  if (leaf) {
    const [state, reached, maximum, self, assumed] = leaf;
    const points = { reached, reachable: state === 'scored' ? maximum : '0', maximum };
    return { code, title: { vi, en }, provenance: assumed ? 'assumed' : 'published', state, points, self, gap: state === 'scored' ? minus(self, reached) : null, rule: 'ratio', rule_provenance: 'assumed', children: [] };
  }
  const all = (part) => sum(children.map((child) => child.points[part]));
  const points = { reached: all('reached'), reachable: all('reachable'), maximum: all('maximum') };
  const self = sum(children.map((child) => child.self ?? '0'));
  return { code, title: { vi, en }, provenance: 'published', state: 'scored', points, self, gap: minus(self, points.reached), rule: null, rule_provenance: null, children };
}

export const tree = ['A', 'B', 'C'].map(node);
