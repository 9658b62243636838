import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '../../../scripts/lib/cluster.ts';
import { jarOf, javaFor, type HostOptions } from './host.ts';

export interface RunningCluster {
  /** In front of all nodes. */
  readonly url: string;
  readonly origin: string;
  /** The folder of all that the hosts and their product keep. */
  readonly state: string;
  readonly nodes: readonly { readonly name: string; readonly pid: number; readonly url: string }[];
  readonly output: () => string;
  stop(): Promise<void>;
}

/** Starts nodes of the development host over one shared home, with the JARs as they are built. */
export async function startNodes(
  count: number,
  options: Pick<HostOptions, 'measured' | 'under'> = {},
): Promise<RunningCluster> {
  const [program = 'java', ...java] = [...(options.under ?? []), ...javaFor(options)];
  const state = mkdtempSync(join(tmpdir(), 'hearth-e2e-'));
  let output = '';
  const cluster = await startCluster({
    nodes: count,
    port: 0,
    context: '',
    command: [
      program,
      ...[...java, '-Xmx256m', '-jar', 'host/target/hearth-host.jar'],
      ...['--jar', jarOf(8), '--state', state],
    ],
    say: (node, text) => {
      output += text.replace(/^(?=.)/gm, `${node}: `);
    },
  });
  return {
    url: cluster.url,
    origin: new URL(cluster.url).origin,
    state,
    nodes: cluster.nodes.map(({ name, url, process }) => ({ name, url, pid: process.pid ?? 0 })),
    output: () => output,
    stop: async () => {
      await cluster.stop();
      rmSync(state, { recursive: true, force: true });
    },
  };
}
