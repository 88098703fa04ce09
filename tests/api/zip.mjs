// A ZIP of stored members, read and made again with whatever a test wants to be wrong in it.
import { crc32, deflateRawSync } from 'node:zlib';

const endSize = 22, directorySize = 46, localSize = 30;

// [{name, bytes}] in the order of the directory.
export function members(zip) {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const all = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [size, nameLength, extra, comment] = [zip.readUInt32LE(at + 24), zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    const local = zip.readUInt32LE(at + 42);
    const data = local + localSize + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    all.push({ name: zip.toString('utf8', at + directorySize, at + directorySize + nameLength), bytes: zip.subarray(data, data + size) });
    at += directorySize + nameLength + extra + comment;
  }
  return all;
}

const fields = (size, ...written) => {
  const out = Buffer.alloc(size);
  for (const [at, value, bytes] of written) out.writeUIntLE(value, at, bytes);
  return out;
};

// `packed`: deflated, as a bomb is.
export function zip(all) {
  const bodies = [], directory = [];
  let offset = 0;
  for (const { name, bytes, packed } of all) {
    const data = packed ? deflateRawSync(bytes) : bytes;
    const common = [[0, packed ? 8 : 0, 2], [6, crc32(bytes), 4], [10, data.length, 4], [14, bytes.length, 4], [18, Buffer.byteLength(name), 2]];
    const at = (base) => common.map(([place, value, size]) => [base + place, value, size]);
    const local = fields(localSize, [0, 0x04034b50, 4], [4, 20, 2], ...at(8));
    directory.push(fields(directorySize, [0, 0x02014b50, 4], [4, 20, 2], [6, 20, 2], ...at(10), [42, offset, 4]), Buffer.from(name));
    bodies.push(local, Buffer.from(name), data);
    offset += localSize + Buffer.byteLength(name) + data.length;
  }
  const listed = Buffer.concat(directory);
  const end = fields(endSize, [0, 0x06054b50, 4], [8, all.length, 2], [10, all.length, 2], [12, listed.length, 4], [16, offset, 4]);
  return Buffer.concat([...bodies, listed, end]);
}
