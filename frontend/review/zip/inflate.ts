/**
 * Unpacks deflate (RFC 1951) and can go on later from any place it has been at. A browser's own `DecompressionStream`
 * cannot: it begins at the beginning. That is what opens the end of a log without unpacking the rest, and what scrolls
 * back in one without keeping it.
 *
 * The invariant: `out[0, at)` ends with the last 32 KB of text, and between two calls the state lies at the border of a
 * symbol, so `mark` can always be taken.
 */
import { Damaged } from './damaged';
import { build, newCode, QUICK_BITS, type Code } from './huffman';
import {
  DISTANCE_BASE,
  DISTANCE_EXTRA,
  DISTANCES,
  FIXED,
  LENGTH_BASE,
  LENGTH_EXTRA,
  LITERALS,
  ORDER,
} from './inflate-tables';

/** As far back as deflate can refer. */
export const WINDOW = 32 * 1024;
/** How much text there is for one `take`, at most. */
export const STEP = 256 * 1024;
const LONGEST_MATCH = 258;

/** More than a block's head can take: 17 bits, 19 lengths of 3, and 320 lengths of at most 14. */
const HEAD_BYTES = 600;
/** More than a symbol can take: 15 + 5 + 15 + 13 bits. */
const SYMBOL_BYTES = 8;

/** A place to go on from. */
export interface Mark {
  /** How much text lies before. */
  readonly text: number;
  /** How many packed bits lie before. */
  readonly bit: number;
  readonly phase: Phase;
  readonly lastBlock: boolean;
  /** Of a stored block, what is left of it. */
  readonly stored: number;
  /** The lengths of the current block's codes. */
  readonly lengths: Uint8Array;
  /** The end of the text before. */
  readonly window: Uint8Array;
}

type Phase = 'coded' | 'ended' | 'head' | 'stored';

const NOTHING = new Uint8Array(0);

/** A place that needs nothing of what lies before it: the beginning, or a block that stands for itself. */
export function freshMark(text: number, packed: number): Mark {
  return {
    text,
    bit: packed * 8,
    phase: 'head',
    lastBlock: false,
    stored: 0,
    lengths: NOTHING,
    window: NOTHING,
  };
}

export class Inflater {
  private readonly out = new Uint8Array(WINDOW + STEP + LONGEST_MATCH);
  private at: number;
  private taken: number;
  /** How much text lies before `out[0]`. */
  private base: number;

  private input = NOTHING;
  private next = 0;
  /** How many packed bytes lie before `input[0]`. */
  private inputBase: number;
  private complete = false;
  private bits = 0;
  private bitCount = 0;
  /** Bits of the first byte that lie before the mark. */
  private skip: number;

  private phase: Phase;
  private lastBlock: boolean;
  private storedLeft: number;
  private readonly lengths = new Uint8Array(LITERALS + DISTANCES);
  private readonly lengthCode = newCode(ORDER.length);
  private readonly literals = newCode(LITERALS);
  private readonly distances = newCode(DISTANCES);

  constructor(mark: Mark) {
    this.out.set(mark.window);
    this.at = mark.window.length;
    this.taken = this.at;
    this.base = mark.text - this.at;
    this.inputBase = Math.floor(mark.bit / 8);
    this.skip = mark.bit % 8;
    this.phase = mark.phase;
    this.lastBlock = mark.lastBlock;
    this.storedLeft = mark.stored;
    if (mark.phase === 'coded') {
      this.lengths.set(mark.lengths);
      this.buildCodes();
    }
  }

  /** Where the packed bytes go on that it has not been given yet. */
  get wants(): number {
    return this.inputBase + this.input.length;
  }

  /** How much text there is up to the end of what `take` gave. */
  get text(): number {
    return this.base + this.taken;
  }

  /** Takes more packed bytes, which begin at {@link wants}; `last` says that there are no more. */
  give(bytes: Uint8Array, last: boolean): void {
    const left = this.input.subarray(this.next);
    const joined = new Uint8Array(left.length + bytes.length);
    joined.set(left);
    joined.set(bytes, left.length);
    this.inputBase += this.next;
    this.input = joined;
    this.next = 0;
    this.complete = last;
    if (this.skip > 0 && joined.length > 0) {
      this.bitsOf(this.skip);
      this.skip = 0;
    }
  }

