// Files to hand to the server, made on the spot: a DOCX of stored parts, a PDF printed by the browser, a very long text.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { repository } from './browser.mjs';

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

export const reportText = readFileSync(join(repository, 'web/dev/report.txt'), 'utf8');
/** The report's lines joined to paragraphs, as a word processor holds them. */
const paragraphs = reportText.split('\n').map((line) => line.trim()).filter((line) => line && !/^\d+$/.test(line))
  .reduce((all, line) => (/^(?:[-–]|[a-z]\)|[IVX]+\.|\d+\.)\s|^\p{Lu}{2}/u.test(line) || all.length === 0 ? [...all, line] : [...all.slice(0, -1), `${all.at(-1)} ${line}`]), []);

function record(signature, size, fields) {
  const bytes = Buffer.alloc(size);
  bytes.writeUInt32LE(signature, 0);
  for (const [at, width, value] of fields) bytes[width === 2 ? 'writeUInt16LE' : 'writeUInt32LE'](value, at);
  return bytes;
}

/** A zip archive whose parts are stored as they are. */
function archive(parts) {
  const locals = [];
  const central = [];
  let offset = 0;
  for (const [name, text] of parts) {
    const [title, data] = [Buffer.from(name), Buffer.from(text)];
    const sizes = (at) => [[at, 4, crc32(data) >>> 0], [at + 4, 4, data.length], [at + 8, 4, data.length], [at + 12, 2, title.length]];
    const local = Buffer.concat([record(0x04034b50, 30, [[4, 2, 20], ...sizes(14)]), title, data]);
    locals.push(local);
    central.push(Buffer.concat([record(0x02014b50, 46, [[4, 2, 20], [6, 2, 20], ...sizes(16), [42, 4, offset]]), title]));
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = record(0x06054b50, 22, [[8, 2, parts.length], [10, 2, parts.length], [12, 4, directory.length], [16, 4, offset]]);
  return Buffer.concat([...locals, directory, end]);
}

export function docx() {
  const body = paragraphs.map((words) => `<w:p><w:r><w:t xml:space="preserve">${escape(words)}</w:t></w:r></w:p>`).join('');
  return archive([
    ['[Content_Types].xml', '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'],
    ['_rels/.rels', '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'],
    ['word/document.xml', `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`],
  ]);
}

/** The same words on A5 pages, so that there is more than one. */
export async function pdf(browser) {
  const page = await browser.newPage();
  await page.setContent(`<body style="font:14pt serif">${paragraphs.map((words) => `<p>${escape(words)}</p>`).join('')}</body>`);
  const bytes = await page.pdf({ format: 'A5', margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' } });
  await page.close();
  return bytes;
}

/** A text of so many bytes, from the reports of the sample province one after another. */
export function longText(bytes, folders) {
  const all = folders.map((folder) => readFileSync(join(repository, 'data/demo/submissions', folder, 'report.txt'), 'utf8')).join('\n\n');
  return all.repeat(Math.ceil(bytes / Buffer.byteLength(all)));
}
