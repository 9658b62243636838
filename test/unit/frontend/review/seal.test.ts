/** @jest-environment node */
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import {
  Sealing,
  type Choosing,
} from '../../../../frontend/admin/review/hand-over/sealing-store.ts';
import { failureOf, Reviewer } from '../../../../frontend/review/reviewer.ts';
import { Sealer } from '../../../../frontend/review/seal/sealer.ts';
import { shelfOf, type Shelf } from '../../../../frontend/review/seal/places.ts';
import { encrypted, isRecipient } from '../../../../frontend/review/seal/age.ts';
import { blobSource, type ByteSource } from '../../../../frontend/review/zip/source.ts';
import {
  keyFault,
  listOf,
  noteOf,
  partsOf,
  plainFileName,
  type Wanted,
} from '../../../../frontend/shared/hand-over.ts';
import { createTranslate } from '../../../../frontend/shared/i18n.ts';
import { joined } from './joined.ts';
import { manifestOf, zipOf } from './zips.ts';

const MIB = 1024 * 1024;
const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const sum = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

interface Case extends Wanted {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  readonly note: readonly string[];
}

/** HandOverCallsTest holds the server to the same cases. */
const CASES = JSON.parse(readFileSync('test/conformance/hand-over/cases.json', 'utf8')) as Case[];

it.each(CASES)('names, sizes and note are those of the server: $file $limit $to', (one) => {
  const parts = partsOf(one.file, one.bytes, one);
  expect(listOf(parts).map(({ name, length }) => ({ name, bytes: length }))).toEqual(one.files);
  const note = noteOf(parts, one.sha256, createTranslate('en'));
  expect(note.split('\r\n')).toEqual([...one.note, '']);
});

it.each([
  ['a b;$(rm).zip', 'a-b-rm-.zip'],
  ['-rf.ZIP', 'rf.zip'],
  ['../…zip', 'zip.zip'],
  ['.zip', 'support.zip'],
  ['x'.repeat(300), `${'x'.repeat(66)}.zip`],
])('the name of a file is safe in a command: %s', (name, safe) => {
  expect(plainFileName(name)).toBe(safe);
});

const KEY = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';

it.each([
  [KEY, true],
  [`${KEY.slice(0, -1)}q`, false],
  [KEY.toUpperCase(), false],
  ['age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq', false],
  // A point of small order: whoever encrypts to it encrypts to everybody.
  ['age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z', false],
  ['age1pq1qqqq', false],
  ['ssh-ed25519 AAAA', false],
])('a key is one: %s %s', async (key, fits) => {
  expect(await isRecipient(key)).toBe(fits);
});

it('a secret key is known in any case, and with what stands around it', () => {
  expect(keyFault('# mine\nage-secret-key-1abc')).toBe('secret');
  expect(keyFault('AGE-SECRET-KEY-PQ-1ABC')).toBe('secret');
});

async function opened(file: Blob | undefined, identity: string): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypter.decrypt(new Uint8Array(await (file ?? new Blob()).arrayBuffer()));
}

const encrypting = (): Promise<typeof encrypted> => Promise.resolve(encrypted);

async function sealed(bytes: Buffer, wanted: Wanted, shelf: Shelf = shelfOf(undefined)) {
  const source = blobSource(new Blob([new Uint8Array(bytes)]));
  return new Sealer(source, partsOf('a.zip', bytes.length, wanted), encrypting).write(shelf);
}

it.each([1, 65_535, 65_536, 65_537, MIB, MIB + 1])(
  '%i bytes are opened by the key',
  async (size) => {
    const identity = await generateX25519Identity();
    const bytes = randomBytes(size);
    const made = await sealed(bytes, { to: await identityToRecipient(identity) });
    const [file] = made.files;
    expect(made.sha256).toBe(sum(bytes));
    expect(file?.file?.size).toBe(file?.bytes);
    expect(sum(new Uint8Array(await (file?.file ?? new Blob()).arrayBuffer()))).toBe(file?.sha256);
    expect(sum(await opened(file?.file, identity))).toBe(sum(bytes));
    await expect(opened(file?.file, await generateX25519Identity())).rejects.toThrow();
  },
);

