/** The page Browser errors against the real server: from a minified script to its original line. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { axeViolations, launchBrowser } from '../../tools/chromium.ts';
import { board, fail, install, isIngest } from '../errors/support.ts';
import { confirmPassword, recordOrigins, signIn } from '../support/browser.ts';
import { startHost, type RunningHost } from '../support/host.ts';

let host: RunningHost;
let browser: Browser;
let page: Page;
let origins: Set<string>;

before(async () => {
  host = await startHost({ context: '/jira', watch: 'all-apps' });
  await install(host, board);
  browser = await launchBrowser();
  page = await browser.newPage({ reducedMotion: 'reduce' });
  origins = recordOrigins(page);
  await signIn(page, host.url, 'admin');
});

after(async () => {
  await browser.close();
  await host.stop();
});

/** An end user whose page breaks. */
async function breaks(how: string): Promise<void> {
  const victim = await browser.newPage();
  const taken = victim.waitForResponse((answer) => isIngest(new URL(answer.url())));
  await victim.goto(`${host.url}/`);
  await fail(victim, how);
  assert.equal((await taken).status(), 200);
  await victim.close();
}

test('an error of a minified script shows its original file, line and function within five seconds', async () => {
  await page.goto(`${host.url}/admin`);
  await page.getByRole('link', { name: 'Browser errors' }).click();
  await page.waitForURL(/websudo/);
  await confirmPassword(page);
  await page.getByRole('heading', { level: 1, name: 'Browser errors' }).waitFor();
  await page.getByRole('tab', { name: 'Errors', exact: true }).waitFor();

  await breaks('uncaught');
  const started = Date.now();
  const row = page.getByText('displayName').first();
  await row.waitFor({ timeout: 5000 });
  await row.click();
  await page.getByText('board.ts').first().waitFor({ timeout: 5000 });
  await page.getByText('describeCard').first().waitFor({ timeout: 5000 });
  assert.ok(Date.now() - started < 5000, `${Date.now() - started} ms`);
  assert.deepEqual(await axeViolations(page, '#hearth-app'), []);
});

test('it is resolved, and regresses when it comes back', async () => {
  await page.getByRole('button', { name: 'Resolve', exact: true }).click();
  await page.getByText('Resolved', { exact: true }).first().waitFor();
  await breaks('uncaught');
  await page.getByText('Regressed', { exact: true }).first().waitFor({ timeout: 10_000 });
});

test('the page asks this instance only', () => {
  assert.deepEqual([...origins], [host.origin]);
});
