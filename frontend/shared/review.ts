/** What the page asks of the worker that reads a ZIP, and what it is told. */
import type { Comparison } from './comparison';
import type { Place, Sealed, SealOrder } from './hand-over';
import type { ThreadReport } from './threads';
import type {
  AddAnswer,
  Changed,
  RemoteZip,
  Target,
  Wish,
  Word,
  WordCount,
  WorkState,
} from './review-changes';

/** What is wrong with one entry, as far as the directory tells. */
export type EntryFault =
  | 'bad-name'
  | 'duplicate'
  | 'encrypted'
  | 'impossible-size'
  | 'outside'
  | 'overlaps'
  | 'unknown-method';

/** What is wrong with the whole ZIP; it can be looked at all the same. */
export type ZipFault = 'damaged' | 'overlaps' | 'too-many' | 'wrong-count';

export interface ListedEntry {
  readonly index: number;
  readonly name: string;
  readonly size: number;
  readonly packedSize: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  readonly folder: boolean;
  readonly faults: readonly EntryFault[];
}

export type Counts = Readonly<Record<string, number>>;

/** What the manifest says of an entry. */
export interface EntryFacts {
  readonly name: string;
  readonly state: 'cut' | 'missing' | 'whole';
  readonly source?: string;
  readonly text?: string;
  readonly redactions: Counts;
  readonly leaks: Counts;
}

export interface ManifestFacts {
  readonly product: string;
  readonly node: string;
  readonly madeBy: string;
  readonly startedAt: string;
  readonly supportCase: boolean;
  readonly replaced: Counts;
  readonly check?: { readonly entries: number; readonly found: number };
  readonly entries: readonly EntryFacts[];
  /** What people changed after it was made, the first one first. */
  readonly changes: readonly ChangeFacts[];
}

export interface ChangeFacts {
  readonly at: string;
  readonly by?: string;
  readonly removed: number;
  readonly edited: number;
  readonly added: number;
  readonly check?: { readonly entries: number; readonly found: number };
}

export interface Opened {
  readonly size: number;
  readonly entries: readonly ListedEntry[];
  /** How many entries the ZIP says it has. */
  readonly stated: number;
  readonly faults: readonly ZipFault[];
  /** Absent where the ZIP has none, or none of Hearth's. */
  readonly manifest?: ManifestFacts;
}

export interface TextLine {
  /** Where it begins, in bytes. */
  readonly at: number;
  /** Where the next begins. */
  readonly end: number;
  readonly text: string;
  /** Whether a line end closes it; a piece of a very long line has none. */
  readonly ended: boolean;
}

export interface Screen {
  readonly lines: readonly TextLine[];
  /** The number of the first line, once so much was counted. */
  readonly first?: number;
}

export interface TextState {
  readonly size: number;
  /** How much was read once, to count its lines and compare its checksum. */
  readonly read: number;
  readonly lines: number;
  readonly complete: boolean;
  readonly broken?: Failure;
  readonly search?: { readonly hits: number; readonly read: number; readonly complete: boolean };
}

/** Why something cannot be shown. `detail` is for those who can do something with it. */
export interface Failure {
  readonly kind:
    | EntryFault
    | 'changed'
    | 'damaged'
    | 'failed'
    | 'gone'
    | 'no-manifest'
    | 'no-room'
    | 'occupied'
    | 'session'
    | 'stopped'
    | 'too-large'
    | 'too-many-parts'
    | 'unreadable';
  readonly detail: string;
}

export type Answer<T> =
  { readonly ok: false; readonly failure: Failure } | { readonly ok: true; readonly value: T };

export interface Hit {
  readonly at: number;
  /** Which one it is, from 1. */
  readonly order: number;
}

export type Direction = -1 | 1;

/** Each call is one message to the worker and one back. */
export interface ReviewCalls {
  open: (from: Blob | RemoteZip) => Opened;
  /** Turns to the text of an entry, whose lines are counted from now on. */
  view: (index: number) => TextState;
  state: () => TextState;
  /** Lines from the one in which a place lies, `before` of them earlier; the place may be any in the text. */
  lines: (place: number, before: number, after: number) => Screen;
  /** Where a line begins, by its number from 1. */
  placeOf: (line: number) => number;
  /** Begins to search; the state tells how far it is. An empty text ends it. */
  search: (text: string, matchCase: boolean) => TextState;
  hit: (from: number, direction: Direction) => Hit | undefined;
  error: (from: number, direction: Direction) => number | undefined;
  /** The whole text of an entry that has at most so many bytes. */
  text: (index: number, most: number) => string;
  /** What a thread dump says, also beside the others of its collection; nothing where it is none. */
  threads: (index: number) => ThreadReport | undefined;
  /** Reads another ZIP and compares it with the open one: the older is the one before, unless they are swapped. */
  compare: (other: Blob | RemoteZip, swapped: boolean) => Comparison;
  /** Which entries hold a text; long work, of which there is one at a time. */
  countWord: (word: Word) => readonly WordCount[];
  /** Looks at a file, and keeps what of it may go into the ZIP. */
  add: (name: string, file: Blob, note: boolean) => AddAnswer;
  /** Writes the changed ZIP; long work as well. */
  change: (wish: Wish, target?: Target) => Changed;
  /** Whether something can be encrypted to this key. */
  recipient: (typed: string) => boolean;
  /** Makes what is handed over; long work as well. */
  seal: (order: SealOrder, place?: Place) => Sealed;
  work: () => WorkState;
  stopWork: () => undefined;
}

export type Review = {
  readonly [K in keyof ReviewCalls]: (
    ...args: Parameters<ReviewCalls[K]>
  ) => Promise<Answer<ReturnType<ReviewCalls[K]>>>;
};

export interface Question {
  readonly id: number;
  readonly call: keyof ReviewCalls;
  readonly args: readonly unknown[];
}

export interface Reply {
  readonly id: number;
  readonly answer: Answer<unknown>;
}
