import type { EntryFault, ZipFault } from '../../shared/review';
import { Damaged } from './damaged';
import { findDirectory, viewOf } from './end-record';
import { LOCAL_SIZE, nameBytes, readRecord, RECORD_SIZE, type ZipEntry } from './entry';
import type { ByteSource } from './source';

/** A Support ZIP has some hundred entries; more than this are not listed, so that memory has a bound. */
export const MOST_ENTRIES = 100_000;
/** The bytes of the directory are kept, with the names in them. */
const MOST_BYTES = 64 * 1024 * 1024;

const CHUNK = 1024 * 1024;
/** A record with the longest name, extra fields and comment. */
const LONGEST_RECORD = RECORD_SIZE + 3 * 0xffff;

export interface Directory {
  readonly entries: readonly ZipEntry[];
  /** How many the ZIP says it has. */
  readonly stated: number;
  readonly offset: number;
  readonly faults: readonly ZipFault[];
}

/** Reads the directory, piece by piece, up to the most entries. */
export async function readDirectory(source: ByteSource, most = MOST_ENTRIES): Promise<Directory> {
  const place = await findDirectory(source);
  const entries: ZipEntry[] = [];
  const faults = new Set<ZipFault>();
  const end = place.offset + place.size;
  const limit = place.offset + MOST_BYTES;
  let at = place.offset;
  while (at < end) {
    const chunk = viewOf(await source.read(at, Math.min(CHUNK + LONGEST_RECORD, end - at)));
    const used = readChunk(chunk, entries, place.shift, most);
    at += used;
    if (entries.length >= most || at >= limit) {
      if (at < end) faults.add('too-many');
      break;
    }
    if (used === 0) {
      faults.add('damaged');
      break;
    }
  }
  if (entries.length === 0 && faults.has('damaged')) {
    throw new Damaged('its directory cannot be read');
  }
  if (faults.size === 0 && entries.length !== place.entries) {
    faults.add('wrong-count');
  }
  const marked = withFaults(entries, place.offset);
  if (marked.some((entry) => entry.faults.includes('overlaps'))) {
    faults.add('overlaps');
  }
  return { entries: marked, stated: place.entries, offset: place.offset, faults: [...faults] };
}

/** How many bytes of whole records there were; 0 when the first is none of a directory, or when enough were read. */
function readChunk(view: DataView, entries: ZipEntry[], shift: number, most: number): number {
  let at = 0;
  while (at < CHUNK && at + RECORD_SIZE <= view.byteLength && entries.length < most) {
    if (view.getUint32(at, true) !== 0x02014b50) {
      break;
    }
    const length =
      RECORD_SIZE +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
    if (at + length > view.byteLength) {
      break;
    }
    entries.push(readRecord(view, at, entries.length, shift));
    at += length;
  }
  return at;
}

/** What is wrong with entries only beside each other: names that come twice, bytes that belong to two. */
function withFaults(entries: readonly ZipEntry[], directory: number): readonly ZipEntry[] {
  const more = new Map<number, EntryFault[]>();
  const note = (entry: ZipEntry, fault: EntryFault): void => {
    more.set(entry.index, [...(more.get(entry.index) ?? entry.faults), fault]);
  };
  const names = new Set<string>();
  for (const entry of entries) {
    if (names.has(entry.name)) {
      note(entry, 'duplicate');
    }
    names.add(entry.name);
  }
  const byPlace = [...entries].sort((a, b) => a.offset - b.offset);
  byPlace.forEach((entry, order) => {
    const end = entry.offset + LOCAL_SIZE + nameBytes(entry).length + entry.packedSize;
    if (!(end <= directory)) {
      note(entry, 'outside');
    } else if (end > (byPlace[order + 1]?.offset ?? directory)) {
      note(entry, 'overlaps');
    }
  });
  return entries.map((entry) => {
    const faults = more.get(entry.index);
    return faults === undefined ? entry : { ...entry, faults };
  });
}