  /** Unpacks until there is a step of text, or the input is used up, or the text ends. */
  run(): 'ended' | 'full' | 'hungry' {
    this.makeRoom();
    while (this.at < WINDOW + STEP) {
      if (this.phase === 'ended') {
        return 'ended';
      }
      if (!this.work()) {
        return 'hungry';
      }
    }
    return 'full';
  }

  /** The text since the last call; overwritten by the next `run`. */
  take(): Uint8Array {
    const text = this.out.subarray(this.taken, this.at);
    this.taken = this.at;
    return text;
  }

  /** Where it is now; to be called right after `take`. */
  mark(): Mark {
    const coded = this.phase === 'coded';
    return {
      text: this.text,
      bit: (this.inputBase + this.next) * 8 - this.bitCount,
      phase: this.phase,
      lastBlock: this.lastBlock,
      stored: this.storedLeft,
      lengths: coded ? this.lengths.slice() : NOTHING,
      window: this.out.slice(Math.max(0, this.at - WINDOW), this.at),
    };
  }

  private makeRoom(): void {
    if (this.at >= WINDOW + STEP) {
      const moved = this.at - WINDOW;
      this.out.copyWithin(0, moved, this.at);
      this.base += moved;
      this.at -= moved;
      this.taken -= moved;
    }
  }

  /** One part of a block; false when it needs more input before. */
  private work(): boolean {
    switch (this.phase) {
      case 'head':
        return this.has(HEAD_BYTES) && this.readHead();
      case 'stored':
        return this.copyStored();
      default:
        return this.decode();
    }
  }

  private has(bytes: number): boolean {
    return this.complete || this.input.length - this.next >= bytes;
  }

  /** Beyond the end there are zeros; {@link checkEnd} notices when one of them was used. */
  private need(count: number): void {
    while (this.bitCount < count) {
      this.bits |= (this.input[this.next] ?? 0) << this.bitCount;
      this.next += 1;
      this.bitCount += 8;
    }
  }

  private bitsOf(count: number): number {
    this.need(count);
    const value = this.bits & ((1 << count) - 1);
    this.bits >>>= count;
    this.bitCount -= count;
    return value;
  }

  private checkEnd(): void {
    if (this.next - (this.bitCount >> 3) > this.input.length) {
      throw new Damaged('the packed bytes end too early');
    }
  }

  private readHead(): boolean {
    this.lastBlock = this.bitsOf(1) === 1;
    switch (this.bitsOf(2)) {
      case 0:
        this.readStoredHead();
        break;
      case 1:
        this.lengths.set(FIXED);
        this.buildCodes();
        break;
      case 2:
        this.readLengths();
        this.buildCodes();
        break;
      default:
        throw new Damaged('a block is of an unknown kind');
    }
    this.checkEnd();
    return true;
  }

  private buildCodes(): void {
    build(this.literals, this.lengths.subarray(0, LITERALS));
    build(this.distances, this.lengths.subarray(LITERALS));
    this.phase = 'coded';
  }

  private readStoredHead(): void {
    // The rest of the byte is not used.
    this.bitsOf(this.bitCount % 8);
    const length = this.bitsOf(16);
    if ((length ^ this.bitsOf(16)) !== 0xffff) {
      throw new Damaged('a stored block contradicts itself about its length');
    }
    this.storedLeft = length;
    this.phase = 'stored';
  }

  private readLengths(): void {
    const literals = this.bitsOf(5) + 257;
    const distances = this.bitsOf(5) + 1;
    const count = this.bitsOf(4) + 4;
    const helper = new Uint8Array(ORDER.length);
    for (let i = 0; i < count; i++) {
      helper[ORDER[i] ?? 0] = this.bitsOf(3);
    }
    build(this.lengthCode, helper);
    const all = new Uint8Array(literals + distances);
    for (let i = 0; i < all.length;) {
      const symbol = this.symbolOf(this.lengthCode);
      if (symbol < 16) {
        all[i] = symbol;
        i += 1;
      } else {
        const value = symbol === 16 ? (all[i - 1] ?? -1) : 0;
        const times =
          symbol === 16
            ? 3 + this.bitsOf(2)
            : symbol === 17
              ? 3 + this.bitsOf(3)
              : 11 + this.bitsOf(7);
        if (value < 0 || i + times > all.length) {
          throw new Damaged('the lengths of a code are wrong');
        }
        all.fill(value, i, i + times);
        i += times;
      }
    }
    this.lengths.fill(0);
    this.lengths.set(all.subarray(0, literals));
    this.lengths.set(all.subarray(literals), LITERALS);
  }

