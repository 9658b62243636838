/** sfc32 seeded from a label: the same seed gives the same bytes on every machine and in any order. */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(
    readonly seed: number,
    label = '',
  ) {
    let hash = 0x811c9dc5 ^ seed;
    for (let i = 0; i < label.length; i++) {
      hash = Math.imul(hash ^ label.charCodeAt(i), 0x01000193);
    }
    this.a = hash | 0;
    this.b = seed | 0;
    this.c = Math.imul(hash, 0x9e3779b1) | 0;
    for (let i = 0; i < 12; i++) {
      this.next();
    }
  }

  /** An independent stream: what one file draws does not depend on which files came before it. */
  fork(label: string): Random {
    return new Random(this.seed, `${label}/${this.seed}`);
  }

  /** 32 random bits. */
  next(): number {
    const sum = (this.a + this.b + this.counter++) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    return sum >>> 0;
  }

  unit(): number {
    return this.next() / 0x100000000;
  }

  below(bound: number): number {
    return Math.floor(this.unit() * bound);
  }

  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  pick<T>(from: readonly T[]): T {
    const value = from[this.below(from.length)];
    if (value === undefined) {
      throw new Error('Random.pick: the pool is empty');
    }
    return value;
  }

  /** Few of the pool come often and many seldom, as users and pages do. */
  skewed<T>(from: readonly T[]): T {
    const u = this.unit();
    const value = from[Math.floor(u * u * u * from.length)];
    if (value === undefined) {
      throw new Error('Random.skewed: the pool is empty');
    }
    return value;
  }

  shuffle<T>(values: T[]): T[] {
    for (let i = values.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [values[i], values[j]] = [values[j] as T, values[i] as T];
    }
    return values;
  }

  text(alphabet: string, length: number): string {
    let text = '';
    for (let i = 0; i < length; i++) {
      text += alphabet.charAt(this.below(alphabet.length));
    }
    return text;
  }

  hex(length: number): string {
    return this.text('0123456789abcdef', length);
  }
}

export const LOWER = 'abcdefghijklmnopqrstuvwxyz';
export const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const DIGITS = '0123456789';
export const ALNUM = LOWER + UPPER + DIGITS;
export const BASE64 = `${ALNUM}+/`;
export const BASE64URL = `${ALNUM}-_`;
