/** How an error came to the loader: uncaught, an unhandled rejection, or caught around a file of a batch. */
export type How = 'error' | 'rejection' | 'batch';

export type Severity = 'fatal' | 'error' | 'warning' | 'info';

/** What an app says of an error that it reports itself, through the web resource `capture`. */
export interface Report {
  readonly app?: string;
  readonly feature?: string;
  readonly level?: Severity;
}

/** An error that is held until the tracker is there. */
export type Held = readonly [
  how: How | Report,
  thrown: unknown,
  event: ErrorEvent | undefined,
  time: number,
];

/** What each page carries for us; one letter a field, for every page pays: see docs/decisions/0063. */
export interface PageConfig {
  /** A regular expression that the stack of any error of a watched app fits, and few others; absent: nothing is watched. */
  readonly r?: string;
  /** Address of the tracker. */
  readonly t?: string;
  /** The instance's key. */
  readonly k?: string;
  /** Hashes of the keys of installed apps that did not come with the product, three characters each, watched ones first. */
  readonly a?: string;
  /** How many of them are watched; absent: all. */
  readonly c?: number;
  /** 1: the product's own scripts are watched too. */
  readonly e?: number;
  /** Noise that is kept all the same. */
  readonly n?: readonly string[];
  /** Address of what sends uses; absent: nothing is counted. */
  readonly u?: string;
}

/** What the loader and the tracker share, under one name on the page. */
export interface PageErrors {
  readonly held: Held[];
  /** How many more there were than are held. */
  lost: number;
  config: PageConfig | undefined;
  /** What was counted and not sent yet: for `app:feature outcome` a number for each use, see `HearthUsage`. */
  uses: Partial<Record<string, number[]>>;
  /** How many uses more are counted before that is sent. */
  room: number;
  /** What apps told through the web resource `capture`, oldest first. */
  crumbs?: (readonly [category: string, message: string, time: number])[];
  /** What the tracker reported last of this page, oldest first, for whoever wants to show it to the person. */
  recent?: { readonly app: string; readonly type: string; readonly value: string }[];
  /** The loader's, until the tracker puts its own here. */
  take(how: How | Report, thrown: unknown, event?: ErrorEvent): void;
}

declare global {
  interface Window {
    __hearth?: PageErrors;
    /** Assigned by every batch of web resources. */
    WRMCB?: ((error: unknown) => unknown) | undefined;
  }
}
