/** @jest-environment node */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, constants } from 'node:zlib';
import { blobSource } from '../../../../frontend/review/zip/source.ts';
import { readDirectory } from '../../../../frontend/review/zip/directory.ts';
import { freshMark, Inflater } from '../../../../frontend/review/zip/inflate.ts';
import { PAGE } from '../../../../frontend/review/text/content.ts';
import { all, contentOf, logText, madeBy, memory, zipOf } from './zips.ts';

const LOG = logText(6_000_001);

describe('ZIPs of other makers', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'hearth-zips-'));
    mkdirSync(join(folder, 'logs'));
    writeFileSync(join(folder, 'logs/a.log'), LOG);
    writeFileSync(join(folder, 'logs/Grüße 東京.txt'), 'hello\n');
    writeFileSync(join(folder, 'empty.txt'), '');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const python = [
    'import zipfile,sys',
    "z=zipfile.ZipFile('p.zip','w',zipfile.ZIP_DEFLATED)",
    "[z.write(n) for n in ('logs/a.log','logs/Grüße 東京.txt','empty.txt')]",
    'z.close()',
  ].join('\n');
  const streamed =
    "import zipfile,sys;z=zipfile.ZipFile(open('s.zip','wb'),'w',zipfile.ZIP_DEFLATED);" +
    "f=z.open('logs/a.log','w',force_zip64=True);f.write(open('logs/a.log','rb').read());f.close();" +
    "z.write('logs/Grüße 東京.txt');z.write('empty.txt');z.close()";

  it.each([
    ['zip', 'z.zip', 'zip', ['-qr', 'z.zip', 'logs', 'empty.txt']],
    ['zip -0', '0.zip', 'zip', ['-qr0', '0.zip', 'logs', 'empty.txt']],
    ['zip -fz', 'f.zip', 'zip', ['-qr', '-fz', 'f.zip', 'logs', 'empty.txt']],
    ['7z', '7.zip', '7z', ['a', '-mx=1', '7.zip', 'logs', 'empty.txt']],
    ['python', 'p.zip', 'python3', ['-c', python]],
    ['python with ZIP64', 's.zip', 'python3', ['-c', streamed]],
  ])('%s', async (_, file, program, args) => {
    const source = memory(madeBy(folder, file, program, ...args));
    const { content, directory } = await contentOf(source, 'logs/a.log');
    expect(directory.faults).toEqual([]);
    expect(directory.entries.flatMap(({ faults }) => faults)).toEqual([]);
    expect((await all(content)).equals(LOG)).toBe(true);
    const hello = await contentOf(source, 'logs/Grüße 東京.txt');
    expect((await all(hello.content)).toString()).toBe('hello\n');
    expect(await all((await contentOf(source, 'empty.txt')).content)).toHaveLength(0);
  });
});

it('reads any part, in any order, and unpacks each stretch from a place near it', async () => {
  const source = memory(zipOf([{ name: 'a.log', text: LOG }]));
  const { content } = await contentOf(source, 'a.log');
  await all(content);
  for (const from of [5_999_000, 0, 3_333_333, 1, PAGE - 1, 4_000_000, PAGE * 7]) {
    const before = source.taken();
    const got = await content.read(from, 5000);
    expect(Buffer.from(got).equals(LOG.subarray(from, from + 5000))).toBe(true);
    expect(source.taken() - before).toBeLessThan(900_000);
  }
  expect(await content.read(LOG.length - 10, 100)).toHaveLength(10);
});

it.each([
  ['stored blocks', { level: 0 }],
  ['fixed codes', { strategy: constants.Z_FIXED }],
  ['no matches', { strategy: constants.Z_HUFFMAN_ONLY }],
  ['many small blocks', { memLevel: 1 }],
  ['the best', { level: 9 }],
])('goes on from every place: %s', (_, options) => {
  const text = LOG.subarray(0, 700_000);
  const packed = deflateRawSync(text, options);
  const run = (from: Inflater, stop: number): Buffer => {
    const parts: Buffer[] = [];
    for (let length = 0; length < stop;) {
      const state = from.run();
      const part = Buffer.from(from.take());
      parts.push(part);
      length += part.length;
      if (state === 'ended') break;
      if (state === 'hungry') {
        const next = packed.subarray(from.wants, from.wants + 1711);
        from.give(next, from.wants + next.length >= packed.length);
      }
    }
    return Buffer.concat(parts);
  };
  const whole = new Inflater(freshMark(0, 0));
  const marks = [];
  for (let at = 0; at < text.length; at = whole.text) {
    const part = run(whole, 1);
    expect(part.equals(text.subarray(at, at + part.length))).toBe(true);
    marks.push(whole.mark());
  }
  for (const mark of marks.filter((_, index) => index % 7 === 0)) {
    const part = run(new Inflater(mark), 3000);
    expect(part.equals(text.subarray(mark.text, mark.text + part.length))).toBe(true);
  }
});

