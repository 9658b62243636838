/** What a person changes in a ZIP before it is passed on, between the page and the worker that writes it. */

/** Lines that go, by where they lie in the text; both ends are borders of lines. */
export interface Cut {
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

/** A text that goes wherever it stands in these entries. It is never written down in the ZIP. */
export interface Word {
  readonly text: string;
  readonly matchCase: boolean;
  readonly indexes: readonly number[];
}

export interface WordCount {
  readonly index: number;
  readonly count: number;
}

export type AddedKind = 'har' | 'image' | 'note' | 'text';

/** What was taken out of a HAR, and what a search found in a text, by kind. */
export type Tally = Readonly<Record<string, number>>;

/** A file that is ready to go into the ZIP. */
export interface Added {
  readonly id: number;
  readonly kind: AddedKind;
  /** Of its entry. */
  readonly name: string;
  readonly size: number;
  readonly takenOut: Tally;
  /** What still looks as if it should not be passed on. */
  readonly found: Tally;
}

/** Why a file is not taken. */
export type Unwelcome = 'empty' | 'not-a-har' | 'not-known' | 'too-large' | 'too-many';

export type AddAnswer =
  | { readonly taken: false; readonly why: Unwelcome }
  | { readonly taken: true; readonly added: Added };

/** Sentences of the page that is written into the ZIP; they are the catalogue's, which the worker has not. */
export interface OverviewWords {
  readonly language: string;
  readonly title: string;
  readonly note: string;
  readonly removed: string;
  readonly changed: string;
  readonly added: string;
  readonly entries: string;
}

export interface Wish {
  readonly removed: readonly number[];
  readonly cuts: readonly Cut[];
  readonly words: readonly Word[];
  readonly added: readonly number[];
  /** As the person typed it; empty for whoever does not want to be named. */
  readonly by: string;
  readonly at: string;
  readonly overview: OverviewWords;
}

export interface ChangedEntry {
  readonly name: string;
  readonly lines: number;
  readonly words: number;
}

/** What was written. */
export interface Changed {
  readonly size: number;
  /** Absent where it was written into a file that the person chose. */
  readonly file?: Blob;
  readonly removed: number;
  readonly changed: readonly ChangedEntry[];
  readonly added: number;
  /** The search of all texts that were changed or added. */
  readonly check: { readonly entries: number; readonly found: number };
  readonly found: readonly { readonly name: string; readonly found: Tally }[];
}

/** How far counting or writing is, in bytes. */
export interface WorkState {
  readonly done: number;
  readonly total: number;
}

/** Where the changed ZIP goes; the browser's own handle of a file that the person chose. */
export type Target = FileSystemFileHandle;

/** A ZIP on the server, read part by part. */
export interface RemoteZip {
  readonly url: string;
  readonly size: number;
  /** Its SHA-256, which is its entity tag. */
  readonly sha256: string;
}

/** What is written in the place of what went. */
export const LINES_MARK = (lines: number): string =>
  `[Hearth: ${lines} ${lines === 1 ? 'line' : 'lines'} taken out by a person]\n`;
export const WORD_MARK = '[taken out]';

export const ADDED_FOLDER = 'added/';

/** A typed name, and how long a text may be that is to go. */
export const LONGEST_BY = 100;
export const LONGEST_WORD = 200;
export const SHORTEST_WORD = 2;

/** How much may be added. */
export const MOST_ADDED = 20;
export const MOST_BYTES: Readonly<Record<AddedKind, number>> = {
  har: 64 * 1024 * 1024,
  image: 20 * 1024 * 1024,
  note: 1024 * 1024,
  text: 16 * 1024 * 1024,
};
