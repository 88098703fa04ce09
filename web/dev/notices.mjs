// Notices, made up: the same for everybody.
import { rounds, units } from './fixtures.mjs';

const round = { id: rounds[0].id, title: rounds[0].title };
const unit = { id: units[1].id, name: units[1].name };
const place = `/rounds/${round.id}/units/${unit.id}/work`;
const one = (id, hours, more) => ({ id: String(id), kind: 'work', about: 'return', round, unit, criterion: 'A.1.1', by: 'Vũ Văn Thí Dụ', text: '', due: null, at: new Date(Date.now() - hours * 3_600_000).toISOString(), read_at: null, place: `${place}?criterion=A.1.1`, ...more });
const notices = [
  one(3, 1, { kind: 'mention', about: 'comment', text: 'Nhờ @canbo bổ sung trang 2.', sentence: { vi: `Vũ Văn Thí Dụ nhắc đến bạn khi nói về tiêu chí A.1.1 của ${unit.name.vi}`, en: `Vũ Văn Thí Dụ mentioned you on criterion A.1.1 of ${unit.name.en}` } }),
  one(2, 30, { text: 'Thiếu quyết định ban hành quy chế.', sentence: { vi: `Vũ Văn Thí Dụ đã trả lại tiêu chí A.1.1 của ${unit.name.vi} để bổ sung`, en: `Vũ Văn Thí Dụ returned criterion A.1.1 of ${unit.name.en}` } }),
  one(1, 80, { kind: 'reminder', about: 'self_assessment', by: null, criterion: null, due: '2025-12-20', place, read_at: new Date().toISOString(), sentence: { vi: `Sắp đến hạn bước “Tự đánh giá” của hồ sơ của ${unit.name.vi}: 20/12/2025`, en: `The last day of “Self-assessment” of the file of ${unit.name.en} is near: 20/12/2025` } }),
];
const unread = () => notices.filter((notice) => notice.read_at === null).length;

export const noticesOf = (query) => ({ unread: unread(), notices: query.get('unread') === 'true' ? notices.filter((notice) => notice.read_at === null) : notices });

export function markNotices(id, read) {
  const marked = id === 'readings' ? notices : notices.filter((notice) => notice.id === id);
  for (const notice of marked) notice.read_at = read ? new Date().toISOString() : null;
  return id === 'readings' ? { unread: unread() } : marked[0];
}
