/** How long 100 frames take in a source map of 5 MB, from its text to the lines around each: the work of one error. */
import { GenMapping, addMapping, setSourceContent, toEncodedMap } from '@jridgewell/gen-mapping';
import { performance } from 'node:perf_hooks';
import { mapFrames } from '../../frontend/symbolication/map-frames.ts';

const LIMIT_MS = 200;
const BYTES = 5 * 1024 * 1024;
const ROUNDS = 15;

/** A map as a bundler writes it for one long line: many sources, each with its text. */
function makeMap(): { text: string; columns: number[] } {
  const map = new GenMapping({ file: 'app.js' });
  const columns: number[] = [];
  let column = 0;
  for (let source = 0; source < 590; source++) {
    const name = `webpack://app/./src/part-${String(source)}.ts`;
    const lines: string[] = [];
    for (let line = 1; line <= 130; line++) {
      lines.push(
        `  const value${String(line)} = compute(${String(source)}, ${String(line * 7)}, options);`,
      );
      for (let step = 0; step < 4; step++) {
        addMapping(map, {
          generated: { line: 1, column },
          original: { line, column: step * 9 },
          source: name,
          name: `name${String((line * 4 + step) % 500)}`,
        });
        columns.push(column);
        column += 3 + ((line + step) % 11);
      }
    }
    setSourceContent(map, name, lines.join('\n'));
  }
  return { text: JSON.stringify(toEncodedMap(map)), columns };
}

const { text, columns } = makeMap();
const frames = Array.from({ length: 100 }, (_, index) => ({
  map: 'm',
  line: 1,
  column: (columns[(index * 7919) % columns.length] ?? 0) + 1,
}));
const ours = (): number =>
  mapFrames(new Map([['m', text]]), [frames])[0]?.filter((one) => one?.context !== undefined)
    .length ?? 0;
const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;

function measure(run: () => number): number {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    if (run() !== frames.length) {
      throw new Error('a frame was not found');
    }
    times.push(performance.now() - start);
  }
  return median(times);
}

const took = measure(ours);
const size = Buffer.byteLength(text);
process.stdout.write(
  `${(size / 1024 / 1024).toFixed(1)} MB map, ${String(columns.length)} segments, ${String(frames.length)} frames: median ${took.toFixed(0)} ms of ${String(LIMIT_MS)} ms\n`,
);
if (size < BYTES || took > LIMIT_MS) {
  process.exitCode = 1;
}
