import { kindOf, PSEUDONYM } from '../../shared/pseudonym';

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
