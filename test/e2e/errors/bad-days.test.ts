import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../tools/chromium.ts';
import { startHost, type RunningHost } from '../support/host.ts';
import { answerIngest, board, fail, install, isIngest, payloads, record } from './support.ts';

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

async function open(): Promise<{
  page: Page;
  recorded: ReturnType<typeof record>;
  errors: string[];
}> {
  const page = await browser.newPage();
  const recorded = record(page);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${host.url}/`);
  return { page, recorded, errors };
}

/** As many failures as one asks for, each with a message of its own. */
async function failMany(page: Page, count: number): Promise<void> {
  await page.evaluate(async (number) => {
    const { sampleBoard } = window as unknown as {
      sampleBoard: { distinct(number: number): void };
    };
    for (let i = 0; i < number; i++) {
      sampleBoard.distinct(i);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }, count);
  await page.waitForTimeout(1500);
}

for (const status of [413, 429, 500]) {
  test(`answered with ${status}, a page sends on at its own pace and nothing twice`, async () => {
    const { page, recorded, errors } = await open();
    await answerIngest(page, status, status === 429 ? { 'Retry-After': '60' } : {});
    await failMany(page, 60);
    const ids = recorded.envelopes.map((envelope) => envelope.split('\n')[0]);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(
      ids.length >= 1 && ids.length <= (status === 429 ? 10 : 11),
      `${ids.length} requests`,
    );
    assert.equal(errors.length, 60);
    assert.ok(errors.every((message) => message.startsWith('failure number')));
    await page.close();
  });
}

test('after 429 nothing is sent until the time is over', async () => {
  const { page, recorded } = await open();
  await answerIngest(page, 429, { 'Retry-After': '60' });
  await fail(page, 'uncaught');
  await recorded.event(1);
  await page.waitForTimeout(200);
  await failMany(page, 20);
  assert.equal(recorded.envelopes.length, 1);
  await page.close();
});

test('an instance that is offline, and then restarts, is not asked again and again', async () => {
  const { page, recorded, errors } = await open();
  await answerIngest(page);
  await fail(page, 'uncaught');
  await recorded.event(1);
  await page.context().setOffline(true);
  await failMany(page, 40);
  const offline = recorded.envelopes.length;
  assert.ok(offline <= 11, `${offline} requests`);
  await page.context().setOffline(false);
  await page.waitForTimeout(1500);
  assert.equal(recorded.envelopes.length, offline);
  assert.equal(errors.length, 41);
  await page.close();
});

test('the tracker itself may be missing: it is asked for once', async () => {
  const { page, recorded, errors } = await open();
  await page.route(/:tracker\//, (route) => route.abort());
  await failMany(page, 20);
  const asked = recorded.requests.filter((request) => request.url().includes(':tracker/'));
  assert.equal(asked.length, 1);
  assert.equal(errors.length, 20);
  await page.close();
});

test('an answer that does not come keeps no more than ten errors on the way', async () => {
  const { page, recorded, errors } = await open();
  const waiting: (() => void)[] = [];
  await page.route(isIngest, async (route) => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    await route.fulfill({ status: 200, body: '{}' }).catch(() => undefined);
  });
  await failMany(page, 60);
  assert.ok(recorded.envelopes.length <= 10, `${recorded.envelopes.length} requests`);
  assert.equal(errors.length, 60);
  waiting.forEach((go) => go());
  await page.close();
});

test('what a page left out is counted by reason when it is left', async () => {
  const { page, recorded } = await open();
  await answerIngest(page);
  await failMany(page, 30);
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await page.waitForTimeout(300);
  const reports = recorded.envelopes.flatMap((envelope) => payloads(envelope, 'client_report'));
  const [report] = reports as { discarded_events: { reason: string; quantity: number }[] }[];
  const sent = recorded.events().length;
  assert.ok(sent >= 5 && sent <= 11, `${sent} sent`);
  assert.deepEqual(
    report?.discarded_events.map(({ reason, quantity }) => [reason, quantity]),
    [['page-limit', 30 - sent]],
  );
  await page.close();
});

const NOISE: readonly (readonly [reason: string, script: string])[] = [
  ['script-error', `dispatchEvent(new ErrorEvent('error', { message: 'Script error.' }))`],
  [
    'resize-observer',
    `dispatchEvent(new ErrorEvent('error', { message: 'ResizeObserver loop completed with undelivered notifications.', filename: location.href }))`,
  ],
];

test('the browser’s own noise does not even ask for the tracker', async () => {
  const { page, recorded } = await open();
  for (const [, script] of NOISE) await page.evaluate(script);
  await page.waitForTimeout(300);
  assert.equal(
    recorded.requests.some((request) => request.url().includes(':tracker/')),
    false,
  );
  await page.close();
});
