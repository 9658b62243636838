import type { Changed, Tally, Wish, Word, WordCount, WorkState } from '../../shared/review-changes';
import { MOST_MANIFEST_BYTES } from '../manifest';
import { Content } from '../text/content';
import { Damaged } from '../zip/damaged';
import type { Directory } from '../zip/directory';
import type { ZipEntry } from '../zip/entry';
import type { ByteSource } from '../zip/source';
import { piecesOf, type AddedFiles, type Ready } from './added';
import { edited } from './edit';
import { changedManifest, total, type Outcome } from './manifest-change';
import { notedOverview, plainOverview } from './overview';
import { SecondLook } from './second-look';
import type { Sink } from './sink';
import { Words } from './words';
import { ZipWriter, type Written } from './zip-writer';

export const MANIFEST = 'manifest.json';
export const OVERVIEW = 'index.html';
const MOST_OVERVIEW_BYTES = 32 * 1024 * 1024;

/** Somebody does not want the result any more. */
export class Stopped extends Error {
  constructor() {
    super('stopped');
    this.name = 'Stopped';
  }
}

/** An entry that the change needs cannot be read; the person may take it out. */
export class EntryFailed extends Error {
  constructor(
    readonly entry: string,
    override readonly cause: unknown,
  ) {
    super(`${entry}: ${cause instanceof Error ? cause.message : String(cause)}`);
    this.name = 'EntryFailed';
  }
}

interface Parts {
  readonly source: ByteSource;
  readonly directory: Directory;
  readonly files: AddedFiles;
  readonly pause: () => Promise<void>;
}

interface Edit {
  readonly cuts: readonly { readonly from: number; readonly to: number }[];
  readonly words: Words;
}

/** One piece of long work on a ZIP: counting a word, or writing what a person wants. */
export class Changer {
  private done = 0;
  private whole = 0;
  private stopped = false;

  constructor(private readonly parts: Parts) {}

  get state(): WorkState {
    return { done: this.done, total: this.whole };
  }

  stop(): void {
    this.stopped = true;
  }

  private passed(bytes: number): void {
    this.done += bytes;
    if (this.stopped) {
      throw new Stopped();
    }
  }

  /** Which of the entries hold a text, and how often. */
  async count(word: Word): Promise<readonly WordCount[]> {
    const { directory } = this.parts;
    const entries = word.indexes
      .flatMap((index) => directory.entries[index] ?? [])
      .filter((entry) => isReadable(entry) && !isOwn(entry));
    this.whole = entries.reduce((sum, { size }) => sum + size, 0);
    const words = new Words([word]);
    const counts: WordCount[] = [];
    for (const entry of entries) {
      const taken = { lines: 0, words: 0 };
      await this.run(entry, edited(this.text(entry), [], words, taken));
      if (taken.words > 0) {
        counts.push({ index: entry.index, count: taken.words });
      }
    }
    return counts;
  }

  private async run(entry: ZipEntry, text: AsyncIterable<Uint8Array>): Promise<void> {
    const pieces = text[Symbol.asyncIterator]();
    await failing(entry, async () => {
      while ((await pieces.next()).done !== true) {
        continue;
      }
    });
  }

  /** The text of an entry, with room for others' questions in between. */
  private async *text(entry: ZipEntry): AsyncGenerator<Uint8Array> {
    let pages = 0;
    const content = new Content(this.parts.source, entry, this.parts.directory.offset);
    for await (const page of content.everything()) {
      yield page;
      this.passed(page.length);
      pages += 1;
      if (pages % 8 === 0) {
        await this.parts.pause();
      }
    }
  }

  /** Writes the ZIP as it is wanted. */
  async write(wish: Wish, sink: Sink): Promise<Changed> {
    try {
      return await this.written(wish, sink);
    } catch (error) {
      await sink.abort().catch(() => undefined);
      throw error;
    }
  }

  private async written(wish: Wish, sink: Sink): Promise<Changed> {
    const { source, directory, files } = this.parts;
    const edits = editsOf(wish);
    const removed = new Set(wish.removed);
    const goes = (entry: ZipEntry): boolean => removed.has(entry.index) || entry.faults.length > 0;
    const entries = directory.entries.filter((entry) => !isOwn(entry));
    const staying = entries.filter((entry) => !goes(entry));
    const added = wish.added.flatMap((id) => files.get(id) ?? []);
    this.whole =
      staying.reduce(
        (sum, entry) => sum + (edits.has(entry.index) ? entry.size : entry.packedSize),
        0,
      ) + added.reduce((sum, { size }) => sum + size, 0);
    const zip = new ZipWriter(sink, (bytes) => {
      this.passed(bytes);
    });
    const outcome = {
      removed: entries.filter(goes).map(({ name }) => name),
      edited: [] as Outcome['edited'][number][],
      added: [] as Outcome['added'][number][],
    };
    let copied = 0;
    for (const entry of staying) {
      const edit = edits.get(entry.index);
      await failing(entry, async () => {
        if (edit === undefined) {
          await zip.copy(source, entry, directory.offset);
          copied += 1;
        } else {
          outcome.edited.push(await this.edit(zip, entry, edit));
        }
      });
      if (copied % 64 === 0) {
        await this.parts.pause();
      }
    }
    for (const file of added) {
      outcome.added.push(await this.add(zip, file));
    }
    await this.own(zip, wish, outcome, [...staying.filter(({ folder }) => !folder), ...added]);
    const size = await zip.close();
    const file = await sink.close();
    return { size, ...(file === undefined ? {} : { file }), ...told(outcome) };
  }