it('parts are no larger than was said, each opens by itself, and they join to the whole', async () => {
  const identity = await generateX25519Identity();
  const bytes = randomBytes(3 * MIB + 5);
  for (const to of [undefined, await identityToRecipient(identity)]) {
    const made = await sealed(bytes, { limit: MIB, ...(to === undefined ? {} : { to }) });
    expect(made.files).toHaveLength(4);
    const joined: Uint8Array[] = [];
    for (const { file, bytes: said } of made.files) {
      expect(file?.size).toBe(said);
      expect(said).toBeLessThanOrEqual(MIB);
      joined.push(
        to === undefined
          ? new Uint8Array(await (file ?? new Blob()).arrayBuffer())
          : await opened(file, identity),
      );
    }
    expect(sum(Buffer.concat(joined))).toBe(sum(bytes));
  }
});

it('reads no further than it has written', async () => {
  let read = 0;
  const source: ByteSource = {
    size: 64 * MIB,
    read: (_, length) => {
      read += length;
      return Promise.resolve(new Uint8Array(length));
    },
  };
  let written = 0;
  let ahead = 0;
  const shelf: Shelf = {
    ...shelfOf(undefined),
    put: () =>
      Promise.resolve({
        write: async (part) => {
          written += part instanceof Blob ? part.size : part.length;
          ahead = Math.max(ahead, read - written);
          await pause();
        },
        close: () => Promise.resolve(undefined),
        abort: () => Promise.resolve(),
      }),
  };
  const parts = partsOf('a.zip', source.size, { to: KEY });
  await new Sealer(source, parts, encrypting).write(shelf);
  expect(written).toBeGreaterThan(64 * MIB);
  expect(ahead).toBeLessThanOrEqual(3 * MIB);
});

/** A folder of the browser, as far as it is used. */
function folder(there: Map<string, string>): FileSystemDirectoryHandle {
  const file = (name: string): object => ({
    kind: 'file',
    createWritable: () => {
      let size = 0;
      return Promise.resolve({
        write: (part: Uint8Array) => {
          size += part.length;
          return Promise.resolve();
        },
        close: () => Promise.resolve(there.set(name, String(size))),
        abort: () => Promise.resolve(),
      });
    },
  });
  return {
    kind: 'directory',
    getFileHandle: (name: string, options?: { readonly create: boolean }) => {
      if (!there.has(name) && options?.create !== true) {
        return Promise.reject(new DOMException('none', 'NotFoundError'));
      }
      there.set(name, there.get(name) ?? '');
      return Promise.resolve(file(name));
    },
    removeEntry: (name: string) => {
      there.delete(name);
      return Promise.resolve();
    },
  } as unknown as FileSystemDirectoryHandle;
}

it('a folder gets the parts, and nothing of it is overwritten', async () => {
  const there = new Map([['mine.txt', 'x']]);
  await sealed(randomBytes(MIB + 9), { limit: MIB }, shelfOf(folder(there)));
  expect([...there]).toEqual([
    ['mine.txt', 'x'],
    ['a.zip.001', String(MIB)],
    ['a.zip.002', '9'],
  ]);
  const again = sealed(randomBytes(MIB + 9), { limit: MIB }, shelfOf(folder(there)));
  expect(failureOf(await again.catch((error: unknown) => error)).kind).toBe('occupied');
});

it('what breaks or is stopped leaves no part behind', async () => {
  const there = new Map<string, string>();
  const parts = partsOf('a.zip', 4 * MIB, { limit: MIB, to: KEY });
  const source: ByteSource = {
    size: 4 * MIB,
    read: (at, length) => {
      if (at > 2 * MIB) {
        sealer.stop();
      }
      return Promise.resolve(new Uint8Array(length));
    },
  };
  const sealer = new Sealer(source, parts, encrypting);
  const error: unknown = await sealer.write(shelfOf(folder(there))).catch((e: unknown) => e);
  expect(failureOf(error).kind).toBe('stopped');
  expect([...there]).toEqual([]);
});

