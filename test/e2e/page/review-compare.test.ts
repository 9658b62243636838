/** Two ZIPs compared on the page Review a ZIP, as it is built: with the mouse and without, honest and hostile. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { axeViolations, launchBrowser } from '../../tools/chromium.ts';
import { script, startFixture, type Fixture } from '../../unit/frontend/fixture/server.ts';
import { storedZip } from '../../unit/frontend/fixture/stored-answers.ts';
import { manifestOf, realEntries, zipOf } from '../../unit/frontend/review/zips.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'hearth-compare-'));
const now = script();
const alarms: string[] = [];
let fixture: Fixture;
let browser: Browser;

before(async () => {
  now.page = 'review';
  fixture = await startFixture(path.resolve('target/classes/hearth-web'), now);
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  fixture.server.close();
  rmSync(folder, { recursive: true });
});

type Texts = Readonly<Record<string, string>>;

const REAL: Texts = realEntries();

const SCRIPT = '<script>alert(1)</script><img src=x onerror=alert(2)>';

const replaced = (entry: string, from: RegExp | string, to: string): Texts => ({
  [entry]: (REAL[entry] ?? '').replace(from, to),
});

const LATER: Texts = {
  ...REAL,
  ...replaced('product/product.json', '11.3.1', '11.4.0'),
  ...replaced('health/health.json', '"status": "ok"', '"status": "problem"'),
  ...replaced('apps/apps.json', /"state": "enabled"/, '"state": "disabled"'),
  ...replaced('jvm/vm-flags.txt', '+UseG1GC', `-UseG1GC -XX:Evil=${SCRIPT.replace(' ', '/')}`),
  ...replaced('configuration/local-home/jira-config.properties', /$/, `\n${SCRIPT}\u202e = 1\n`),
  'operating-system/operating-system.json': '{',
  'insight.json': insight([
    { type: 'java.lang.OutOfMemoryError', message: `Java heap space ${SCRIPT}`, count: 3 },
  ]),
};

function insight(groups: readonly object[]): string {
  const rest = { cause: '', culprit: 'a.b.C.run', first: '', last: '', entry: '', sample: '' };
  return JSON.stringify({
    ...(JSON.parse(REAL['insight.json'] ?? '') as object),
    exceptions: {
      count: 3,
      notListed: 0,
      groups: groups.map((one) => ({ ...rest, atMost: 3, ...one })),
    },
  });
}

function zip(name: string, entries: Texts, at: string): string {
  const manifest = { ...(JSON.parse(manifestOf([])) as object), startedAt: at };
  const all = { ...entries, 'manifest.json': JSON.stringify(manifest) };
  const file = path.join(folder, name);
  writeFileSync(file, zipOf(Object.entries(all).map(([entry, text]) => ({ name: entry, text }))));
  return file;
}

const OLD = zip('old.zip', REAL, '2026-03-01T12:00:00Z');
const YOUNG = zip('young.zip', LATER, '2026-03-08T12:00:00Z');

async function open(file: string): Promise<Page> {
  const page = await browser.newPage({
    ...{ viewport: { width: 1280, height: 1100 }, reducedMotion: 'reduce', acceptDownloads: true },
  });
  page.on('dialog', (dialog) => {
    alarms.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => alarms.push(error.message));
  await page.goto(fixture.url);
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.getByRole('button', { name: 'Choose a ZIP to compare' }).waitFor();
  return page;
}

for (const mode of ['light', 'dark'] as const) {
  test(`what changed between two ZIPs is shown in order, in ${mode}`, () => compares(mode));
}

async function compares(mode: 'dark' | 'light'): Promise<void> {
  now.mode = mode;
  const page = await open(YOUNG);
  await page.locator('input[data-compares]').setInputFiles(OLD);
  await page.getByText('11.4.0').waitFor();
  const headings = await page.locator('.hearth-compare-sections h4').allTextContents();
  assert.deepEqual(headings.slice(0, 5), [
    ...['Product (1)', 'Health got worse (1)', 'New exceptions (1)', 'Apps (1)'],
    'JVM: start arguments and flags (2)',
  ]);
  // The older one is before, although the younger one is open.
  const version = page.getByRole('listitem').filter({ hasText: '11.4.0' });
  assert.match((await version.textContent()) ?? '', /Before11\.3\.1After11\.4\.0/);
  await page.getByText('could not be compared').click();
  await page.getByText('It is not written as it should be.').waitFor();
  assert.deepEqual(await axeViolations(page, '#hearth-app'), []);
  await shot(page, `compare-${mode}`);

  await page.getByRole('checkbox', { name: /things are the same/ }).check();
  await page.getByRole('searchbox', { name: 'Filter by name, file or value' }).fill('pool-max');
  await page.getByRole('heading', { name: 'The same (1)' }).waitFor();
  await page
    .getByRole('searchbox', { name: 'Filter by name, file or value' })
    .fill('no such thing');
  await page.getByText('Nothing fits').waitFor();
  await page.getByRole('searchbox', { name: 'Filter by name, file or value' }).fill('');

  for (const [name, kind] of [
    ['Save as text', 'txt'],
    ['Save as JSON', 'json'],
  ] as const) {
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    const saved = path.join(folder, `saved-${mode}.${kind}`);
    await (await downloading).saveAs(saved);
    assert.match(readFileSync(saved, 'utf8'), /11\.3\.1[^]*11\.4\.0[^]*OutOfMemoryError/);
  }

  await page.setViewportSize({ width: 320, height: 900 });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
  assert.deepEqual(await axeViolations(page, '#hearth-app'), []);
  await shot(page, `compare-narrow-${mode}`);
  assert.deepEqual(alarms, []);
  await page.close();
}

async function shot(page: Page, name: string): Promise<void> {
  const to = process.env['HEARTH_SHOTS'];
  if (to !== undefined)
    await page.screenshot({ path: path.join(to, `${name}.png`), fullPage: true });
}

test('by keyboard: the other ZIP is of this server, sides are swapped, another is chosen', async () => {
  now.mode = 'light';
  const bytes = readFileSync(OLD);
  now.stored = [storedZip({ fileName: 'on-server.zip', bytes: bytes.length })];
  const page = await open(YOUNG);
  await page.route('**/support-zips/*/content', async (route) => {
    const [, from = '0', to = '0'] =
      /^bytes=(\d+)-(\d+)$/.exec(route.request().headers()['range'] ?? '') ?? [];
    await route.fulfill({
      ...{ status: 206, body: bytes.subarray(Number(from), Number(to) + 1) },
      headers: { 'Content-Range': `bytes ${from}-${to}/${String(bytes.length)}` },
    });
  });
  const press = async (name: string): Promise<void> => {
    await page.getByRole('button', { name, exact: true }).focus();
    await page.keyboard.press('Enter');
  };
  await press('Show the ZIPs of this server');
  await press('Compare with on-server.zip');
  await page.getByText('11.4.0').waitFor();
  // The result has the focus: the next stop is its first button.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const version = page.getByRole('listitem').filter({ hasText: 'Before11.4.0After11.3.1' });
  await version.waitFor();
  await page.getByRole('region', { name: 'What differs' }).focus();
  await page.keyboard.press('End');
  await press('Compare with another');
  await page.getByRole('button', { name: 'Choose a ZIP to compare' }).waitFor();
  await page.close();
});

test('what is no ZIP of Hearth’s is refused with words, and another can be chosen', async () => {
  const page = await open(OLD);
  const foreign = path.join(folder, 'foreign.zip');
  writeFileSync(foreign, zipOf([{ name: 'a.txt', text: 'a' }]));
  await page.locator('input[data-compares]').setInputFiles(foreign);
  await page.getByText(/It has no manifest of Hearth/).waitFor();
  await page.locator('input[data-compares]').setInputFiles(YOUNG);
  await page.getByText('11.4.0').waitFor();
  await page.close();
});
