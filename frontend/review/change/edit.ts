import { LINES_MARK, WORD_MARK } from '../../shared/review-changes';
import type { Words } from './words';

/** Lines that go: from one line's beginning to another's. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What was taken out so far. */
export interface Taken {
  lines: number;
  words: number;
}

interface Piece {
  readonly bytes: Uint8Array;
  /** Ours, and not looked at again. */
  readonly mark: boolean;
}

const NEWLINE = 10;
const ENCODER = new TextEncoder();
const WORD = ENCODER.encode(WORD_MARK);

/** A text without some of its lines and words, while it is read; marks tell where something was. */
export async function* edited(
  text: AsyncIterable<Uint8Array>,
  stretches: readonly Stretch[],
  words: Words,
  taken: Taken,
): AsyncGenerator<Uint8Array> {
  const pieces = withoutLines(text, joined(stretches), taken);
  if (words.none) {
    for await (const { bytes } of pieces) {
      yield bytes;
    }
    return;
  }
  let carry: Uint8Array = new Uint8Array(0);
  for await (const { bytes, mark } of pieces) {
    if (mark) {
      yield* replaced(carry, carry.length, words, taken).parts;
      carry = new Uint8Array(0);
      yield bytes;
      continue;
    }
    const both = new Uint8Array(carry.length + bytes.length);
    both.set(carry);
    both.set(bytes, carry.length);
    // A word that begins in the end of this may go on in what comes next.
    const sure = Math.max(0, both.length - words.longest + 1);
    const { parts, used } = replaced(both, sure, words, taken);
    yield* parts;
    carry = both.slice(used);
  }
  yield* replaced(carry, carry.length, words, taken).parts;
}

/** Replaces the words that begin before `sure`; what was used ends there or behind the last of them. */
function replaced(
  bytes: Uint8Array,
  sure: number,
  words: Words,
  taken: Taken,
): { readonly parts: readonly Uint8Array[]; readonly used: number } {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const found of words.in(bytes)) {
    if (found.at >= sure) {
      break;
    }
    parts.push(bytes.subarray(at, found.at), WORD);
    at = found.at + found.length;
    taken.words += 1;
  }
  const used = Math.max(at, sure);
  parts.push(bytes.subarray(at, used));
  return { parts: parts.filter(({ length }) => length > 0), used };
}

/** In their order; those that touch are one. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const sorted = [...stretches].filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from);
  const all: Stretch[] = [];
  for (const next of sorted) {
    const last = all.at(-1);
    if (last !== undefined && next.from <= last.to) {
      all[all.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    } else {
      all.push(next);
    }
  }
  return all;
}

async function* withoutLines(
  text: AsyncIterable<Uint8Array>,
  stretches: readonly Stretch[],
  taken: Taken,
): AsyncGenerator<Piece> {
  let position = 0;
  let next = 0;
  const lines = new LineCount();
  for await (const page of text) {
    const end = position + page.length;
    for (let at = position; at < end;) {
      const stretch = stretches[next];
      if (stretch === undefined || at < stretch.from) {
        const stop = Math.min(end, stretch?.from ?? end);
        yield { bytes: page.subarray(at - position, stop - position), mark: false };
        at = stop;
        continue;
      }
      const stop = Math.min(end, stretch.to);
      lines.add(page.subarray(at - position, stop - position));
      at = stop;
      if (stop === stretch.to) {
        yield { bytes: markOf(lines, taken), mark: true };
        next += 1;
      }
    }
    position = end;
  }
  if (lines.some) {
    yield { bytes: markOf(lines, taken), mark: true };
  }
}

function markOf(lines: LineCount, taken: Taken): Uint8Array {
  const count = lines.take();
  taken.lines += count;
  return ENCODER.encode(LINES_MARK(count));
}

/** Counts lines; the last one need not have an end. */
class LineCount {
  private ends = 0;
  private open = false;
  some = false;

  add(bytes: Uint8Array): void {
    for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) {
      this.ends += 1;
    }
    this.some ||= bytes.length > 0;
    this.open = bytes.length > 0 ? bytes[bytes.length - 1] !== NEWLINE : this.open;
  }

  take(): number {
    const count = this.ends + (this.open ? 1 : 0);
    this.ends = 0;
    this.open = false;
    this.some = false;
    return count;
  }
}
