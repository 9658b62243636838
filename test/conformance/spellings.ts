/** The spellings in which one value turns up: as it is, and as formats escape it. */

export type Spelling = (text: string) => string;

function each(text: string, escape: (code: number, char: string) => string): string {
  return Array.from(text, (char) => escape(char.codePointAt(0) ?? 0, char)).join('');
}

const percent = (text: string): string =>
  encodeURIComponent(text).replaceAll('.', '%2E').replaceAll('%2E', '.');

export const SPELLINGS = {
  plain: (text) => text,
  upper: (text) => text.toUpperCase(),
  lower: (text) => text.toLowerCase(),
  url: percent,
  'url-lower': (text) => percent(text).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
  plus: (text) => percent(text).replaceAll('%20', '+'),
  'html-decimal': (text) =>
    each(text, (code, char) => (/[\w ]/.test(char) && code < 128 ? char : `&#${code};`)),
  'html-hex': (text) =>
    each(text, (code, char) =>
      /[\w .]/.test(char) && code < 128 ? char : `&#x${code.toString(16)};`,
    ),
  'html-named': (text) =>
    text.replaceAll('ü', '&uuml;').replaceAll('ö', '&ouml;').replaceAll('@', '&commat;'),
  unicode: (text) =>
    each(text, (code, char) =>
      /[\w .-]/.test(char) && code < 128 ? char : `\\u${code.toString(16).padStart(4, '0')}`,
    ),
} satisfies Record<string, Spelling>;

export type SpellingName = keyof typeof SPELLINGS;

const NAMED: Record<string, string> = {
  uuml: 'ü', ouml: 'ö', Uuml: 'Ü', Ouml: 'Ö', commat: '@', amp: '&', quot: '"', lt: '<', gt: '>',
};

/** Undoes the escapes above, for comparing what an engine wrote in them. */
export function unescape(text: string): string {
  return text
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, hex: string) => point(Number.parseInt(hex, 16)))
    .replace(/&#(\d{1,7});/g, (_, digits: string) => point(Number(digits)))
    .replace(/&(\w+);/g, (whole, name: string) => NAMED[name] ?? whole)
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => point(Number.parseInt(hex, 16)))
    .replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return run;
      }
    });
}

function point(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** The ways to write one IPv6 address, given its eight groups. */
export function ipv6Spellings(groups: readonly number[]): Record<string, string> {
  const short = groups.map((group) => group.toString(16));
  const full = groups.map((group) => group.toString(16).padStart(4, '0')).join(':');
  return {
    full,
    upper: full.toUpperCase(),
    short: short.join(':'),
    compressed: compress(short),
  };
}

function compress(groups: readonly string[]): string {
  let best = { start: -1, length: 1 };
  for (let start = 0; start < groups.length; start++) {
    let length = 0;
    while (groups[start + length] === '0') {
      length++;
    }
    if (length > best.length) {
      best = { start, length };
    }
  }
  if (best.start < 0) {
    return groups.join(':');
  }
  const before = groups.slice(0, best.start).join(':');
  return `${before}::${groups.slice(best.start + best.length).join(':')}`;
}

/** The full form of an address in any spelling, or what was given when it is none. */
export function canonicalIpv6(text: string): string {
  const address = text.toLowerCase().replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  const halves = address.split('::');
  if (halves.length > 2 || !/^[0-9a-f:]+$/.test(address)) {
    return text;
  }
  const head = (halves[0] ?? '').split(':').filter((group) => group !== '');
  const tail = (halves[1] ?? '').split(':').filter((group) => group !== '');
  const gap = halves.length === 2 ? 8 - head.length - tail.length : 0;
  const groups = [...head, ...Array.from({ length: Math.max(0, gap) }, () => '0'), ...tail];
  return groups.length === 8 ? groups.map((group) => group.padStart(4, '0')).join(':') : text;
}
