// Points over the years: the published ones as they are, the rounds of the sample province made up so that every case occurs.
import { rounds } from './fixtures.mjs';

const w = (vi, en) => ({ vi, en });
const of2017 = { id: 'pctn-2017', version: '1.0.0' };
const at = (year, points, province = null, more = {}) => ({
  year, points, province, set: year === 2017 ? of2017 : null, broken: true, status: 'press',
  source: w(`Thanh tra Chính phủ công bố kết quả đánh giá năm ${year}`, `Government Inspectorate, results of the assessment of ${year}`), ...more,
});
const line = (id, vi, en, points) => ({ id, label: w(vi, en), points: points.map((point, index) => (index ? point : { ...point, broken: false })) });
const published = [
  line('national_mean', 'Trung bình cả nước', 'National mean', [at(2016, '58.34'), at(2017, '61.28'), at(2020, '63.86'), at(2021, '62.12'), at(2022, '66.06', null, { status: 'unconfirmed' })]),
  line('best', 'Cao nhất', 'Best', [at(2016, '77.67', 'Lào Cai'), at(2017, '77.96', 'An Giang'), at(2022, '77.95', 'Vĩnh Phúc')]),
  line('lowest', 'Thấp nhất', 'Lowest', [at(2016, '43.53', 'Vĩnh Long'), at(2022, '50.02', 'Phú Yên')]),
  line('lang_son', 'Lạng Sơn', 'Lạng Sơn', [at(2018, '59.7', 'Lạng Sơn'), at(2019, '68.7', 'Lạng Sơn')]),
];
const parts = [['A', 'Lãnh đạo, chỉ đạo; xây dựng và hoàn thiện chính sách, pháp luật', 'Leadership, policy and law', 20], ['B', 'Thực hiện các biện pháp phòng ngừa tham nhũng', 'Prevention measures', 30], ['C', 'Phát hiện và xử lý tham nhũng', 'Detection and handling', 40], ['D', 'Thu hồi tài sản tham nhũng', 'Asset recovery', 10]];
const points = (reached, reachable, maximum) => ({ reached: String(reached), reachable: String(reachable), maximum: String(maximum) });
const groups = (reached) => parts.map(([code, vi, en, maximum], index) => ({ code, title: w(vi, en), provenance: index === 3 ? 'assumed' : 'published', points: points(reached[index], maximum, maximum) }));
const set = (year) => ({ ...rounds[0].set, id: `pctn-${year}`, version: '1.1.0', title: w(`Bộ chỉ số đánh giá công tác PCTN năm ${year}`, `PCTN indicator set ${year}`) });
const round = (year, setYear, total, reached, more = {}) => ({
  round: `pctn-${year}`, year, set: set(setYear), broken: false, comparable: null, points: total, groups: reached ? groups(reached) : [],
  title: w(`Đánh giá công tác phòng, chống tham nhũng tỉnh Hà Mây năm ${year}`, `Assessment of the work against corruption in Hà Mây province, ${year}`), ...more,
});
const ownRounds = [
  round(2023, 2023, points('68.4', 96, 100), ['16.5', '19.9', '26', '6']),
  round(2024, 2024, null, null, { broken: true }),
  round(2025, 2024, points('74.21', 98, 100), ['17.21', '21', '29', '7'], { broken: true, comparable: { round: 'pctn-2023', criteria: 31, before: points('61.2', 88, 88), after: points('65.05', 88, 88) } }),
];

export function trendOf(account) {
  const unit = ['clerk', 'head'].includes(account.role) ? account.unit : { id: 'ubnd-tinh', name: w('Ủy ban nhân dân tỉnh Hà Mây', "Hà Mây Provincial People's Committee") };
  return { maximum: '100', published, unit, rounds: ownRounds };
}