it('more parts than a command can join are refused', async () => {
  const many = new Sealer(
    blobSource(new Blob()),
    partsOf('a.zip', 100 * MIB, { limit: MIB }),
    encrypting,
  );
  const error: unknown = await many.write(shelfOf(undefined)).catch((e: unknown) => e);
  expect(failureOf(error).kind).toBe('too-many-parts');
});

const TEXT = randomBytes(MIB).toString('base64');
const ZIP = zipOf([
  { name: 'a.log', text: TEXT },
  { name: 'b.log', text: 'secret' },
  { name: 'manifest.json', text: manifestOf([]) },
]);

describe('on the page', () => {
  const saved: string[] = [];
  const asked: string[] = [];
  const choosing: Choosing = {
    choose: (name) => {
      asked.push(name);
      return Promise.resolve(undefined);
    },
    chooseFolder: () => Promise.resolve('no'),
    receivers: () => Promise.resolve([{ name: 'Acme', key: KEY }]),
    save: (name) => saved.push(name),
    wait: pause,
  };

  async function sealing(changed: boolean, around = choosing): Promise<Sealing> {
    const reviewer = new Reviewer(pause);
    await reviewer.open(new Blob([new Uint8Array(ZIP)]));
    const wish = {
      ...{ removed: [1], cuts: [], words: [], added: [], by: '', at: '2026-03-02T10:00:00Z' },
      overview: {
        ...{ language: 'en', title: 'Changed', note: '', removed: '', changed: '', added: '' },
        entries: '',
      },
    };
    return new Sealing(
      joined(reviewer),
      { file: 'a.zip', size: ZIP.length, wish: changed ? wish : undefined, unwieldy: false },
      around,
    );
  }

  beforeEach(() => {
    saved.length = 0;
    asked.length = 0;
  });

  it('the changed ZIP is encrypted, and told with what the search found', async () => {
    const identity = await generateX25519Identity();
    const store = await sealing(true);
    store.edit({ to: ` ${await identityToRecipient(identity)} ` });
    await store.make();
    const { ready } = store.state.get();
    expect([asked, saved, ready?.where]).toEqual([['a.zip.age'], ['a.zip.age'], 'here']);
    expect(ready?.sealed.changed).toMatchObject({ removed: 1 });
    const zip = await opened(ready?.sealed.files[0]?.file, identity);
    expect(sum(zip)).toBe(ready?.sealed.sha256);
    const reader = new Reviewer(pause);
    const { entries } = await reader.open(new Blob([new Uint8Array(zip)]));
    expect(entries.map(({ name }) => name)).toEqual(['a.log', 'manifest.json', 'index.html']);
  });

  it('without a key and a size it is the file that was opened', async () => {
    const store = await sealing(false);
    await store.make();
    const { ready } = store.state.get();
    expect([asked, saved, ready?.where]).toEqual([[], [], 'same']);
    expect(ready?.sealed.sha256).toBe(sum(ZIP));
  });

  it('says what does not fit, and makes nothing where no folder is chosen', async () => {
    const store = await sealing(false);
    for (const [draft, fault] of [
      [{ to: 'AGE-SECRET-KEY-1X' }, 'secret'],
      [{ to: `${KEY.slice(0, -1)}q` }, 'form'],
      [{ to: '', size: '0.5' }, 'size'],
      [{ size: 'many' }, 'size'],
      [{ size: '1' }, undefined],
    ] as const) {
      store.edit(draft);
      await store.make();
      expect(store.state.get()).toMatchObject({ fault, ready: undefined, work: undefined });
    }
  });

  it('a kept key can be chosen', async () => {
    const store = await sealing(false);
    await store.begin();
    expect(store.state.get().receivers).toEqual([{ name: 'Acme', key: KEY }]);
  });

  it('several files wait for a click each', async () => {
    const store = await sealing(false, {
      ...choosing,
      chooseFolder: () => Promise.resolve(undefined),
    });
    store.edit({ size: '1' });
    await store.make();
    expect(store.state.get().ready?.sealed.files.map(({ name }) => name)).toEqual([
      ...['a.zip.001', 'a.zip.002'],
    ]);
    expect(saved).toEqual([]);
  });
});