it('reads a Blob, and says where one ends', async () => {
  const source = blobSource(new Blob([new Uint8Array(zipOf([{ name: 'a.txt', text: 'hello' }]))]));
  const { content } = await contentOf(source, 'a.txt');
  expect((await all(content)).toString()).toBe('hello');
  await expect(source.read(source.size - 1, 2)).rejects.toThrow(/there are/);
});

describe('places that the ZIP notes', () => {
  /** Blocks as Hearth makes them: two stretches of which the second refers to nothing before. */
  function noted(lie: number): Buffer {
    const half = 3_000_000;
    const first = flushed(LOG.subarray(0, half));
    const extra = Buffer.alloc(4 + 9);
    extra.writeUInt16LE(0x4548, 0);
    extra.writeUInt16LE(9, 2);
    extra.writeUInt8(1, 4);
    extra.writeUInt32LE(half, 5);
    extra.writeUInt32LE(first.length + lie, 9);
    const packed = Buffer.concat([first, deflateRawSync(LOG.subarray(half))]);
    return withPacked('a.log', packed, extra);
  }

  function flushed(text: Buffer): Buffer {
    const packed = deflateRawSync(text, { finishFlush: constants.Z_SYNC_FLUSH });
    return packed;
  }

  function withPacked(name: string, packed: Buffer, extra: Buffer): Buffer {
    const plain = zipOf([{ name, text: LOG, says: { extra, packedSize: packed.length } }]);
    const header = 30 + name.length;
    const own = deflateRawSync(LOG).length;
    const moved = Buffer.concat([plain.subarray(0, header), packed, plain.subarray(header + own)]);
    moved.writeUInt32LE(header + packed.length, moved.length - 6);
    return moved;
  }

  it('opens the end without the rest', async () => {
    const source = memory(noted(0));
    const { content } = await contentOf(source, 'a.log');
    expect(content.opensAnywhere).toBe(true);
    const before = source.taken();
    const got = await content.read(4_000_000, 1000);
    expect(Buffer.from(got).equals(LOG.subarray(4_000_000, 4_001_000))).toBe(true);
    expect(source.taken() - before).toBeLessThan(300_000);
    expect((await all(content)).equals(LOG)).toBe(true);
  });

  it('is not misled by a place that is none', async () => {
    const { content } = await contentOf(memory(noted(-1234)), 'a.log');
    const got = await content.read(3_100_000, 1000);
    const right = Buffer.from(got).equals(LOG.subarray(3_100_000, 3_101_000));
    if (!right) {
      await expect(all(content)).rejects.toThrow(/checksum/);
      expect(content.distrust()).toBe(true);
    }
    expect((await all(content)).equals(LOG)).toBe(true);
  });
});

