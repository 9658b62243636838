import type { Tally } from '../../shared/review-changes';

/** The form of something that should not be passed on. */
interface Shape {
  readonly kind: string;
  /** Of bounded length, so that no text makes it slow. */
  readonly pattern: RegExp;
  /** Whether a place that fits is harmless all the same. */
  readonly harmless?: (found: string) => boolean;
}

const isPseudonym = (text: string): boolean =>
  /\b(?:redacted|user|name|host|domain|phone|card|unit|project|own)-[0-9a-f]{10}\b/.test(text) ||
  text.includes('[taken');

/** RFC 2606, and what Hearth itself writes for a domain. */
const RESERVED =
  /@(?:[\w-]{1,63}\.){0,8}(?:example(?:\.(?:com|net|org))?|invalid|localhost|test)$/i;

const isNoAddress = (text: string): boolean => {
  const parts = text.split('.').map(Number);
  const [first = 0] = parts;
  // Pseudonyms are of 240.0.0.0/4; this machine, no machine, and a mask tell nothing; above 255 it is a version.
  return parts.some((part) => part > 255) || first >= 240 || first === 127 || first === 0;
};

const valueAfter = (names: string): RegExp =>
  new RegExp(`(?:${names})["']?\\s{0,3}[=:]\\s{0,3}["']?[^\\s"'<>&,;)\\]}]{6,200}`, 'gi');

/** As `io.hearth.verify.Shape` on the server has them, and network addresses beside them. */
const SHAPES: readonly Shape[] = [
  { kind: 'token', pattern: /\beyJ[\w-]{10,2000}\.[\w-]{10,2000}\.[\w-]{0,2000}/g },
  { kind: 'token', pattern: /\bA(?:KIA|SIA)[0-9A-Z]{16}\b/g },
  { kind: 'token', pattern: /\bgh[pousr]_[A-Za-z0-9]{30,200}|\bgithub_pat_\w{30,200}/g },
  { kind: 'token', pattern: /\bglpat-[\w-]{18,200}|\bxox[abeprs]-[\w-]{10,200}/g },
  { kind: 'token', pattern: /\bnpm_[A-Za-z0-9]{30,200}|\bpypi-[\w-]{30,200}|\bAIza[\w-]{35}/g },
  {
    kind: 'token',
    pattern: /\b[sr]k_live_[A-Za-z0-9]{16,200}|\bSG\.[\w-]{16,200}\.[\w-]{16,200}/g,
  },
  { kind: 'token', pattern: /\bBBDC-[A-Za-z0-9+/=]{30,200}|\bATATT3x[\w=-]{20,300}/g },
  { kind: 'token', pattern: /\bBearer\s{1,3}[\w.~+/=-]{12,2000}/gi },
  { kind: 'token', pattern: valueAfter('token|secret|api_?key'), harmless: isPseudonym },
  { kind: 'password', pattern: /\bBasic\s{1,3}[A-Za-z0-9+/]{8,500}={0,2}(?![\w-])/g },
  {
    kind: 'password',
    pattern: valueAfter('password|passwd|pwd|passphrase'),
    harmless: isPseudonym,
  },
  { kind: 'password', pattern: /:\/\/[\w.%+-]{1,100}:[^\s@/]{1,100}@/g, harmless: isPseudonym },
  { kind: 'session', pattern: valueAfter('jsessionid|sessionid'), harmless: isPseudonym },
  { kind: 'private-key', pattern: /BEGIN [A-Z ]{0,20}PRIVATE KEY-----/g },
  {
    kind: 'mail',
    pattern: /(?<![\w.%+-])[\w.%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![\w-])/g,
    harmless: (found) =>
      RESERVED.test(found) || isPseudonym(found) || /^(?:git|no-?reply)@/.test(found),
  },
  {
    kind: 'address',
    pattern: /(?<![\w.-])\d{1,3}(?:\.\d{1,3}){3}(?![\w-]|\.\d)/g,
    harmless: isNoAddress,
  },
  {
    kind: 'address',
    pattern: /(?<![\w:.])(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}(?![\w:])/gi,
    harmless: (found) => found.toLowerCase().startsWith('2001:db8:'),
  },
];

/** A text is looked at in windows; what is longer than their overlap may be missed where two meet. */
const WINDOW = 1024 * 1024;
const OVERLAP = 4096;

/** Searches texts for what looks like secrets, mail addresses and network addresses. It knows no names. */
export class SecondLook {
  private readonly decoder = new TextDecoder('utf-8');
  private readonly counts = new Map<string, number>();
  private text = '';
  /** What of the text was looked at before. */
  private seen = 0;

  write(bytes: Uint8Array): void {
    this.text += this.decoder.decode(bytes, { stream: true });
    if (this.text.length >= WINDOW) {
      this.look(this.text.length - OVERLAP);
      const kept = Math.max(0, this.seen - OVERLAP);
      this.text = this.text.slice(kept);
      this.seen -= kept;
    }
  }

  end(): Tally {
    this.text += this.decoder.decode();
    this.look(this.text.length);
    return Object.fromEntries(this.counts);
  }

  /** Counts what begins up to this place and was not counted before. */
  private look(until: number): void {
    // One place is one finding, whatever it looks like.
    const taken = new Uint8Array(this.text.length);
    for (const { kind, pattern, harmless } of SHAPES) {
      for (const found of this.text.matchAll(pattern)) {
        const from = found.index;
        const to = from + found[0].length;
        const counted = taken[from] === 1 || taken[to - 1] === 1;
        if (from >= this.seen && from < until && !counted && harmless?.(found[0]) !== true) {
          taken.fill(1, from, to);
          this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
        }
      }
    }
    this.seen = Math.max(this.seen, until);
  }
}

/** A short text without whatever {@link SecondLook} would find in it, and how many places there were. */
export function cleaned(
  text: string,
  mark: string,
): { readonly text: string; readonly found: number } {
  let found = 0;
  let result = text;
  for (const { pattern, harmless } of SHAPES) {
    result = result.replace(pattern, (place) => {
      if (harmless?.(place) === true) {
        return place;
      }
      found += 1;
      return mark;
    });
  }
  return { text: result, found };
}
