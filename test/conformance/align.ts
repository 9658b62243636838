import type { Part } from './parts.ts';

type Valued = Exclude<Part, string>;

/** What stands in the output in the place of one part. */
export interface Aligned {
  readonly part: Valued;
  /** Undefined when the text around it was changed too, so that its place cannot be told. */
  readonly output: string | undefined;
}

export interface AlignedLine {
  readonly parts: readonly Aligned[];
  /** All text between the values is as it was. */
  readonly intact: boolean;
}

/**
 * Finds what an engine wrote for each value of a line, given only the line's own text between the
 * values. Tries first with all look-alikes in place, then with look-alikes changed as well.
 */
export function align(parts: readonly Part[], output: string): AlignedLine {
  const found =
    match(parts, output, (part) => part.role === 'keep') ?? match(parts, output, () => false);
  if (found !== undefined) {
    return { parts: found, intact: true };
  }
  const valued = parts.filter((part) => typeof part !== 'string');
  return { parts: valued.map((part) => ({ part, output: undefined })), intact: false };
}

/**
 * A glob match: each fixed text at its first place after the one before, the last at the line's
 * end. That finds a match whenever there is one, in time linear in the line.
 */
function match(
  parts: readonly Part[],
  output: string,
  fixed: (part: Valued) => boolean,
): Aligned[] | undefined {
  const found: Aligned[] = [];
  let at = 0;
  let open: Valued | undefined;
  for (const [index, part] of parts.entries()) {
    if (typeof part !== 'string' && !fixed(part)) {
      if (open !== undefined) {
        found.push({ part: open, output: '' });
      }
      open = part;
      continue;
    }
    const text = typeof part === 'string' ? part : part.text;
    const last = index === parts.length - 1;
    const place = last && open !== undefined ? output.length - text.length : output.indexOf(text, at);
    const wrong = place < at || !output.startsWith(text, place);
    if (wrong || (open === undefined && place !== at)) {
      return undefined;
    }
    if (open !== undefined) {
      found.push({ part: open, output: output.slice(at, place) });
      open = undefined;
    }
    if (typeof part !== 'string') {
      found.push({ part, output: text });
    }
    at = place + text.length;
  }
  if (open !== undefined) {
    found.push({ part: open, output: output.slice(at) });
    at = output.length;
  }
  return at === output.length ? found : undefined;
}
