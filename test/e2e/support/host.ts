import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const VERSION = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;

export interface HostOptions {
  readonly platform?: 7 | 8;
  readonly product?: 'jira' | 'confluence' | 'bitbucket';
  readonly context?: string;
  /** Another JAR than the one that was built. */
  readonly jar?: string;
  readonly home?: string;
  readonly install?: string;
  /** Whose browser errors are watched; absent: as the app has it at first. */
  readonly watch?: 'all-apps';
  /** A program that turns into the host's Java, such as one that binds it to a processor. */
  readonly under?: readonly string[];
  /** Its state lies on a disk of its own of so many MiB, which nothing but its process sees. */
  readonly disk?: number;
  /** It is measured: Java compiles its code as it does in production. */
  readonly measured?: boolean;
}

/** A host of a test ends before thorough compiling pays: without it a start takes half of the processor time. */
const SHORT_LIVED = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'] as const;

export const javaFor = ({ measured }: HostOptions): readonly string[] => [
  'java',
  ...(measured === true ? [] : SHORT_LIVED),
];

export interface RunningHost {
  /** Without a trailing slash, context path included. */
  readonly url: string;
  readonly origin: string;
  readonly output: () => string;
  /** The folder of all that the host and its product keep. */
  readonly state: string;
  readonly pid: number;
  stop(): Promise<void>;
}

export const jarOf = (platform: 7 | 8): string =>
  `target/hearth-${VERSION}${platform === 7 ? '-javax' : ''}.jar`;

const launcherOf = (platform: 7 | 8): string =>
  `host/target/hearth-host${platform === 7 ? '-javax' : ''}.jar`;

/** Starts the development host with the JAR as it is built, on a free port and in a folder of its own. */
export async function startHost(options: HostOptions = {}): Promise<RunningHost> {
  const platform = options.platform ?? 8;
  const state = mkdtempSync(join(tmpdir(), 'hearth-e2e-'));
  if (options.watch !== undefined) keepWatch(state, options.product ?? 'jira', options.watch);
  const args = [
    ...(options.under ?? []),
    ...(options.disk === undefined ? [] : onDisk(state, options.disk)),
    ...javaFor(options),
    '-Xmx512m',
    '-jar',
    launcherOf(platform),
    '--jar',
    options.jar ?? jarOf(platform),
  ];
  args.push('--platform', String(platform), '--port', '0', '--state', state);
  for (const name of ['product', 'context', 'home', 'install'] as const) {
    const value = options[name];
    if (value !== undefined) args.push(`--${name}`, value);
  }
  const [program = 'java', ...rest] = args;
  const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const collect = (chunk: Buffer): void => {
    output += chunk.toString('utf8');
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const url = await readyUrl(child, () => output);
  return {
    url: url.replace(/\/$/, ''),
    origin: new URL(url).origin,
    output: () => output,
    state: options.disk === undefined ? state : `/proc/${String(child.pid)}/root${state}`,
    pid: child.pid ?? 0,
    stop: async () => {
      await stop(child);
      rmSync(state, { recursive: true, force: true });
    },
  };
}

/** Linux only: a mount that its own namespace alone has, which needs no right but to make one. */
function onDisk(folder: string, megabytes: number): readonly string[] {
  const mount = `mount -t tmpfs -o size=${String(megabytes)}m hearth "$0" && exec "$@"`;
  return ['unshare', '--map-root-user', '--mount', 'sh', '-c', mount, folder];
}

/** As the product keeps what an administrator chose. */
function keepWatch(state: string, product: string, watch: string): void {
  const settings = {
    watch,
    apps: [],
    noiseKept: [],
    filters: [],
    retentionDays: 180,
    logNew: true,
  };
  const kept = { kind: 'STRING', text: JSON.stringify(settings), list: [], map: {} };
  const folder = join(state, product, 'database');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'plugin-settings.json'), JSON.stringify({ 'io.hearth.errors': kept }));
}

function readyUrl(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => fail('was not ready within 90 s'), 90_000);
    const poll = setInterval(() => {
      const url = /Hearth is ready: (\S+)/.exec(output())?.[1];
      if (url !== undefined) {
        done();
        resolve(url);
      }
    }, 50);
    const done = (): void => {
      clearTimeout(limit);
      clearInterval(poll);
    };
    const fail = (why: string): void => {
      done();
      child.kill('SIGKILL');
      reject(new Error(`the host ${why}:\n${output()}`));
    };
    child.once('exit', (code) => fail(`ended with ${String(code)}`));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const hard = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(hard);
}
