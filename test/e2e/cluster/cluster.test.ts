import assert from 'node:assert/strict';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { axeViolations, launchBrowser } from '../../tools/chromium.ts';
import { startNodes, type RunningCluster } from '../support/cluster.ts';
import { assertAnswers } from '../support/openapi.ts';
import { API, Session } from '../support/session.ts';
import { checkZip, run } from '../support/tools.ts';

const ZIPS = `${API}/support-zips`;

interface Share {
  readonly node: string;
  readonly state: string;
  readonly absence?: string;
}

interface Zip {
  readonly id: string;
  readonly state: string;
  readonly nodes?: readonly Share[];
}

const folder = mkdtempSync(join(tmpdir(), 'hearth-cluster-page-'));
let cluster: RunningCluster;
let admin: Session;
let logging: NodeJS.Timeout;

const home = (node: string): string => join(cluster.state, 'jira', node, 'home');
const shared = (): string => join(cluster.state, 'jira', 'shared-home');
const log = (node: string): string => join(home(node), 'log', 'atlassian-jira.log');

before(async () => {
  cluster = await startNodes(3);
  for (const { name } of cluster.nodes) mkdirSync(join(home(name), 'log'), { recursive: true });
  let line = 0;
  logging = setInterval(() => {
    for (const { name } of cluster.nodes) {
      line += 1;
      appendFileSync(log(name), `2026-01-05 10:15:30,000+0000 INFO request ${String(line)} done\n`);
    }
  }, 20);
  appendFileSync(log('node1'), 'login of username=mlovelace is fine\n');
  appendFileSync(log('node2'), 'what mlovelace did\n');
  const broke = '2026-01-05 10:14:30,000+0000 ERROR [c.a.X] it broke\ncom.acme.GoneException: x\n';
  appendFileSync(log('node2'), `${broke}\tat com.acme.A.b(A.java:1)\n`);
  admin = await Session.admin(cluster);
});
after(async () => {
  clearInterval(logging);
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function ordered(request: object): Promise<Zip> {
  const answer = await admin.json(ZIPS, request);
  assert.equal(answer.status, 202, await answer.clone().text());
  return (await answer.json()) as Zip;
}

async function until(id: string, reached: (zip: Zip) => boolean): Promise<Zip> {
  for (;;) {
    const answer = await admin.get(`${ZIPS}/${id}`);
    const zip = (await answer.json()) as Zip;
    if (reached(zip)) return zip;
    assert.notEqual(zip.state, 'failed', cluster.output());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const ended = (id: string): Promise<Zip> =>
  until(id, ({ state }) => state !== 'queued' && state !== 'running');

const fileOf = (zip: Zip): string => join(shared(), 'hearth', 'zips', zip.id, 'support.zip');
const read = (zip: Zip, entry: string): string => run('unzip', '-p', fileOf(zip), entry);
const absences = (zip: Zip): Record<string, string> =>
  Object.fromEntries((zip.nodes ?? []).map(({ node, absence, state }) => [node, absence ?? state]));

/** Each node with the errors in its logs. */
function toldOf(zip: Zip): Record<string, number | undefined> {
  const { nodes } = JSON.parse(read(zip, 'insight.json')) as {
    nodes: { node: string; log?: { errors: number } }[];
  };
  return Object.fromEntries(nodes.map(({ node, log: told }) => [node, told?.errors]));
}

function manifestOf(zip: Zip): { nodes: Share[]; entries: { name: string; state: string }[] } {
  return JSON.parse(read(zip, 'manifest.json')) as ReturnType<typeof manifestOf>;
}

/** Whole for every reader, as its manifest says, and nothing of its making left. */
async function assertTrue(zip: Zip): Promise<void> {
  assert.equal(zip.state, 'done');
  const listed = manifestOf(zip).entries.filter(({ state }) => state !== 'missing');
  assert.equal(checkZip(fileOf(zip)), listed.length + 2);
  const exchange = join(shared(), 'hearth', 'cluster', 'collections');
  const left = (): string[] => (existsSync(exchange) ? readdirSync(exchange) : []);
  // A node that was given up deletes its share of it once it has seen the end.
  for (const began = Date.now(); left().length > 0 && Date.now() - began < 15_000;) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.deepEqual(left(), []);
}

test('three nodes under constant logging make one ZIP, and a browser can be pinned to one', async () => {
  await assertAnswers('get', '/nodes', await admin.get(`${API}/nodes`));
  const zip = await ended((await ordered({ items: ['product', 'product-logs'] })).id);
  assert.deepEqual(absences(zip), { node1: 'gathered', node2: 'gathered', node3: 'gathered' });
  await assertAnswers('get', '/support-zips/{zipId}', await admin.get(`${ZIPS}/${zip.id}`));
  await assertTrue(zip);
  const pseudonym = /username=(\S+)/.exec(read(zip, 'nodes/node1/product-logs/atlassian-jira.log'));
  const second = read(zip, 'nodes/node2/product-logs/atlassian-jira.log');
  assert.ok(second.includes(pseudonym?.[1] ?? 'none'), 'one pseudonym on both nodes');
  assert.ok(!second.includes('mlovelace'));
  assert.deepEqual(toldOf(zip), { node1: 0, node2: 1, node3: 0 });
  writeFileSync(join(folder, 'index.html'), read(zip, 'index.html'));

  const pinned = await fetch(`${cluster.url}/login?node=2`);
  assert.match(pinned.headers.getSetCookie().join('\n'), /hearth-node=2/);
  assert.equal((await fetch(`${cluster.url}/login?node=7`)).status, 502);
});

test('the page in the ZIP tells of all nodes, and of each alone', async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ reducedMotion: 'reduce' });
    await page.goto(pathToFileURL(join(folder, 'index.html')).href);
    const beside = page.getByRole('heading', { name: 'Nodes beside each other' });
    await beside.waitFor();
    await page.getByText('Seen on node2 (1)').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const width of [320, 1280, 1920]) {
        await page.setViewportSize({ width, height: 900 });
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(over <= 0, `${String(over)} too wide at ${String(width)}`);
        const to = process.env['SCREENSHOTS'];
        const path = `${to ?? ''}/nodes-${colorScheme}-${String(width)}.png`;
        if (to !== undefined) await page.screenshot({ path, fullPage: true });
      }
      assert.deepEqual(await axeViolations(page), []);
    }
    const choice = page.getByLabel('Node', { exact: true });
    await choice.focus();
    await page.keyboard.type('node1');
    await page.getByText('None in the logs of this ZIP.').waitFor();
    assert.equal(await beside.count(), 0);
    assert.deepEqual(await axeViolations(page), []);
  } finally {
    await browser.close();
  }
});

