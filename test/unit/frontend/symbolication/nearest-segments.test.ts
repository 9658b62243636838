import { TraceMap, originalPositionFor } from '@jridgewell/trace-mapping';
import { mapFrames } from '../../../../frontend/symbolication/map-frames';
import { nearestSegments, type Place } from '../../../../frontend/symbolication/nearest-segments';
import { Random } from '../../../tools/random';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const SOURCES = ['a.ts', 'b.ts', 'c.ts'];
const NAMES = ['one', 'two', 'three', 'four'];

function encodedNumber(value: number): string {
  let left = value < 0 ? (-value << 1) | 1 : value << 1;
  let text = '';
  do {
    text += DIGITS.charAt((left & 31) | (left > 31 ? 32 : 0));
    left >>>= 5;
  } while (left > 0);
  return text;
}

/** As a bundler writes them, but that columns may come in any order and more than once. */
function encoded(lines: readonly (readonly (readonly number[])[])[]): string {
  const before = [0, 0, 0, 0, 0];
  return lines
    .map((segments) => {
      before[0] = 0;
      return segments
        .map((segment) =>
          segment
            .map((value, field) => {
              const difference = value - (before[field] ?? 0);
              before[field] = value;
              return encodedNumber(difference);
            })
            .join(''),
        )
        .join(',');
    })
    .join(';');
}

const mapOf = (mappings: string): ConstructorParameters<typeof TraceMap>[0] => ({
  version: 3,
  sources: SOURCES,
  names: NAMES,
  mappings,
});

/** What the search finds in the few segments must be what it finds in all of them. */
function check(mappings: string, all: TraceMap, places: readonly Place[]): void {
  const few = new TraceMap({
    ...(mapOf(mappings) as object),
    mappings: nearestSegments(mappings, places),
  } as ConstructorParameters<typeof TraceMap>[0]);
  const found = (map: TraceMap): unknown[] =>
    places.map(({ line, column }) => [
      line,
      column,
      originalPositionFor(map, { line: line + 1, column }),
    ]);
  expect(found(few)).toEqual(found(all));
}

test.each([true, false])('random maps, columns in order: %s', (sorted) => {
  const random = new Random(sorted ? 1 : 2);
  const upTo = (most: number): number => random.below(most);
  for (let round = 0; round < 300; round++) {
    const lines = Array.from({ length: 1 + upTo(5) }, () => {
      const segments = Array.from({ length: upTo(30) }, () =>
        [upTo(40), upTo(3), upTo(2000), upTo(90), upTo(4)].slice(0, [1, 4, 5][upTo(3)]),
      );
      return sorted ? segments.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0)) : segments;
    });
    const places = Array.from({ length: upTo(25) }, () => ({ line: upTo(7), column: upTo(45) }));
    const decoded = lines.map((line) =>
      [...line].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0)),
    ) as never[][];
    const all = new TraceMap({ ...(mapOf('') as object), mappings: decoded } as never);
    check(encoded(lines), all, places);
  }
});

test('no more segments than places, and no lines after the last one', () => {
  const line = Array.from({ length: 1000 }, (_, n) => [n * 3, 0, n, 0]);
  const places = [5, 5, 6, 2000].map((column) => ({ line: 1, column }));
  const found = nearestSegments(encoded([line, line, line]), places);
  expect(found).toEqual([
    [],
    [
      [3, 0, 1, 0],
      [6, 0, 2, 0],
      [1998, 0, 666, 0],
    ],
  ]);
});

test.each(['', ';', ',,', 'A', 'AA', '{}', 'ggggggggggggg', '\u{1F600}AAAA', 'AAAAAAAAAA;/'])(
  'what is no mapping ends: %j',
  (mappings) => {
    const text = JSON.stringify(mapOf(mappings));
    const frames = [{ map: 'm', line: 1, column: 1 }];
    const [[mapped] = []] = mapFrames(new Map([['m', text]]), [frames]);
    expect(mapped === null || typeof mapped?.file === 'string').toBe(true);
  },
);

test('a map of sections is a map too', () => {
  const section = { ...(mapOf(encoded([[[0, 1, 6, 2]]])) as object), sourcesContent: [] };
  const text = JSON.stringify({
    version: 3,
    sections: [{ offset: { line: 4, column: 10 }, map: section }],
  });
  const frames = [{ map: 'm', line: 5, column: 12 }];
  expect(mapFrames(new Map([['m', text]]), [frames])).toEqual([
    [{ file: 'b.ts', line: 7, column: 3 }],
  ]);
});
