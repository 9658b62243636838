/**
 * The page Review a ZIP in headless Chromium, with a ZIP of 2 GB from Hearth's own writer: how long until its entries
 * are listed, how long until the end of a log of 500 MB is there, and how much memory the page's process takes for it.
 * Then one entry is taken out, there and on the server.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { inBrowser, onServer, type Pruning } from './pruning.ts';
import { launchBrowser } from '../tools/chromium.ts';
import { javaClasspath } from '../tools/java-classpath.ts';
import { script, startFixture } from '../unit/frontend/fixture/server.ts';

const MB = 1e6;
const AIMS = { listed: 1000, end: 2000, memory: 300, timesFaster: 5 } as const;

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '2GB' },
    rounds: { type: 'string', default: '3' },
  },
});
const gigabytes = /^(\d+(?:\.\d+)?)GB$/.exec(values.size)?.[1];
if (gigabytes === undefined) throw new Error(`--size ${values.size} is no number of GB`);

const folder = mkdtempSync(path.join(tmpdir(), 'hearth-review-'));
const zip = path.join(folder, 'large.zip');
const now = script();
now.page = 'review';
const fixture = await startFixture(path.resolve('target/classes/hearth-web'), now);
const browser = await launchBrowser();
try {
  const bytes = [String(Number(gigabytes) * 1e9), String(500 * MB)];
  execFileSync('java', ['-cp', javaClasspath(), 'io.hearth.zip.tool.LargeZip', zip, ...bytes]);
  process.stdout.write(`a ZIP of ${(statSync(zip).size / MB).toFixed(0)} MB, a log of 500 MB\n`);
  const rounds = Number(values.rounds);
  for (let round = 1; round <= rounds; round++) {
    await measure(round);
    pruned(`round ${String(round)}, browser`, await inBrowser(browser, fixture.url, zip));
  }
  for (const [n, figures] of (await onServer(zip, rounds)).entries()) {
    pruned(`round ${String(n + 1)}, server`, figures);
  }
} finally {
  await browser.close();
  fixture.server.close();
  rmSync(folder, { recursive: true });
}

async function measure(round: number): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(fixture.url);
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  const baseline = await rendererMemory(browser);
  let most = baseline;
  const watching = { on: true };
  const watch = (async () => {
    while (watching.on) {
      most = Math.max(most, await rendererMemory(browser));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  })();
  const took = await steps(page).finally(async () => {
    watching.on = false;
    await watch;
  });
  await page.close();
  const { listed, end, counted, searched } = took;
  const memory = (most - baseline) / MB;
  process.stdout.write(
    `round ${String(round)}: listed ${listed.toFixed(0)} ms of ${String(AIMS.listed)}, end ${end.toFixed(0)} ms of ${String(AIMS.end)}, ` +
      `lines counted after ${(counted / 1000).toFixed(1)} s more, searched in ${(searched / 1000).toFixed(1)} s, ` +
      `memory at most ${memory.toFixed(0)} MB of ${String(AIMS.memory)} above ${(baseline / MB).toFixed(0)} MB\n`,
  );
  if (listed > AIMS.listed || end > AIMS.end || memory > AIMS.memory) process.exitCode = 1;
}

function pruned(where: string, { pruneMs, repackMs, bytes }: Pruning): void {
  const times = repackMs / pruneMs;
  process.stdout.write(
    `${where}: pruned in ${(pruneMs / 1000).toFixed(1)} s (${(bytes / MB / (pruneMs / 1000)).toFixed(0)} MB/s), ` +
      `packed again in ${(repackMs / 1000).toFixed(1)} s, ${times.toFixed(1)} times as long of ${String(AIMS.timesFaster)}\n`,
  );
  if (times < AIMS.timesFaster) process.exitCode = 1;
}

interface Took {
  readonly listed: number;
  readonly end: number;
  readonly counted: number;
  readonly searched: number;
}

async function steps(page: Page): Promise<Took> {
  const listed = await timed(async () => {
    await page.locator('input[type=file]').setInputFiles(zip);
    await page.getByRole('treeitem', { name: /large\.log/ }).waitFor();
  });
  const end = await timed(async () => {
    await page.getByRole('treeitem', { name: /large\.log/ }).click();
    await page.getByRole('button', { name: 'End' }).click();
    await page.getByText('this is the last line').waitFor();
  });
  const counted = await timed(() => page.getByText(/^[0-9,]+ lines/).waitFor({ timeout: 120_000 }));
  const searched = await timed(() => search(page));
  return { listed, end, counted, searched };
}

async function search(page: Page): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search' }).fill('for request 777');
  await page.getByText(/of [0-9,]+ found$/).waitFor({ timeout: 120_000 });
}

async function timed(action: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await action();
  return performance.now() - start;
}

/** Resident bytes of the page's processes; a worker lives in the process of its page. */
async function rendererMemory(of: Browser): Promise<number> {
  const session = await of.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const pages = processInfo.filter(({ type }) => type === 'renderer');
  return Math.max(...pages.map(({ id }) => resident(id)));
}

function resident(pid: number): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(
      readFileSync(`/proc/${String(pid)}/status`, 'utf8'),
    );
    return Number(kilobytes?.[1] ?? 0) * 1024;
  } catch {
    // It ended meanwhile.
    return 0;
  }
}