/** What lives on the heap: garbage is collected first, or the figure tells of the collector. */
function used(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

describe('hostile ZIPs', () => {
  it('names what is wrong with each entry', async () => {
    const made = zipOf([
      { name: '/etc/passwd', text: 'x' },
      { name: '../../up.txt', text: 'x' },
      { name: 'a\u202etxt.exe', text: 'x' },
      { name: 'C:\\windows', text: 'x' },
      { name: 'twice.txt', text: 'x' },
      { name: 'twice.txt', text: 'y' },
      { name: 'secret.txt', text: 'x', says: { flags: 0x801 } },
      { name: 'strange.txt', text: 'x', says: { method: 14 } },
      { name: 'bomb.txt', text: 'x', says: { size: 4_000_000_000 } },
      { name: '<img src=x onerror=alert(1)>.txt', text: '<script>alert(1)</script>' },
    ]);
    const { entries, faults } = await readDirectory(memory(made));
    expect(faults).toEqual([]);
    expect(entries.map((entry) => entry.faults)).toEqual([
      ['bad-name'],
      ['bad-name'],
      ['bad-name'],
      ['bad-name'],
      [],
      ['duplicate'],
      ['encrypted'],
      ['unknown-method'],
      ['impossible-size'],
      [],
    ]);
    for (const name of ['secret.txt', 'strange.txt', 'bomb.txt']) {
      const { content } = await contentOf(memory(made), name);
      await expect(content.read(0, 10)).rejects.toThrow(/encrypted|unknown|impossible/);
    }
  });

  it('sees entries that share bytes', async () => {
    const text = logText(50_000);
    const made = zipOf([
      { name: 'a', text },
      { name: 'b', text, says: { offset: 0, localName: 'b' } },
      { name: 'c', text: 'x', says: { packedSize: 1_000_000, size: 1_000_000 } },
    ]);
    const { entries, faults } = await readDirectory(memory(made));
    expect(faults).toEqual(['overlaps']);
    expect(entries.map((entry) => entry.faults)).toEqual([['overlaps'], [], ['outside']]);
  });

  it.each([
    ['shorter than stated', { size: 200_000 }, /text ends after 100000/],
    ['of another checksum', { crc: 7 }, /checksum/],
    ['of another name in its header', { localName: 'b.txt' }, /another name/],
  ])('says so of an entry %s', async (_, says, why) => {
    const made = zipOf([{ name: 'a.txt', text: logText(100_000), says }]);
    const { content } = await contentOf(memory(made), 'a.txt');
    await expect(all(content)).rejects.toThrow(why);
  });

  it('unpacks no more than is stated', async () => {
    const bomb = Buffer.alloc(50_000_000);
    const made = zipOf([{ name: 'a.txt', text: bomb, says: { size: 1000, crc: 0 } }]);
    const { content } = await contentOf(memory(made), 'a.txt');
    await expect(all(content)).rejects.toThrow(/checksum/);
    expect(await content.read(0, 1_000_000)).toHaveLength(1000);
  });

  it('survives any byte of a small ZIP being another', async () => {
    const made = zipOf([
      { name: 'a.txt', text: logText(400) },
      { name: 'b.txt', text: 'hello' },
    ]);
    let seed = 20261124;
    for (let round = 0; round < 1000; round++) {
      const broken = Buffer.from(made);
      for (let n = 0; n < 1 + (round % 3); n++) {
        seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
        broken[(seed >> 4) % broken.length] = seed & 0xff;
      }
      const source = memory(broken);
      try {
        const { entries, offset } = await readDirectory(source);
        for (const entry of entries) {
          const { Content } = await import('../../../../frontend/review/text/content.ts');
          await all(new Content(source, entry, offset)).catch(expectKnown);
        }
      } catch (error) {
        expectKnown(error);
      }
    }
  });

  function expectKnown(error: unknown): void {
    expect((error as Error).name).toMatch(/^(Damaged|NotOpened)$/);
  }

  it('lists a part of too many entries, in bounded memory', async () => {
    const record = zipOf([{ name: 'x.txt', text: 'x' }]);
    const one = record.subarray(30 + 5 + 3, record.length - 22);
    const many = 1_000_000;
    const directory = Buffer.alloc(one.length * many, one);
    const end = Buffer.from(record.subarray(record.length - 22));
    end.writeUInt32LE(directory.length, 12);
    const made = Buffer.concat([record.subarray(0, 38), directory, end]);
    const before = used();
    const { entries, faults } = await readDirectory(memory(made));
    expect(entries).toHaveLength(100_000);
    expect(faults).toContain('too-many');
    expect(used() - before).toBeLessThan(300_000_000);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['no ZIP', Buffer.from('hello, this is no ZIP at all, really not')],
    ['half a ZIP', zipOf([{ name: 'a', text: LOG }]).subarray(0, 100_000)],
  ])('refuses %s', async (_, bytes) => {
    await expect(readDirectory(memory(bytes))).rejects.toThrow(/no ZIP/);
  });
});
