import type { Comparison } from '../shared/comparison';
import type {
  Direction,
  Failure,
  Hit,
  ListedEntry,
  Opened,
  ReviewCalls,
  Screen,
  TextState,
} from '../shared/review';
import { partsOf, type Place, type Sealed, type SealOrder } from '../shared/hand-over';
import type { ThreadReport } from '../shared/threads';
import type {
  AddAnswer,
  Changed,
  RemoteZip,
  Target,
  Wish,
  Word,
  WordCount,
  WorkState,
} from '../shared/review-changes';
import { AddedFiles } from './change/added';
import { Changer, EntryFailed, Stopped } from './change/changer';
import { blobSink, fileSink } from './change/sink';
import { compareWith, NoManifest } from './compare/compare';
import { openZip, type OpenZip } from './open-zip';
import { Content, NotOpened } from './text/content';
import { Occupied, shelfOf } from './seal/places';
import { Sealer, TooManyParts } from './seal/sealer';
import { LineIndex } from './text/line-index';
import { Lines } from './text/lines';
import { findError, Search } from './text/search';
import { TooLarge, wholeText } from './text/whole';
import { readDump, type Dump } from './threads/dump';
import { reportOf } from './threads/report';
import { dumpsBeside } from './threads/siblings';
import { Damaged } from './zip/damaged';
import type { ZipEntry } from './zip/entry';
import { SourceGone } from './zip/remote';
import { blobSource, SourceFailed, type ByteSource } from './zip/source';

/** Twenty thousand threads with deep stacks. */
const MOST_DUMP_BYTES = 32 * 1024 * 1024;

type Calls = {
  readonly [K in keyof ReviewCalls]: (
    ...args: Parameters<ReviewCalls[K]>
  ) => Promise<ReturnType<ReviewCalls[K]>> | ReturnType<ReviewCalls[K]>;
};

interface Viewed {
  readonly content: Content;
  readonly lines: Lines;
  readonly index: LineIndex;
  search: Search | undefined;
}

/** One ZIP and the one text of it that is looked at; a call about another ends the work on the former. */
export class Reviewer implements Calls {
  private zip: OpenZip | undefined;
  private viewed: Viewed | undefined;
  private files = new AddedFiles();
  private working: Changer | Sealer | undefined;
  private comparing: object | undefined;

  /** @param pause lets waiting questions be answered before long work goes on */
  constructor(private readonly pause: () => Promise<void>) {}

  async open(from: Blob | RemoteZip): Promise<Opened> {
    const zip = await openZip(from);
    const { source, directory, manifest } = zip;
    this.zip = zip;
    this.viewed = undefined;
    this.files = new AddedFiles();
    return {
      size: source.size,
      entries: directory.entries.map(listed),
      stated: directory.stated,
      faults: directory.faults,
      ...(manifest === undefined ? {} : { manifest }),
    };
  }

  view(index: number): TextState {
    const content = this.contentOf(index);
    const viewed: Viewed = {
      content,
      lines: new Lines(content),
      index: new LineIndex(content),
      search: undefined,
    };
    this.viewed = viewed;
    void viewed.index.build(() => this.viewed === viewed, this.pause);
    return this.state();
  }

  state(): TextState {
    const { content, index, search } = this.seen();
    const { broken, ...state } = index.state;
    return {
      size: content.size,
      ...state,
      ...(broken === undefined ? {} : { broken: failureOf(broken) }),
      ...(search === undefined ? {} : { search: search.state }),
    };
  }

  async lines(place: number, before: number, after: number): Promise<Screen> {
    const { content, lines, index } = this.seen();
    if (!content.opensAnywhere) {
      await this.reached(Math.min(place, content.size));
    }
    const start = await lines.startOf(place);
    const earlier = await lines.before(start, before);
    const shown = [...earlier, ...(await lines.from(start, after))];
    const first = await index.numberAt(shown[0]?.at ?? 0);
    return { lines: shown, ...(first === undefined ? {} : { first }) };
  }

  /** What was packed elsewhere is unpacked from its beginning: once, by the pass that counts its lines. */
  private async reached(place: number): Promise<void> {
    const { index } = this.seen();
    const viewed = this.viewed;
    for (let { state } = index; state.read < place && !state.complete; { state } = index) {
      if (state.broken !== undefined || this.viewed !== viewed) {
        return;
      }
      await this.pause();
    }
  }

  placeOf(line: number): Promise<number> {
    return this.seen().index.placeOf(line);
  }

  search(text: string, matchCase: boolean): TextState {
    const viewed = this.seen();
    const search = text === '' ? undefined : new Search(viewed.content, text, matchCase);
    viewed.search = search;
    const wanted = (): boolean => this.viewed === viewed && viewed.search === search;
    // What breaks the search breaks the pass over all lines too, which tells of it.
    search?.run(wanted, this.pause).catch(() => undefined);
    return this.state();
  }

  hit(from: number, direction: Direction): Hit | undefined {
    return this.seen().search?.next(from, direction);
  }

  error(from: number, direction: Direction): Promise<number | undefined> {
    const viewed = this.seen();
    return findError(viewed.content, from, direction, () => this.viewed === viewed);
  }

  text(index: number, most: number): Promise<string> {
    return wholeText(this.contentOf(index), most);
  }

