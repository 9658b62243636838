import { Damaged } from './damaged';

/** Codes of up to so many bits are found with one look; there are few longer ones, and they are rare. */
export const QUICK_BITS = 10;

const MOST_BITS = 15;

/**
 * A code of RFC 1951, 3.2.2. `quick` tells, for the next bits of the stream, symbol << 4 | length, or 0 where the code
 * is longer than {@link QUICK_BITS}; for those, `counts` tells how many codes of each length there are, and `symbols`
 * lists their symbols in order.
 */
export interface Code {
  readonly quick: Uint16Array;
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
}

export function newCode(most: number): Code {
  return {
    quick: new Uint16Array(1 << QUICK_BITS),
    counts: new Uint16Array(MOST_BITS + 1),
    symbols: new Uint16Array(most),
  };
}

/** Builds the code from the lengths of its symbols. */
export function build({ quick, counts, symbols }: Code, lengths: Uint8Array): void {
  quick.fill(0);
  counts.fill(0);
  for (const bits of lengths) {
    if (bits > 0) {
      counts[bits] = (counts[bits] ?? 0) + 1;
    }
  }
  checkCounts(counts);
  const places = new Uint16Array(MOST_BITS + 2);
  const values = new Uint16Array(MOST_BITS + 2);
  for (let bits = 1; bits <= MOST_BITS; bits++) {
    const count = counts[bits] ?? 0;
    places[bits + 1] = (places[bits] ?? 0) + count;
    values[bits + 1] = ((values[bits] ?? 0) + count) << 1;
  }
  lengths.forEach((bits, symbol) => {
    if (bits === 0) {
      return;
    }
    const place = places[bits] ?? 0;
    symbols[place] = symbol;
    places[bits] = place + 1;
    const value = values[bits] ?? 0;
    values[bits] = value + 1;
    for (let slot = reversed(value, bits); slot < quick.length; slot += 1 << bits) {
      if (bits <= QUICK_BITS) {
        quick[slot] = (symbol << 4) | bits;
      }
    }
  });
}

/** A code must be complete; the exceptions are none at all and a single one of one bit (RFC 1951, 3.2.7). */
function checkCounts(counts: Uint16Array): void {
  let used = 0;
  let left = 1;
  for (let bits = 1; bits <= MOST_BITS; bits++) {
    const count = counts[bits] ?? 0;
    used += count;
    left = (left << 1) - count;
    if (left < 0) {
      throw new Damaged('a code has too many symbols');
    }
  }
  if (left > 0 && used > 0 && !(used === 1 && counts[1] === 1)) {
    throw new Damaged('a code has too few symbols');
  }
}

function reversed(value: number, bits: number): number {
  let result = 0;
  for (let i = 0; i < bits; i++) {
    result |= ((value >>> i) & 1) << (bits - 1 - i);
  }
  return result;
}
