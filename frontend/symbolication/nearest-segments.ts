export interface Place {
  /** From 0, as the mappings have it. */
  readonly line: number;
  readonly column: number;
}

/** A generated column, and where there is an original: source, line, column and maybe name. */
export type Segment =
  [number] | [number, number, number, number] | [number, number, number, number, number];

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const COMMA = 44;
const SEMICOLON = 59;
/** Fields of a segment that stands in for none. */
const NONE = 0;

const FIELDS = 5;
/** Of those between two columns that are asked for the last; of those at one itself the first and the last. */
const SLOTS = { between: 0, first: 1, last: 2 };
const SLOTS_EACH = 3;

const VALUES = new Uint8Array(128);
for (let value = 0; value < DIGITS.length; value++) {
  VALUES[DIGITS.charCodeAt(value)] = value;
}

/**
 * The lines of encoded mappings with just those segments that a search for the places meets, sorted.
 *
 * A map holds some hundred thousand segments, an error asks for some hundred. Each is relative to the
 * one before, so all must be read; but making an object of each takes longer than reading them.
 */
export function nearestSegments(mappings: string, places: readonly Place[]): Segment[][] {
  const wanted = columnsByLine(places);
  const last = Math.max(-1, ...wanted.keys());
  const lines: Segment[][] = [];
  // Generated column, source, line, column, name; all but the first go on from line to line.
  const sums = new Int32Array(FIELDS);
  let at = 0;
  while (lines.length <= last && at <= mappings.length) {
    sums[0] = 0;
    const nearest = new Nearest(wanted.get(lines.length) ?? []);
    let more = true;
    while (more) {
      let fields = 0;
      let code = mappings.charCodeAt(at);
      while (at < mappings.length && code !== COMMA && code !== SEMICOLON) {
        let value = 0;
        let shift = 0;
        let digit: number;
        do {
          digit = VALUES[mappings.charCodeAt(at++)] ?? 0;
          value |= (digit & 31) << shift;
          shift += 5;
        } while ((digit & 32) !== 0);
        if (fields < sums.length) {
          sums[fields] = (sums[fields] ?? 0) + ((value & 1) === 1 ? -(value >>> 1) : value >>> 1);
          fields++;
        }
        code = mappings.charCodeAt(at);
      }
      if (fields > 0) {
        nearest.offer(sums, fields);
      }
      more = code === COMMA;
      at++;
    }
    lines.push(nearest.segments());
  }
  return lines;
}

function columnsByLine(places: readonly Place[]): ReadonlyMap<number, number[]> {
  const columns = new Map<number, Set<number>>();
  for (const { line, column } of places) {
    columns.set(line, (columns.get(line) ?? new Set()).add(column));
  }
  return new Map([...columns].map(([line, set]) => [line, [...set].sort((a, b) => a - b)]));
}

/**
 * The few segments of a line that count. Where several stand at one column, the search takes the
 * first for that column itself and the last for those behind it.
 */
class Nearest {
  private readonly fields: Uint8Array;
  private readonly kept: Int32Array;
  private gap = 0;

  constructor(private readonly columns: readonly number[]) {
    this.fields = new Uint8Array(columns.length * SLOTS_EACH);
    this.kept = new Int32Array(this.fields.length * FIELDS);
  }

  /** Segments come sorted as a rule, so that the gap is nearly always the same or the next. */
  offer(segment: Int32Array, fields: number): void {
    const column = segment[0] ?? 0;
    while (this.gap > 0 && column <= this.end(this.gap - 1)) {
      this.gap--;
    }
    while (this.gap < this.columns.length && column > this.end(this.gap)) {
      this.gap++;
    }
    if (this.gap === this.columns.length) {
      return;
    }
    const slot = this.gap * SLOTS_EACH;
    if (column < this.end(this.gap)) {
      const best = this.fields[slot] === NONE ? -Infinity : (this.kept[slot * FIELDS] ?? 0);
      if (column >= best) {
        this.put(slot + SLOTS.between, segment, fields);
      }
    } else {
      const first = this.fields[slot + SLOTS.first] === NONE;
      this.put(slot + (first ? SLOTS.first : SLOTS.last), segment, fields);
    }
  }

  private end(gap: number): number {
    return this.columns[gap] ?? Infinity;
  }

  private put(slot: number, segment: Int32Array, fields: number): void {
    // Called for nearly every segment; TypedArray.set takes longer for so few.
    for (let field = 0; field < FIELDS; field++) {
      this.kept[slot * FIELDS + field] = segment[field] ?? 0;
    }
    this.fields[slot] = fields;
  }

  segments(): Segment[] {
    return [...this.fields].flatMap((fields, slot): Segment[] => {
      const [column = 0, source = 0, line = 0, original = 0, name = 0] = this.kept.subarray(
        slot * FIELDS,
      );
      if (fields === NONE) {
        return [];
      }
      if (fields < 4) {
        return [[column]];
      }
      return fields === 4
        ? [[column, source, line, original]]
        : [[column, source, line, original, name]];
    });
  }
}
