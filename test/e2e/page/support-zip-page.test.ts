import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { axeViolations, launchBrowser } from '../../tools/chromium.ts';
import { confirmPassword, recordOrigins, signIn } from '../support/browser.ts';
import { startHost, type RunningHost } from '../support/host.ts';
import { checkZip } from '../support/tools.ts';

const PAGE = '/plugins/servlet/hearth/admin/support-zip';
const folder = mkdtempSync(join(tmpdir(), 'hearth-page-'));
let host: RunningHost;
let browser: Browser;
let context: BrowserContext;
let page: Page;

before(async () => {
  host = await startHost({ context: '/jira' });
  browser = await launchBrowser();
  context = await browser.newContext({ acceptDownloads: true });
  page = await context.newPage();
  await signIn(page, host.url, 'admin');
});
after(async () => {
  await browser.close();
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

const createButton = () => page.getByRole('button', { name: /create and download/i });

async function openPage(): Promise<void> {
  await page.goto(host.url + PAGE);
  await confirmPassword(page);
  // The page remembers what became of the last ZIP of this tab.
  const another = page.getByRole('button', { name: 'Make another' });
  await createButton().or(another).waitFor();
  if (await another.isVisible()) await another.click();
  await createButton().waitFor();
}

test('an administrator finds the page through the administration and the password form', async () => {
  await page.goto(`${host.url}/admin`);
  await page.getByRole('link', { name: 'Support ZIP' }).click();
  await page.waitForURL(/websudo/);
  await confirmPassword(page);
  await createButton().waitFor();
  assert.match(page.url(), /\/jira\/plugins\/servlet\/hearth\/admin\/support-zip/);
});

test('the quick preset downloads a valid ZIP and the page tells the result', async () => {
  await openPage();
  const [download] = await Promise.all([page.waitForEvent('download'), createButton().click()]);
  const file = join(folder, download.suggestedFilename());
  await download.saveAs(file);
  assert.match(download.suggestedFilename(), /^hearth-support-jira-.*\.zip$/);
  assert.ok(checkZip(file) > 5);
  await page.getByRole('heading', { name: 'The Support ZIP is in your downloads' }).waitFor();
  await page.getByRole('link', { name: 'Review it here' }).click();
  await page.locator('input[type=file]').setInputFiles(file);
  await page
    .getByText(/^The second search/)
    .first()
    .waitFor();
  assert.deepEqual(await page.getByText('Something is wrong with this ZIP').all(), []);
  await page.getByRole('treeitem', { name: /^apps\.json/ }).click();
  await page.getByRole('option').first().waitFor();
});

test('everything works by keyboard alone', async () => {
  await openPage();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const reached = new Set<string>();
  for (let step = 0; step < 120; step++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const active = document.activeElement;
      return active?.closest('#hearth-app')
        ? active.textContent || active.getAttribute('name') || active.id
        : '';
    });
    if (name !== '') reached.add(name);
    if (/create and download/i.test(name)) break;
  }
  assert.ok(
    [...reached].some((name) => /create and download/i.test(name)),
    [...reached].join(' | '),
  );
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('Enter'),
  ]);
  await download.saveAs(join(folder, 'keyboard.zip'));
});

for (const mode of ['light', 'dark'] as const) {
  test(`axe finds nothing on the page in ${mode}`, async () => {
    await openPage();
    await page.evaluate((value) => {
      document.documentElement.setAttribute('data-color-mode', value);
    }, mode);
    await page.waitForTimeout(300);
    assert.deepEqual(await axeViolations(page, '#hearth-app'), []);
  });
}

test('the page asks nothing of any other origin', async () => {
  const origins = recordOrigins(page);
  await openPage();
  assert.deepEqual([...origins], [host.origin]);
});

test('a session that ended is said plainly and the choice survives signing in again', async () => {
  await openPage();
  await page.getByRole('radio', { name: /^Full/ }).check();
  await context.clearCookies();
  await createButton().click();
  await page
    .getByText(/session|sign in|log in|confirm your password/i)
    .first()
    .waitFor();
});

test('a lazy chunk that an upgrade took away offers to reload the page', async () => {
  await page.route(/\/download\/resources\/io\.hearth:assets\//, (route) =>
    route.fulfill({ status: 404 }),
  );
  await signIn(page, host.url, 'admin');
  await page.goto(host.url + PAGE);
  await confirmPassword(page);
  await page.getByRole('button', { name: /reload/i }).waitFor();
  await page.unroute(/\/download\/resources\/io\.hearth:assets\//);
});
