/** The bundles as they stand in the JAR, in a real browser, under a strict policy, on a made-up product. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { axeViolations, launchBrowser } from '../../tools/chromium.ts';
import { noise, play, SCENES } from '../../unit/frontend/fixture/scenes.ts';
import { script, startFixture, type Fixture } from '../../unit/frontend/fixture/server.ts';

const now = script();
let fixture: Fixture;
let browser: Browser;

before(async () => {
  fixture = await startFixture(path.resolve('target/classes/hearth-web'), now);
  browser = await launchBrowser();
});

after(async () => {
  await browser.close();
  fixture.server.close();
});

/** A state in a colour mode costs about a second; these show every sort of part the pages have. */
const CHECKED = [
  'overview',
  'custom',
  'cancel',
  'done-found',
  'session',
  'redaction-kinds',
  'redaction-own-refused',
  'redaction-try',
  'redaction-preview',
  'redaction-cases',
  'errors-chosen',
  'errors-group',
  'errors-apps',
  'errors-watch',
  'errors-forwarding',
  'errors-maps',
];

for (const mode of ['light', 'dark'] as const) {
  for (const name of CHECKED) {
    test(`the state ${name} in ${mode} has readable colours and names, and logs nothing`, async () => {
      const scene = SCENES.find((one) => one.name === name);
      assert.ok(scene !== undefined);
      const page = await play(browser, fixture.url, now, scene, { mode, width: 1280 });
      assert.deepEqual(await axeViolations(page), []);
      assert.deepEqual(noise(page), []);
      await page.close();
    });
  }
}

test('a narrow window needs no scrolling to the side', async () => {
  for (const name of [
    'overview',
    'choose',
    'redaction-preview',
    'redaction-own',
    'errors-list',
    'errors-group',
    'errors-watch',
  ]) {
    const scene = SCENES.find((one) => one.name === name);
    assert.ok(scene !== undefined);
    const page = await play(browser, fixture.url, now, scene, { mode: 'light', width: 320 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 320, `${name}: ${String(width)} pixels`);
    await page.close();
  }
});

test('after an upgrade under an open tab, a missing chunk offers a reload, which brings the page', async () => {
  Object.assign(now, script(), { chunks: 'gone' });
  const page = await browser.newPage();
  await page.goto(fixture.url);
  const notice = page.getByRole('alert');
  await notice.waitFor();
  assert.match((await notice.textContent()) ?? '', /Hearth was updated/);
  now.chunks = 'there';
  await page.getByRole('button', { name: 'Reload' }).click();
  await page.getByRole('button', { name: 'Create and download' }).waitFor();
  await page.close();
});

test('a chunk of a later step that is gone offers a reload beside the page', async () => {
  Object.assign(now, script());
  const page = await browser.newPage();
  await page.goto(fixture.url);
  await page.getByRole('button', { name: 'Create and download' }).waitFor();
  now.chunks = 'gone';
  // The dark colours are a chunk that only this change asks for.
  await page.evaluate(() => {
    document.documentElement.setAttribute('data-color-mode', 'dark');
  });
  await page.getByRole('alert').getByRole('button', { name: 'Reload' }).waitFor();
  assert.ok(await page.getByRole('button', { name: 'Create and download' }).isVisible());
  await page.close();
});

for (const context of ['', '/jira', '/tools/jira']) {
  test(`chunks load below the context path "${context}"`, async () => {
    Object.assign(now, script(), { context });
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(fixture.at(context));
    await page.getByRole('button', { name: 'Create and download' }).waitFor();
    const chunks = asked.filter((one) => one.includes('/chunk.'));
    assert.ok(chunks.length > 0);
    for (const chunk of chunks) {
      assert.ok(chunk.startsWith(`${context}/download/resources/io.hearth:assets/`), chunk);
    }
    await page.close();
  });
}

test('the download is posted natively, with the XSRF token, and saved under its name', async () => {
  Object.assign(now, script());
  const page = await browser.newPage();
  await page.goto(fixture.url);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Create and download' }).click(),
  ]);
  assert.equal(download.suggestedFilename(), 'hearth-support-jira-20260105-101530.zip');
  const form = new URLSearchParams(now.posted[0]);
  assert.equal(form.get('atl_token'), 'token-1');
  assert.match(form.get('request') ?? '', /"preset":"quick"/);
  await page.close();
});