  async threads(index: number): Promise<ThreadReport | undefined> {
    const entries = this.zip?.directory.entries ?? [];
    const entry = entries[index];
    const read = async (one: ZipEntry): Promise<Dump | undefined> =>
      readDump(await this.text(one.index, MOST_DUMP_BYTES));
    const dump = entry === undefined ? undefined : await read(entry);
    if (entry === undefined || dump === undefined) {
      return undefined;
    }
    const all: Dump[] = [];
    for (const one of dumpsBeside(entry, entries)) {
      const other = one === entry ? dump : await read(one).catch(skipped);
      all.push(...(other === undefined ? [] : [other]));
    }
    return reportOf(dump, all);
  }

  async compare(other: Blob | RemoteZip, swapped: boolean): Promise<Comparison> {
    const run = {};
    this.comparing = run;
    const open = this.opened();
    return compareWith(open, await openZip(other), swapped, () => {
      if (this.comparing !== run || this.zip !== open) {
        throw new Stopped();
      }
    });
  }

  countWord(word: Word): Promise<readonly WordCount[]> {
    return this.worked((changer) => changer.count(word));
  }

  add(name: string, file: Blob, note: boolean): Promise<AddAnswer> {
    const names = new Set(this.zip?.directory.entries.map((entry) => entry.name));
    return this.files.add(name, file, note, names);
  }

  async change(wish: Wish, target?: Target): Promise<Changed> {
    const sink = target === undefined ? blobSink() : await fileSink(target);
    return this.worked((changer) => changer.write(wish, sink));
  }

  async recipient(typed: string): Promise<boolean> {
    return (await import('./seal/age')).isRecipient(typed);
  }

  async seal(order: SealOrder, place?: Place): Promise<Sealed> {
    const { wish, file, to, limit } = order;
    const { source, changed } = await this.wished(wish);
    const parts = partsOf(file, source.size, order);
    const sealer = new Sealer(source, parts, async () => (await import('./seal/age')).encrypted);
    this.begin(sealer);
    const bytes = source.size;
    if (changed === undefined && to === undefined && limit === undefined) {
      // It is the file that the person has; there is nothing to write.
      const sha256 = await sealer.read();
      return { bytes, sha256, files: [{ name: file, bytes, sha256 }] };
    }
    const made = await sealer.write(shelfOf(place));
    return { bytes, ...made, ...(changed === undefined ? {} : { changed }) };
  }

  /** The ZIP as it is, or as it is once it is changed: then its size is known before it is cut. */
  private async wished(
    wish: Wish | undefined,
  ): Promise<{ readonly source: ByteSource; readonly changed?: Changed }> {
    const { source } = this.opened();
    if (wish === undefined) {
      return { source };
    }
    const { file, ...changed } = await this.change(wish);
    if (file === undefined) {
      throw new Damaged('there is no changed ZIP');
    }
    return { source: blobSource(file), changed };
  }

  work(): WorkState {
    return this.working?.state ?? { done: 0, total: 0 };
  }

  stopWork(): undefined {
    this.working?.stop();
  }

  private worked<T>(work: (changer: Changer) => Promise<T>): Promise<T> {
    const { files, pause } = this;
    const { source, directory } = this.opened();
    const changer = new Changer({ source, directory, files, pause });
    this.begin(changer);
    return work(changer);
  }

  /** Whoever begins anew ends what was begun. */
  private begin(work: Changer | Sealer): void {
    this.working?.stop();
    this.working = work;
  }

  private contentOf(index: number): Content {
    const { source, directory } = this.opened();
    const entry = directory.entries[index];
    if (entry === undefined) {
      throw new Damaged(`there is no entry ${index}`);
    }
    return new Content(source, entry, directory.offset);
  }

  private opened(): OpenZip {
    if (this.zip === undefined) {
      throw new Damaged('there is no ZIP');
    }
    return this.zip;
  }

  private seen(): Viewed {
    if (this.viewed === undefined) {
      throw new Damaged('no entry is looked at');
    }
    return this.viewed;
  }
}

/** What cannot be read of the other dumps does not hide what this one says. */
function skipped(error: unknown): undefined {
  if (error instanceof SourceFailed) {
    throw error;
  }
  return undefined;
}

function listed(entry: ZipEntry): ListedEntry {
  const { index, name, size, packedSize, modified, folder, faults } = entry;
  return { index, name, size, packedSize, modified, folder, faults };
}

/** What a person is told of an error; its own words are a detail. */
export function failureOf(error: unknown): Failure {
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof NotOpened) {
    return { kind: error.fault, detail: '' };
  }
  if (error instanceof Occupied) {
    return { kind: 'occupied', detail };
  }
  if (error instanceof TooManyParts) {
    return { kind: 'too-many-parts', detail };
  }
  if (error instanceof TooLarge) {
    return { kind: 'too-large', detail };
  }
  if (error instanceof NoManifest) {
    return { kind: 'no-manifest', detail: '' };
  }
  if (error instanceof Stopped) {
    return { kind: 'stopped', detail: '' };
  }
  if (error instanceof SourceGone) {
    return { kind: error.why, detail: '' };
  }
  if (error instanceof DOMException && error.name === 'QuotaExceededError') {
    return { kind: 'no-room', detail };
  }
  if (error instanceof EntryFailed) {
    return { ...failureOf(error.cause), detail };
  }
  if (error instanceof SourceFailed) {
    return { kind: 'unreadable', detail };
  }
  return { kind: error instanceof Damaged ? 'damaged' : 'failed', detail };
}
