/** What a pseudonym replaces, by the word in front of it; the colours are those of the page Redaction. */
const KINDS: Readonly<Record<string, string>> = {
  redacted: 'password',
  user: 'user',
  name: 'full-name',
  host: 'host',
  domain: 'host',
  phone: 'phone',
  card: 'card',
  unit: 'ldap-dn',
  project: 'project',
  own: 'own',
};

const WORDS = Object.keys(KINDS).join('|');

/** A word and a tag of ten hex digits, an IPv4 address of 240.0.0.0/4, or an IPv6 address of 2001:db8::/32. */
const PSEUDONYM = new RegExp(
  `\\b(?:(${WORDS})-[0-9a-f]{10}(?![0-9a-f])|(2(?:4\\d|5[0-4])(?:\\.\\d{1,3}){3})\\b|(2001:db8(?::[0-9a-f]{0,4}){1,6}))`,
  'g',
);

export interface Piece {
  readonly at: number;
  readonly text: string;
  /** What is replaced here. */
  readonly kind: string | undefined;
  /** Whether it belongs to what is searched for. */
  readonly hit: boolean;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Cuts a line at its pseudonyms and at what is searched for; they may overlap. */
export function piecesOf(text: string, wanted: string, matchCase: boolean): readonly Piece[] {
  const pseudonyms = [...text.matchAll(PSEUDONYM)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    kind: kindOf(found),
  }));
  const hits = hitsIn(text, wanted, matchCase);
  const borders = new Set([0, text.length]);
  for (const { start, end } of [...pseudonyms, ...hits]) {
    borders.add(start).add(end);
  }
  const sorted = [...borders].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((at, index) => {
    const inside = ({ start, end }: Span): boolean => start <= at && at < end;
    return {
      at,
      text: text.slice(at, sorted[index + 1]),
      kind: pseudonyms.find(inside)?.kind,
      hit: hits.some(inside),
    };
  });
}

function kindOf(found: RegExpMatchArray): string {
  const [, word, ipv4] = found;
  return word === undefined ? (ipv4 === undefined ? 'ipv6' : 'ipv4') : (KINDS[word] ?? 'own');
}

/** More than this in one line are not told apart. */
const MOST_HITS = 200;

function hitsIn(text: string, wanted: string, matchCase: boolean): readonly Span[] {
  const folded = (one: string): string => (matchCase ? one : one.toLowerCase());
  const inside = folded(text);
  const needle = folded(wanted);
  const hits: Span[] = [];
  if (needle === '' || inside.length !== text.length) {
    return hits;
  }
  for (let at = inside.indexOf(needle); at >= 0 && hits.length < MOST_HITS;) {
    hits.push({ start: at, end: at + needle.length });
    at = inside.indexOf(needle, at + needle.length);
  }
  return hits;
}

export type Level = 'debug' | 'error' | 'info' | 'warning';

const LEVEL = /^(?!\s).{0,160}?\b(FATAL|ERROR|SEVERE|WARN(?:ING)?|INFO|DEBUG|TRACE)\b/;

/** How grave a line of a log is, by the word in its beginning. */
export function levelOf(text: string): Level | undefined {
  const word = LEVEL.exec(text)?.[1];
  switch (word) {
    case undefined:
      return undefined;
    case 'FATAL':
    case 'ERROR':
    case 'SEVERE':
      return 'error';
    case 'INFO':
      return 'info';
    case 'DEBUG':
    case 'TRACE':
      return 'debug';
    default:
      return 'warning';
  }
}