  /** The slow way to a symbol, for codes that are read rarely. */
  private symbolOf(code: Code): number {
    this.need(15);
    const entry = code.quick[this.bits & ((1 << QUICK_BITS) - 1)] ?? 0;
    if (entry !== 0) {
      this.bitsOf(entry & 15);
      return entry >>> 4;
    }
    const found = longSymbol(code, this.bits);
    this.bitsOf(found & 15);
    return found >>> 4;
  }

  private copyStored(): boolean {
    // Bits that a look ahead has taken are whole bytes here.
    this.next -= this.bitCount >> 3;
    this.bits = 0;
    this.bitCount = 0;
    const room = WINDOW + STEP - this.at;
    const count = Math.min(this.storedLeft, room, this.input.length - this.next);
    this.out.set(this.input.subarray(this.next, this.next + count), this.at);
    this.at += count;
    this.next += count;
    this.storedLeft -= count;
    if (this.storedLeft === 0) {
      this.phase = this.lastBlock ? 'ended' : 'head';
      return true;
    }
    if (count === 0 && this.complete) {
      throw new Damaged('the packed bytes end too early');
    }
    return count > 0;
  }

  /** The hot loop: everything it touches is a local, and indexes are known to be inside. */
  private decode(): boolean {
    const { out, input } = this;
    const literals = this.literals.quick;
    const distances = this.distances.quick;
    const mask = (1 << QUICK_BITS) - 1;
    const end = WINDOW + STEP;
    const safe = this.complete ? Infinity : input.length - SYMBOL_BYTES;
    let { at, next, bits, bitCount } = this;
    let goOn = true;
    while (at < end) {
      if (next > safe) {
        goOn = false;
        break;
      }
      while (bitCount < 15) {
        bits |= (input[next++] as number) << bitCount;
        bitCount += 8;
      }
      let entry = literals[bits & mask] as number;
      if (entry === 0) {
        entry = longSymbol(this.literals, bits);
      }
      bits >>>= entry & 15;
      bitCount -= entry & 15;
      const symbol = entry >>> 4;
      if (symbol < 256) {
        out[at++] = symbol;
        continue;
      }
      if (symbol === 256) {
        this.phase = this.lastBlock ? 'ended' : 'head';
        break;
      }
      const extra = LENGTH_EXTRA[symbol - 257] as number;
      while (bitCount < 20) {
        bits |= (input[next++] as number) << bitCount;
        bitCount += 8;
      }
      const length = (LENGTH_BASE[symbol - 257] as number) + (bits & ((1 << extra) - 1));
      bits >>>= extra;
      bitCount -= extra;
      entry = distances[bits & mask] as number;
      if (entry === 0) {
        entry = longSymbol(this.distances, bits);
      }
      bits >>>= entry & 15;
      bitCount -= entry & 15;
      const more = DISTANCE_EXTRA[entry >>> 4] as number;
      while (bitCount < more) {
        bits |= (input[next++] as number) << bitCount;
        bitCount += 8;
      }
      const distance = (DISTANCE_BASE[entry >>> 4] as number) + (bits & ((1 << more) - 1));
      bits >>>= more;
      bitCount -= more;
      if (distance > at || length === 0 || distance === 0) {
        throw new Damaged('a reference leads before the beginning');
      }
      let from = at - distance;
      for (const stop = at + length; at < stop;) {
        out[at++] = out[from++] as number;
      }
    }
    this.at = at;
    this.next = next;
    this.bits = bits;
    this.bitCount = bitCount;
    this.checkEnd();
    return goOn;
  }
}

/** A symbol whose code is longer than the quick table knows, as symbol << 4 | length. */
function longSymbol(code: Code, bits: number): number {
  let value = 0;
  let first = 0;
  let index = 0;
  for (let length = 1; length <= 15; length++) {
    value |= (bits >>> (length - 1)) & 1;
    const count = code.counts[length] ?? 0;
    if (value - count < first) {
      return ((code.symbols[index + value - first] ?? 0) << 4) | length;
    }
    index += count;
    first = (first + count) << 1;
    value <<= 1;
  }
  throw new Damaged('a code is not one of its block');
}
