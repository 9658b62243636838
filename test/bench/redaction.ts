/**
 * Redaction, measured side by side in one run: throughput of one core on generated logs of each
 * product and on their configuration files, 200 against 200,000 known names, the heap for 5 GB
 * (`--full`), the Support ZIP against `zip -6 -r`, and other tools that look for secrets and
 * personal data. `--install` first puts those tools below `target/bench`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { generateInstance, parseBytes, type ProductName } from '../tools/generate-instance.ts';
import { javaClasspath } from '../tools/java-classpath.ts';
import { madeOnce, machine, median, numbersOf, peakHeap, table } from './measure.ts';
import { installPeers } from './peer-tools.ts';
import { peerTable } from './redaction-peers.ts';

const PRODUCTS: readonly ProductName[] = ['jira', 'confluence', 'bitbucket'];
const NAMES = 20_000;
const ROUNDS = 8;
const BENCH = 'io.hearth.redaction.tool.RedactionBench';
const HEAP = '64m';
const LONG = 5 * 1024 ** 3;
/** A tool of half a megabyte a second needs a minute for these logs and an hour for more. */
const FOR_SLOW = '10MB';

const { values } = parseArgs({
  options: {
    /** Of the instance for the ZIP; the other parts have sizes of their own. */
    size: { type: 'string', default: '1GB' },
    rounds: { type: 'string', default: '3' },
    /** Of each product's logs. */
    logs: { type: 'string', default: '60MB' },
    full: { type: 'boolean', default: false },
    install: { type: 'boolean', default: false },
    parts: { type: 'string', default: 'speed,names,peers,zip' },
  },
});
const work = resolve('target/bench');
const parts = new Set([...values.parts.split(','), ...(values.full ? ['stream'] : [])]);
mkdirSync(work, { recursive: true });

console.log(`${machine()}; MB are millions of bytes; rates are of one core's processor time\n`);
if (values.install) installPeers(join(work, 'tools'));
if (parts.has('speed')) speed();
if (parts.has('names')) names();
if (parts.has('stream')) stream();
if (parts.has('peers')) console.log(`\n${peerTable(work, tree('jira'), tree('jira', FOR_SLOW))}`);
if (parts.has('zip')) zip();

function tree(product: ProductName, size = values.logs): string {
  const folder = join(work, `${product}-logs-${size}`);
  madeOnce(folder, () =>
    generateInstance({
      product,
      out: folder,
      bytes: parseBytes(size),
      seed: 7,
      users: 5000,
    }),
  );
  return folder;
}

function bench(java: readonly string[], ...args: readonly string[]): Map<string, number>[] {
  const run = spawnSync('java', [...java, '-cp', javaClasspath(), BENCH, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (run.status !== 0) throw new Error(`${BENCH} ended with ${String(run.status)}`);
  return run.stdout.trim().split('\n').map(numbersOf);
}

function of(rounds: readonly Map<string, number>[], name: string): number[] {
  return rounds.map((round) => round.get(name) ?? Number.NaN);
}

/** Cold is the first round of a fresh process, warm the median of the last half of its rounds. */
function speed(): void {
  const measured = PRODUCTS.flatMap((product) =>
    ['logs', 'config'].map((part) => {
      const rounds = bench([], 'speed', tree(product), part, String(NAMES), String(ROUNDS));
      const cold = (name: string): string => (of(rounds, name)[0] ?? Number.NaN).toFixed(0);
      const warm = (name: string): string => median(of(rounds, name).slice(ROUNDS / 2)).toFixed(0);
      const megabytes = (of(rounds, 'megabytes')[0] ?? 0).toFixed(0);
      const sums = ['learn', 'redact'].flatMap((name) => [cold(name), warm(name)]);
      return [`${product}, ${part}`, megabytes, ...sums];
    }),
  );
  const head = ['', 'MB', 'learning, cold', 'warm', 'redaction, cold', 'warm'];
  console.log(table(head, measured));
  console.log(`\nMB/s; ${NAMES} made-up names beside the learned ones; aim: 150 MB/s of redaction`);
}

function names(): void {
  const counts = [200, 200_000];
  const rounds = bench(['-Xmx512m'], 'names', tree('jira'), ...counts.map(String), String(ROUNDS));
  const [few = Number.NaN, many = Number.NaN] = counts.map((count) => {
    const warm = rounds.filter(
      (line) => line.get('names') === count && (line.get('round') ?? 0) >= ROUNDS / 2,
    );
    return median(of(warm, 'redact'));
  });
  const row = ['redaction, warm', ...[few, many].map((rate) => `${rate.toFixed(0)} MB/s`)];
  console.log(
    `\n${table(['', '200 names', '200,000', 'cost', 'aim'], [[...row, (few / many).toFixed(2), '≤ 1.30']])}`,
  );
}

function stream(): void {
  const log = join(work, 'stream-gc.log');
  const java = [`-Xmx${HEAP}`, `-Xlog:gc:file=${log}`];
  const [run] = bench(java, 'stream', tree('jira'), String(LONG));
  const rate = (name: string): string => `${(run?.get(name) ?? Number.NaN).toFixed(0)} MB/s`;
  const row = ['5 GB as one entry', rate('learn'), rate('redact'), `${peakHeap(log)} MiB`];
  console.log(
    `\n${table(['', 'learning', 'redaction', 'heap at most', 'aim'], [[...row, '≤ 64 MiB']])}`,
  );
}

function zip(): void {
  console.log('');
  const program = ['--import', 'tsx', 'test/bench/support-zip.ts'];
  const options = ['--size', values.size, '--rounds', values.rounds];
  const { status } = spawnSync(process.execPath, [...program, ...options], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`support-zip ended with ${String(status)}`);
}
