/**
 * How long 100 frames take in a source map of 5 MB, from its text to the lines around each: the work of one
 * error; beside it the library, which reads all of the map and only finds the positions.
 */
import { GenMapping, addMapping, setSourceContent, toEncodedMap } from '@jridgewell/gen-mapping';
import { TraceMap, originalPositionFor } from '@jridgewell/trace-mapping';
import { performance } from 'node:perf_hooks';
import { median } from './measure.ts';
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
const library = (): number => {
  const map = new TraceMap(text);
  return frames.filter(({ line, column }) => {
    return originalPositionFor(map, { line, column: column - 1 }).source !== null;
  }).length;
};

interface Times {
  readonly clock: number;
  readonly processor: number;
}

/** Both in turn, so that what else runs on the machine meets both. */
const times = { ours: [] as Times[], library: [] as Times[] };
for (let round = 0; round < ROUNDS; round++) {
  times.ours.push(timeOf(ours));
  times.library.push(timeOf(library));
}

/** By the clock, and of processor time, which what else runs on the machine changes less. */
function timeOf(run: () => number): Times {
  const [clock, processor] = [performance.now(), process.cpuUsage()];
  if (run() !== frames.length) {
    throw new Error('a frame was not found');
  }
  const { user, system } = process.cpuUsage(processor);
  return { clock: performance.now() - clock, processor: (user + system) / 1000 };
}

const took = median(times.ours.map(({ clock }) => clock));
const size = Buffer.byteLength(text);
const whole = (value: number): string => value.toFixed(0);
const processor = (of: readonly Times[]): number => median(of.map((one) => one.processor));
const [own, other] = [processor(times.ours), processor(times.library)];
process.stdout.write(
  `${(size / 1024 / 1024).toFixed(1)} MB map, ${String(columns.length)} segments, ${String(frames.length)} frames: ` +
    `median ${whole(took)} ms of ${String(LIMIT_MS)} ms; of processor time ${whole(own)} ms, ` +
    `the library ${whole(other)} ms, ratio ${(own / other).toFixed(2)}\n`,
);
if (size < BYTES || took > LIMIT_MS) {
  process.exitCode = 1;
}
