import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import JSZip from 'jszip';
import { startHost, type RunningHost } from '../support/host.ts';
import { API, Session } from '../support/session.ts';
import { checkZip } from '../support/tools.ts';

let host: RunningHost;
let admin: Session;
const folder = mkdtempSync(join(tmpdir(), 'hearth-zip-'));
before(async () => {
  host = await startHost();
  admin = await Session.admin(host);
});
after(async () => {
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Manifest {
  entries: { name: string; sha256?: string; bytesAfter?: number; state: string }[];
}

async function download(answer: Response): Promise<{ file: string; zip: JSZip }> {
  assert.equal(answer.status, 200, await (answer.ok ? '' : answer.text()));
  assert.match(answer.headers.get('content-type') ?? '', /^application\/zip/);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const file = join(folder, `${Math.random().toString(36).slice(2)}.zip`);
  writeFileSync(file, bytes);
  return { file, zip: await JSZip.loadAsync(bytes) };
}

test('an empty request gives the quick preset, readable everywhere, manifest true', async () => {
  const answer = await admin.json(`${API}/support-zip`, {});
  assert.match(
    answer.headers.get('content-disposition') ?? '',
    /filename="hearth-support-jira-\d{8}-\d{6}\.zip"/,
  );
  const { file, zip } = await download(answer);
  const count = checkZip(file);
  const names = Object.keys(zip.files);
  assert.equal(count, names.length);
  assert.equal(names[0], 'README.txt');
  assert.deepEqual(names.slice(-2), ['manifest.json', 'index.html']);

  const manifest = JSON.parse((await zip.file('manifest.json')?.async('string')) ?? '') as Manifest;
  const validate = withFormats().compile(
    JSON.parse(readFileSync('docs/manifest.schema.json', 'utf8')) as object,
  );
  assert.ok(validate(manifest), JSON.stringify(validate.errors));
  for (const entry of manifest.entries.filter((one) => one.sha256 !== undefined)) {
    const bytes = await zip.file(entry.name)?.async('nodebuffer');
    assert.ok(bytes, entry.name);
    assert.equal(createHash('sha256').update(bytes).digest('hex'), entry.sha256, entry.name);
    assert.equal(bytes.length, entry.bytesAfter, entry.name);
  }
});

test('the secrets of the configuration are nowhere in the ZIP', async () => {
  const { zip } = await download(await admin.json(`${API}/support-zip`, { preset: 'full' }));
  const whole = Buffer.concat(
    await Promise.all(Object.values(zip.files).map((entry) => entry.async('nodebuffer'))),
  ).toString('latin1');
  const dbconfig = Object.keys(zip.files).find((name) => name.endsWith('dbconfig.xml'));
  assert.ok(dbconfig, 'dbconfig.xml is there');
  assert.match((await zip.file(dbconfig)?.async('string')) ?? '', /<password>[^<]+<\/password>/);
  const planted = /password>([^<]+)</.exec(readFileSync(homeFile('dbconfig.xml'), 'utf8'))?.[1];
  assert.ok(planted, 'the host plants a password');
  assert.equal(whole.includes(planted), false);
});

test('a form post downloads natively and takes the product token', async () => {
  const page = await admin.get('/plugins/servlet/hearth/admin/support-zip');
  assert.equal(page.status, 200);
  const token = /name="atlassian-token" content="([^"]+)"|data-xsrf-token="([^"]+)"/.exec(
    await page.text(),
  );
  assert.ok(token, 'the page carries the token');
  const answer = await admin.form(`${API}/support-zip`, {
    request: JSON.stringify({ items: ['product'] }),
    atl_token: token[1] ?? token[2] ?? '',
  });
  const { zip } = await download(answer);
  assert.deepEqual([...new Set(Object.keys(zip.files).map((name) => name.split('/')[0]))].sort(), [
    'README.txt',
    'index.html',
    'manifest.json',
    'product',
  ]);
});

test('progress is told and a cancel ends the work within a second', async () => {
  const id = `e2e-${Date.now()}`;
  const running = admin.json(`${API}/support-zip`, {
    items: ['thread-dumps'],
    options: { 'thread-dumps': { count: 10, interval: 30 } },
    progress: id,
  });
  await waitFor(async () => (await progress(id))?.state === 'running');
  const started = Date.now();
  const cancelled = await admin.json(`${API}/support-zip/progress/${id}/cancel`, {});
  assert.equal(cancelled.status, 204);
  await waitFor(async () => (await progress(id))?.state === 'cancelled');
  assert.ok(Date.now() - started < 1000, `${Date.now() - started} ms`);
  await running.then((answer) => answer.arrayBuffer()).catch(() => undefined);
});

test('closing the connection ends the work within a second, also while nothing is sent', async () => {
  const id = `left-${Date.now()}`;
  const leave = new AbortController();
  const answer = await admin.send('POST', `${API}/support-zip`, {
    headers: { 'Content-Type': 'application/json', 'X-Atlassian-Token': 'no-check' },
    body: JSON.stringify({
      items: ['thread-dumps'],
      options: { 'thread-dumps': { count: 10, interval: 30 } },
      progress: id,
    }),
    signal: leave.signal,
  });
  assert.equal(answer.status, 200);
  await waitFor(async () => ((await progress(id))?.filesDone ?? 0) >= 2);
  const left = Date.now();
  leave.abort();
  await waitFor(async () => (await progress(id))?.state === 'cancelled');
  assert.ok(Date.now() - left < 1000, `${Date.now() - left} ms`);
});

test('the first byte comes within 300 ms', async () => {
  await (await admin.json(`${API}/support-zip`, { items: ['product'] })).arrayBuffer();
  const started = performance.now();
  const answer = await admin.json(`${API}/support-zip`, {});
  const reader = answer.body?.getReader();
  await reader?.read();
  const elapsed = performance.now() - started;
  while (!(await reader?.read())?.done);
  assert.ok(elapsed < 300, `${elapsed} ms`);
});

async function progress(id: string): Promise<{ state: string; filesDone: number } | undefined> {
  const answer = await admin.get(`${API}/support-zip/progress/${id}`);
  return answer.status === 200
    ? ((await answer.json()) as { state: string; filesDone: number })
    : undefined;
}

async function waitFor(condition: () => Promise<boolean>): Promise<void> {
  const limit = Date.now() + 10_000;
  while (!(await condition())) {
    if (Date.now() > limit) throw new Error('waited 10 s in vain');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function homeFile(name: string): string {
  const home = /Home: (\S+)/.exec(host.output())?.[1];
  assert.ok(home, 'the host prints its home');
  return join(home, name);
}

function withFormats(): Ajv2020 {
  const ajv = new Ajv2020({ strict: false });
  addFormats(ajv);
  return ajv;
}
