// A page as a PNG: white, with grey lines where text would stand.
import { crc32, deflateSync } from 'node:zlib';

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body) >>> 0, body.length + 4);
  return whole;
}

export const lines = { first: 0.1, step: 0.026, height: 0.014, left: 0.12, right: 0.88 };

export function pagePicture(width) {
  const height = Math.round((width * 297) / 210);
  const rows = Buffer.alloc((width + 1) * height, 255);
  for (let y = 0; y < height; y += 1) {
    rows[y * (width + 1)] = 0;
    const at = y / height - lines.first;
    const inLine = at > 0 && at < 0.8 && at % lines.step < lines.height;
    if (inLine) rows.fill(205, y * (width + 1) + 1 + Math.round(width * lines.left), y * (width + 1) + 1 + Math.round(width * lines.right));
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}
