// A rough reader for the fixtures only: enough citations, figures and claims to look at. The real one is src/reading.
import { createHash } from 'node:crypto';

const encoder = new TextEncoder();

function bytesOf(text, start, end) {
  const from = encoder.encode(text.slice(0, start)).length;
  return [from, from + encoder.encode(text.slice(start, end)).length];
}

const iso = (day, month, year) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
const plain = (figure) => figure.replaceAll('.', '').replace(',', '.');

function citationsOf(text) {
  const pattern = /(Kế hoạch|Quyết định|Công văn|Chỉ thị|Nghị định|Luật|Thông báo|Báo cáo|Quy chế)\s+số\s+(\d+[\w/ĐƯ-]*\/[\wĐƯ-]+)(?:\s+ngày\s+(\d{1,2})\/(\d{1,2})\/(\d{4}))?/g;
  return [...text.matchAll(pattern)].map((match) => ({
    type: match[1],
    number: match[2],
    date: match[3] ? iso(match[3], match[4], match[5]) : null,
    issuer: /^\s+của\s+(UBND tỉnh|Thanh tra tỉnh|Chính phủ)/.exec(text.slice(match.index + match[0].length))?.[1] ?? null,
    bytes: bytesOf(text, match.index, match.index + match[0].length),
    text: match[0],
  }));
}

function ratiosOf(text) {
  return [...text.matchAll(/(\d+)\/(\d+)\s+(người|hồ sơ|bản|lượt|đơn)[^.;\n]{0,30}?đạt\s+([\d,]+)%/g)].map((match) => {
    const percent = plain(match[4]);
    const holds = Math.abs((Number(match[1]) / Number(match[2])) * 100 - Number(percent)) < 0.06;
    return { kind: 'ratio', numerator: match[1], denominator: match[2], percent, holds, bytes: bytesOf(text, match.index, match.index + match[0].length) };
  });
}

function sumsOf(text) {
  const pattern = /([\d.]+)\s+(đơn|cuộc|văn bản),?\s+trong đó[^\d]{0,20}([\d.]+)\s[^\d;.]+([\d.]+)\s[^\d;.]+/g;
  return [...text.matchAll(pattern)].map((match) => {
    const [total, ...parts] = [match[1], match[3], match[4]].map(plain);
    const holds = Number(total) === parts.reduce((sum, part) => sum + Number(part), 0);
    return { kind: 'sum', total, parts, unit: match[2], holds, bytes: bytesOf(text, match.index, match.index + match[0].trimEnd().length) };
  });
}

function figuresOf(text) {
  return [...text.matchAll(/(?<![\d/.-])(\d{1,3}(?:\.\d{3})*(?:,\d+)?)\s+(người|hồ sơ|bản|lượt|đơn|cuộc|văn bản|triệu đồng|vị trí)/g)].map((match) => ({
    value: plain(match[1]), unit: match[2], bytes: bytesOf(text, match.index, match.index + match[0].length),
    counted: { text: match[2], bytes: bytesOf(text, match.index + match[1].length + 1, match.index + match[0].length) },
    of: { name: 'Sở Xây dựng', place: 'document', bytes: null },
    period: { from: '2024-12-16', to: '2025-12-15', source: 'own', bytes: null },
    soft: text.slice(0, match.index).endsWith('khoảng ') ? { kind: 'about', text: 'khoảng' } : null,
    items: match[2] === 'người' ? [{ item: 'declarations.obliged', label: { vi: 'Số người phải kê khai', en: 'Persons obliged to declare' }, confidence: 'certain', rule: 'declarations.obliged/1' }] : [],
    doubtful: false,
  }));
}

function findingsOf(claims, citations) {
  const wrong = claims.filter(({ holds }) => !holds).map((claim) => ({
    code: claim.kind === 'ratio' ? 'ratio_mismatch' : 'sum_mismatch',
    severity: 'error',
    bytes: claim.bytes,
    message: claim.kind === 'ratio'
      ? { vi: 'Tỷ lệ ghi trong báo cáo không bằng tử số chia mẫu số.', en: 'The percentage is not numerator over denominator.' }
      : { vi: 'Các thành phần cộng lại không bằng tổng.', en: 'The parts do not add up to the total.' },
    suggestion: { vi: 'Kiểm tra lại số liệu gốc rồi sửa con số sai.', en: 'Check the source figures and mend the wrong one.' },
  }));
  const undated = citations.filter(({ date }) => !date).map((citation) => ({
    code: 'citation_undated', severity: 'note', bytes: citation.bytes, suggestion: null,
    message: { vi: 'Văn bản được dẫn không ghi ngày.', en: 'The cited document carries no date.' },
  }));
  const late = citations.filter(({ date }) => date && date > '2025-12-15').map((citation) => ({
    code: 'citation_after_year', severity: 'warning', bytes: citation.bytes,
    message: { vi: 'Văn bản ban hành sau khi kết thúc năm đánh giá.', en: 'The document was issued after the assessed year.' },
    suggestion: { vi: 'Chỉ dẫn văn bản ban hành từ 16/12/2024 đến 15/12/2025.', en: 'Cite documents issued between 16 Dec 2024 and 15 Dec 2025.' },
  }));
  const all = [...wrong, ...undated, ...late].sort((a, b) => a.bytes[0] - b.bytes[0]);
  return all.map((finding) => ({ id: createHash('sha256').update(`${finding.code} ${finding.bytes}`).digest('hex').slice(0, 16), ...finding }));
}

/** Headings I and 1, and the last line as the signature. */
function structureOf(text) {
  const outline = [];
  for (const match of text.matchAll(/^[ \t]*(([IVX]+|\d+(?:\.\d+)*)\.) (.+)$/gm)) {
    const roman = /[IVX]/.test(match[2]);
    const entry = { kind: roman ? 'roman' : 'number', label: match[1], title: match[3], bytes: bytesOf(text, match.index, match.index + match[0].length), children: [] };
    (roman || outline.length === 0 ? outline : outline.at(-1).children).push(entry);
  }
  const identity = { type: 'Báo cáo', number: null, date: null, place: null, issuer: 'Sở Xây dựng', abstract: null };
  return { identity, outline, footnotes: [], recipients: [], signature: null, annex_rows: [] };
}

export function read(text, file) {
  const citations = citationsOf(text);
  const claims = [...ratiosOf(text), ...sumsOf(text)];
  const none = [...text.matchAll(/không phát sinh[^.;]*/g)].map((match) => ({ bytes: bytesOf(text, match.index, match.index + match[0].length), text: match[0] }));
  const numbers = [...new Set(citations.map(({ number }) => number))];
  citations.forEach((one) => Object.assign(one, { document: numbers.indexOf(one.number), refers_to: null, doubtful: false }));
  const documents = numbers.map((number) => {
    const { type, date, issuer } = citations.find((one) => one.number === number);
    return { type, number, date, issuer, citations: citations.flatMap((one, index) => (one.number === number ? [index] : [])) };
  });
  return { file, period: null, citations, documents, references: [], figures: figuresOf(text), claims, none, findings: findingsOf(claims, citations), structure: structureOf(text) };
}
