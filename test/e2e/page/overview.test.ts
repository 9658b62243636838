/** What is worth a look, counted in three places; and errors forwarded to another server, once somebody said so. */
import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { axeViolations, launchBrowser } from '../../tools/chromium.ts';
import { board, fail, install, isIngest } from '../errors/support.ts';
import { confirmPassword, recordOrigins, signIn } from '../support/browser.ts';
import { startHost, type RunningHost } from '../support/host.ts';

interface Got {
  readonly path: string;
  readonly auth: string;
  readonly body: string;
}

let host: RunningHost;
let browser: Browser;
let page: Page;
let origins: Set<string>;
let sentry: Server;
const got: Got[] = [];

/** A call, so that the compiler does not take an earlier answer for the present one. */
const arrived = (): number => got.length;

async function take(request: IncomingMessage): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const auth = String(request.headers['x-sentry-auth']);
  got.push({ path: request.url ?? '', auth, body: Buffer.concat(chunks).toString('utf8') });
}

before(async () => {
  sentry = createServer((request, response) => {
    void take(request).then(() => response.end('{}'));
  });
  await new Promise<void>((resolve) => sentry.listen(0, '127.0.0.1', resolve));
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
  sentry.close();
});

/** An end user whose page breaks. */
async function breaks(how: string): Promise<void> {
  const victim = await browser.newPage();
  const taken = victim.waitForResponse((answer) => isIngest(new URL(answer.url())));
  await victim.goto(`${host.url}/?MARKED=1#MARKED`);
  await fail(victim, how);
  assert.equal((await taken).status(), 200);
  await victim.close();
}

test('a calm server says so on the first page', async () => {
  await page.goto(`${host.url}/admin`);
  await page.locator('a[href$="/hearth/admin/overview"]').click();
  await page.waitForURL(/websudo/);
  await confirmPassword(page);
  await page.getByText('Nothing needs your attention').waitFor();
  assert.deepEqual(await axeViolations(page, '#hearth-app'), []);
});

test('a new error is counted on the first page, in the navigation and in the menu, until somebody looks', async () => {
  await breaks('uncaught');
  await page.waitForTimeout(1500);
  await page.reload();
  await page.getByText('1 new browser error within seven days').waitFor();
  const pages = page.getByRole('navigation', { name: 'Hearth' });
  await pages.getByRole('link', { name: 'Browser errors 1 new' }).waitFor();

  await page.goto(`${host.url}/admin`);
  const badge = page.getByRole('img', { name: '1 new or returned browser errors' });
  // The server counts anew after ten seconds.
  for (let n = 0; n < 15 && !(await badge.isVisible()); n++) {
    await page.waitForTimeout(1000);
    await page.reload();
  }
  assert.ok(await badge.isVisible());
  assert.deepEqual(await axeViolations(page), []);

  await page.getByRole('link', { name: /^Browser errors/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Browser errors' }).waitFor();
  await page.getByText('displayName').first().waitFor();
  await page.goto(`${host.url}/admin`);
  assert.equal(await badge.count(), 0);
});

test('nobody else learns of it', async () => {
  const other = await browser.newPage();
  await signIn(other, host.url, 'user');
  await other.goto(`${host.url}/admin`);
  assert.ok(!(await other.content()).includes('new or returned'));
  await other.close();
});

test('errors are forwarded only once an administrator typed where to and confirmed it', async () => {
  await breaks('uncaught');
  assert.equal(arrived(), 0);

  await page.goto(`${host.url}/plugins/servlet/hearth/admin/errors#/watch`);
  const { port } = sentry.address() as AddressInfo;
  await page.getByLabel('DSN of the Sentry project').fill(`http://k3y@localhost:${port}/7`);
  await page.getByLabel('Type its host again to confirm').fill('example.com');
  await page.keyboard.press('Enter');
  await page.getByText('Type the host of the address again: localhost.').waitFor();
  await page.getByLabel('Type its host again to confirm').fill('localhost');
  await page.getByRole('button', { name: 'Confirm and send there' }).click();
  await page.getByText('Sending to localhost', { exact: true }).waitFor();
  assert.equal(arrived(), 0);
  assert.deepEqual(await axeViolations(page, '#hearth-app'), []);

  await breaks('uncaught');
  await page.getByText('Sent from this node').locator('..').getByText('1').waitFor();
  const [only] = got;
  assert.ok(arrived() === 1 && only !== undefined);
  assert.equal(only.path, '/api/7/envelope/');
  assert.match(only.auth, /sentry_key=k3y$/);
  const event = JSON.parse(only.body.split('\n')[2] ?? '') as Record<string, unknown>;
  assert.match(JSON.stringify(event['exception']), /displayName/);
  assert.ok(!('user' in event) && !('request' in event));
  for (const mark of ['MARKED', 'Mozilla', host.origin, '127.0.0.1', 'k3y']) {
    assert.ok(!only.body.includes(mark), mark);
  }

  await page.getByRole('button', { name: 'Stop sending' }).click();
  await page.getByText('Stopped. Nothing is sent any more.').waitFor();
  await breaks('uncaught');
  await page.waitForTimeout(300);
  assert.equal(arrived(), 1);
});

test('the pages ask this instance only', () => {
  assert.deepEqual([...origins], [host.origin]);
});
