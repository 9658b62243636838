import { Damaged } from '../zip/damaged';
import { PAGE, type Content } from './content';

const NEWLINE = 10;

/** Counts the lines of a text while it is read once, which also tells whether it is what the ZIP says. */
export class LineIndex {
  /** Line ends before each page. */
  private before: number[] = [0];
  private done = 0;
  private whole = false;
  private broken: unknown;

  constructor(private readonly content: Content) {}

  /** How far it is; the lines so far; whether that is all. */
  get state(): {
    readonly read: number;
    readonly lines: number;
    readonly complete: boolean;
    readonly broken: unknown;
  } {
    return {
      read: this.done,
      lines: (this.before.at(-1) ?? 0) + 1,
      complete: this.whole,
      broken: this.broken,
    };
  }

  /** Reads the whole text, and lets others in between; ends early once it is not `wanted` any more. */
  async build(wanted: () => boolean, pause: () => Promise<void>): Promise<void> {
    try {
      await this.pass(wanted, pause);
    } catch (error) {
      // A list of places to begin from that is not true any more spoils only what was read with it.
      if (error instanceof Damaged && this.content.distrust()) {
        await this.again(wanted, pause);
      } else {
        this.broken = error;
      }
    }
  }

  private async again(wanted: () => boolean, pause: () => Promise<void>): Promise<void> {
    try {
      await this.pass(wanted, pause);
    } catch (error) {
      this.broken = error;
    }
  }

  private async pass(wanted: () => boolean, pause: () => Promise<void>): Promise<void> {
    this.before = [0];
    this.done = 0;
    for await (const page of this.content.everything()) {
      this.before.push((this.before.at(-1) ?? 0) + count(page, page.length));
      this.done += page.length;
      if (this.before.length % 8 === 0) {
        await pause();
      }
      if (!wanted()) {
        return;
      }
    }
    this.whole = true;
  }

  /** The number of the line, from 1, that holds this place; nothing while it was not counted so far. */
  async numberAt(place: number): Promise<number | undefined> {
    const page = Math.floor(place / PAGE);
    const before = this.before[page];
    if (before === undefined || place > this.done) {
      return undefined;
    }
    const within = place - page * PAGE;
    return before + (within === 0 ? 0 : count(await this.content.page(page), within)) + 1;
  }

  /** Where a line begins, by its number from 1; the last line when there are fewer. */
  async placeOf(line: number): Promise<number> {
    const ends = Math.min(line, this.state.lines) - 1;
    if (ends <= 0) {
      return 0;
    }
    let page = 0;
    for (let high = this.before.length - 1; page < high;) {
      const middle = Math.ceil((page + high) / 2);
      if ((this.before[middle] ?? Infinity) < ends) {
        page = middle;
      } else {
        high = middle - 1;
      }
    }
    let left = ends - (this.before[page] ?? 0);
    const bytes = await this.content.page(page);
    let at = -1;
    while (left > 0) {
      at = bytes.indexOf(NEWLINE, at + 1);
      left -= 1;
    }
    return page * PAGE + at + 1;
  }
}

function count(bytes: Uint8Array, end: number): number {
  let found = 0;
  for (let i = 0; i < end; i++) {
    if (bytes[i] === NEWLINE) {
      found += 1;
    }
  }
  return found;
}
