import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { Senders, type Taken } from './http-load.ts';
import { bytesBelow, processorSeconds, residentMiB } from './process-tree.ts';

export interface PeerFigures {
  readonly version: string;
  /** As fast as they are taken. */
  readonly flood: Taken;
  /** Of the flood, on to when the last was digested. */
  readonly processorSeconds: number;
  readonly visiblePerSecond: number;
  readonly paced: ReadonlyMap<number, Taken>;
  readonly residentMiB: number;
  readonly bytesEach: number;
}

export interface PeerLoad {
  readonly envelopes: readonly string[];
  /** For each rate, how many seconds long. */
  readonly paced: ReadonlyMap<number, number>;
  /** What the server runs under. */
  readonly under: readonly [string, ...string[]];
}

const LIMIT_SECONDS = 240;

const QUOTAS = ['', '_PER_PROJECT'].flatMap((of) =>
  ['5_MINUTES', 'HOUR', 'MONTH'].map((span) => `MAX_EVENTS${of}_PER_${span}`),
);

const FOLDER = resolve('target/bench/bugsink');
const bin = (name: string): string => join(FOLDER, 'venv', 'bin', name);

/** Bugsink as its documentation sets it up for one server: gunicorn with two workers, snappea, SQLite. */
export async function measureBugsink({ envelopes, paced, under }: PeerLoad): Promise<PeerFigures> {
  const version = install();
  const run = join(FOLDER, 'run');
  rmSync(run, { recursive: true, force: true });
  mkdirSync(run);
  const port = await freePort();
  const env = { ...process.env, DJANGO_SETTINGS_MODULE: 'bugsink_conf', PYTHONPATH: run };
  const manage = (...args: string[]): string =>
    execFileSync(bin('bugsink-manage'), args, {
      cwd: run,
      env,
      encoding: 'utf8',
      stdio: 'pipe',
      timeout: 60_000,
    });
  const conf = ['--template=local', '--port', String(port)];
  execFileSync(bin('bugsink-create-conf'), conf, { cwd: run, env, stdio: 'ignore' });
  // It would tell its makers of this run, and refuse after a thousand events.
  const more = [`["PHONEHOME"] = False`, ...QUOTAS.map((name) => `["${name}"] = 1_000_000`)];
  appendFileSync(join(run, 'bugsink_conf.py'), more.map((one) => `\nBUGSINK${one}\n`).join(''));
  manage('migrate');
  manage('migrate', '--database=snappea');
  const made = manage(
    ...['shell', '-c'],
    "from projects.models import Project; p = Project.objects.create(name='b'); print('IS', p.id, p.sentry_key)",
  );
  const [, id = '', key = ''] = /IS (\d+) (\S+)/.exec(made) ?? [];
  const bind = ['--bind', `127.0.0.1:${port}`, '--workers', '2', 'bugsink.wsgi'];
  const [program, ...args] = under;
  const children = [
    spawn(program, [...args, bin('gunicorn'), ...bind], { cwd: run, env, stdio: 'ignore' }),
    spawn(program, [...args, bin('bugsink-runsnappea')], { cwd: run, env, stdio: 'ignore' }),
  ];
  const pids = children.map(({ pid }) => pid ?? 0);
  try {
    const url = `http://127.0.0.1:${port}`;
    await until(() =>
      fetch(url, { redirect: 'manual' }).then(
        () => true,
        () => false,
      ),
    );
    const address = `${url}/api/${id}/envelope/?sentry_key=${key}&sentry_version=7`;
    const senders = new Senders();
    const body = (n: number): string => envelopes[n % envelopes.length] ?? '';
    const load = { url: address, body, seconds: LIMIT_SECONDS };
    const before = { bytes: bytesBelow(run), processor: processorSeconds(pids) };
    const started = performance.now();
    const flood = await senders.load({ ...load, total: envelopes.length });
    await until(() => digested(manage) >= flood.taken);
    const visible = (performance.now() - started) / 1000;
    const processor = processorSeconds(pids) - before.processor;
    const bytesEach = (bytesBelow(run) - before.bytes) / flood.taken;
    const rates = new Map<number, Taken>();
    for (const [perSecond, seconds] of paced) {
      const total = perSecond * seconds;
      rates.set(perSecond, await senders.load({ ...load, total, perSecond }));
    }
    return {
      version,
      flood,
      processorSeconds: processor,
      visiblePerSecond: flood.taken / visible,
      paced: rates,
      residentMiB: residentMiB(pids),
      bytesEach,
    };
  } finally {
    for (const child of children) child.kill('SIGTERM');
  }
}

/** Into an environment of its own, once; fails where the package registry is not to be had. */
function install(): string {
  mkdirSync(FOLDER, { recursive: true });
  if (!existsSync(bin('gunicorn'))) {
    execFileSync('python3', ['-m', 'venv', join(FOLDER, 'venv')], { stdio: 'ignore' });
    execFileSync(bin('pip'), ['install', '--quiet', 'bugsink'], {
      stdio: 'ignore',
      timeout: LIMIT_SECONDS * 1000,
    });
  }
  const shown = execFileSync(bin('pip'), ['show', 'bugsink'], { encoding: 'utf8', stdio: 'pipe' });
  return /^Version: (\S+)/m.exec(shown)?.[1] ?? 'unknown';
}

function digested(manage: (...args: string[]) => string): number {
  const said = manage(
    ...['shell', '-c'],
    "from events.models import Event; print('IS', Event.objects.count())",
  );
  return Number(/IS (\d+)/.exec(said)?.[1] ?? 0);
}

async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  for (const limit = performance.now() + LIMIT_SECONDS * 1000; !(await done());) {
    if (performance.now() > limit) throw new Error(`bugsink: not ready within ${LIMIT_SECONDS} s`);
    await new Promise((wake) => setTimeout(wake, 250));
  }
}

function freePort(): Promise<number> {
  return new Promise((resolvePort) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolvePort(port));
    });
  });
}
