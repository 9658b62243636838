/** @jest-environment node */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { edited } from '../../../../frontend/review/change/edit.ts';
import { central, end, headerOf, local } from '../../../../frontend/review/change/records.ts';
import { SecondLook } from '../../../../frontend/review/change/second-look.ts';
import type { Sink } from '../../../../frontend/review/change/sink.ts';
import { ZipWriter } from '../../../../frontend/review/change/zip-writer.ts';
import { Words, type Wanted } from '../../../../frontend/review/change/words.ts';
import { Reviewer } from '../../../../frontend/review/reviewer.ts';
import { readDirectory } from '../../../../frontend/review/zip/directory.ts';
import { blobSource } from '../../../../frontend/review/zip/source.ts';
import type { Changed, OverviewWords, Wish } from '../../../../frontend/shared/review-changes.ts';
import { all, contentOf, logText, manifestOf, memory, zipOf, type Made } from './zips.ts';

/** The records that a writer has ready for its directory. */
function records(zip: ZipWriter): Uint8Array[] {
  return (zip as unknown as { readonly records: Uint8Array[] }).records;
}

interface Table {
  readonly texts: readonly {
    readonly name: string;
    readonly text: string;
    readonly lines: readonly { readonly from: number; readonly to: number }[];
    readonly words: readonly Wanted[];
    readonly after: string;
    readonly takenLines: number;
    readonly takenWords: number;
  }[];
  readonly looks: readonly { readonly text: string; readonly found: Record<string, number> }[];
  readonly zips: readonly {
    readonly name: string;
    readonly entries: readonly { name: string; text: string; times?: number; facts?: object }[];
    readonly removed: readonly string[];
    readonly lines: readonly { readonly entry: string; from: number; to: number }[];
    readonly words: readonly (Wanted & { readonly entries: readonly string[] })[];
    readonly by: string;
    readonly after: readonly { name: string; lead?: string; text?: string; times?: number }[];
    readonly changes: object;
  }[];
}

/** The server is held to the same results. */
const TABLE = JSON.parse(readFileSync('test/conformance/review/changes.json', 'utf8')) as Table;

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

const OVERVIEW: OverviewWords = {
  ...{ language: 'en', title: 'Changed <ZIP>', note: 'A person changed it.', removed: 'Gone' },
  ...{ changed: 'Edited', added: 'Added', entries: 'All' },
};

const NOTHING: Wish = {
  ...{ removed: [], cuts: [], words: [], added: [], by: '', at: '2026-03-02T10:00:00Z' },
  overview: OVERVIEW,
};

function entryOf(name: string, text: Buffer | string): object {
  const bytes = Buffer.from(text as string);
  return {
    ...{
      name,
      item: 'product-logs',
      source: '/var/log/x',
      state: 'whole',
      redactions: { user: 3 },
    },
    ...{
      bytesBefore: bytes.length,
      bytesAfter: bytes.length,
      bytesPacked: 9,
      sha256: sha256(bytes),
    },
  };
}

const LOG = logText(900_000);
const NOTES = 'one\r\ntwo Geheim\nthree geheim and GEHEIM\nfour\n';
const TEXTS: readonly Made[] = [
  { name: 'logs/a.log', text: LOG },
  { name: 'notes.txt', text: NOTES },
  { name: 'secret/keys.txt', text: 'geheim' },
];

function supportZip(more: readonly Made[] = [], changes?: readonly object[]): Buffer {
  const manifest = JSON.parse(
    manifestOf(TEXTS.map(({ name, text }) => entryOf(name, text as string))),
  ) as object;
  return zipOf([
    ...TEXTS,
    ...more,
    {
      name: 'manifest.json',
      text: JSON.stringify(changes === undefined ? manifest : { ...manifest, changes }),
    },
    {
      name: 'index.html',
      text: '<!doctype html><html><body class="x"><p>geheim</p></body></html>',
    },
  ]);
}

async function reviewer(
  zip: Buffer,
): Promise<{ reviewer: Reviewer; index: (name: string) => number }> {
  const one = new Reviewer(pause);
  const { entries } = await one.open(new Blob([new Uint8Array(zip)]));
  return { reviewer: one, index: (name) => entries.find((entry) => entry.name === name)!.index };
}

