import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from '../../../../frontend/review/zip/crc32.ts';
import { readDirectory, type Directory } from '../../../../frontend/review/zip/directory.ts';
import type { ByteSource } from '../../../../frontend/review/zip/source.ts';
import { Content } from '../../../../frontend/review/text/content.ts';
import { deflateRawSync } from 'node:zlib';

/** Bytes in memory, which also tell how many of them were read. */
export function memory(bytes: Uint8Array): ByteSource & { readonly taken: () => number } {
  let taken = 0;
  return {
    size: bytes.length,
    taken: () => taken,
    read: (offset, length) => {
      if (offset < 0 || offset + length > bytes.length) {
        return Promise.reject(new Error(`read ${offset}+${length} of ${bytes.length}`));
      }
      taken += length;
      return Promise.resolve(new Uint8Array(bytes.subarray(offset, offset + length)));
    },
  };
}

export async function contentOf(
  source: ByteSource,
  name: string,
): Promise<{ readonly content: Content; readonly directory: Directory }> {
  const directory = await readDirectory(source);
  const entry = directory.entries.find((one) => one.name === name)!;
  return { content: new Content(source, entry, directory.offset), directory };
}

export async function all(content: Content): Promise<Buffer> {
  const pages: Buffer[] = [];
  for await (const page of content.everything()) {
    pages.push(Buffer.from(page));
  }
  return Buffer.concat(pages);
}

export interface Made {
  readonly name: string;
  readonly text: Uint8Array | string;
  /** What the record says, where it is not the truth. */
  readonly says?: Partial<{
    readonly crc: number;
    readonly extra: Uint8Array;
    readonly flags: number;
    readonly localName: string;
    readonly method: number;
    readonly offset: number;
    readonly packedSize: number;
    readonly size: number;
  }>;
}

/** A ZIP of our own making, with any lie in its records. */
export function zipOf(entries: readonly Made[], stated = entries.length): Buffer {
  const parts: Buffer[] = [];
  const records: Buffer[] = [];
  let at = 0;
  const put = (part: Buffer): void => {
    parts.push(part);
    at += part.length;
  };
  for (const { name, text, says = {} } of entries) {
    const bytes = Buffer.from(text as string);
    const packed = deflateRawSync(bytes);
    const local = Buffer.alloc(30);
    const localName = Buffer.from(says.localName ?? name);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(says.flags ?? 0x800, 6);
    local.writeUInt16LE(says.method ?? 8, 8);
    local.writeUInt16LE(localName.length, 26);
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt16LE(says.flags ?? 0x800, 8);
    record.writeUInt16LE(says.method ?? 8, 10);
    record.writeUInt32LE(says.crc ?? crc32(0, bytes), 16);
    record.writeUInt32LE(says.packedSize ?? packed.length, 20);
    record.writeUInt32LE(says.size ?? bytes.length, 24);
    record.writeUInt16LE(Buffer.byteLength(name), 28);
    record.writeUInt16LE(says.extra?.length ?? 0, 30);
    record.writeUInt32LE(says.offset ?? at, 42);
    records.push(record, Buffer.from(name), Buffer.from(says.extra ?? []));
    put(local);
    put(localName);
    put(packed);
  }
  const directory = Buffer.concat(records);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(stated & 0xffff, 8);
  end.writeUInt16LE(stated & 0xffff, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}

/** Text as a log has it, the same for the same length. */
export function logText(bytes: number): Buffer {
  const lines: string[] = [];
  let state = 1;
  const random = (below: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % below;
  };
  for (let length = 0; length < bytes;) {
    const level = ['INFO', 'INFO', 'INFO', 'WARN', 'ERROR', 'DEBUG'][random(6)] ?? '';
    const line = `2026-03-01 12:00:${random(60)},${random(1000)} http-nio-8080-exec-${random(40)} ${level} [c.a.jira.Filter] user-${random(9)}f3a2b61c0 took ${random(9000)} ms über ${random(1e6)}\n`;
    lines.push(line);
    length += Buffer.byteLength(line);
  }
  return Buffer.from(lines.join('')).subarray(0, bytes);
}

/** Runs another tool in a folder and gives back the file that it wrote. */
export function madeBy(folder: string, file: string, program: string, ...args: string[]): Buffer {
  execFileSync(program, args, { cwd: folder, stdio: 'pipe' });
  return readFileSync(`${folder}/${file}`);
}

/** A manifest as Hearth writes it, around these entries. */
export function manifestOf(entries: readonly object[]): string {
  return JSON.stringify({
    format: 'hearth-support-zip',
    formatVersion: 1,
    madeBy: { name: 'Hearth', version: '1.0.0', way: 'in-product' },
    startedAt: '2026-03-01T12:00:00Z',
    finishedAt: '2026-03-01T12:01:00Z',
    product: { kind: 'jira', name: 'Jira', version: '10.3.1', build: '1030001' },
    node: 'node-1',
    choice: { items: [], maxBytes: 1, maxBytesPerItem: 1 },
    redaction: {
      supportCase: false,
      learning: { files: 1, bytes: 1, complete: true },
      replaced: { user: 912, host: 12 },
      check: { entries: 5, found: 2 },
    },
    entries,
  });
}

/** Entries of a ZIP that the development host made, with its folders renamed, by their names. */
export function realEntries(): Readonly<Record<string, string>> {
  const folder = path.resolve('test/unit/frontend/review/fixture/compare');
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map(({ parentPath, name }) => path.join(parentPath, name))
      .map((file) => [path.relative(folder, file), readFileSync(file, 'utf8')]),
  );
}
