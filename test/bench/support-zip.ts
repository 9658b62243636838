/**
 * The offline Support ZIP of a generated instance against `zip -6 -r` of the same tree: wall time,
 * size, heap and the time to the first byte.
 */
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { generateInstance, parseBytes } from '../tools/generate-instance.ts';
import { machine, madeOnce, median, peakHeap, table, timed } from './measure.ts';

const HEAP = '64m';

const { values } = parseArgs({
  options: { size: { type: 'string', default: '1GB' }, rounds: { type: 'string', default: '3' } },
});
const version = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;
const jar = resolve(`target/hearth-${version}.jar`);
if (!existsSync(jar)) {
  throw new Error(`${jar} is missing: run "mvn package" first`);
}
const work = resolve('target/bench');
const tree = join(work, `jira-${values.size}`);
const made = madeOnce(tree, () =>
  generateInstance({
    product: 'jira',
    out: tree,
    bytes: parseBytes(values.size),
    seed: 7,
    users: 20_000,
  }),
);
const rounds = Array.from({ length: Number(values.rounds) }, (_, index) => index);

const plain = join(work, 'plain.zip');
const ours = join(work, 'hearth.zip');
const gcLog = join(work, 'gc.log');
const zipSeconds: number[] = [];
const ourSeconds: number[] = [];
const firstBytes: number[] = [];
const heaps: number[] = [];
for (const round of rounds) {
  for (const turn of round % 2 === 0 ? [runZip, runHearth] : [runHearth, runZip]) await turn();
}

const ratio = (a: number, b: number): string => (a / b).toFixed(2);
const size = (file: string): number => statSync(file).size;
const mib = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
console.log(
  `${machine()}; ${mib(made.bytes)} in ${made.files} files; medians of ${rounds.length}\n`,
);
console.log(
  table(
    ['', 'zip -6 -r', 'hearth, redacted', 'ratio', 'aim'],
    [
      [
        'wall time',
        `${median(zipSeconds).toFixed(1)} s`,
        `${median(ourSeconds).toFixed(1)} s`,
        ratio(median(ourSeconds), median(zipSeconds)),
        '≤ 0.50',
      ],
      ['size', mib(size(plain)), mib(size(ours)), ratio(size(ours), size(plain)), '≤ 1.06'],
      ['heap at most', '', `${Math.max(...heaps)} MiB of ${HEAP}`, '', '≤ 64 MiB'],
      ['first byte, JVM start included', '', `${Math.round(median(firstBytes))} ms`, '', ''],
    ],
  ),
);

async function runZip(): Promise<void> {
  rmSync(plain, { force: true });
  const run = await timed('zip', ['-6', '-q', '-r', plain, 'home', 'shared-home', 'install'], {
    cwd: tree,
  });
  zipSeconds.push(run.seconds);
}

async function runHearth(): Promise<void> {
  rmSync(ours, { force: true });
  const program = [`-Xmx${HEAP}`, `-Xlog:gc:file=${gcLog}`, '-jar', jar, 'support-zip'];
  const options = ['--home', join(tree, 'home'), '--install', join(tree, 'install'), '--out', ours];
  const run = await timed('java', [...program, ...options], {
    firstByteOf: [`${ours}.part`, ours],
  });
  ourSeconds.push(run.seconds);
  firstBytes.push(run.firstByteMillis ?? Number.NaN);
  heaps.push(peakHeap(gcLog));
}