async function bytesOf({ file }: Changed): Promise<Buffer> {
  return Buffer.from(await file!.arrayBuffer());
}

async function textsOf(zip: Buffer): Promise<Record<string, string>> {
  const { entries } = await readDirectory(memory(zip));
  const texts: Record<string, string> = {};
  for (const { name } of entries) {
    texts[name] = (await all((await contentOf(memory(zip), name)).content)).toString();
  }
  return texts;
}

interface Manifest {
  readonly entries: readonly Record<string, unknown>[];
  readonly changes: readonly Record<string, unknown>[];
}

const schema = JSON.parse(readFileSync('docs/manifest.schema.json', 'utf8')) as object;

/** Also that it is as its schema says, and states the truth of each entry. */
function manifestIn(texts: Record<string, string>): Manifest {
  const manifest = JSON.parse(texts['manifest.json'] ?? '') as Manifest;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  const valid = ajv.compile(schema);
  expect({ valid: valid(manifest), errors: valid.errors }).toEqual({ valid: true, errors: null });
  const own = ['manifest.json', 'index.html'];
  const there = manifest.entries.filter(({ state }) => state !== 'missing');
  expect(there.map(({ name }) => name).sort()).toEqual(
    Object.keys(texts)
      .filter((name) => !own.includes(name))
      .sort(),
  );
  for (const { name, sha256: sum, bytesAfter } of there) {
    const text = texts[name as string] ?? '';
    expect([name, bytesAfter, sum]).toEqual([name, Buffer.byteLength(text), sha256(text)]);
  }
  return manifest;
}