  private async edit(
    zip: ZipWriter,
    entry: ZipEntry,
    { cuts, words }: Edit,
  ): Promise<Outcome['edited'][number]> {
    const taken = { lines: 0, words: 0 };
    const look = new SecondLook();
    const text = lookedAt(edited(this.text(entry), cuts, words, taken), look);
    const written = await zip.entry(entry.name, entry.modified, entry.size, text);
    return { name: entry.name, ...written, ...taken, found: look.end() };
  }

  private async add(zip: ZipWriter, file: Ready): Promise<Outcome['added'][number]> {
    const { name, kind, sizeBefore, takenOut, found, content } = file;
    const written = await zip.entry(name, Date.now(), file.size, piecesOf(content));
    this.passed(file.size);
    return { name, kind, sizeBefore, takenOut, found, ...written };
  }

  /** The two entries that tell of the others. */
  private async own(
    zip: ZipWriter,
    wish: Wish,
    outcome: Outcome,
    entries: readonly { readonly name: string }[],
  ): Promise<void> {
    const at = Date.parse(wish.at);
    const names = entries.map(({ name }) => name);
    const manifest = await this.whatItSaid(MANIFEST, MOST_MANIFEST_BYTES);
    await put(zip, MANIFEST, at, changedManifest(manifest, outcome, wish));
    // It tells of what stands in the logs, so it stays only where nothing went.
    const onlyMore = outcome.removed.length + outcome.edited.length === 0;
    const page = onlyMore ? await this.whatItSaid(OVERVIEW, MOST_OVERVIEW_BYTES) : '';
    const noted = onlyMore ? notedOverview(page, wish.overview, outcome) : undefined;
    await put(zip, OVERVIEW, at, noted ?? plainOverview(wish.overview, outcome, names));
  }

  private async whatItSaid(name: string, most: number): Promise<string> {
    const entry = this.parts.directory.entries.find((one) => one.name === name);
    if (entry === undefined && name === OVERVIEW) {
      return '';
    }
    if (entry === undefined || entry.size > most) {
      throw new Damaged(`${name} is not there, or too large`);
    }
    const decoder = new TextDecoder('utf-8');
    let text = '';
    const content = new Content(this.parts.source, entry, this.parts.directory.offset);
    for await (const page of content.everything()) {
      text += decoder.decode(page, { stream: true });
    }
    return text + decoder.decode();
  }
}

function put(zip: ZipWriter, name: string, at: number, text: string): Promise<Written> {
  const bytes = new Blob([text]);
  return zip.entry(name, at, bytes.size, piecesOf(bytes));
}

async function* lookedAt(
  text: AsyncIterable<Uint8Array>,
  look: SecondLook,
): AsyncGenerator<Uint8Array> {
  for await (const bytes of text) {
    look.write(bytes);
    yield bytes;
  }
}

async function failing(entry: ZipEntry, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw error instanceof Damaged ? new EntryFailed(entry.name, error) : error;
  }
}

function isOwn({ name }: ZipEntry): boolean {
  return name === MANIFEST || name === OVERVIEW;
}

function isReadable({ folder, faults }: ZipEntry): boolean {
  return !folder && faults.length === 0;
}

function editsOf({ cuts, words }: Wish): ReadonlyMap<number, Edit> {
  const indexes = new Set(
    [...cuts, ...words.flatMap((word) => word.indexes.map((index) => ({ index })))].map(
      ({ index }) => index,
    ),
  );
  return new Map(
    [...indexes].map((index) => [
      index,
      {
        cuts: cuts.filter((cut) => cut.index === index),
        words: new Words(words.filter((word) => word.indexes.includes(index))),
      },
    ]),
  );
}

function told({ removed, edited: changed, added }: Outcome): Omit<Changed, 'file' | 'size'> {
  const searched = [...changed, ...added.filter(({ kind }) => kind !== 'image')];
  const found = searched
    .filter((one) => total(one.found) > 0)
    .map(({ name, found: tally }): { name: string; found: Tally } => ({ name, found: tally }));
  return {
    removed: removed.length,
    changed: changed.map(({ name, lines, words }) => ({ name, lines, words })),
    added: added.length,
    check: {
      entries: searched.length,
      found: found.reduce((sum, one) => sum + total(one.found), 0),
    },
    found,
  };
}
