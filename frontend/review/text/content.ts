import type { EntryFault } from '../../shared/review';
import { crc32 } from '../zip/crc32';
import { Damaged } from '../zip/damaged';
import { dataStart, restartsOf, STORED, type ZipEntry } from '../zip/entry';
import type { ByteSource } from '../zip/source';
import { MARK_STEP, Marks } from './marks';
import { PageCache } from './page-cache';
import { Run, type Feed } from './run';

/** The text of an entry is read in pages of this size. */
export const PAGE = 256 * 1024;

const INPUT = 256 * 1024;

const UNREADABLE: readonly EntryFault[] = ['encrypted', 'impossible-size', 'unknown-method'];

/** Where the last page ended: who reads on needs no new beginning. */
interface Place {
  run: Run | undefined;
}

/** An entry that is not unpacked at all, and why. */
export class NotOpened extends Error {
  constructor(readonly fault: EntryFault) {
    super(fault);
    this.name = 'NotOpened';
  }
}

/**
 * The text of one entry, any part of it, without holding it whole: some pages, and places to begin unpacking from.
 * What is read is what the ZIP's own checksum is compared with, also where it is unpacked from the middle.
 */
export class Content {
  private readonly pages = new PageCache();
  private readonly marks: Marks;
  private start: Promise<number> | undefined;
  private readonly jumps: Place = { run: undefined };

  constructor(
    private readonly source: ByteSource,
    readonly entry: ZipEntry,
    private readonly directory: number,
  ) {
    this.marks = new Marks(restartsOf(entry));
  }

  get size(): number {
    return this.entry.size;
  }

  /** Whether the end can be opened at once, without having unpacked what lies before. */
  get opensAnywhere(): boolean {
    return this.entry.method === STORED || this.size - this.marks.last <= 8 * MARK_STEP;
  }

  /** The bytes from `from` on, at most `length`; fewer only at the end. */
  async read(from: number, length: number): Promise<Uint8Array> {
    const to = Math.min(from + length, this.size);
    const bytes = new Uint8Array(Math.max(0, to - from));
    for (let number = Math.floor(from / PAGE); number * PAGE < to; number++) {
      const start = number * PAGE;
      const page = await this.page(number);
      const first = Math.max(from - start, 0);
      bytes.set(page.subarray(first, Math.min(PAGE, to - start)), start + first - from);
    }
    return bytes;
  }

  async page(number: number): Promise<Uint8Array> {
    const page = this.pages.get(number) ?? (await this.load(number, this.jumps));
    this.pages.put(number, page);
    return page;
  }

  /** The pages from one on, for who reads them all: they are not kept. */
  async *pagesFrom(first: number): AsyncGenerator<Uint8Array> {
    const place: Place = { run: undefined };
    for (let number = first; number * PAGE < this.size; number++) {
      yield await this.load(number, place);
    }
  }

  /** All pages; at the end it is known whether they are what the ZIP says. */
  async *everything(): AsyncGenerator<Uint8Array> {
    let sum = 0;
    for await (const page of this.pagesFrom(0)) {
      sum = crc32(sum, page);
      yield page;
    }
    if (sum !== this.entry.crc32) {
      throw new Damaged('its checksum is not the one that the ZIP states');
    }
  }

  /** Begins at the beginning from now on; false when it did before. */
  distrust(): boolean {
    this.pages.clear();
    this.jumps.run = undefined;
    return this.marks.distrust();
  }

  private async load(number: number, place: Place): Promise<Uint8Array> {
    const from = number * PAGE;
    const length = Math.min(PAGE, this.size - from);
    if (this.entry.method === STORED) {
      return this.source.read((await this.begin()) + from, length);
    }
    try {
      return await this.unpack(from, length, place);
    } catch (error) {
      // Whoever packed this again may have kept a list of places that is not true any more.
      if (error instanceof Damaged && this.distrust()) {
        place.run = undefined;
        return await this.unpack(from, length, place);
      }
      throw error;
    }
  }

  private async unpack(from: number, length: number, place: Place): Promise<Uint8Array> {
    const run = this.runFor(from, place.run);
    // Whoever asks meanwhile begins elsewhere.
    place.run = undefined;
    await run.skipTo(from);
    const bytes = await run.read(length);
    place.run = run;
    return bytes;
  }

  private runFor(from: number, live: Run | undefined): Run {
    const { marks } = this;
    const mark = marks.before(from);
    if (live !== undefined && live.position <= from && live.position >= mark.text) {
      // Reading on past a noted place would not show whether it is true.
      if (!marks.isNoted(mark) || live.origin === mark) {
        return live;
      }
    }
    return new Run(mark, this.feed, (inflater) => {
      marks.remember(inflater);
    });
  }

  private readonly feed: Feed = async (from) => {
    const start = await this.begin();
    const length = Math.min(INPUT, this.entry.packedSize - from);
    if (length < 0) {
      throw new Damaged('its packed bytes end too early');
    }
    const bytes = await this.source.read(start + from, length);
    return { bytes, last: from + length === this.entry.packedSize };
  };

  private begin(): Promise<number> {
    const fault = this.entry.faults.find((one) => UNREADABLE.includes(one));
    if (fault !== undefined) {
      throw new NotOpened(fault);
    }
    this.start ??= dataStart(this.source, this.entry, this.directory);
    return this.start;
  }
}
