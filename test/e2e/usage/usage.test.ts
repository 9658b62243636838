/** Usage the whole way: nothing before an administrator agrees, a summary afterwards, numbers once a day is over. */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { axeViolations, launchBrowser } from '../../tools/chromium.ts';
import { confirmPassword, recordOrigins, signIn } from '../support/browser.ts';
import { startHost, type RunningHost } from '../support/host.ts';
import { assertAnswers } from '../support/openapi.ts';
import { API, Session } from '../support/session.ts';

const INGEST = '/ingest/usage';
const DAY = 86_400_000;

let host: RunningHost;
let browser: Browser;
let page: Page;
let asked: string[];
let origins: Set<string>;

before(async () => {
  host = await startHost({ context: '/jira' });
  browser = await launchBrowser();
  page = await browser.newPage({ reducedMotion: 'reduce' });
  asked = [];
  page.on('request', (request) => asked.push(request.url()));
  origins = recordOrigins(page);
  await signIn(page, host.url, 'admin');
});

after(async () => {
  await browser.close();
  await host.stop();
});

const ofUsage = (): string[] => asked.filter((url) => /:usage\/usage\.js|ingest\/usage/.test(url));

/** Where the product has its shared home. */
function usageFolder(): string {
  const found = readdirSync(host.state, { recursive: true, encoding: 'utf8' }).find((name) =>
    /hearth\/nodes\/[^/]+$/.test(name),
  );
  assert.ok(found !== undefined, 'no folder of a node');
  return join(host.state, found, 'usage');
}

test('before anybody agrees, a page loads and sends nothing of it, and the form is what is shown', async () => {
  await page.goto(`${host.url}/admin`);
  await page.getByRole('link', { name: 'Usage', exact: true }).click();
  await page.waitForURL(/websudo/);
  await confirmPassword(page);
  await page.getByRole('button', { name: 'Agree and start counting' }).waitFor();
  await page.getByText('A Support ZIP was made').waitFor();
  assert.deepEqual(await axeViolations(page, '#hearth-app'), []);
  await page.goto(`${host.url}/`);
  assert.equal(await page.evaluate(() => typeof window.HearthUsage), 'undefined');
  assert.deepEqual(ofUsage(), []);
});

test('after that a page sends one summary when it is left, and it is counted', async () => {
  await page.goto(`${host.url}/plugins/servlet/hearth/admin/usage`);
  await page.getByText('How many people', { exact: true }).click();
  await page.getByRole('button', { name: 'Agree and start counting' }).click();
  await page.getByText('Counting is on').waitFor();
  await page.getByText('No numbers yet').waitFor();

  asked.length = 0;
  await page.goto(`${host.url}/plugins/servlet/hearth/admin/redaction`);
  await page.getByRole('heading', { level: 1, name: 'Redaction' }).waitFor();
  await page.waitForFunction(() => document.querySelector('script[src*="usage.js"]') !== null);
  const taken = page.waitForResponse((answer) => answer.url().includes(INGEST));
  await page.evaluate(() => dispatchEvent(new Event('pagehide')));
  assert.equal((await taken).status(), 204);
  assert.equal(ofUsage().filter((url) => url.includes(INGEST)).length, 1);
});

test('a browser that asks not to be counted sends nothing', async () => {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    Object.defineProperty(navigator, 'globalPrivacyControl', { value: true });
  });
  const private_ = await context.newPage();
  const sent: string[] = [];
  private_.on('request', (request) => sent.push(request.url()));
  await private_.goto(`${host.url}/`);
  await private_.waitForFunction(() => window.HearthUsage !== undefined);
  await private_.evaluate(() => window.HearthUsage?.count('io.hearth:page-errors'));
  await private_.goto(`${host.url}/login`);
  await private_.waitForTimeout(300);
  assert.deepEqual(
    sent.filter((url) => url.includes(INGEST)),
    [],
  );
  await context.close();
});

