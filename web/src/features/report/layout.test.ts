import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layoutOf } from './layout';

const shown = (text: string) =>
  layoutOf(text).map((block) => ({
    kind: block.kind,
    words: block.pieces.map((piece) => (piece.kind === 'page' ? `[${text.slice(piece.start, piece.end)}]` : text.slice(piece.start, piece.end))).join(' '),
  }));

test('hard-wrapped lines become one paragraph', () => {
  const text = 'Trong năm qua đơn vị đã thực hiện đầy đủ các nhiệm vụ được giao, bảo đảm\nđúng thời hạn và chất lượng theo yêu cầu.\n';
  assert.deepEqual(shown(text), [
    { kind: 'paragraph', words: 'Trong năm qua đơn vị đã thực hiện đầy đủ các nhiệm vụ được giao, bảo đảm đúng thời hạn và chất lượng theo yêu cầu.' },
  ]);
});

test('lines set apart by blank lines throughout still join into sentences', () => {
  const text = ['Đơn vị ban hành kế hoạch số 12 về việc kê khai', 'tài sản của người có nghĩa vụ trong toàn ngành', 'xây dựng và gửi về cơ quan thanh tra', 'đúng hạn.'].join('\n\n');
  assert.equal(shown(text).length, 1);
});

test('a page number between two halves of a sentence does not break the sentence', () => {
  const text = 'Đơn vị đã rà soát các văn bản do Ủy ban nhân dân ban hành\n\n2\n\nvà báo cáo kết quả theo quy định của pháp luật.';
  assert.deepEqual(shown(text).map(({ words }) => words), [
    'Đơn vị đã rà soát các văn bản do Ủy ban nhân dân ban hành [2] và báo cáo kết quả theo quy định của pháp luật.',
  ]);
});

test('numbered, lettered and dashed lines begin their own blocks', () => {
  const text = 'I. Kết quả chung\n1. Công tác chỉ đạo\na) Ban hành kế hoạch;\n- Kế hoạch thứ nhất;\n+ Phụ lục.';
  assert.deepEqual(shown(text).map(({ kind }) => kind), ['heading', 'heading', 'item', 'item', 'item']);
});

test('marks of a converter do not hide a heading, and stay visible', () => {
  assert.deepEqual(shown('**I. ĐẶC ĐIỂM TÌNH HÌNH**\n#### 2. Kết quả'), [
    { kind: 'heading', words: '**I. ĐẶC ĐIỂM TÌNH HÌNH**' },
    { kind: 'heading', words: '#### 2. Kết quả' },
  ]);
});

test('a drawn line, as above footnotes, stands alone', () => {
  assert.deepEqual(shown('2.5. Xung đột lợi ích\n________________\n4 Trừ thông tin thuộc phạm vi bí mật.').map(({ kind }) => kind), ['heading', 'rule', 'paragraph']);
});

test('a year that the wrap put at the start of a line begins no block', () => {
  const text = 'Báo cáo của đơn vị về công tác phòng ngừa trong sáu tháng đầu năm\n2025 và phương hướng.';
  assert.equal(shown(text).length, 1);
});

test('a heading does not swallow the paragraph under it', () => {
  const text = '2. Tuyên truyền, phổ biến\nTrong năm đơn vị đã mở các lớp tuyên truyền cho toàn thể người lao động và\nphát tài liệu.';
  assert.deepEqual(shown(text).map(({ kind }) => kind), ['heading', 'paragraph']);
});

test('a name in capitals that the wrap put first on a line continues the sentence', () => {
  const text = 'Đơn vị đã gửi báo cáo theo hướng dẫn tại văn bản của cơ quan\nThanh tra tỉnh đúng thời hạn quy định.';
  assert.equal(shown(text).length, 1);
});

test('lines in capitals form one title', () => {
  assert.deepEqual(shown('BÁO CÁO\nKẾT QUẢ TỰ ĐÁNH GIÁ\nNăm qua đơn vị đã làm.').map(({ kind, words }) => [kind, words]), [
    ['title', 'BÁO CÁO KẾT QUẢ TỰ ĐÁNH GIÁ'],
    ['paragraph', 'Năm qua đơn vị đã làm.'],
  ]);
});

test('every visible letter of the source is shown, in order', () => {
  const text = ' Mở đầu  \n\n- Một;\n 3 \n+ Hai\r\ncuối cùng. ';
  const all = layoutOf(text).flatMap((block) => block.pieces).map((piece) => text.slice(piece.start, piece.end)).join('');
  assert.equal(all.replace(/\s/g, ''), text.replace(/\s/g, ''));
});
