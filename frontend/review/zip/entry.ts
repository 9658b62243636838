import type { EntryFault } from '../../shared/review';
import { Damaged } from './damaged';
import { uint64, viewOf } from './end-record';
import { freshMark, type Mark } from './inflate';
import type { ByteSource } from './source';

export const STORED = 0;
export const DEFLATED = 8;

export const RECORD_SIZE = 46;
export const LOCAL_SIZE = 30;

export const ZIP64_EXTRA = 0x0001;
const TIMESTAMP_EXTRA = 0x5455;
/** Hearth's own: see docs/decisions/0120-an-entry-opens-anywhere.md. */
const RESTARTS_EXTRA = 0x4548;
const MOST_32 = 0xffffffff;

const ENCRYPTED = 1;
const NAME_IS_UTF8 = 1 << 11;

/** Deflate makes a byte of at most 1032 (RFC 1951: 258 bytes from two bits), and a few to begin with. */
const HIGHEST_RATIO = 1032;

/** One record of the directory. */
export interface ZipEntry {
  readonly index: number;
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  readonly dosTime: number;
  readonly crc32: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
  readonly madeBy: number;
  readonly attributes: number;
  readonly folder: boolean;
  readonly faults: readonly EntryFault[];
  /** The bytes of the directory around the record, and where it begins in them. */
  readonly view: DataView;
  readonly at: number;
}

type Record = Pick<ZipEntry, 'at' | 'view'>;

export function nameBytes({ view, at }: Record): Uint8Array {
  return bytesOf(view, at + RECORD_SIZE, view.getUint16(at + 28, true));
}

export function extraOf({ view, at }: Record): Uint8Array {
  const start = at + RECORD_SIZE + view.getUint16(at + 28, true);
  return bytesOf(view, start, view.getUint16(at + 30, true));
}

function bytesOf(view: DataView, from: number, length: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset + from, length);
}

/** Reads the record at `at`, of which `view` holds all. */
export function readRecord(view: DataView, at: number, index: number, shift: number): ZipEntry {
  const extra = extraOf({ view, at });
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const dosTime = view.getUint32(at + 12, true);
  const wide = wideNumbers(extra);
  const size = wide(view.getUint32(at + 24, true));
  const packedSize = wide(view.getUint32(at + 20, true));
  const offset = wide(view.getUint32(at + 42, true)) + shift;
  const name = nameOf(nameBytes({ view, at }), flags);
  const faults: EntryFault[] = [];
  if (isBadName(name)) faults.push('bad-name');
  if ((flags & ENCRYPTED) !== 0) faults.push('encrypted');
  if (method !== STORED && method !== DEFLATED) faults.push('unknown-method');
  if (!isPossible(method, size, packedSize)) faults.push('impossible-size');
  return {
    ...{ index, name, flags, method, dosTime, packedSize, size, offset, faults, view, at },
    modified: timestamp(extra) ?? fromDosTime(dosTime),
    crc32: view.getUint32(at + 16, true),
    madeBy: view.getUint16(at + 4, true),
    attributes: view.getUint32(at + 38, true),
    folder: name.endsWith('/'),
  };
}

function isPossible(method: number, size: number, packedSize: number): boolean {
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(packedSize)) {
    return false;
  }
  return method === STORED ? size === packedSize : size <= packedSize * HIGHEST_RATIO;
}

/** Fields that are all ones stand in the ZIP64 extra field, in this order (APPNOTE 4.5.3). */
function wideNumbers(extra: Uint8Array): (value: number) => number {
  const field = extraField(extra, ZIP64_EXTRA);
  let at = 0;
  return (value) => {
    if (value !== MOST_32 || field === undefined || at + 8 > field.length) {
      return value;
    }
    at += 8;
    return uint64(viewOf(field), at - 8);
  };
}

