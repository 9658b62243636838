/** The records around the data of a ZIP that is written: APPNOTE.TXT 6.3.10; all numbers are little-endian. */
import { extraOf, nameBytes, ZIP64_EXTRA, type ZipEntry } from '../zip/entry';

export const MOST_32 = 0xffffffff;
const MOST_16 = 0xffff;

const SIZES_FOLLOW = 1 << 3;
const NAME_IS_UTF8 = 1 << 11;
const VERSION_DEFLATE = 20;
const VERSION_ZIP64 = 45;
const MADE_ON_UNIX = 3 << 8;
const REGULAR_FILE_OF_OWNER = 0o100600;
const TIMESTAMP_EXTRA = 0x5455;

/** What the headers of an entry say. */
export interface Header {
  readonly name: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly dosTime: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  readonly crc32: number;
  readonly packedSize: number;
  readonly size: number;
  readonly madeBy: number;
  readonly attributes: number;
  /** The directory's extra fields but that of ZIP64. */
  readonly extra: Uint8Array;
}

class Bytes {
  private readonly numbers: number[] = [];

  u16(...values: readonly number[]): this {
    for (const value of values) {
      this.numbers.push(value & 0xff, (value >>> 8) & 0xff);
    }
    return this;
  }

  u32(...values: readonly number[]): this {
    for (const value of values) {
      this.u16(value & MOST_16, (value >>> 16) & MOST_16);
    }
    return this;
  }

  u64(...values: readonly number[]): this {
    for (const value of values) {
      this.u32(value % 0x1_0000_0000, Math.floor(value / 0x1_0000_0000));
    }
    return this;
  }

  bytes(some: Uint8Array): this {
    some.forEach((byte) => this.numbers.push(byte));
    return this;
  }

  get length(): number {
    return this.numbers.length;
  }

  done(): Uint8Array {
    return Uint8Array.from(this.numbers);
  }
}

const narrow = (value: number): number => Math.min(MOST_32, value);

/** For an entry that is copied: its sizes are known, so nothing needs to follow it. */
export function headerOf(entry: ZipEntry): Header {
  const { method, dosTime, modified, crc32, packedSize, size, madeBy, attributes } = entry;
  return {
    ...{ method, dosTime, modified, crc32, packedSize, size, madeBy, attributes },
    name: nameBytes(entry),
    flags: entry.flags & ~SIZES_FOLLOW,
    extra: withoutWide(extraOf(entry)),
  };
}

/** For an entry that is packed here, with sizes that follow it. */
export function newHeader(name: string, method: number, modified: number): Header {
  return {
    name: new TextEncoder().encode(name),
    flags: NAME_IS_UTF8 | SIZES_FOLLOW,
    ...{ method, modified },
    dosTime: toDosTime(new Date(modified)),
    ...{ crc32: 0, packedSize: 0, size: 0 },
    madeBy: MADE_ON_UNIX | VERSION_ZIP64,
    attributes: REGULAR_FILE_OF_OWNER * 0x1_0000,
    extra: timestamp(modified),
  };
}

function withoutWide(extra: Uint8Array): Uint8Array {
  const kept = new Bytes();
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length;) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (end > extra.length) {
      break;
    }
    if (view.getUint16(at, true) !== ZIP64_EXTRA) {
      kept.bytes(extra.subarray(at, end));
    }
    at = end;
  }
  return kept.done();
}

function timestamp(modified: number): Uint8Array {
  const seconds = Math.max(0, Math.min(0x7fffffff, Math.floor(modified / 1000)));
  return new Bytes().u16(TIMESTAMP_EXTRA, 5).bytes(Uint8Array.of(1)).u32(seconds).done();
}

function toDosTime(time: Date): number {
  const year = Math.max(0, Math.min(127, time.getFullYear() - 1980));
  const date = (year << 9) | ((time.getMonth() + 1) << 5) | time.getDate();
  const clock = (time.getHours() << 11) | (time.getMinutes() << 5) | (time.getSeconds() >> 1);
  return date * 0x1_0000 + clock;
}

/** @param wide whether sizes of 64 bits follow an entry whose sizes are not known yet */
export function local(header: Header, wide: boolean): Uint8Array {
  const { name, flags, method, dosTime, crc32, packedSize, size } = header;
  const follow = (flags & SIZES_FOLLOW) !== 0;
  const is64 = follow ? wide : size >= MOST_32 || packedSize >= MOST_32;
  const extra = new Bytes().bytes(timestamp(header.modified));
  if (is64) {
    extra.u16(ZIP64_EXTRA, 16).u64(size, packedSize);
  }
  return new Bytes()
    .u32(0x04034b50)
    .u16(is64 ? VERSION_ZIP64 : VERSION_DEFLATE, flags, method)
    .u32(dosTime, follow ? 0 : crc32, is64 ? MOST_32 : packedSize, is64 ? MOST_32 : size)
    .u16(name.length, extra.length)
    .bytes(name)
    .bytes(extra.done())
    .done();
}

export function descriptor({ crc32, packedSize, size }: Header, wide: boolean): Uint8Array {
  const bytes = new Bytes().u32(0x08074b50, crc32);
  return (wide ? bytes.u64(packedSize, size) : bytes.u32(packedSize, size)).done();
}

/** @param needs64 whether its local header speaks of 64 bits already */
export function central(header: Header, offset: number, needs64: boolean): Uint8Array {
  const { name, flags, method, dosTime, crc32, packedSize, size } = header;
  const large = [size, packedSize, offset].filter((value) => value >= MOST_32);
  const extra = new Bytes().bytes(header.extra);
  if (large.length > 0) {
    extra.u16(ZIP64_EXTRA, large.length * 8).u64(...large);
  }
  return new Bytes()
    .u32(0x02014b50)
    .u16(header.madeBy, needs64 || large.length > 0 ? VERSION_ZIP64 : VERSION_DEFLATE)
    .u16(flags, method)
    .u32(dosTime, crc32, narrow(packedSize), narrow(size))
    .u16(name.length, extra.length, 0, 0, 0)
    .u32(header.attributes, narrow(offset))
    .bytes(name)
    .bytes(extra.done())
    .done();
}

export function end(entries: number, offset: number, size: number): Uint8Array {
  const bytes = new Bytes();
  if (entries >= MOST_16 || offset >= MOST_32 || size >= MOST_32) {
    bytes
      .u32(0x06064b50)
      .u64(44)
      .u16(MADE_ON_UNIX | VERSION_ZIP64, VERSION_ZIP64);
    bytes.u32(0, 0).u64(entries, entries, size, offset);
    bytes
      .u32(0x07064b50, 0)
      .u64(offset + size)
      .u32(1);
  }
  const count = Math.min(MOST_16, entries);
  return bytes
    .u32(0x06054b50)
    .u16(0, 0, count, count)
    .u32(narrow(size), narrow(offset))
    .u16(0)
    .done();
}
