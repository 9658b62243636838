import type { Answer, Failure, Opened, Review } from '../../../shared/review';
import type {
  Changed,
  OverviewWords,
  Target,
  Unwelcome,
  Wish,
  WorkState,
} from '../../../shared/review-changes';
import type { Result as Answered } from '../../../shared/client';
import { plainFileName } from '../../../shared/hand-over';
import type { Problem } from '../../../shared/problem';
import { createStore, type Store, type WritableStore } from '../../../shared/store';
import { isOpen, type StoredZip } from '../../support-zip/stored-contract';
import type { Node } from '../tree';
import type { Selected } from '../viewer-store';
import type { Receiver } from '../../hand-over/receivers';
import type { HandOver } from '../../hand-over/store';
import { Sealing } from '../hand-over/sealing-store';
import { followed } from '../long-work';
import {
  DERIVED,
  isForServer,
  pruneOf,
  removedBy,
  wanted,
  wishOf,
  type Change,
  type Item,
  type PruneRequest,
} from './items';

export type Trouble =
  | { readonly of: 'file'; readonly name: string; readonly why: Unwelcome }
  | { readonly of: 'made'; readonly zip: StoredZip }
  | { readonly of: 'server'; readonly problem: Problem }
  | { readonly of: 'word'; readonly text: string }
  | { readonly of: 'work'; readonly failure: Failure };

export type Work =
  | { readonly phase: 'counting'; readonly state: WorkState }
  | { readonly phase: 'idle' }
  | { readonly phase: 'looking'; readonly name: string }
  | { readonly phase: 'server'; readonly zip: StoredZip | undefined }
  | { readonly phase: 'writing'; readonly state: WorkState };

export type Result =
  | { readonly at: 'here'; readonly name: string; readonly changed: Changed }
  | { readonly at: 'server'; readonly zip: StoredZip };

export interface ChangesState {
  readonly ticked: ReadonlySet<number>;
  readonly items: readonly Item[];
  readonly work: Work;
  readonly trouble: Trouble | undefined;
  readonly result: Result | undefined;
  readonly by: string;
}

/** What the page can do beyond the worker. */
export interface Around {
  /** A file to write into: `undefined` where the browser offers none, `'no'` when the person wants none. */
  readonly choose: (name: string) => Promise<Target | 'no' | undefined>;
  /** A folder for several files, likewise. */
  readonly chooseFolder: () => Promise<FileSystemDirectoryHandle | 'no' | undefined>;
  /** Whose keys the server keeps. */
  readonly receivers: () => Promise<readonly Receiver[]>;
  readonly save: (name: string, file: Blob) => void;
  readonly wait: (ms: number) => Promise<void>;
  readonly now: () => string;
  readonly overview: () => OverviewWords;
  /** Of a ZIP on the server: makes the changed one there. */
  readonly server?: Server;
  /** Of a ZIP on the server: hands it over as it is there. */
  readonly handOver?: () => HandOver;
}

export interface Server {
  readonly prune: (request: PruneRequest) => Promise<Answered<StoredZip>>;
  readonly look: (id: string) => Promise<Answered<StoredZip>>;
  readonly cancel: (id: string) => Promise<unknown>;
}

const SERVER_PACE = 1000;
/** More than this of a ZIP on the server is not held by the browser. */
export const MOST_HELD = 512 * 1024 * 1024;

/** What is to be changed in the ZIP that is looked at. */
export class Changes {
  readonly state: Store<ChangesState>;
  private readonly writable: WritableStore<ChangesState> = createStore<ChangesState>({
    ticked: new Set<number>(),
    items: [],
    work: { phase: 'idle' },
    ...{ trouble: undefined, result: undefined, by: '' },
  });
  private last = 0;

  constructor(
    private readonly review: Review,
    private readonly name: string,
    private readonly opened: Opened,
    private readonly around: Around,
  ) {
    this.state = this.writable;
  }

  /** Only a ZIP with a manifest of Hearth's can tell what was changed. */
  get possible(): boolean {
    return this.opened.manifest !== undefined && this.opened.faults.length === 0;
  }

  get onServer(): boolean {
    return this.around.server !== undefined;
  }

  /** Whether what is wanted now is made on the server. */
  get forServer(): boolean {
    return this.onServer && isForServer(this.writable.get().items);
  }

