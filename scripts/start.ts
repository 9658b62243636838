/**
 * `npm start`: builds the app and the development host where something has changed, and runs them. What stands after
 * `--` goes to the host: `npm start -- --port 8091 --product confluence`. Ctrl-C stops everything.
 */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startCluster } from './lib/cluster.ts';
import { isCurrent, markCurrent, type Build } from './lib/build-stamp.ts';

const STATE = '.hearth-dev';

const version = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;

interface Step extends Build {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
}

const APP: Step = {
  name: 'app',
  inputs: [
    ...['src', 'frontend', 'scripts/notices', 'scripts/webpack', 'LICENSE'],
    ...['pom.xml', 'package.json', 'package-lock.json', 'tsconfig.json', 'webpack.config.js'],
  ],
  outputs: [`target/hearth-${version}.jar`, `target/hearth-${version}-javax.jar`],
  stamp: 'target/app.stamp',
  command: ['mvn', '-q', '-B', '-Dstyle.color=never', 'package', '-DskipTests'],
};

const HOST: Step = {
  name: 'development host',
  inputs: ['host/src/main', 'host/src/build', 'host/pom.xml', 'src/hostapi', 'src/build'],
  outputs: ['host/target/hearth-host.jar', 'host/target/hearth-host-javax.jar', 'host/target/lib'],
  stamp: 'host/target/host.stamp',
  command: [
    'mvn',
    '-q',
    '-B',
    '-Dstyle.color=never',
    '-f',
    'host/pom.xml',
    'package',
    '-DskipTests',
  ],
};

function build(step: Step): void {
  if (isCurrent(step)) return;
  process.stdout.write(`Building the ${step.name} …\n`);
  const [program, ...args] = step.command;
  const made = spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (made.status !== 0) {
    const why = made.error?.message ?? `it ended with ${made.status ?? made.signal ?? 'no status'}`;
    process.stderr.write(`The ${step.name} was not built: ${step.command.join(' ')}: ${why}\n`);
    process.exit(1);
  }
  markCurrent(step);
}

/** The host checks all options itself; this one says which build of it is meant. */
function platform(args: readonly string[]): '7' | '8' {
  const at = args.indexOf('--platform');
  const asked = at < 0 ? '8' : args[at + 1];
  if (asked === '7' || asked === '8') return asked;
  process.stderr.write(`--platform ${asked ?? ''}: 7 or 8 is wanted\n`);
  process.exit(2);
}

/** What starts one host, but for the options that were given. */
function command(args: readonly string[]): [string, ...string[]] {
  const suffix = platform(args) === '7' ? '-javax' : '';
  const java = process.env['JAVA_HOME'] ? join(process.env['JAVA_HOME'], 'bin', 'java') : 'java';
  return [
    java,
    ...['-Xmx512m', '-jar', `host/target/hearth-host${suffix}.jar`],
    ...['--jar', `target/hearth-${version}${suffix}.jar`, '--state', STATE],
  ];
}

function run(args: readonly string[]): void {
  const [java, ...rest] = command(args);
  const host = spawn(java, [...rest, ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => host.kill(signal));
  host.on('error', (error) => {
    process.stderr.write(`Java does not start: ${error.message}\n`);
    process.exit(1);
  });
  host.on('exit', (code) => process.exit(code ?? 1));
}

/** Takes an option with its value out of the list. */
function taken(args: string[], name: string): string | undefined {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args.splice(at, 2)[1];
}

function nodesOf(args: string[]): number {
  const asked = args.includes('--nodes') ? (taken(args, '--nodes') ?? '') : '1';
  const nodes = Number(asked);
  if (/^\d$/.test(asked) && nodes > 0) return nodes;
  process.stderr.write(`--nodes ${asked}: a number from 1 to 9 is wanted\n`);
  process.exit(2);
}

async function runCluster(nodes: number, args: string[]): Promise<void> {
  const port = Number(taken(args, '--port') ?? '8090');
  const at = args.indexOf('--context');
  const context = at < 0 ? '' : (args[at + 1] ?? '').replace(/\/+$/, '');
  const cluster = await startCluster({
    ...{ nodes, port, context },
    command: [...command(args), ...args] as [string, ...string[]],
    say: (node, text) => process.stdout.write(text.replace(/^(?=.)/gm, `${node}: `)),
  });
  const stop = (): void => {
    void cluster.stop().then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  let running = nodes;
  for (const node of cluster.nodes) {
    node.process.once('exit', () => {
      process.stdout.write(`${node.name} has ended.\n`);
      running -= 1;
      if (running === 0) stop();
    });
  }
  const pinned = `${cluster.url}/?node=2`;
  process.stdout.write(`A node of your choice: ${pinned}\nHearth is ready: ${cluster.url}/\n`);
}

const args = process.argv.slice(2);
const nodes = nodesOf(args);
platform(args);
build(APP);
build(HOST);
if (nodes === 1) {
  run(args);
} else {
  runCluster(nodes, args).catch((error: unknown) => {
    process.stderr.write(`The nodes did not start: ${String(error)}\n`);
    process.exit(1);
  });
}
