/**
 * A ZIP of three nodes on this machine against one of a single node with the same bytes: the built JAR in
 * development hosts that stay up and take turns. Linux only, for its /proc and taskset.
 */
import { copyFileSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { loadavg } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startNodes, type RunningCluster } from '../e2e/support/cluster.ts';
import { API, Session } from '../e2e/support/session.ts';
import { generateInstance, parseBytes } from '../tools/generate-instance.ts';
import { machine, madeOnce, median, table } from './measure.ts';
import { processorSeconds } from './process-tree.ts';

const AIM = 1.2;
/** For each node: every one compiles the same code for itself and has read as much before it counts. */
const WARM_UPS = 3;
/** All on one core, so that three nodes have no more of the machine than one. */
const ON_ONE = ['taskset', '-c', '0'] as const;
const LOOK_MS = 200;
const LOGS = ['home/log', 'install/logs'] as const;
const GIB = 2 ** 30;

interface Cost {
  readonly seconds: number;
  readonly processor: number;
  readonly zipBytes: number;
}

interface Side {
  readonly cluster: RunningCluster;
  readonly admin: Session;
  readonly costs: Cost[];
}

interface Zip {
  readonly id: string;
  readonly state: string;
  readonly nodes?: readonly { readonly node: string; readonly state: string }[];
  readonly bytes?: number;
}

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '300MB' },
    rounds: { type: 'string', default: '3' },
  },
});
const tree = resolve('target/bench', `jira-${values.size}`);
madeOnce(tree, () =>
  generateInstance({
    product: 'jira',
    out: tree,
    bytes: parseBytes(values.size),
    seed: 7,
    users: 20_000,
  }),
);
const logs = LOGS.flatMap((folder) =>
  readdirSync(join(tree, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => statSync(join(tree, name)).isFile()),
);
const bytesOf = (name: string): number => statSync(join(tree, name)).size;

const busyBefore = loadavg()[0];
const sides: Side[] = [];
try {
  for (const nodes of [1, 3]) {
    const cluster = await startNodes(nodes, { under: ON_ONE, measured: true });
    const side = { cluster, admin: await Session.admin(cluster), costs: [] };
    sides.push(side);
    share(cluster);
    for (let round = 0; round < WARM_UPS * nodes; round++) await collected(side);
  }
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const side of round % 2 === 0 ? sides : [...sides].reverse()) {
      side.costs.push(await collected(side));
    }
  }
  report();
} finally {
  for (const { cluster } of sides) await cluster.stop();
}

/** Largest first, each to the node that has least, so that all have about as much. */
function share(cluster: RunningCluster): void {
  const held = cluster.nodes.map(() => 0);
  for (const name of [...logs].sort((a, b) => bytesOf(b) - bytesOf(a))) {
    const least = held.indexOf(Math.min(...held));
    const target = join(cluster.state, 'jira', cluster.nodes[least]?.name ?? '', name);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(tree, name), target);
    held[least] = (held[least] ?? 0) + bytesOf(name);
  }
}

async function collected({ cluster, admin }: Side): Promise<Cost> {
  // A secure session ends by itself long before all rounds do.
  await admin.webSudo('admin');
  const pids = cluster.nodes.map(({ pid }) => pid);
  const processor = processorSeconds(pids);
  const started = performance.now();
  const answer = await admin.json(`${API}/support-zips`, {
    items: ['product-logs', 'installation-logs', 'access-logs'],
    nodes: cluster.nodes.map(({ name }) => name),
    maxBytes: 10 * GIB,
    maxBytesPerItem: 10 * GIB,
  });
  if (answer.status !== 202) throw new Error(await answer.text());
  const { id } = (await answer.json()) as Zip;
  const zip = await ended(admin, id);
  const seconds = (performance.now() - started) / 1000;
  const spent = processorSeconds(pids) - processor;
  const absent = (zip.nodes ?? []).filter(({ state }) => state !== 'gathered');
  if (zip.state !== 'done' || absent.length > 0) {
    throw new Error(`${JSON.stringify(zip)}\n${cluster.output()}`);
  }
  await admin.send('DELETE', `${API}/support-zips/${id}`, {
    headers: { 'X-Atlassian-Token': 'no-check', Origin: cluster.origin },
  });
  return { seconds, processor: spent, zipBytes: zip.bytes ?? Number.NaN };
}

async function ended(admin: Session, id: string): Promise<Zip> {
  for (;;) {
    const zip = (await (await admin.get(`${API}/support-zips/${id}`)).json()) as Zip;
    if (zip.state !== 'queued' && zip.state !== 'running') return zip;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

function report(): void {
  const [one = [], three = []] = sides.map(({ costs }) => costs);
  const row = (name: string, figure: (cost: Cost) => number, unit: string): string[] => {
    const [a, b] = [median(one.map(figure)), median(three.map(figure))];
    return [name, `${a.toFixed(1)} ${unit}`, `${b.toFixed(1)} ${unit}`, (b / a).toFixed(2)];
  };
  const mib = logs.reduce((sum, name) => sum + bytesOf(name), 0) / 2 ** 20;
  const load = `load ${String(busyBefore)} before and ${String(loadavg()[0])} after`;
  console.log(
    `${machine()}, ${load}; ${mib.toFixed(0)} MiB of logs; medians of ${values.rounds}\n`,
  );
  console.log(
    table(
      ['', 'one node', 'three nodes', 'ratio', 'aim'],
      [
        [...row('processor time', ({ processor }) => processor, 's'), `≤ ${String(AIM)}`],
        [...row('wall time', ({ seconds }) => seconds, 's'), `≤ ${String(AIM)}`],
        [...row('size of the ZIP', ({ zipBytes }) => zipBytes / 2 ** 20, 'MiB'), ''],
      ],
    ),
  );
  const ratios = one.map((cost, n) => (three[n]?.processor ?? Number.NaN) / cost.processor);
  console.log(
    `\nprocessor time, round by round: ${ratios.map((one) => one.toFixed(2)).join(', ')}`,
  );
  if (
    median(three.map((cost) => cost.processor)) >
    AIM * median(one.map((cost) => cost.processor))
  ) {
    process.exitCode = 1;
  }
}
