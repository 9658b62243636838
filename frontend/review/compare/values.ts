import { kindOf, PSEUDONYM } from '../../shared/pseudonym';
import { WORD_MARK } from '../../shared/review-changes';

/** Stands for a value of the system or the environment that is not shown; the collector's word. */
const LEFT_OUT = '(left out)';

const MARKS = [LEFT_OUT, WORD_MARK];

const HIDDEN = new RegExp(
  `${PSEUDONYM.source}|${MARKS.map((mark) => mark.replace(/[()[\]]/g, '\\$&')).join('|')}`,
  'g',
);

/** A text cut at what was hidden in it, with the kinds of that. */
interface Cut {
  readonly pieces: readonly string[];
  readonly kinds: readonly string[];
}

function cutOf(text: string): Cut {
  const pieces: string[] = [];
  const kinds: string[] = [];
  let at = 0;
  for (const found of text.matchAll(HIDDEN)) {
    pieces.push(text.slice(at, found.index));
    kinds.push(MARKS.includes(found[0]) ? 'hidden' : kindOf(found));
    at = found.index + found[0].length;
  }
  return { pieces: [...pieces, text.slice(at)], kinds };
}

function joined({ pieces, kinds }: Cut): string {
  return pieces.map((piece, index) => `${piece}${kinds[index] ?? ''}`).join('\0');
}

/** A text with its pseudonyms turned into their kinds: the same for the same value in any two ZIPs. */
export function masked(text: string): string {
  const { pieces, kinds } = cutOf(text);
  return pieces.map((piece, index) => piece + (kinds[index] ?? '')).join('');
}

export type Likeness = 'differs' | 'same' | 'untold';

/**
 * Pseudonyms are made with another key for each ZIP, so two of one kind may stand for one value or for two; and what one
 * ZIP replaced, the other may not have known to be a secret.
 */
export function likeness(before: string, after: string): Likeness {
  if (before === after) {
    return before.includes(LEFT_OUT) ? 'untold' : 'same';
  }
  const [former, latter] = [cutOf(before), cutOf(after)];
  if (former.kinds.length > 0 && latter.kinds.length > 0) {
    return joined(former) === joined(latter) ? 'untold' : 'differs';
  }
  const [pieces, plain] =
    former.kinds.length > 0 ? [former.pieces, after] : [latter.pieces, before];
  return pieces.length > 1 && fits(pieces, plain) ? 'untold' : 'differs';
}

/** Whether a text has these pieces in their order, with something between each two. */
function fits(pieces: readonly string[], text: string): boolean {
  const [first = ''] = pieces;
  const last = pieces.at(-1) ?? '';
  const end = text.length - last.length;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = text.indexOf(piece, at + 1);
    if (found < 0) {
      return false;
    }
    at = found + piece.length;
  }
  return text.startsWith(first) && text.endsWith(last) && at < end;
}
