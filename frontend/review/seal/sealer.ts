import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { countOf, listOf, MOST_PARTS, type Part, type Parts } from '../../shared/hand-over';
import type { SealedFile } from '../../shared/hand-over';
import type { WorkState } from '../../shared/review-changes';
import { Stopped } from '../change/changer';
import type { Sink } from '../change/sink';
import type { ByteSource } from '../zip/source';
import type { Shelf } from './places';

const BLOCK = 1024 * 1024;

/** More parts than one command can join. */
export class TooManyParts extends Error {
  constructor(count: number) {
    super(String(count));
    this.name = 'TooManyParts';
  }
}

type Encrypting = (
  plain: ReadableStream<Uint8Array>,
  to: string,
) => Promise<ReadableStream<Uint8Array>>;

/** Cuts a ZIP, and encrypts each part by itself, while it is read: one block is held at a time. */
export class Sealer {
  private done = 0;
  private stopped = false;
  private readonly whole = sha256.create();

  /** @param encrypting comes when it is needed: it is a program of its own */
  constructor(
    private readonly source: ByteSource,
    private readonly parts: Parts,
    private readonly encrypting: () => Promise<Encrypting>,
  ) {}

  get state(): WorkState {
    return { done: this.done, total: this.parts.bytes };
  }

  stop(): void {
    this.stopped = true;
  }

  /** Only reads it, for its checksum. */
  async read(): Promise<string> {
    const plain = this.plain({ from: 0, plain: this.parts.bytes }).getReader();
    while (!(await plain.read()).done) {
      continue;
    }
    return bytesToHex(this.whole.digest());
  }

  async write(
    shelf: Shelf,
  ): Promise<{ readonly sha256: string; readonly files: readonly SealedFile[] }> {
    if (countOf(this.parts) > MOST_PARTS) {
      throw new TooManyParts(countOf(this.parts));
    }
    const list = listOf(this.parts);
    await shelf.check(list.map(({ name }) => name));
    const files: SealedFile[] = [];
    try {
      for (const part of list) {
        files.push(await this.part(part, await shelf.put(part.name)));
      }
    } catch (error) {
      await shelf.undo();
      throw error;
    }
    return { sha256: bytesToHex(this.whole.digest()), files };
  }

  private async part(part: Part, sink: Sink): Promise<SealedFile> {
    const sum = sha256.create();
    const { to } = this.parts;
    try {
      const plain = this.plain(part);
      const made = to === undefined ? plain : await (await this.encrypting())(plain, to);
      const reader = made.getReader();
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
        sum.update(piece.value);
        await sink.write(piece.value);
      }
    } catch (error) {
      await sink.abort().catch(() => undefined);
      throw error;
    }
    const file = await sink.close();
    return {
      name: part.name,
      bytes: part.length,
      sha256: bytesToHex(sum.digest()),
      ...(file === undefined ? {} : { file }),
    };
  }

  private plain({ from, plain }: Pick<Part, 'from' | 'plain'>): ReadableStream<Uint8Array> {
    let left = plain;
    const pull = async (to: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
      if (this.stopped) {
        throw new Stopped();
      }
      if (left === 0) {
        to.close();
        return;
      }
      const bytes = await this.source.read(from + plain - left, Math.min(BLOCK, left));
      left -= bytes.length;
      this.done += bytes.length;
      this.whole.update(bytes);
      to.enqueue(bytes);
    };
    return new ReadableStream({ pull }, { highWaterMark: 0 });
  }
}