test('numbers of days that are over are shown, exported and looked at', async () => {
  const folder = usageFolder();
  mkdirSync(folder, { recursive: true });
  for (let back = 2; back < 40; back++) {
    const day = new Date(Date.now() - back * DAY).toISOString().slice(0, 10);
    const features = { 'io.hearth': { 'page-errors': [back * 3, 7], 'zip-made': [9, 6] } };
    writeFileSync(join(folder, `${day}.json`), `${JSON.stringify({ day, features })}\n`);
  }
  await page.goto(`${host.url}/plugins/servlet/hearth/admin/usage`);
  const row = page.getByRole('row', { name: /The page Browser errors was opened/ }).first();
  await row.getByText('at least 7').waitFor();
  await page.getByRole('heading', { name: 'Weeks' }).waitFor();
  assert.deepEqual(await axeViolations(page, '#hearth-app'), []);
  await page.getByRole('tab', { name: 'What is stored' }).click();
  await page
    .getByRole('button', { name: /2\d{3}-\d\d-\d\d\.json/ })
    .first()
    .click();
  await page.getByText('"zip-made"').waitFor();

  const admin = await Session.admin(host);
  await assertAnswers('get', '/usage', await admin.get(`${API}/usage`));
  await assertAnswers('get', '/usage/report', await admin.get(`${API}/usage/report?days=60`));
  const csv = await (await admin.get(`${API}/usage/export?format=csv&days=60`)).text();
  assert.equal(csv.split('\r\n').length, 2 * 38 + 2);
});

test('withdrawing ends it for pages, and deletes', async () => {
  await page.getByRole('tab', { name: 'What is counted' }).click();
  await page.getByRole('button', { name: 'Stop counting' }).click();
  await page.getByRole('button', { name: 'Stop and delete all' }).click();
  await page.getByRole('button', { name: 'Agree and start counting' }).waitFor();
  assert.deepEqual(readdirSync(usageFolder()), []);
  await page.goto(`${host.url}/`);
  assert.equal(await page.evaluate(() => typeof window.HearthUsage), 'undefined');
  assert.deepEqual([...origins], [host.origin]);
});

test('what was counted is in the file of the day when the app is switched off', async () => {
  const admin = await Session.admin(host);
  const { apps } = (await (await admin.get(`${API}/usage`)).json()) as {
    apps: { features: { name: string }[] }[];
  };
  const features = apps.flatMap((app) => app.features.map(({ name }) => name));
  const agreed = await admin.send('PUT', `${API}/usage/consent`, {
    headers: { 'Content-Type': 'application/json', 'X-Atlassian-Token': 'no-check' },
    body: JSON.stringify({ kinds: ['features', 'people'], features }),
  });
  assert.equal(agreed.status, 200);
  const sent = await admin.send('POST', `${API}${INGEST}`, {
    headers: { 'Content-Type': 'text/plain', Origin: host.origin },
    body: JSON.stringify({ 'io.hearth:page-usage ok': [-1, -1], 'io.hearth:forged ok': [1] }),
  });
  assert.equal(sent.status, 204);
  // A browser tells nobody what becomes of a beacon of a page that is gone; the server knows.
  await page.goto(`${host.url}/plugins/servlet/hearth/admin/redaction`);
  await page.getByRole('heading', { level: 1, name: 'Redaction' }).waitFor();
  await page.waitForFunction(() => window.HearthUsage?.time !== undefined);
  await page.goto(`${host.url}/`);
  await page.waitForTimeout(500);
  const off = await admin.json('/host/api/apps/io.hearth/disable', {});
  assert.equal(off.status, 204);
  const [file = ''] = readdirSync(usageFolder());
  assert.match(
    readFileSync(join(usageFolder(), file), 'utf8'),
    /^\{"day":"[\d-]{10}","features":\{"io\.hearth":\{"page-redaction":\[1,1\],"page-usage":\[2,1\]\}\},"unknown":\[1,1\]\}\n$/,
  );
});