  /** All that a row stands for, or none of it when all is ticked. */
  tick(node: Node): void {
    const indexes = indexesOf(node);
    const ticked = new Set(this.writable.get().ticked);
    const all = indexes.every((index) => ticked.has(index));
    for (const index of indexes) {
      if (all) {
        ticked.delete(index);
      } else {
        ticked.add(index);
      }
    }
    this.set({ ticked });
  }

  takeTicked(): void {
    const { ticked, items } = this.writable.get();
    const gone = removedBy(items);
    const indexes = [...ticked].filter((index) => !gone.has(index));
    this.set({ ticked: new Set() });
    if (indexes.length > 0) {
      this.put({ kind: 'entries', indexes, names: this.namesOf(indexes), follows: false });
    }
  }

  /** Takes out the lines that are selected in a text. */
  async takeLines(node: Node, selected: Selected): Promise<void> {
    const { entry } = node;
    const [start, end] = await Promise.all([
      this.review.lines(selected.from, 0, 1),
      this.review.lines(selected.to, 0, 1),
    ]);
    const first = start.ok ? start.value.lines[0] : undefined;
    const last = end.ok ? end.value.lines[0] : undefined;
    if (entry === undefined || first === undefined || last === undefined) {
      return;
    }
    this.put({
      kind: 'lines',
      cut: { index: entry.index, from: first.at, to: last.end },
      name: entry.name,
      first: start.ok ? start.value.first : undefined,
      last: end.ok ? end.value.first : undefined,
    });
  }

  /** Looks for a text in some entries, and takes it out of those that hold it. */
  async takeWord(text: string, matchCase: boolean, indexes: readonly number[]): Promise<void> {
    const word = { text, matchCase, indexes };
    const answer = await this.long('counting', () => this.review.countWord(word));
    if (answer === undefined) {
      return;
    }
    if (answer.length === 0) {
      this.set({ trouble: { of: 'word', text } });
    } else {
      this.put({ kind: 'word', word, counts: answer });
    }
  }

  /** Every entry that can be changed. */
  get all(): readonly number[] {
    return this.opened.entries.filter(({ folder }) => !folder).map(({ index }) => index);
  }

  async add(name: string, file: Blob, note: boolean): Promise<void> {
    this.set({ work: { phase: 'looking', name }, trouble: undefined });
    const answer = await this.review.add(name, file, note);
    this.set({ work: { phase: 'idle' } });
    if (!answer.ok) {
      this.set({ trouble: { of: 'work', failure: answer.failure } });
    } else if (answer.value.taken) {
      this.put({ kind: 'added', added: answer.value.added });
    } else {
      this.set({ trouble: { of: 'file', name, why: answer.value.why } });
    }
  }

  /** Undoes a change, or does it again. */
  toggle(id: number): void {
    const items = this.writable
      .get()
      .items.map((item) => (item.id === id ? { ...item, undone: !item.undone } : item));
    this.set({ items, result: undefined });
  }

  named(by: string): void {
    this.set({ by });
  }

  stop(): void {
    const { work } = this.writable.get();
    if (work.phase !== 'server') {
      void this.review.stopWork();
    } else if (work.zip !== undefined) {
      void this.around.server?.cancel(work.zip.id);
    }
  }

  private get changedName(): string {
    return `${this.name.replace(/\.zip$/i, '')}-changed.zip`;
  }

  private wish(): Wish {
    const { items, by } = this.writable.get();
    const { now, overview } = this.around;
    return wishOf(items, { by: by.trim(), at: now(), overview: overview() });
  }

  /** More than the browser can hold, where it has to. */
  private get unwieldy(): boolean {
    return this.onServer && this.opened.size > MOST_HELD;
  }

  /** Makes the changed ZIP, here or on the server. */
  async make(): Promise<void> {
    const { items, by } = this.writable.get();
    const { server } = this.around;
    if (server !== undefined && this.forServer) {
      await this.makeOnServer(server, items, by);
      return;
    }
    const name = this.changedName;
    const target = await this.around.choose(name);
    if (target === 'no') {
      return;
    }
    if (target === undefined && this.unwieldy) {
      this.set({ trouble: { of: 'work', failure: { kind: 'no-room', detail: '' } } });
      return;
    }
    const changed = await this.long('writing', () => this.review.change(this.wish(), target));
    if (changed !== undefined) {
      if (changed.file !== undefined) {
        this.around.save(name, changed.file);
      }
      this.set({ result: { at: 'here', name, changed } });
    }
  }

