import type { Encoding, Format } from './parts.ts';
import type { Naming } from './world.ts';

/** One file's recipe: its body is filled anew for each copy. */
export interface FileTemplate {
  readonly name: string;
  readonly format: Format;
  readonly encoding?: Encoding;
  readonly crlf?: boolean;
  readonly extension?: string;
  readonly copies: number;
  readonly body: string;
}

/** Wording and naming of one run. Two profiles share neither, so that a rule tuned to one shows. */
export interface Profile {
  readonly name: string;
  readonly naming: Naming;
  /** Lines that reveal a person: by the access log's column, by a mail, by a directory's record. */
  readonly reveal: Readonly<Record<'column' | 'mail' | 'directory', readonly string[]>>;
  /** Free lines of logs, each with at most a handful of values. */
  readonly lines: readonly string[];
  /** Lines that look dangerous and hold nothing. */
  readonly harmless: readonly string[];
  readonly files: readonly FileTemplate[];
}
