import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../tools/chromium.ts';
import { minified } from '../../tools/sample-app.ts';
import { startHost, type RunningHost } from '../support/host.ts';
import {
  answerIngest,
  board,
  BOARD,
  fail,
  INGEST,
  install,
  payloads,
  record,
  type SentEvent,
} from './support.ts';

/** The same version, one with the same way of sharing, and one with a hub. */
const SDKS = { same: '@sentry/browser', older: 'sentry-browser-10', oldest: 'sentry-browser-7' };

const OTHER = '/other-sentry';

let host: RunningHost;
let browser: Browser;

before(async () => {
  host = await startHost({ watch: 'all-apps' });
  await install(host, board);
  browser = await launchBrowser();
});

after(async () => {
  await browser.close();
  await host.stop();
});

async function open(query: string): Promise<{
  page: Page;
  recorded: ReturnType<typeof record>;
  other: SentEvent[];
}> {
  const page = await browser.newPage();
  const recorded = record(page);
  await answerIngest(page);
  const other: SentEvent[] = [];
  await page.route(
    (url) => url.pathname === OTHER,
    async (route) => {
      const envelope = route.request().postData() ?? '';
      other.push(...(payloads(envelope, 'event') as SentEvent[]));
      await route.fulfill({ status: 200, body: '{}' });
    },
  );
  await page.goto(`${host.url}/${query}`);
  return { page, recorded, other };
}

const typeOf = (event: SentEvent | undefined): string | undefined =>
  event?.exception.values.at(-1)?.type;

/** What the page's Sentrys share, as far as it can be told from outside. */
const shared = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const carrier = (window as { __SENTRY__?: Record<string, unknown> }).__SENTRY__ ?? {};
    const versions = Object.keys(carrier).filter((name) => /^\d/.test(name));
    return JSON.stringify([carrier['version'], versions.sort()]);
  });

for (const [age, sdk] of Object.entries(SDKS)) {
  const app = {
    key: 'org.example.own',
    version: '9.9.9',
    resources: [
      {
        key: 'own',
        contexts: ['atl.general'],
        files: [
          minified('test/e2e/errors/sample-app/own-sdk.ts', 'own.js', { '@sentry/browser': sdk }),
        ],
      },
    ],
  };

  test(`a Sentry (${age}) that came first gets all it would get, and so do we`, async () => {
    await install(host, app);
    const { page, recorded, other } = await open(`?own-sdk=${OTHER}`);
    const before = await shared(page);
    await fail(page, 'uncaught');
    const event = await recorded.event(1);
    await page.waitForTimeout(300);
    assert.equal(typeOf(event), 'TypeError');
    assert.deepEqual(event.tags, { 'hearth.app': BOARD });
    assert.doesNotMatch(recorded.envelopes.join('\n'), /of-the-other-sentry|own@9/);
    assert.deepEqual(other.map(typeOf), ['TypeError']);
    assert.equal(await shared(page), before);
    await page.evaluate(() => {
      (window as unknown as { ownSdk: { capture(): void } }).ownSdk.capture();
    });
    await page.waitForTimeout(300);
    assert.equal(other.length, 2);
    assert.equal(other[1]?.tags['whose'], 'tag-of-the-other-sentry');
    assert.equal(recorded.events().length, 1);
    await page.close();
  });

  test(`a Sentry (${age}) that comes after us finds nothing of ours`, async () => {
    await install(host, app);
    const { page, recorded, other } = await open('');
    await fail(page, 'uncaught');
    await recorded.event(1);
    await page.evaluate((tunnel) => {
      (
        window as unknown as { ownSdk: { start(tunnel: string): void; uncaught(): void } }
      ).ownSdk.start(tunnel);
      (window as unknown as { ownSdk: { uncaught(): void } }).ownSdk.uncaught();
    }, OTHER);
    const event = await recorded.event(2);
    await page.waitForTimeout(300);
    assert.equal(typeOf(event), 'RangeError');
    assert.deepEqual(event.tags, { 'hearth.app': 'org.example.own' });
    assert.deepEqual(other.map(typeOf), ['RangeError']);
    assert.equal(other[0]?.tags['whose'], 'tag-of-the-other-sentry');
    await page.close();
  });
}

test('our client makes no global of Sentry’s', async () => {
  const { page, recorded } = await open('');
  const before = await page.evaluate(() => Object.keys(window));
  await fail(page, 'uncaught');
  await recorded.event(1);
  const since = await page.evaluate(() => Object.keys(window));
  assert.deepEqual(
    since.filter((name) => !before.includes(name)),
    [],
  );
  await page.close();
});

test('an app’s own SDK needs nothing but the tunnel', async () => {
  const { page, recorded } = await open(`?own-sdk=${INGEST}`);
  await page.evaluate(() => {
    (window as unknown as { ownSdk: { capture(): void } }).ownSdk.capture();
  });
  const event = await recorded.event(1);
  assert.equal(event.exception.values[0]?.value, 'told to the own SDK');
  await page.close();
});
