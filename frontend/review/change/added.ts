import {
  ADDED_FOLDER,
  MOST_ADDED,
  MOST_BYTES,
  type Added,
  type AddedKind,
  type AddAnswer,
  type Tally,
  type Unwelcome,
} from '../../shared/review-changes';
import { cleanHar, NotAHar } from './har';
import { SecondLook } from './second-look';

/** A file that goes into the ZIP, as it is then. */
export interface Ready extends Added {
  readonly content: Blob;
  /** Of the file that was given. */
  readonly sizeBefore: number;
}

/** The first bytes of images that a browser shows. */
const IMAGES: Readonly<Record<string, readonly number[]>> = {
  png: [0x89, 0x50, 0x4e, 0x47],
  jpg: [0xff, 0xd8, 0xff],
  gif: [0x47, 0x49, 0x46, 0x38],
  webp: [0x52, 0x49, 0x46, 0x46],
};

const LONGEST_NAME = 80;

/** The files that a person adds: looked at, cleaned, named, and kept until the ZIP is written. */
export class AddedFiles {
  private readonly files: Ready[] = [];

  get(id: number): Ready | undefined {
    return this.files[id];
  }

  /** @param taken names that the ZIP has already */
  async add(
    name: string,
    file: Blob,
    note: boolean,
    taken: ReadonlySet<string>,
  ): Promise<AddAnswer> {
    const refused = (why: Unwelcome): AddAnswer => ({ taken: false, why });
    if (this.files.length >= MOST_ADDED) {
      return refused('too-many');
    }
    const kind = note ? 'note' : await kindOf(name, file);
    if (kind === undefined) {
      return refused('not-known');
    }
    if (file.size === 0 || file.size > MOST_BYTES[kind]) {
      return refused(file.size === 0 ? 'empty' : 'too-large');
    }
    const clean = await contentOf(kind, file);
    if (typeof clean === 'string') {
      return refused(clean);
    }
    const ready: Ready = {
      id: this.files.length,
      kind,
      name: this.nameFor(name, kind, taken),
      size: clean.content.size,
      sizeBefore: file.size,
      ...clean,
    };
    this.files.push(ready);
    const { id, size, takenOut, found } = ready;
    return { taken: true, added: { id, kind, name: ready.name, size, takenOut, found } };
  }

  private nameFor(given: string, kind: AddedKind, taken: ReadonlySet<string>): string {
    const [, stem = '', end = ''] = /^(.*?)(\.[A-Za-z0-9]{1,10})?$/s.exec(tame(given)) ?? [];
    const ending = end === '' && kind === 'note' ? '.txt' : end;
    for (let number = 1; ; number++) {
      const numbered = number === 1 ? '' : `-${String(number)}`;
      const name = `${ADDED_FOLDER}${stem === '' ? kind : stem}${numbered}${ending}`;
      if (!taken.has(name) && !this.files.some((other) => other.name === name)) {
        return name;
      }
    }
  }
}

/** A name that leads nowhere and means nothing to any system. */
function tame(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '_')
    .replace(/^[._-]+|[._]+$/g, '')
    .slice(-LONGEST_NAME);
}

async function kindOf(name: string, file: Blob): Promise<AddedKind | undefined> {
  const head = new Uint8Array(await file.slice(0, 8).arrayBuffer());
  if (Object.values(IMAGES).some((mark) => mark.every((byte, i) => head[i] === byte))) {
    return 'image';
  }
  if (/\.har$/i.test(name)) {
    return 'har';
  }
  const start = new Uint8Array(await file.slice(0, 64 * 1024).arrayBuffer());
  return start.includes(0) ? undefined : 'text';
}

type Clean = { readonly content: Blob; readonly takenOut: Tally; readonly found: Tally };

async function contentOf(kind: AddedKind, file: Blob): Promise<Clean | Unwelcome> {
  if (kind === 'image') {
    return { content: file, takenOut: {}, found: {} };
  }
  if (kind === 'har') {
    try {
      const { text, takenOut } = cleanHar(await file.text());
      const content = new Blob([text]);
      return { content, takenOut, found: await lookedAt(content) };
    } catch (error) {
      if (error instanceof NotAHar || error instanceof RangeError) {
        return 'not-a-har';
      }
      throw error;
    }
  }
  return { content: file, takenOut: {}, found: await lookedAt(file) };
}

async function lookedAt(file: Blob): Promise<Tally> {
  const look = new SecondLook();
  for await (const piece of piecesOf(file)) {
    look.write(piece);
  }
  return look.end();
}

const PIECE = 1024 * 1024;

export async function* piecesOf(file: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += PIECE) {
    yield new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer());
  }
}
