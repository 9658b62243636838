import { deflateSync, inflateSync } from 'node:zlib';
import { API, type Session } from '../support/session.ts';

export const SETTINGS = {
  on: true,
  shortcut: true,
  perHour: 60,
  retentionDays: 180,
  supportAddress: 'support@vendor.example',
};

export function put(session: Session, path: string, body: object): Promise<Response> {
  return session.send('PUT', API + path, {
    headers: { 'Content-Type': 'application/json', 'X-Atlassian-Token': 'no-check' },
    body: JSON.stringify(body),
  });
}

/** The red, green and blue of each pixel of a PNG that a canvas wrote: 8 bits, not interlaced. */
export function pixelsOf(png: Buffer): (x: number, y: number) => readonly [number, number, number] {
  const width = png.readUInt32BE(16);
  const samples = png[25] === 6 ? 4 : 3;
  const packed: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') {
      packed.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
    }
  }
  const rows = inflateSync(Buffer.concat(packed));
  const length = width * samples;
  const plain = Buffer.alloc((rows.length / (length + 1)) * length);
  for (let row = 0; row * (length + 1) < rows.length; row++) {
    const filter = rows[row * (length + 1)] ?? 0;
    for (let i = 0; i < length; i++) {
      const raw = rows[row * (length + 1) + 1 + i] ?? 0;
      const at = row * length + i;
      const left = i < samples ? 0 : (plain[at - samples] ?? 0);
      const above = row === 0 ? 0 : (plain[at - length] ?? 0);
      const corner = i < samples || row === 0 ? 0 : (plain[at - length - samples] ?? 0);
      plain[at] = raw + predicted(filter, left, above, corner);
    }
  }
  return (x, y) => {
    const at = (y * width + x) * samples;
    return [plain[at] ?? 0, plain[at + 1] ?? 0, plain[at + 2] ?? 0];
  };
}

/** PNG, third edition, 9.2. */
function predicted(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4: {
      const [a, b, c] = [left, above, corner].map((each) => Math.abs(left + above - corner - each));
      return a! <= b! && a! <= c! ? left : b! <= c! ? above : corner;
    }
    default:
      return 0;
  }
}

/** A picture of one colour with a text chunk that tells who made it. */
export function redPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([
    Buffer.from([0]),
    Buffer.alloc(width * 3, Buffer.from([200, 30, 30])),
  ]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from('Author\0marked-author-93')),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(4);
  frame.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(content));
  return Buffer.concat([frame, content, sum]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
