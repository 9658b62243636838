/** How far around a position names are looked for, and how many are taken on each side. */
const REACH = 300;
const NAMES = 8;
const MOST = 400;

/** How the products close a file of a batch. */
const NEXT_FILE = '}catch(e){WRMCB(e)}';

/**
 * Property names and string literals, which minifiers keep: after a dot, before a colon, in quotes. Only plain strings
 * count: where the text begins inside a string, what stands between two strings looks like one. A string that is not
 * short is cut: it may be a text for people.
 */
const KEPT =
  /\??\.\s*([A-Za-z_$][\w$]{2,})|([A-Za-z_$][\w$]{2,})\s*:(?!:)|(['"])([A-Za-z][\w .#/-]*)\3/g;
const LONGEST_STRING = 40;

/**
 * What surrounds a position in a script: the nearest names before it and from it on, `^` before the first of those, a dot
 * between names that the script joins by a dot: `title owner.^name width`. The same code gives the same names whichever
 * minifier wrote it, while lines, columns and local names change with every build. Nothing before `begin`, nor after the
 * end of a batch's file, is the file's own.
 */
export function identifiersAround(text: string, offset: number, begin: number): string {
  const from = Math.max(begin, offset - REACH);
  const next = text.indexOf(NEXT_FILE, offset);
  const to = Math.min(next < 0 ? text.length : next, offset + REACH);
  const before: string[] = [];
  const after: string[] = [];
  let end = -1;
  for (const found of text.slice(from, to).matchAll(KEPT)) {
    const name = found[1] ?? found[2] ?? found[4]?.slice(0, LONGEST_STRING) ?? '';
    if (name !== '') {
      const behind = found.index + found[0].length;
      const joint = found[1] !== undefined && found.index === end ? '.' : ' ';
      // A name belongs to the side on which it ends: engines point at its dot, at it or behind it.
      if (from + behind <= offset) before.push(joint + name);
      else after.push(`${joint}${after.length === 0 ? '^' : ''}${name}`);
      end = behind;
    }
  }
  return [...before.slice(-NAMES), ...after.slice(0, NAMES)].join('').trim().slice(0, MOST);
}
