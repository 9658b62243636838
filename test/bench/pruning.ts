/**
 * Taking one entry out of a ZIP against packing all others again: in the browser on the page Review a ZIP, where the
 * result is downloaded, and on the server in the development host. Both write a whole file to the same disk.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { buildSync } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { startHost } from '../e2e/support/host.ts';
import { API, Session } from '../e2e/support/session.ts';
import { javaClasspath } from '../tools/java-classpath.ts';

export interface Pruning {
  readonly pruneMs: number;
  readonly repackMs: number;
  /** Of the pruned file. */
  readonly bytes: number;
}

/** In the middle of the ZIP, so that copying begins anew behind it. */
const GOES = 'heap/part-9.bin';
const LONG = 1_200_000;
const ZIPS = `${API}/support-zips`;

/** Each in a page of its own; one after the other. */
export async function inBrowser(browser: Browser, url: string, zip: string): Promise<Pruning> {
  const { ms: pruneMs, bytes } = await onPage(browser, url, async (page) => {
    await page.locator('input[type=file]:not([data-adds])').setInputFiles(zip);
    const entry = page.getByRole('treeitem', { name: path.basename(GOES) });
    await entry.click();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Take out 1 ticked entry' }).click();
    const button = page.getByRole('button', { name: 'Download the changed ZIP' });
    return () => button.click();
  });
  const bundle = buildSync({
    entryPoints: ['test/bench/repack-page.ts'],
    bundle: true,
    write: false,
    format: 'iife',
  }).outputFiles[0]?.text;
  const { ms: repackMs } = await onPage(browser, url, async (page) => {
    await page.evaluate("document.body.innerHTML = '<input type=file>'");
    await page.locator('input').setInputFiles(zip);
    await page.evaluate(bundle ?? '');
    return () => page.evaluate((without) => window.repack(without), GOES);
  });
  return { pruneMs, repackMs, bytes };
}

/** From the moment in which a person wants it until the file lies on the disk. */
async function onPage(
  browser: Browser,
  url: string,
  prepare: (page: Page) => Promise<() => Promise<void>>,
): Promise<{ readonly ms: number; readonly bytes: number }> {
  // No picker: the page hands a download to the browser, as it does over HTTP and in Firefox.
  const page = await browser.newPage({ acceptDownloads: true });
  await page.addInitScript('delete window.showSaveFilePicker');
  await page.goto(url);
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  const begin = await prepare(page);
  const started = performance.now();
  const downloading = page.waitForEvent('download', { timeout: LONG });
  await begin();
  const download = await downloading;
  const file = await download.path();
  const ms = performance.now() - started;
  const { size } = statSync(file);
  await download.delete();
  await page.close();
  return { ms, bytes: size };
}

/** The host's own small ZIP gives its place on the shelf to the large one. */
export async function onServer(zip: string, rounds: number): Promise<readonly Pruning[]> {
  const host = await startHost({ measured: true });
  try {
    const admin = await Session.admin(host);
    const small = await ended(admin, await admin.json(ZIPS, { items: ['product'] }));
    const shelf = path.join(host.state, 'jira/shared-home/hearth/zips');
    copyFileSync(zip, path.join(shelf, small, 'support.zip'));
    const again = path.join(host.state, 'again.zip');
    const figures: Pruning[] = [];
    for (let round = 0; round < rounds; round++) {
      const started = performance.now();
      const order = await admin.json(`${ZIPS}/${small}/prune`, { entries: [GOES] });
      const pruned = await ended(admin, order);
      const pruneMs = performance.now() - started;
      const bytes = statSync(path.join(shelf, pruned, 'support.zip')).size;
      await admin.send('DELETE', `${ZIPS}/${pruned}`, {
        headers: { 'X-Atlassian-Token': 'no-check', Origin: host.origin },
      });
      figures.push({ pruneMs, repackMs: repacked(zip, again), bytes });
      rmSync(again);
    }
    return figures;
  } finally {
    await host.stop();
  }
}

function repacked(zip: string, out: string): number {
  const program = ['io.hearth.zip.tool.Repack', zip, out, GOES];
  const said = execFileSync('java', ['-cp', javaClasspath(), ...program], { encoding: 'utf8' });
  return Number(said);
}

/** Answers the id of a ZIP that is whole. */
async function ended(admin: Session, order: Response): Promise<string> {
  if (!order.ok) throw new Error(await order.text());
  const { id } = (await order.json()) as { id: string };
  for (;;) {
    const zip = (await (await admin.get(`${ZIPS}/${id}`)).json()) as { state: string };
    if (zip.state === 'done') return id;
    if (zip.state !== 'queued' && zip.state !== 'running') throw new Error(JSON.stringify(zip));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
