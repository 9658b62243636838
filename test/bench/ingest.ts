/**
 * The intake of browser errors: events a second of one core with durable grouping, how late an event
 * is taken at 1,000 a second, memory and bytes on disk; in one process, without a servlet.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { javaClasspath } from '../tools/java-classpath.ts';
import { machine, table } from './measure.ts';

const { values } = parseArgs({
  // The other two are those of all benchmarks.
  options: {
    events: { type: 'string', default: '1000000' },
    size: { type: 'string' },
    rounds: { type: 'string' },
  },
});
const events = Number(values.events);
const work = resolve('target/bench/ingest');
rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });

const ours = hearth();
const floods = heapOfFloods();
const mib = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
const figure = (name: string): number => ours.get(name) ?? Number.NaN;
const whole = (value: number): string => Math.round(value).toLocaleString('en');

console.log(`${machine()}; ${whole(events)} events of ${figure('bytes-each')} bytes\n`);
console.log(
  table(
    ['', 'Hearth', 'aim'],
    [
      ['events a second of processor time, 50 groups', whole(figure('rate-50')), '≥ 10,000'],
      ['the same, 10,000 groups', whole(figure('rate-10000')), ''],
      ['50 groups, by the clock', whole(figure('wall-rate-50')), ''],
      [
        'taken at 1,000 a second, p50 and p99',
        `${figure('paced-p50').toFixed(2)} and ${figure('paced-p99').toFixed(2)} ms`,
        'p99 ≤ 5 ms',
      ],
      ['memory', `${mib(Math.max(...floods.map(({ peak }) => peak)))} of heap at most`, '≤ 16 MiB'],
      ['on disk, 50 groups', mib(figure('disk-50')), '≤ 20 MiB'],
      ['on disk, 10,000 groups', mib(figure('disk-10000')), '≤ 100 MiB'],
      ['a flood of one bug, on disk', mib(figure('flood-disk')), '≤ 64 KiB'],
      ['samples that others lost to it', whole(figure('flood-samples-lost')), '0'],
    ],
  ),
);

console.log(
  `\n${table(
    ['flood', 'heap that lives after it', 'at most while it comes', 'aim'],
    floods.map(({ name, retained, peak }) => [name, mib(retained), mib(peak), '≤ 16 MiB']),
  )}`,
);

/** In a process of its own, where nothing else is in memory; the largest bodies are a hundredth of the events. */
function heapOfFloods(): { name: string; retained: number; peak: number }[] {
  const options = ['-Xmx64m', '-XX:+UseSerialGC', '-cp', javaClasspath()];
  const program = ['io.hearth.errors.intake.tool.FloodHeap', `${work}/floods`, String(events)];
  return execFileSync('java', [...options, ...program], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
    .map(([name = '', retained, peak]) => ({
      name,
      retained: Number(retained),
      peak: Number(peak),
    }));
}

function hearth(): Map<string, number> {
  const options = ['-Xmx256m', '-XX:ActiveProcessorCount=1', '-cp', javaClasspath()];
  const program = ['io.hearth.errors.intake.tool.IngestBench', work, String(events)];
  const said = execFileSync('java', [...options, ...program], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Map(
    said
      .trim()
      .split('\n')
      .map((line) => line.split(' '))
      .map(([name = '', value]) => [name, Number(value)] as const),
  );
}
