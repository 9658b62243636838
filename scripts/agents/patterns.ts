import { RegExpParser, type AST } from '@eslint-community/regexpp';

/** More alternatives than this need no list: the rule is then always tried. */
const MOST_NEEDLES = 300;
const SHORTEST_NEEDLE = 2;

/** A repetition with such a bound is there against backtracking, which RE2 does not do. */
const BACKTRACKING_BOUND = 50;

type Needles = readonly string[];

export function parse(regex: string): AST.Pattern {
  return new RegExpParser({ ecmaVersion: 2018 }).parsePattern(regex, 0, regex.length, {
    unicode: false,
  });
}

/** `.{0,200}` as `.*`: RE2 would make 200 instructions of it, and is linear anyway. */
export function withoutBounds(regex: string): string {
  return regex.replace(/\{([01]),(\d+)\}/g, (whole, least: string, most: string) =>
    Number(most) < BACKTRACKING_BOUND ? whole : least === '0' ? '*' : '+',
  );
}

/**
 * Texts of which one stands in whatever the regex matches; none when that cannot be told. They are what makes a
 * list of hundreds of expressions quick: most are never tried.
 */
export function needles(pattern: AST.Pattern): Needles {
  const found = ofAlternatives(pattern.alternatives);
  return found.length > MOST_NEEDLES ? [] : found;
}

function ofAlternatives(alternatives: readonly AST.Alternative[]): Needles {
  const each = alternatives.map((one) => ofElements(one.elements));
  return each.some((one) => one.length === 0) ? [] : [...new Set(each.flat())];
}

/** The best of the parts that all must be there: what has the longest shortest text. */
function ofElements(elements: readonly AST.Element[]): Needles {
  const candidates: Needles[] = [];
  let run = '';
  const endRun = (): void => {
    if (run.length >= SHORTEST_NEEDLE) candidates.push([run]);
    run = '';
  };
  for (const element of elements) {
    if (element.type === 'Character' && isPlain(element.value)) {
      run += String.fromCodePoint(element.value);
      continue;
    }
    endRun();
    const inner = ofElement(element);
    if (inner.length > 0) candidates.push(inner);
  }
  endRun();
  return candidates.sort((a, b) => shortest(b) - shortest(a))[0] ?? [];
}

function ofElement(element: AST.Element): Needles {
  switch (element.type) {
    case 'Group':
    case 'CapturingGroup':
      return ofAlternatives(element.alternatives);
    case 'Quantifier':
      return element.min === 0 ? [] : ofElement(element.element);
    default:
      return [];
  }
}

/** A list of needles is written with bars between. */
const isPlain = (code: number): boolean => code >= 32 && code < 127 && code !== 0x7c;

const shortest = (texts: Needles): number => Math.min(...texts.map((text) => text.length));

/** What a capturing group can hold: one of a few words, digits only, or what the sender likes. */
export type Holds = 'words' | 'digits' | 'anything';

export function groupHolds(pattern: AST.Pattern, number: number): Holds {
  const group = groupsOf(pattern)[number - 1];
  if (group === undefined) return 'words';
  if (group.alternatives.every((one) => one.elements.every(isWord))) return 'words';
  return group.alternatives.every((one) => one.elements.every(isDigits)) ? 'digits' : 'anything';
}

function groupsOf(node: AST.Pattern | AST.Alternative | AST.Element): AST.CapturingGroup[] {
  switch (node.type) {
    case 'Pattern':
    case 'Group':
      return node.alternatives.flatMap(groupsOf);
    case 'CapturingGroup':
      return [node, ...node.alternatives.flatMap(groupsOf)];
    case 'Alternative':
      return node.elements.flatMap(groupsOf);
    case 'Quantifier':
      return groupsOf(node.element);
    default:
      return [];
  }
}

/** One of finitely many texts that the list names; a class such as `[Bb]` has two. */
function isWord(element: AST.Element): boolean {
  switch (element.type) {
    case 'Character':
    case 'Assertion':
      return true;
    case 'CharacterClass':
      return !element.negate && element.elements.every((one) => one.type === 'Character');
    case 'Group':
    case 'CapturingGroup':
      return element.alternatives.every((one) => one.elements.every(isWord));
    case 'Quantifier':
      return element.max <= 1 && isWord(element.element);
    default:
      return false;
  }
}

function isDigits(element: AST.Element): boolean {
  switch (element.type) {
    case 'Character':
      return element.value >= 0x30 && element.value <= 0x39;
    case 'CharacterSet':
      return element.kind === 'digit' && !element.negate;
    case 'Quantifier':
      return isDigits(element.element);
    case 'Group':
    case 'CapturingGroup':
      return element.alternatives.every((one) => one.elements.every(isDigits));
    default:
      return false;
  }
}
