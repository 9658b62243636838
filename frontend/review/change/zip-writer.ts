import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { crc32 } from '../zip/crc32';
import { dataStart, DEFLATED, type ZipEntry } from '../zip/entry';
import type { ByteSource } from '../zip/source';
import { central, descriptor, end, headerOf, local, MOST_32, newHeader } from './records';
import type { Sink } from './sink';

const BLOCK = 1024 * 1024;
/** What is smaller costs less when it is read than when it is kept as a part of a file. */
const SMALL = 64 * 1024;

/** From this size on the header promises sizes of 64 bits; a mark may be longer than what it stands for. */
const EXPECT_WIDE = 0xf0000000;

export interface Written {
  readonly size: number;
  readonly packedSize: number;
  readonly sha256: string;
}

/** Writes a ZIP from front to end: entries of another as they are packed there, and new ones. */
export class ZipWriter {
  private readonly records: Uint8Array[] = [];
  private position = 0;

  /** @param passed is told how many bytes of the work are done */
  constructor(
    private readonly sink: Sink,
    private readonly passed: (bytes: number) => void,
  ) {}

  /** Copies an entry without unpacking it. */
  async copy(source: ByteSource, entry: ZipEntry, directory: number): Promise<void> {
    const header = headerOf(entry);
    const from = await dataStart(source, entry, directory);
    const offset = this.position;
    await this.put(local(header, false));
    const partly = entry.packedSize > SMALL ? source.part : undefined;
    for (let at = 0; at < entry.packedSize;) {
      const most = partly === undefined ? BLOCK : 64 * BLOCK;
      const length = Math.min(most, entry.packedSize - at);
      const part = partly?.(from + at, length) ?? (await source.read(from + at, length));
      await this.sink.write(part);
      this.position += length;
      at += length;
      this.passed(length);
    }
    this.records.push(central(header, offset, false));
  }

  /** Packs an entry while its text comes. */
  async entry(
    name: string,
    modified: number,
    expected: number,
    text: AsyncIterable<Uint8Array>,
  ): Promise<Written> {
    const wide = expected >= EXPECT_WIDE;
    const header = newHeader(name, DEFLATED, modified);
    const offset = this.position;
    await this.put(local(header, wide));
    const start = this.position;
    const sums = { crc: 0, size: 0, sha: sha256.create() };
    await this.pack(text, (bytes) => {
      sums.crc = crc32(sums.crc, bytes);
      sums.sha.update(bytes);
      sums.size += bytes.length;
    });
    const { size } = sums;
    const packedSize = this.position - start;
    const whole = { ...header, crc32: sums.crc, packedSize, size };
    await this.put(descriptor(whole, wide || size >= MOST_32 || packedSize >= MOST_32));
    this.records.push(central(whole, offset, wide));
    return { size, packedSize, sha256: bytesToHex(sums.sha.digest()) };
  }

  private async pack(
    text: AsyncIterable<Uint8Array>,
    seen: (bytes: Uint8Array) => void,
  ): Promise<void> {
    const deflate = new CompressionStream('deflate-raw');
    const writer = deflate.writable.getWriter();
    const feed = async (): Promise<void> => {
      try {
        for await (const bytes of text) {
          seen(bytes);
          // The stream may hold what it is given; the giver may write over it.
          await writer.write(bytes.slice());
        }
        await writer.close();
      } catch (error) {
        // Whoever reads the packed bytes is told by them.
        await writer.abort(error).catch(() => undefined);
        throw error;
      }
    };
    const drain = async (): Promise<void> => {
      const reader = deflate.readable.getReader();
      try {
        for (let next = await reader.read(); !next.done; next = await reader.read()) {
          await this.put(next.value);
        }
      } catch (error) {
        // Whoever gives the text would wait for room without an end.
        await reader.cancel(error).catch(() => undefined);
        throw error;
      }
    };
    const ends = await Promise.allSettled([feed(), drain()]);
    const failed = ends.find((one) => one.status === 'rejected');
    if (failed !== undefined) {
      throw failed.reason;
    }
  }

  /** Writes the directory; gives the ZIP's size. */
  async close(): Promise<number> {
    const offset = this.position;
    for (const record of this.records) {
      await this.put(record);
    }
    await this.put(end(this.records.length, offset, this.position - offset));
    return this.position;
  }

  private async put(bytes: Uint8Array): Promise<void> {
    await this.sink.write(bytes);
    this.position += bytes.length;
  }
}
