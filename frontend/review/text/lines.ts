import type { TextLine } from '../../shared/review';
import type { Content } from './content';

/** A line that is longer is shown in pieces, so that one without an end costs no more than any other. */
export const PIECE = 4096;

const NEWLINE = 10;
const RETURN = 13;
const DECODER = new TextDecoder('utf-8');

/**
 * The lines around any place of a text. A line begins at 0, behind a line end, and at a multiple of {@link PIECE} with
 * a whole piece before it that holds no line end: so every place is decided by what is near it.
 */
export class Lines {
  constructor(private readonly content: Content) {}

  /** Where the line begins in which this place lies. */
  async startOf(place: number): Promise<number> {
    const at = Math.min(Math.max(0, place), Math.max(0, this.content.size - 1));
    const from = Math.max(0, at - 2 * PIECE);
    const before = await this.content.read(from, at - from);
    const newline = before.lastIndexOf(NEWLINE);
    if (newline < 0 && from > 0) {
      return at - (at % PIECE);
    }
    let start = from + newline + 1;
    for (let next = await this.endOf(start); next <= at && next > start;) {
      start = next;
      next = await this.endOf(start);
    }
    return start;
  }

  /** Up to `count` lines from a line's beginning on. */
  async from(start: number, count: number): Promise<readonly TextLine[]> {
    const lines: TextLine[] = [];
    for (let at = start; at < this.content.size && lines.length < count;) {
      const end = await this.endOf(at);
      lines.push(await this.line(at, end));
      at = end;
    }
    return lines;
  }

  /** Up to `count` lines that end where another begins. */
  async before(end: number, count: number): Promise<readonly TextLine[]> {
    const lines: TextLine[] = [];
    for (let at = end; at > 0 && lines.length < count;) {
      const start = await this.startOf(at - 1);
      lines.push(await this.line(start, at));
      at = start;
    }
    return lines.reverse();
  }

  /** Where the line that begins at `start` ends, its line end included. */
  private async endOf(start: number): Promise<number> {
    const limit = Math.ceil(start / PIECE) * PIECE + PIECE;
    const bytes = await this.content.read(start, limit - start);
    const newline = bytes.indexOf(NEWLINE);
    return newline < 0 ? start + bytes.length : start + newline + 1;
  }

  private async line(at: number, end: number): Promise<TextLine> {
    const bytes = await this.content.read(at, end - at);
    let length = bytes.length;
    const ended = bytes[length - 1] === NEWLINE;
    length -= ended ? 1 : 0;
    length -= ended && bytes[length - 1] === RETURN ? 1 : 0;
    return { at, end, text: DECODER.decode(bytes.subarray(0, length)), ended };
  }
}
