import { Damaged } from './damaged';
import type { ByteSource } from './source';

/** Where the directory of a ZIP is, by the record at its end (APPNOTE.TXT 6.3.10, 4.3.14 to 4.3.16). */
export interface DirectoryPlace {
  readonly offset: number;
  readonly size: number;
  readonly entries: number;
  /** What was put before the ZIP, as by a program that unpacks itself: all its offsets count from there. */
  readonly shift: number;
}

const END = 0x06054b50;
const END_SIZE = 22;
const LOCATOR = 0x07064b50;
const LOCATOR_SIZE = 20;
const WIDE_END = 0x06064b50;
const WIDE_END_SIZE = 56;
const LONGEST_COMMENT = 0xffff;

export async function findDirectory(source: ByteSource): Promise<DirectoryPlace> {
  const tail = Math.min(source.size, END_SIZE + LONGEST_COMMENT + LOCATOR_SIZE);
  const start = source.size - tail;
  const view = viewOf(await source.read(start, tail));
  const at = endIn(view);
  if (at < 0) {
    throw new Damaged('no ZIP: it has no directory at its end');
  }
  const size = view.getUint32(at + 12, true);
  const offset = view.getUint32(at + 16, true);
  const entries = view.getUint16(at + 10, true);
  const wide = await wideEnd(source, view, at);
  if (wide !== undefined) {
    return inside(wide, source.size);
  }
  const shift = start + at - size - offset;
  return inside({ offset: offset + shift, size, entries, shift }, source.size);
}

function inside(place: DirectoryPlace, size: number): DirectoryPlace {
  const known = Object.values(place).every((value) => Number.isSafeInteger(value) && value >= 0);
  if (!known || place.offset + place.size > size) {
    throw new Damaged('the record at the end names a directory that is not there');
  }
  return place;
}

/** The last one whose comment ends with the file, or else the last one: some tools leave bytes behind. */
function endIn(view: DataView): number {
  let found = -1;
  for (let at = view.byteLength - END_SIZE; at >= 0; at--) {
    if (view.getUint32(at, true) === END) {
      if (at + END_SIZE + view.getUint16(at + 20, true) === view.byteLength) {
        return at;
      }
      found = found < 0 ? at : found;
    }
  }
  return found;
}

async function wideEnd(
  source: ByteSource,
  view: DataView,
  end: number,
): Promise<DirectoryPlace | undefined> {
  const locator = end - LOCATOR_SIZE;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR) {
    return undefined;
  }
  const at = uint64(view, locator + 8);
  if (at + WIDE_END_SIZE > source.size) {
    throw new Damaged('the record at the end names a ZIP64 record that is not there');
  }
  const record = viewOf(await source.read(at, WIDE_END_SIZE));
  if (record.getUint32(0, true) !== WIDE_END) {
    throw new Damaged('the ZIP64 record at the end is broken');
  }
  return {
    entries: uint64(record, 32),
    size: uint64(record, 40),
    offset: uint64(record, 48),
    shift: 0,
  };
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A number of 64 bits; what is too large for a whole number of ours is refused where it is used. */
export function uint64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 0x1_0000_0000;
}
