const LATIN1 = new TextDecoder('latin1');
const UTF8 = new TextDecoder('utf-8');
const ENCODER = new TextEncoder();

/** What is to go wherever it stands. */
export interface Wanted {
  readonly text: string;
  readonly matchCase: boolean;
}

interface Pattern extends Wanted {
  readonly folded: string;
}

export interface Found {
  readonly at: number;
  readonly length: number;
}

/** Finds texts in bytes; the longest wins where several begin at one place. */
export class Words {
  readonly longest: number;
  private readonly pattern: RegExp;
  private readonly patterns: readonly Pattern[];

  constructor(wanted: readonly Wanted[]) {
    this.patterns = wanted
      .map((one) => ({ ...one, folded: one.text.toLowerCase() }))
      .sort((a, b) => b.text.length - a.text.length);
    const spellings = new Set(this.patterns.flatMap(spellingsOf).map(bytesOf));
    this.longest = Math.max(0, ...[...spellings].map((one) => one.length));
    const all = [...spellings].sort((a, b) => b.length - a.length).map(escaped);
    this.pattern = new RegExp(all.join('|'), 'gi');
  }

  get none(): boolean {
    return this.patterns.length === 0;
  }

  /** The places in some bytes, in their order, without those that overlap one before. */
  *in(bytes: Uint8Array): Generator<Found> {
    const text = LATIN1.decode(bytes);
    this.pattern.lastIndex = 0;
    for (let hit = this.pattern.exec(text); hit !== null; hit = this.pattern.exec(text)) {
      const length = this.lengthAt(bytes, hit.index, hit[0].length);
      if (length > 0) {
        yield { at: hit.index, length };
      }
      this.pattern.lastIndex = hit.index + Math.max(1, length);
    }
  }

  /** Latin-1 takes some bytes of UTF-8 for letters with a case, and the spellings of one word for another's. */
  private lengthAt(bytes: Uint8Array, at: number, most: number): number {
    for (const { text, folded, matchCase } of this.patterns) {
      for (const spelling of spellingsOf({ text, folded, matchCase })) {
        const length = ENCODER.encode(spelling).length;
        const here = length <= most ? UTF8.decode(bytes.subarray(at, at + length)) : '';
        if (matchCase ? here === text : here.toLowerCase() === folded) {
          return length;
        }
      }
    }
    return 0;
  }
}

/** Capitals beyond ASCII are other bytes; some of them are longer than their small letters. */
function spellingsOf({ text, folded, matchCase }: Pattern): readonly string[] {
  if (matchCase) {
    return [text];
  }
  const capitalised = folded.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
  return [...new Set([text, folded, text.toUpperCase(), capitalised])];
}

function bytesOf(text: string): string {
  return LATIN1.decode(ENCODER.encode(text));
}

function escaped(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}/-]/g, '\\$&');
}