  /** How the ZIP is handed over as it is wanted now: the server does that of its own, unless it is changed. */
  handOver(): HandOver | Sealing {
    const asItIs = wanted(this.writable.get().items).length === 0;
    const { handOver } = this.around;
    if (asItIs && handOver !== undefined) {
      return handOver();
    }
    const zip = {
      file: plainFileName(asItIs ? this.name : this.changedName),
      size: this.opened.size,
      wish: asItIs ? undefined : this.wish(),
      unwieldy: !asItIs && this.unwieldy,
    };
    return new Sealing(this.review, zip, this.around);
  }

  private async makeOnServer(server: Server, items: readonly Item[], by: string): Promise<void> {
    this.set({
      ...{ work: { phase: 'server', zip: undefined }, trouble: undefined, result: undefined },
    });
    const nameOf = (index: number): string => this.opened.entries[index]?.name ?? '';
    let answer = await server.prune(pruneOf(items, nameOf, by.trim()));
    while (answer.ok && isOpen(answer.value)) {
      const zip = answer.value;
      this.set({ work: { phase: 'server', zip } });
      await this.around.wait(SERVER_PACE);
      const now = await server.look(zip.id);
      // Whoever cannot ask once asks again; a ZIP that was deleted is not made any more.
      answer = now.ok || now.problem.kind !== 'unreachable' ? now : answer;
    }
    this.set({ work: { phase: 'idle' }, ...endOf(answer) });
  }

  /** One long work of the worker, with how far it is; nothing when it failed or was stopped. */
  private async long<T>(
    phase: 'counting' | 'writing',
    begin: () => Promise<Answer<T>>,
  ): Promise<T | undefined> {
    this.set({ trouble: undefined, result: undefined });
    const answer = await followed(this.review, this.around.wait, begin, (state) => {
      this.set({ work: { phase, state } });
    });
    this.set({ work: { phase: 'idle' } });
    if (answer.ok) {
      return answer.value;
    }
    if (answer.failure.kind !== 'stopped') {
      this.set({ trouble: { of: 'work', failure: answer.failure } });
    }
    return undefined;
  }

  private namesOf(indexes: readonly number[]): readonly string[] {
    return indexes.flatMap((index) => this.opened.entries[index]?.name ?? []);
  }

  private put(change: Change): void {
    const { items } = this.writable.get();
    const next = [...items, this.item(change)];
    this.set({ items: [...next, ...this.following(next)], trouble: undefined, result: undefined });
  }

  private item(change: Change): Item {
    this.last += 1;
    return { id: this.last, undone: false, change };
  }

  /** What tells of other entries goes with the first thing that is taken out; a person may undo it. */
  private following(items: readonly Item[]): readonly Item[] {
    const changes = items.map(({ change }) => change);
    const taken = wanted(items).some(({ kind }) => kind !== 'added');
    if (!taken || changes.some((change) => change.kind === 'entries' && change.follows)) {
      return [];
    }
    const gone = removedBy(items);
    const indexes = this.opened.entries
      .filter(({ name, index }) => DERIVED.includes(name) && !gone.has(index))
      .map(({ index }) => index);
    return indexes.length === 0
      ? []
      : [this.item({ kind: 'entries', indexes, names: this.namesOf(indexes), follows: true })];
  }

  private set(part: Partial<ChangesState>): void {
    this.writable.set({ ...this.writable.get(), ...part });
  }
}

function endOf(answer: Answered<StoredZip>): Partial<ChangesState> {
  if (!answer.ok) {
    return { trouble: { of: 'server', problem: answer.problem } };
  }
  const zip = answer.value;
  switch (zip.state) {
    case 'done':
      return { result: { at: 'server', zip } };
    case 'cancelled':
      return {};
    default:
      return { trouble: { of: 'made', zip } };
  }
}

/** The entries of a row: itself, or all below it. The two that tell of the others are never ticked. */
export function indexesOf({ entry, children }: Node): readonly number[] {
  if (entry !== undefined) {
    return entry.name === 'manifest.json' || entry.name === 'index.html' ? [] : [entry.index];
  }
  return children.flatMap(indexesOf);
}

/** Nothing for a row that cannot be ticked. */
export function tickOf(node: Node, ticked: ReadonlySet<number>): boolean | 'mixed' | undefined {
  const indexes = indexesOf(node);
  if (indexes.length === 0) {
    return undefined;
  }
  const count = indexes.filter((index) => ticked.has(index)).length;
  return count === 0 ? false : count === indexes.length ? true : 'mixed';
}
