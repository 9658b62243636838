/** A Support ZIP of the server, looked into part by part and changed there, from the page Review a ZIP. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page, Request } from 'playwright-core';
import { axeViolations, launchBrowser } from '../../tools/chromium.ts';
import { confirmPassword, signIn } from '../support/browser.ts';
import { startHost, type RunningHost } from '../support/host.ts';
import { API, Session } from '../support/session.ts';
import { checkZip, run } from '../support/tools.ts';

interface Zip {
  readonly id: string;
  readonly state: string;
  readonly fileName: string;
  readonly bytes?: number;
  readonly of?: string;
}

const LARGE = 'atlassian-jira-slow-queries.log';
const SMALL = 'atlassian-jira-zebra.log';
const folder = mkdtempSync(path.join(tmpdir(), 'hearth-review-stored-'));
let host: RunningHost;
let browser: Browser;
let admin: Session;
let zip: Zip;

before(async () => {
  host = await startHost({ context: '/jira' });
  const logs = path.join(host.state, 'jira/node1/home/log');
  writeFileSync(path.join(logs, LARGE), hardToPack(140_000));
  writeFileSync(path.join(logs, SMALL), 'INFO one\nWARN zebra-77 two\nINFO Zebra-77 three\n');
  admin = await Session.admin(host);
  const ordered = await admin.json(`${API}/support-zips`, { items: ['product-logs'] });
  zip = await made((await ordered.json()) as Zip);
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Lines of words that no packer finds again, the same ones each time. */
function hardToPack(lines: number): string {
  let state = 4711;
  const next = (): number => (state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff);
  const word = (): string => next().toString(36).slice(0, 5);
  return Array.from(
    { length: lines },
    () => `INFO ${Array.from({ length: 20 }, word).join(' ')}\n`,
  ).join('');
}

async function made(ordered: Zip): Promise<Zip> {
  let now = ordered;
  while (['queued', 'running'].includes(now.state)) {
    now = (await (await admin.get(`${API}/support-zips/${now.id}`)).json()) as Zip;
  }
  assert.equal(now.state, 'done');
  return now;
}

interface Parts {
  readonly ranges: string[];
  bytes: number;
}

/** What is asked of the ZIP's file; the worker asks, so the whole context listens. */
function partsOf(page: Page): Parts {
  const parts: Parts = { ranges: [], bytes: 0 };
  page.context().on('request', (request: Request) => {
    if (request.url().endsWith('/content')) {
      const range = request.headers()['range'] ?? '';
      const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(range) ?? [];
      parts.ranges.push(range);
      parts.bytes += Number(to) - Number(from) + 1;
    }
  });
  return parts;
}

async function shot(page: Page, name: string): Promise<void> {
  const to = process.env['HEARTH_SHOTS'];
  if (to !== undefined)
    await page.screenshot({ path: path.join(to, `${name}.png`), fullPage: true });
}

test('a part of a stored ZIP is read, and a changed one is made on the server', async () => {
  const page = await browser.newPage({ reducedMotion: 'reduce', colorScheme: 'light' });
  page.setDefaultTimeout(20_000);
  await signIn(page, host.url, 'admin');
  const parts = partsOf(page);
  const review = `${host.url}/plugins/servlet/hearth/admin/review`;
  await page.goto(review);
  await confirmPassword(page);
  await page.goto(`${review}#/stored/${zip.id}`);
  await page.getByRole('treeitem', { name: new RegExp(SMALL) }).click();
  await page.getByRole('option', { name: /INFO one/ }).waitFor();

  assert.ok(parts.ranges.length > 1);
  for (const range of parts.ranges) assert.match(range, /^bytes=\d+-\d+$/);
  assert.ok((zip.bytes ?? 0) > 8_000_000, `${String(zip.bytes)} bytes`);
  assert.ok(parts.bytes < (zip.bytes ?? 0) / 5, `${String(parts.bytes)} of ${String(zip.bytes)}`);

  await page.getByRole('option', { name: /INFO one/ }).click();
  await page.keyboard.press('Delete');
  await page.getByText(`Take out lines 1 to 1 of product-logs/${SMALL}`).waitFor();
  await page.getByRole('searchbox', { name: 'Search' }).fill('zebra-77');
  await page.getByRole('button', { name: 'Take out what is searched for' }).click();
  await page.getByText('In this entry').click();
  await page.getByRole('button', { name: 'Find and take out' }).click();
  await page.getByText('Take out “zebra-77”: 2 places in 1 entry').waitFor();
  await page
    .getByRole('treeitem', { name: new RegExp(LARGE) })
    .locator('.hearth-review-tick')
    .click();
  await page.getByRole('button', { name: 'Take out 1 ticked entry' }).click();
  await page.getByRole('button', { name: 'Make the changed ZIP on the server' }).click();
  const link = page.getByRole('link', { name: 'Review the changed ZIP' });
  await link.waitFor();
  assert.deepEqual(await axeViolations(page, '#hearth-app'), []);
  await shot(page, 'stored-light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await shot(page, 'stored-dark');
  await page.setViewportSize({ width: 320, height: 900 });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
  await shot(page, 'stored-narrow');

  await link.click();
  const name = zip.fileName.replace('.zip', '-changed.zip');
  await page.getByRole('heading', { name, exact: true }).waitFor();
  const { zips } = (await (await admin.get(`${API}/support-zips`)).json()) as { zips: Zip[] };
  const changed = zips.find(({ of }) => of === zip.id);
  const content = await admin.get(`${API}/support-zips/${changed?.id ?? ''}/content`);
  const file = path.join(folder, 'changed.zip');
  writeFileSync(file, Buffer.from(await content.arrayBuffer()));
  checkZip(file);
  assert.equal(
    run('unzip', '-p', file, `product-logs/${SMALL}`),
    '[Hearth: 1 line taken out by a person]\nWARN [taken out] two\nINFO [taken out] three\n',
  );
  assert.doesNotMatch(run('unzip', '-Z1', file), new RegExp(LARGE));
  await page.close();
});
