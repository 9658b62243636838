/** A place in a file that a batch holds. */
export interface Place {
  readonly module: string;
  readonly location: string;
  readonly line: number;
  readonly column: number;
  /** Where the file's own text begins in the batch. */
  readonly begin: number;
}

const MARK = "/* module-key = '";
const MARKED = /^\/\* module-key = '([^']+)', location = '([^']*)' \*\/[ \t]*(\r\n|[\n\r])?/;
const LONGEST_MARK = 2000;
const OPENED = /try\s*\{\s*$/;

/** ECMA-262 12.3: what engines count as the end of a line. */
const LINE_END = /\r\n|[\n\r\u2028\u2029]/g;

/** Where lines begin in a script. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (const end of text.matchAll(LINE_END)) {
    starts.push(end.index + end[0].length);
  }
  return starts;
}

/**
 * Which file of a batch stands at an offset: the last mark above tells. Lines count from the file's own first, columns
 * from 1, so that neither what else is in the batch nor its order matters.
 */
export function placeAt(
  text: string,
  starts: readonly number[],
  offset: number,
): Place | undefined {
  const mark = markAbove(text, offset);
  const [whole, module, location, newLine] =
    (mark < 0 ? null : MARKED.exec(text.slice(mark, mark + LONGEST_MARK))) ?? [];
  if (whole === undefined || module === undefined || location === undefined) {
    return undefined;
  }
  const begin = mark + whole.length;
  const line = lineOf(starts, offset);
  const first = lineOf(starts, begin);
  const lineStart = starts[line] ?? 0;
  return {
    module,
    location,
    begin,
    line: line - first + 1,
    column: offset - (line === first && newLine === undefined ? begin : lineStart) + 1,
  };
}

/** A mark opens a file's `try` block; in the middle of a file the words are a text that only looks like one. */
function markAbove(text: string, offset: number): number {
  let mark = text.lastIndexOf(MARK, offset);
  while (mark > 0 && !OPENED.test(text.slice(Math.max(0, mark - 10), mark))) {
    mark = text.lastIndexOf(MARK, mark - 1);
  }
  return mark;
}

/** The index of the line that holds the offset. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}
