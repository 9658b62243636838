/** A real disk that is full: first while a ZIP is made on it, then when one is asked for. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, test } from 'node:test';
import { startHost, type RunningHost } from '../support/host.ts';
import { API, Session } from '../support/session.ts';
import { checkZip, run } from '../support/tools.ts';

const ZIPS = `${API}/support-zips`;
/** More than the GiB that is kept free of any disk. */
const DISK_MIB = 1200;

interface Zip {
  readonly id: string;
  readonly state: string;
  readonly trouble?: string;
  readonly text?: string;
}

const namespaces =
  spawnSync('unshare', ['--map-root-user', '--mount', 'mount', '-t', 'tmpfs', 'none', tmpdir()])
    .status === 0;
const skip = namespaces ? false : 'no disk can be mounted here';

let host: RunningHost;
let admin: Session;
before(async () => {
  if (!namespaces) return;
  host = await startHost({ disk: DISK_MIB });
  admin = await Session.admin(host);
});
after(async () => {
  if (namespaces) await host.stop();
});

function resize(bytes: number): void {
  const into = ['--target', String(host.pid), '--user', '--mount', '--preserve-credentials'];
  const folder = host.state.replace(/^\/proc\/\d+\/root/, '');
  run('nsenter', ...into, 'mount', '-o', `remount,size=${String(bytes)}`, folder);
}

/** Not one byte is left for anybody: the disk becomes as small as what lies on it. */
function fill(): void {
  const { blocks, bfree, bsize } = statfsSync(host.state);
  resize((blocks - bfree + 16) * bsize);
  try {
    for (let n = 0; ; n++)
      writeFileSync(join(host.state, `filler${String(n)}`), Buffer.alloc(bsize));
  } catch (error) {
    assert.equal((error as NodeJS.ErrnoException).code, 'ENOSPC');
  }
}

async function until(id: string, reached: (zip: Zip) => boolean): Promise<Zip> {
  for (;;) {
    const zip = (await (await admin.get(`${ZIPS}/${id}`)).json()) as Zip;
    if (reached(zip)) return zip;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function ordered(request: object): Promise<Zip> {
  const answer = await admin.json(ZIPS, request);
  assert.equal(answer.status, 202, await answer.clone().text());
  return (await answer.json()) as Zip;
}

const ended = (id: string): Promise<Zip> =>
  until(id, ({ state }) => state !== 'queued' && state !== 'running');

/** Whatever of stored ZIPs lies on the disk, hidden files included. */
const stored = (): string[] =>
  run('find', join(host.state, 'jira', 'shared-home', 'hearth', 'zips'), '-type', 'f')
    .split('\n')
    .filter((line) => line !== '');

const small = { items: ['product'] };

test(
  'a disk that fills while a ZIP is made ends it with a reason, and leaves no part of it',
  { skip },
  async () => {
    const { id } = await ordered({
      items: ['thread-dumps', 'product'],
      options: { 'thread-dumps': { count: 3, interval: 1 } },
    });
    await until(id, ({ state }) => state === 'running');
    fill();
    const zip = await ended(id);
    assert.deepEqual([zip.state, zip.trouble], ['failed', 'disk-full']);
    assert.match(zip.text ?? '', /Make room, or download the ZIP directly/);
    assert.deepEqual(
      stored().map((file) => basename(file)),
      ['job.json'],
    );
    assert.equal((await admin.get(`${ZIPS}/${id}/content`)).status, 404);
  },
);

test('with a full disk nothing is begun, and a direct download works', { skip }, async () => {
  const refused = await admin.json(ZIPS, small);
  assert.equal(refused.status, 507);
  const { detail } = (await refused.json()) as { readonly detail: string };
  assert.match(detail, /has 0 MB left.*1,024 MB stay free.*download one directly/);

  const direct = await admin.json(`${API}/support-zip`, small);
  assert.equal(direct.status, 200);
  const folder = mkdtempSync(join(tmpdir(), 'hearth-full-'));
  writeFileSync(join(folder, 'a.zip'), Buffer.from(await direct.arrayBuffer()));
  assert.ok(checkZip(join(folder, 'a.zip')) > 2);
  rmSync(folder, { recursive: true });
});

test('once there is room again the next ZIP is made', { skip }, async () => {
  resize(DISK_MIB << 20);
  const zip = await ended((await ordered(small)).id);
  assert.equal(zip.state, 'done');
  const whole = stored().find((file) => file.endsWith(`${zip.id}/support.zip`)) ?? 'none';
  assert.ok(checkZip(whole) > 2);
});