function check(zip: Buffer, use: (folder: string) => void = () => undefined): void {
  const folder = mkdtempSync(join(tmpdir(), 'hearth-changed-'));
  try {
    writeFileSync(join(folder, 'a.zip'), zip);
    const run = (program: string, ...args: string[]): void => {
      execFileSync(program, args, { cwd: folder, stdio: 'pipe' });
    };
    run('unzip', '-tq', 'a.zip');
    run('7z', 't', 'a.zip');
    run('python3', '-c', "import zipfile;assert zipfile.ZipFile('a.zip').testzip() is None");
    use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the changed ZIP', () => {
  it('lacks what was taken out, holds what was added, and its manifest tells both', async () => {
    const { reviewer: one, index } = await reviewer(supportZip());
    const note = await one.add('../../my note.txt', new Blob(['write to ada@corp.io\n']), true);
    const word = {
      text: 'geheim',
      matchCase: false,
      indexes: [index('notes.txt'), index('logs/a.log')],
    };
    expect(await one.countWord(word)).toEqual([{ index: index('notes.txt'), count: 3 }]);
    const changed = await one.change({
      ...NOTHING,
      removed: [index('secret/keys.txt')],
      cuts: [{ index: index('notes.txt'), from: 0, to: 5 }],
      words: [{ ...word, indexes: [index('notes.txt')] }],
      added: [note.taken ? note.added.id : -1],
      by: 'Ada',
    });
    const zip = await bytesOf(changed);
    expect(changed.size).toBe(zip.length);
    expect(changed.check).toEqual({ entries: 2, found: 1 });
    check(zip);
    const texts = await textsOf(zip);
    expect(texts['notes.txt']).toBe(
      '[Hearth: 1 line taken out by a person]\ntwo [taken out]\nthree [taken out] and [taken out]\nfour\n',
    );
    expect(texts['added/my_note.txt']).toBe('write to ada@corp.io\n');
    expect(Buffer.from(texts['logs/a.log'] ?? '').equals(LOG)).toBe(true);
    const { entries, changes } = manifestIn(texts);
    expect(entries.find(({ name }) => name === 'secret/keys.txt')).toMatchObject({
      ...{ state: 'missing', reason: 'taken-out' },
    });
    expect(changes).toEqual([
      {
        ...{ at: NOTHING.at, by: 'Ada', way: 'browser', removed: ['secret/keys.txt'] },
        edited: [{ name: 'notes.txt', lines: 1, words: 3 }],
        added: [{ name: 'added/my_note.txt', kind: 'note', takenOut: {} }],
        check: { entries: 2, found: 1 },
      },
    ]);
    // Neither what went nor where it came from is anywhere.
    expect(Object.values(texts).join('').toLowerCase()).not.toContain('geheim');
    expect(texts['index.html']).toContain('Changed &#60;ZIP&#62;');
  });

  it('holds the packed bytes of what did not change', async () => {
    const before = supportZip();
    const { reviewer: one, index } = await reviewer(before);
    const zip = await bytesOf(await one.change({ ...NOTHING, removed: [index('notes.txt')] }));
    const packed = async (of: Buffer): Promise<Buffer> => {
      const { entries } = await readDirectory(memory(of));
      const entry = entries.find(({ name }) => name === 'logs/a.log')!;
      const start =
        entry.offset + 30 + of.readUInt16LE(entry.offset + 26) + of.readUInt16LE(entry.offset + 28);
      return of.subarray(start, start + entry.packedSize);
    };
    expect((await packed(zip)).equals(await packed(before))).toBe(true);
  });

  it('keeps the overview with a note where something was only added', async () => {
    const { reviewer: one } = await reviewer(
      supportZip([], [{ at: NOTHING.at, way: 'browser', removed: [], edited: [], added: [] }]),
    );
    const added = await one.add(
      'a.png',
      new Blob([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1)]),
      false,
    );
    const texts = await textsOf(
      await bytesOf(await one.change({ ...NOTHING, added: [added.taken ? added.added.id : -1] })),
    );
    expect(texts['index.html']).toMatch(/<body class="x">\s*<p><strong>A person changed it/);
    expect(texts['index.html']).toContain('<a href="added/a.png">');
    expect(texts['index.html']).toContain('geheim');
    const manifest = JSON.parse(texts['manifest.json'] ?? '') as Manifest;
    expect(manifest.changes).toHaveLength(2);
    expect(manifest.changes[1]).not.toHaveProperty('by');
  });

  it('lacks entries that could harm whoever unpacks it', async () => {
    const { reviewer: one } = await reviewer(supportZip([{ name: '../up.txt', text: 'x' }]));
    const changed = await one.change(NOTHING);
    expect(Object.keys(await textsOf(await bytesOf(changed)))).not.toContain('../up.txt');
    expect(changed.removed).toBe(1);
  });

  it('is not made from an entry that is broken, and names it', async () => {
    const { reviewer: one, index } = await reviewer(
      supportZip([{ name: 'broken.log', text: LOG, says: { crc: 5 } }]),
    );
    const cuts = [{ index: index('broken.log'), from: 0, to: 5 }];
    await expect(one.change({ ...NOTHING, cuts })).rejects.toThrow(/^broken\.log: its checksum/);
  });

  it('ends when it is not wanted any more', async () => {
    const { reviewer: one, index } = await reviewer(
      supportZip([{ name: 'b.log', text: logText(9_000_000) }]),
    );
    const work = one.change({ ...NOTHING, cuts: [{ index: index('b.log'), from: 0, to: 90 }] });
    one.stopWork();
    await expect(work).rejects.toThrow('stopped');
  });
});

describe('ZIP64', () => {
  it('is used for what lies beyond 4 GB, and for as many entries', async () => {
    const { entries } = await readDirectory(memory(supportZip()));
    const wide = { ...headerOf(entries[0]!), size: 5e9, packedSize: 4.5e9 };
    const record = Buffer.from(central(wide, 6e9, false));
    const extra = record.subarray(46 + wide.name.length + wide.extra.length);
    expect([20, 24, 42].map((at) => record.readUInt32LE(at))).toEqual([
      0xffffffff, 0xffffffff, 0xffffffff,
    ]);
    expect([4, 12, 20].map((at) => Number(extra.readBigUInt64LE(at)))).toEqual([5e9, 4.5e9, 6e9]);
    const before = Buffer.from(local(wide, false)).subarray(-16);
    expect([0, 8].map((at) => Number(before.readBigUInt64LE(at)))).toEqual([5e9, 4.5e9]);
    expect(end(3, 5e9, 100)).toHaveLength(56 + 20 + 22);
    expect(end(70_000, 5, 100)).toHaveLength(56 + 20 + 22);
    expect(end(3, 5, 100)).toHaveLength(22);
  });

  it('of 66,000 entries is read by other tools', async () => {
    const source = memory(zipOf([{ name: 'f/00000', text: 'x' }]));
    const { entries, offset } = await readDirectory(source);
    const parts: Uint8Array[] = [];
    const sink: Sink = {
      write: (part) => Promise.resolve(void parts.push(part as Uint8Array)),
      close: () => Promise.resolve(undefined),
      abort: () => Promise.resolve(),
    };
    const zip = new ZipWriter(sink, () => undefined);
    for (let n = 0; n < 66_000; n++) {
      await zip.copy(source, entries[0]!, offset);
      // Another name of the same length, in the header before it and in the directory.
      const name = Buffer.from(String(n).padStart(5, '0'));
      parts.at(-2)!.set(name, 32);
      records(zip).at(-1)!.set(name, 48);
    }
    await zip.close();
    check(Buffer.concat(parts), (folder) => {
      const count = 'import zipfile;print(len(set(zipfile.ZipFile("a.zip").namelist())))';
      const told = execFileSync('python3', ['-c', count], { cwd: folder }).toString();
      expect(Number(told)).toBe(66_000);
    });
  });
});

