import { PAGE, type Content } from './content';

/** Places that are kept to go to; more are only counted. */
export const MOST_HITS = 100_000;

const LATIN1 = new TextDecoder('latin1');
const UTF8 = new TextDecoder('utf-8');

/**
 * Finds a text in an entry. Bytes are read as Latin-1, so that one character is one byte and the engine's own search,
 * which is fast, tells places in bytes; what was wanted is in UTF-8 then, and looks odd but is found.
 */
export class Search {
  private readonly pattern: RegExp;
  private readonly length: number;
  private readonly folded: string;
  private readonly hits: number[] = [];
  private total = 0;
  private scanned = 0;
  private whole = false;

  constructor(
    private readonly content: Content,
    wanted: string,
    private readonly matchCase: boolean,
  ) {
    const bytes = new TextEncoder().encode(wanted);
    this.length = bytes.length;
    this.folded = wanted.toLowerCase();
    const escaped = LATIN1.decode(bytes).replace(/[$()*+.?[\\\]^{|}/-]/g, '\\$&');
    this.pattern = new RegExp(escaped, matchCase ? 'g' : 'gi');
  }

  get state(): { readonly hits: number; readonly read: number; readonly complete: boolean } {
    return { hits: this.total, read: this.scanned, complete: this.whole };
  }

  async run(wanted: () => boolean, pause: () => Promise<void>): Promise<void> {
    let carry = new Uint8Array(0);
    let pages = 0;
    for await (const page of this.content.pagesFrom(0)) {
      const joined = new Uint8Array(carry.length + page.length);
      joined.set(carry);
      joined.set(page, carry.length);
      this.scan(joined, this.scanned - carry.length);
      this.scanned += page.length;
      carry = joined.slice(Math.max(0, joined.length - this.length + 1));
      pages += 1;
      if (pages % 8 === 0) {
        await pause();
      }
      if (!wanted()) {
        return;
      }
    }
    this.whole = true;
  }

  private scan(bytes: Uint8Array, at: number): void {
    const text = LATIN1.decode(bytes);
    this.pattern.lastIndex = 0;
    for (let hit = this.pattern.exec(text); hit !== null; hit = this.pattern.exec(text)) {
      if (this.isMeant(bytes, hit.index)) {
        this.total += 1;
        if (this.hits.length < MOST_HITS) {
          this.hits.push(at + hit.index);
        }
      }
    }
  }

  /** Folding the case of Latin-1 takes some bytes of UTF-8 for letters, which they are not. */
  private isMeant(bytes: Uint8Array, at: number): boolean {
    return (
      this.matchCase ||
      UTF8.decode(bytes.subarray(at, at + this.length)).toLowerCase() === this.folded
    );
  }

  /** The next place from here on, or the last one before it. */
  next(
    from: number,
    direction: -1 | 1,
  ): { readonly at: number; readonly order: number } | undefined {
    let low = 0;
    let high = this.hits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.hits[middle] ?? Infinity) < from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    const order = direction === 1 ? low : low - 1;
    const at = this.hits[order];
    return at === undefined ? undefined : { at, order: order + 1 };
  }
}

/** A line of a log that tells of an error, by the level in its beginning. */
const ERROR_LINE = /^(?!\s)(?=[^\n]{0,160}?\b(?:ERROR|FATAL|SEVERE)\b)/gm;

const STRETCH = 8 * PAGE;
/** As much of the next stretch as decides about a line that begins in this one. */
const AHEAD = 200;

/** The beginning of the next line with an error after this place, or of the last one before it. */
export async function findError(
  content: Content,
  from: number,
  direction: -1 | 1,
  wanted: () => boolean,
): Promise<number | undefined> {
  const step = direction * STRETCH;
  const first = Math.floor(from / STRETCH) * STRETCH;
  for (let start = first; start >= 0 && start < content.size && wanted(); start += step) {
    const before = start === 0 ? 0 : 1;
    const bytes = await content.read(start - before, STRETCH + AHEAD + before);
    // A stretch is not the beginning of a line; what ends the line before it is part of the text.
    const text = LATIN1.decode(bytes);
    const places = [...text.matchAll(ERROR_LINE)]
      .map((found) => start - before + found.index)
      .filter((at) => at >= start && at < start + STRETCH);
    const found =
      direction === 1 ? places.find((at) => at > from) : places.reverse().find((at) => at < from);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
