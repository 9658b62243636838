/** The overview inside a Support ZIP, opened from a disk: drawn, reachable by the keyboard, asking nobody for anything. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import JSZip from 'jszip';
import type { Browser, Page } from 'playwright-core';
import { axeViolations, launchBrowser } from '../../tools/chromium.ts';
import { generateInstance } from '../../tools/generate-instance.ts';
import { startHost, type RunningHost } from '../support/host.ts';
import { API, Session } from '../support/session.ts';

const folder = mkdtempSync(join(tmpdir(), 'hearth-insight-'));
const unpacked = join(folder, 'zip');
const address = pathToFileURL(join(unpacked, 'index.html')).href;
const asked: string[] = [];
const complaints: string[] = [];

let host: RunningHost;
let browser: Browser;
let page: Page;

before(async () => {
  const out = join(folder, 'jira');
  generateInstance({ product: 'jira', out, bytes: 3_000_000, seed: 11, until: new Date() });
  host = await startHost({ home: join(out, 'home'), install: join(out, 'install') });
  const admin = await Session.admin(host);
  const items = ['product', 'health', 'product-logs', 'installation-logs', 'access-logs'];
  const answer = await admin.json(`${API}/support-zip`, { items: [...items, 'thread-dumps'] });
  assert.equal(answer.status, 200);
  const zip = await JSZip.loadAsync(Buffer.from(await answer.arrayBuffer()));
  for (const [name, entry] of Object.entries(zip.files)) {
    mkdirSync(dirname(join(unpacked, name)), { recursive: true });
    if (!entry.dir) writeFileSync(join(unpacked, name), await entry.async('nodebuffer'));
  }
  browser = await launchBrowser();
  page = await browser.newPage({ reducedMotion: 'reduce' });
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(address);
});

after(async () => {
  await browser.close();
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function picture(name: string): Promise<void> {
  const to = process.env['SCREENSHOTS'];
  if (to !== undefined) await page.screenshot({ path: join(to, `${name}.png`), fullPage: true });
}

test('the page is drawn from its own data and asks for nothing but itself', async () => {
  for (const name of ['What the logs tell', 'Most frequent exceptions', 'Requests', 'Threads']) {
    await page.getByRole('heading', { name, exact: true }).waitFor();
  }
  assert.deepEqual(asked, [address]);
  assert.deepEqual(complaints, []);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`nothing is wrong with it for axe, in ${scheme} and at each width`, async () => {
    await page.emulateMedia({ colorScheme: scheme });
    for (const width of [320, 1280, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(over <= 0, `${String(over)} too wide at ${String(width)}`);
      await picture(`${scheme}-${String(width)}`);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    assert.deepEqual(await axeViolations(page), []);
  });
}

test('the timeline is walked and zoomed by the keyboard, and has a table', async () => {
  const chart = page.getByRole('slider');
  await chart.focus();
  await page.keyboard.press('Home');
  const first = await chart.getAttribute('aria-valuetext');
  await page.keyboard.press('ArrowRight');
  assert.notEqual(await chart.getAttribute('aria-valuetext'), first);
  await page.keyboard.press('+');
  await page.getByText('As a table').click();
  await page.getByRole('region', { name: 'What the logs tell' }).waitFor();
  assert.equal(
    await page.locator('.told').textContent(),
    await chart.getAttribute('aria-valuetext'),
  );
});

test('tables are sorted and filtered, and their links lead to entries', async () => {
  const slow = page.getByRole('region', { name: 'Slowest requests' });
  await slow.getByRole('button', { name: 'Status' }).click();
  const statuses = (await slow.locator('td:nth-child(3)').allTextContents()).map(Number);
  assert.deepEqual(
    statuses,
    [...statuses].sort((a, b) => b - a),
  );
  const link = page.getByRole('region', { name: 'Most frequent exceptions' }).locator('a').first();
  await page.getByRole('searchbox', { name: 'Filter: Most frequent exceptions' }).fill('no such');
  assert.equal(await link.isVisible(), false);
  await page.getByRole('searchbox', { name: 'Filter: Most frequent exceptions' }).fill('Timeout');
  await page.getByText(/^\d+ left$/).waitFor();
  const href = await page
    .getByRole('region', { name: 'Slowest requests' })
    .locator('a')
    .first()
    .getAttribute('href');
  assert.match(href ?? '', /^access-logs\/access_log/);
  assert.deepEqual(complaints, []);
});

test('without a script the facts are there, and the page says what is missing', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const still = await context.newPage();
  await still.goto(address);
  await still.getByRole('heading', { name: 'The instance' }).waitFor();
  await still.getByText('drawn by a script of this page').waitFor();
  await context.close();
});
