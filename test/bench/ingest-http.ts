/**
 * The intake over HTTP: the built JAR in the development host on one processor, the generator on another,
 * both on loopback; beside it Bugsink on the same processor. Linux only, for its /proc and taskset.
 */
import { execFileSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { INGEST } from '../e2e/errors/support.ts';
import { startHost, type RunningHost } from '../e2e/support/host.ts';
import { API, Session } from '../e2e/support/session.ts';
import { javaClasspath } from '../tools/java-classpath.ts';
import { measureBugsink, type PeerFigures } from './bugsink.ts';
import { Senders, type Taken } from './http-load.ts';
import { machine, table } from './measure.ts';
import { bytesBelow, processorSeconds, residentMiB } from './process-tree.ts';

const ENVELOPES = 2000;
const PEER_EVENTS = 1000;
const PACED_SECONDS = 20;
/** The second is one that Bugsink keeps up with, too. */
const RATES = [1000, 20] as const;
const LIMIT_SECONDS = 240;
const ON_ONE = ['taskset', '-c', '0'] as const;
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

interface Figures {
  readonly flood: Taken;
  readonly processorSeconds: number;
  readonly paced: ReadonlyMap<number, Taken>;
  readonly residentMiB: number;
  readonly heap: { readonly before: number; readonly after: number };
  readonly bytes: number;
  readonly counted: { readonly groups: number; readonly events: number };
}

const { values } = parseArgs({
  // The other two are those of all benchmarks.
  options: {
    events: { type: 'string', default: '1000000' },
    size: { type: 'string' },
    rounds: { type: 'string' },
  },
});
/** A tenth of what one process takes without HTTP, so that both last about as long. */
const events = Math.max(1000, Math.floor(Number(values.events) / 10));
const envelopes = made();
execFileSync('taskset', ['-a', '-p', '-c', '1', String(process.pid)], { stdio: 'ignore' });
const busyBefore = loadavg()[0];
const ours = await hearth();
const peer = await bugsink();
report();

async function hearth(): Promise<Figures> {
  const host = await startHost({ under: ON_ONE, measured: true });
  try {
    const senders = new Senders();
    const load = {
      url: host.url.replace('localhost', '127.0.0.1') + INGEST,
      headers: {
        Host: new URL(host.url).host,
        Origin: host.origin,
        'Content-Type': 'text/plain;charset=UTF-8',
        'User-Agent': CHROME,
      },
      body: (n: number) => envelopes[n % envelopes.length] ?? '',
      seconds: LIMIT_SECONDS,
    };
    await senders.load({ ...load, total: 10 });
    const before = liveHeap(host);
    const warm = await senders.load({ ...load, total: Math.floor(events / 4) });
    const processor = processorSeconds([host.pid]);
    const flood = await senders.load({ ...load, total: events });
    const spent = processorSeconds([host.pid]) - processor;
    const paced = new Map<number, Taken>();
    for (const perSecond of RATES) {
      const total = perSecond * PACED_SECONDS;
      paced.set(perSecond, await senders.load({ ...load, total, perSecond }));
    }
    const resident = residentMiB([host.pid]);
    const counted = await countedBy(host);
    const sent = [warm, flood, ...paced.values()].reduce((sum, one) => sum + one.taken, 10);
    if (counted.events !== sent) {
      throw new Error(`${sent} were answered with 200, ${counted.events} are counted`);
    }
    return {
      flood,
      processorSeconds: spent,
      paced,
      residentMiB: resident,
      heap: { before, after: liveHeap(host) },
      bytes: bytesOnDisk(host),
      counted,
    };
  } finally {
    await host.stop();
  }
}

/** A histogram of live objects collects all others first; its last line is their sum. */
function liveHeap(host: RunningHost): number {
  const said = execFileSync('jcmd', [String(host.pid), 'GC.class_histogram'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    timeout: 60_000,
  });
  return Number(/^Total\s+\d+\s+(\d+)/m.exec(said)?.[1] ?? Number.NaN);
}

async function countedBy(host: RunningHost): Promise<{ groups: number; events: number }> {
  const admin = await Session.admin(host);
  const answer = await admin.get(`${API}/error-groups?limit=100`);
  const list = (await answer.json()) as { total: number; groups: { total: number }[] };
  return {
    groups: list.total,
    events: list.groups.reduce((sum, group) => sum + group.total, 0),
  };
}

function bytesOnDisk(host: RunningHost): number {
  const [store] = execFileSync('find', [host.state, '-type', 'd', '-name', 'errors'], {
    encoding: 'utf8',
  }).split('\n');
  return bytesBelow(store ?? join(host.state, 'no store'));
}

function made(): string[] {
  const program = ['io.hearth.errors.intake.tool.BenchEnvelope', String(ENVELOPES)];
  return execFileSync('java', ['-cp', javaClasspath(), ...program], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
    .split('\f')
    .filter((one) => one !== '');
}

async function bugsink(): Promise<PeerFigures | undefined> {
  try {
    return await measureBugsink({
      envelopes: envelopes.slice(0, PEER_EVENTS),
      paced: new Map([
        [1000, 1],
        [20, PACED_SECONDS],
      ]),
      under: ON_ONE,
    });
  } catch (error) {
    process.stderr.write(`Bugsink: ${String(error)}\n`);
    return undefined;
  }
}

function report(): void {
  const whole = (value: number): string => Math.round(value).toLocaleString('en');
  const mib = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
  const answers = ({ taken, refused }: Taken): string =>
    [`${whole(taken)} × 200`, ...[...refused].map(([status, n]) => `${whole(n)} × ${status}`)].join(
      ', ',
    );
  const late = (taken: Taken | undefined): string =>
    taken === undefined ? '' : `${taken.p50.toFixed(1)} and ${taken.p99.toFixed(1)} ms`;
  const row = (
    name: string,
    figure: (of: Figures | PeerFigures) => number,
    show: (value: number) => string,
  ): string[] => {
    const theirs = peer === undefined ? undefined : figure(peer);
    const ratio = theirs === undefined ? '' : (figure(ours) / theirs).toPrecision(2);
    return [name, show(figure(ours)), theirs === undefined ? '' : show(theirs), ratio];
  };
  const bytesEach = (of: Figures | PeerFigures): number =>
    'bytesEach' in of ? of.bytesEach : of.bytes / of.counted.events;
  const pacedRows = RATES.map((rate) => [
    `at ${whole(rate)} a second, p50 and p99`,
    late(ours.paced.get(rate)),
    late(peer?.paced.get(rate)),
    '',
  ]);
  const pacedAnswers = RATES.map((rate) => {
    const [own, theirs] = [ours.paced.get(rate), peer?.paced.get(rate)];
    return [
      'their answers',
      own === undefined ? '' : answers(own),
      theirs === undefined ? '' : answers(theirs),
      '',
    ];
  });
  console.log(
    `${machine()}, load ${String(busyBefore)} before and ${String(loadavg()[0])} after; ${whole(ours.counted.groups)} groups\n`,
  );
  console.log(
    table(
      [
        '',
        'Hearth in its host',
        peer === undefined ? 'Bugsink: not measured' : `Bugsink ${peer.version}`,
        'ratio',
      ],
      [
        row('envelopes a second, by the clock', ({ flood }) => flood.taken / flood.seconds, whole),
        row(
          'envelopes a second of processor time',
          (of) => of.flood.taken / of.processorSeconds,
          whole,
        ),
        ['answers', answers(ours.flood), peer === undefined ? '' : answers(peer.flood), ''],
        [
          'digested a second, by the clock',
          'as taken',
          peer === undefined ? '' : whole(peer.visiblePerSecond),
          '',
        ],
        ...pacedRows.flatMap((paced, index) => [paced, pacedAnswers[index] ?? []]),
        row(
          'resident',
          (of) => of.residentMiB,
          (value) => `${whole(value)} MiB`,
        ),
        [
          'live heap, before and after',
          `${mib(ours.heap.before)} and ${mib(ours.heap.after)}`,
          '',
          '',
        ],
        row('bytes on disk an event', bytesEach, (value) => value.toPrecision(3)),
        ['bytes on disk in all', mib(ours.bytes), '', ''],
      ],
    ),
  );
}