describe('taking out', () => {
  async function of(
    text: Buffer,
    cuts: readonly { from: number; to: number }[],
    wanted: readonly Wanted[],
    step: number,
  ): Promise<readonly [string, number, number]> {
    // eslint-disable-next-line @typescript-eslint/require-await -- as a file that is read gives them
    async function* pieces(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < text.length; at += step) {
        yield text.subarray(at, at + step);
      }
    }
    const taken = { lines: 0, words: 0 };
    const parts: Buffer[] = [];
    for await (const part of edited(pieces(), cuts, new Words(wanted), taken)) {
      parts.push(Buffer.from(part));
    }
    return [Buffer.concat(parts).toString(), taken.lines, taken.words];
  }

  it.each(TABLE.texts)(
    '$name, wherever the text is cut while it is read',
    async ({ text, lines, words, after, takenLines, takenWords }) => {
      const bytes = Buffer.from(text);
      for (let step = 1; step <= bytes.length; step++) {
        expect([step, ...(await of(bytes, lines, words, step))]).toEqual([
          ...[step, after, takenLines, takenWords],
        ]);
      }
    },
  );

  it.each(TABLE.zips)('of a ZIP, as the server does it: $name', async (one) => {
    const source = zipOf([
      ...one.entries.map(({ name, text, times = 1 }) => ({ name, text: text.repeat(times) })),
      {
        name: 'manifest.json',
        text: manifestOf(
          one.entries.map(({ name, text, times = 1, facts }) => ({
            ...entryOf(name, text.repeat(times)),
            ...facts,
          })),
        ),
      },
      { name: 'index.html', text: '' },
    ]);
    const { reviewer: review, index } = await reviewer(source);
    const changed = await review.change({
      ...NOTHING,
      removed: one.removed.map(index),
      cuts: one.lines.map(({ entry, from, to }) => ({ index: index(entry), from, to })),
      words: one.words.map(({ entries, ...word }) => ({ ...word, indexes: entries.map(index) })),
      by: one.by,
    });
    const zip = await bytesOf(changed);
    const texts = await textsOf(zip);
    const { entries, changes } = manifestIn(texts);
    expect(changes).toEqual([{ at: NOTHING.at, way: 'browser', ...one.changes }]);
    for (const { name, text, lead = '', times = 1, ...told } of one.after) {
      const whole = text === undefined ? undefined : lead + text.repeat(times);
      expect(texts[name]).toBe(whole);
      expect(entries.find((entry) => entry['name'] === name)).toMatchObject({
        ...told,
        ...(whole === undefined
          ? {}
          : { bytesAfter: Buffer.byteLength(whole), sha256: sha256(whole) }),
      });
    }
  });
});

describe('the second look', () => {
  const look = (text: string): Record<string, number> => {
    const search = new SecondLook();
    search.write(Buffer.from(text));
    return search.end();
  };

  it.each(TABLE.looks)('$text', ({ text, found }) => {
    expect(look(text)).toEqual(found);
  });

  it('counts each place once, across windows', () => {
    const line = 'x'.repeat(97) + ' ada@corp.io\n';
    expect(look(line.repeat(30_000))).toEqual({ mail: 30_000 });
  });
});

it('reads a file on the disk without holding it', () => {
  expect(blobSource(new Blob(['abc'])).part?.(1, 1).size).toBe(1);
});