test('a slow node and one that is killed meanwhile are left out; the next ZIP has who lives', async () => {
  const [, second] = cluster.nodes;
  // Dumps half a minute apart are slow; the node that leads makes none.
  const slow = {
    items: ['product-logs', 'thread-dumps'],
    options: { 'thread-dumps': { count: 3, interval: 30 } },
    nodes: ['node2', 'node3'],
    nodeWait: 2,
  };
  const { id } = await ordered(slow);
  await until(id, ({ nodes = [] }) => nodes.some(({ state }) => state === 'writing'));
  process.kill(second?.pid ?? 0, 'SIGKILL');
  const zip = await ended(id);
  assert.deepEqual(absences(zip), { node2: 'slow', node3: 'slow' });
  assert.ok(!read(zip, 'index.html').includes('id="insight"'), 'nothing is told of nobody');
  await assertTrue(zip);

  const next = await ended((await ordered({ items: ['product'], nodes: ['node1', 'node2'] })).id);
  assert.deepEqual(absences(next), { node1: 'gathered', node2: 'silent' });
  await assertTrue(next);
  const refused = await admin.json(ZIPS, { nodes: ['../node1'] });
  assert.equal(refused.status, 400);
});

test('a part that cannot be written is no part of the ZIP', async () => {
  const { id } = await ordered({
    items: ['thread-dumps'],
    options: { 'thread-dumps': { count: 2, interval: 1 } },
    nodes: ['node1', 'node3'],
  });
  const part = join(shared(), 'hearth', 'cluster', 'collections', id, 'node3');
  await until(id, ({ nodes = [] }) =>
    nodes.some(({ node, state }) => node === 'node3' && state === 'writing'),
  );
  // What the disk does not take: the name of the finished part is a folder with something in it.
  mkdirSync(join(part, 'support.zip'));
  writeFileSync(join(part, 'support.zip', 'x'), 'x');
  const zip = await ended(id);
  rmSync(part, { recursive: true, force: true });
  assert.deepEqual(absences(zip), { node1: 'gathered', node3: 'failed' });
  await assertTrue(zip);
});