/** What stands in the extra field of that kind. */
export function extraField(extra: Uint8Array, kind: number): Uint8Array | undefined {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length;) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (end > extra.length) {
      return undefined;
    }
    if (view.getUint16(at, true) === kind) {
      return extra.subarray(at + 4, end);
    }
    at = end;
  }
  return undefined;
}

const UTF8 = new TextDecoder('utf-8');
const LATIN1 = new TextDecoder('latin1');

function nameOf(bytes: Uint8Array, flags: number): string {
  // Other tools write names in whatever their system speaks, and UTF-8 without saying so.
  const text = UTF8.decode(bytes);
  return (flags & NAME_IS_UTF8) === 0 && text.includes('\ufffd') ? LATIN1.decode(bytes) : text;
}

/** Names that could mislead who unpacks them, or who reads them here: control signs, turned directions, places above. */
const CONTROL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\]/u;

/** A part that is empty, or one or two dots; the slash at the end of a folder's name does not count. */
const BAD_PART = /(?:^|\/)(?:\/|\.{1,2}(?:\/|$))/;

function isBadName(name: string): boolean {
  return name === '' || /^[A-Za-z]:/.test(name) || CONTROL.test(name) || BAD_PART.test(name);
}

function timestamp(extra: Uint8Array): number | undefined {
  const field = extraField(extra, TIMESTAMP_EXTRA);
  return field !== undefined && field.length >= 5 && ((field[0] ?? 0) & 1) === 1
    ? viewOf(field).getInt32(1, true) * 1000
    : undefined;
}

function fromDosTime(value: number): number {
  const date = value >>> 16;
  return new Date(
    (date >>> 9) + 1980,
    ((date >>> 5) & 15) - 1,
    date & 31,
    (value >>> 11) & 31,
    (value >>> 5) & 63,
    (value & 31) * 2,
  ).getTime();
}

/**
 * Places where unpacking may begin, as Hearth notes them: a version, then pairs of how much text and how many packed
 * bytes lie between two of them. What contradicts the entry's sizes is no list of ours.
 */
export function restartsOf(entry: ZipEntry): readonly Mark[] {
  const field = extraField(extraOf(entry), RESTARTS_EXTRA);
  if (field?.[0] !== 1 || field.length % 8 !== 1 || entry.method !== DEFLATED) {
    return [];
  }
  const view = viewOf(field);
  const marks: Mark[] = [];
  let text = 0;
  let packed = 0;
  for (let at = 1; at < field.length; at += 8) {
    text += view.getUint32(at, true);
    packed += view.getUint32(at + 4, true);
    const before = marks.at(-1)?.text ?? 0;
    if (text <= before || text > entry.size || packed >= entry.packedSize) {
      return [];
    }
    marks.push(freshMark(text, packed));
  }
  return marks;
}

/** Where an entry's packed bytes begin. The header before them must agree with the directory. */
export async function dataStart(
  source: ByteSource,
  entry: ZipEntry,
  directory: number,
): Promise<number> {
  if (!Number.isSafeInteger(entry.offset) || entry.offset + LOCAL_SIZE > directory) {
    throw new Damaged('the directory says that it begins where nothing is');
  }
  const expected = nameBytes(entry);
  const length = Math.min(LOCAL_SIZE + expected.length, directory - entry.offset);
  const bytes = await source.read(entry.offset, length);
  const fixed = viewOf(bytes);
  if (fixed.getUint32(0, true) !== 0x04034b50 || fixed.getUint16(8, true) !== entry.method) {
    throw new Damaged('what stands before it is no header of this entry');
  }
  const nameLength = fixed.getUint16(26, true);
  const start = entry.offset + LOCAL_SIZE + nameLength + fixed.getUint16(28, true);
  if (start + entry.packedSize > directory) {
    throw new Damaged('it is longer than the ZIP has room for');
  }
  const name = bytes.subarray(LOCAL_SIZE);
  if (nameLength !== expected.length || name.some((byte, i) => byte !== expected[i])) {
    throw new Damaged('it has another name in its header than in the directory');
  }
  return start;
}
