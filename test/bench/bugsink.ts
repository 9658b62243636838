import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';

export interface PeerFigures {
  readonly version: string;
  readonly acceptedPerSecond: number;
  /** From the first envelope until the last was digested. */
  readonly visiblePerSecond: number;
  readonly residentMiB: number;
  readonly bytesEach: number;
}

const FOLDER = resolve('target/bench/bugsink');
const bin = (name: string): string => join(FOLDER, 'venv', 'bin', name);

/** Bugsink as its documentation sets it up for one server: gunicorn with two workers, snappea, SQLite. */
export async function measureBugsink(envelopes: readonly string[]): Promise<PeerFigures> {
  const version = install();
  const run = join(FOLDER, 'run');
  rmSync(run, { recursive: true, force: true });
  mkdirSync(run);
  const port = await freePort();
  const env = { ...process.env, DJANGO_SETTINGS_MODULE: 'bugsink_conf', PYTHONPATH: run };
  const manage = (...args: string[]): string =>
    execFileSync(bin('bugsink-manage'), args, { cwd: run, env, encoding: 'utf8', stdio: 'pipe' });
  const conf = ['--template=local', '--port', String(port)];
  execFileSync(bin('bugsink-create-conf'), conf, { cwd: run, env, stdio: 'ignore' });
  // It would tell its makers of this run.
  appendFileSync(join(run, 'bugsink_conf.py'), '\nBUGSINK["PHONEHOME"] = False\n');
  manage('migrate');
  manage('migrate', '--database=snappea');
  const made = manage(
    ...['shell', '-c'],
    "from projects.models import Project; p = Project.objects.create(name='b'); print('IS', p.id, p.sentry_key)",
  );
  const [, id = '', key = ''] = /IS (\d+) (\S+)/.exec(made) ?? [];
  const bind = ['--bind', `127.0.0.1:${port}`, '--workers', '2', 'bugsink.wsgi'];
  const children = [
    spawn(bin('gunicorn'), bind, { cwd: run, env, stdio: 'ignore' }),
    spawn(bin('bugsink-runsnappea'), { cwd: run, env, stdio: 'ignore' }),
  ];
  try {
    const url = `http://127.0.0.1:${port}`;
    await until(() =>
      fetch(url, { redirect: 'manual' }).then(
        () => true,
        () => false,
      ),
    );
    const before = bytesBelow(run);
    const started = performance.now();
    const address = `${url}/api/${id}/envelope/?sentry_key=${key}&sentry_version=7`;
    await post(address, envelopes);
    const accepted = (performance.now() - started) / 1000;
    await until(() => digested(manage) >= envelopes.length);
    const visible = (performance.now() - started) / 1000;
    return {
      version,
      acceptedPerSecond: envelopes.length / accepted,
      visiblePerSecond: envelopes.length / visible,
      residentMiB: children.map(residentMiB).reduce((sum, one) => sum + one, 0),
      bytesEach: (bytesBelow(run) - before) / envelopes.length,
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
    execFileSync(bin('pip'), ['install', '--quiet', 'bugsink'], { stdio: 'ignore' });
  }
  const shown = execFileSync(bin('pip'), ['show', 'bugsink'], { encoding: 'utf8', stdio: 'pipe' });
  return /^Version: (\S+)/m.exec(shown)?.[1] ?? 'unknown';
}

async function post(url: string, envelopes: readonly string[]): Promise<void> {
  const left = [...envelopes];
  const one = async (): Promise<void> => {
    for (let body = left.pop(); body !== undefined; body = left.pop()) {
      const answer = await fetch(url, { method: 'POST', body });
      if (answer.status !== 200)
        throw new Error(`bugsink: ${answer.status} ${await answer.text()}`);
      await answer.arrayBuffer();
    }
  };
  await Promise.all([one(), one(), one(), one()]);
}

function digested(manage: (...args: string[]) => string): number {
  const said = manage(
    ...['shell', '-c'],
    "from events.models import Event; print('IS', Event.objects.count())",
  );
  return Number(/IS (\d+)/.exec(said)?.[1] ?? 0);
}

async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  for (const limit = performance.now() + 300_000; !(await done());) {
    if (performance.now() > limit) throw new Error('bugsink: not ready within 300 s');
    await new Promise((wake) => setTimeout(wake, 250));
  }
}

/** Of a process and the workers that it began. */
function residentMiB(child: ChildProcess): number {
  const pids = [child.pid, ...childrenOf(child.pid ?? 0)];
  const kib = pids.map((pid) => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
    } catch {
      // A worker that has just ended.
      return 0;
    }
  });
  return kib.reduce((sum, one) => sum + one, 0) / 1024;
}

function childrenOf(pid: number): number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return all.filter((name) => parentOf(name) === pid).map(Number);
}

/** The second field after the name, which stands in brackets; 0 of a process that has just ended. */
function parentOf(pid: string): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}

function bytesBelow(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name), { throwIfNoEntry: false }))
    .reduce((sum, stat) => sum + (stat?.isFile() === true ? stat.size : 0), 0);
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
