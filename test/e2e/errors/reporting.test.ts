import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { median } from '../../bench/measure.ts';
import { launchBrowser } from '../../tools/chromium.ts';
import { loaderCosts } from '../../tools/loader-cost.ts';
import { recordOrigins } from '../support/browser.ts';
import { startHost, type RunningHost } from '../support/host.ts';
import { answerIngest, board, BOARD, fail, install, record, type Recorded } from './support.ts';

const hosts = new Map<string, RunningHost>();
let browser: Browser;

before(async () => {
  for (const context of ['', '/jira']) {
    const host = await startHost({ watch: 'all-apps', ...(context !== '' && { context }) });
    hosts.set(context, host);
    await install(host, board);
  }
  browser = await launchBrowser();
});

after(async () => {
  await browser.close();
  for (const host of hosts.values()) await host.stop();
});

async function open(
  context: string,
  query = '',
): Promise<{ page: Page; recorded: Recorded; host: RunningHost; origins: Set<string> }> {
  const host = hosts.get(context)!;
  const page = await browser.newPage();
  const origins = recordOrigins(page);
  const recorded = record(page);
  await answerIngest(page);
  await page.goto(`${host.url}/${query}`);
  return { page, recorded, host, origins };
}

const isTracker = (request: { url(): string }): boolean => request.url().includes(':tracker/');

for (const context of ['', '/jira']) {
  test(`below "${context}", an uncaught error of a minified script arrives with its app, file and names`, async () => {
    const { page, recorded, host, origins } = await open(context);
    await fail(page, 'uncaught');
    const event = await recorded.event(1);
    assert.deepEqual(event.tags, { 'hearth.app': BOARD });
    const [thrown] = event.exception.values;
    assert.equal(thrown?.type, 'TypeError');
    assert.deepEqual(thrown.mechanism, { type: 'hearth.error', handled: false });
    const top = thrown.stacktrace.frames.at(-1);
    assert.equal(top?.module, `${BOARD}:board`);
    assert.equal(top.filename, 'board/board.js');
    assert.equal(top.lineno, 1);
    assert.equal(top.in_app, true);
    assert.match(top.context_line ?? '', /title owner\.\^displayName map/);
    assert.doesNotMatch(top.context_line ?? '', /batched script/);
    assert.deepEqual([...origins], [host.origin]);
    await page.close();
  });
}

test('a rejection that nobody handles arrives', async () => {
  const { page, recorded } = await open('');
  await fail(page, 'rejected');
  const event = await recorded.event(1);
  assert.equal(event.exception.values[0]?.mechanism?.type, 'hearth.rejection');
  await page.close();
});

test('what a file of a batch throws while it loads is logged as ever, and arrives', async () => {
  const host = hosts.get('')!;
  const page = await browser.newPage();
  const recorded = record(page);
  await answerIngest(page);
  const logged: string[] = [];
  page.on('console', (message) => logged.push(`${message.type()} ${message.text()}`));
  await page.goto(`${host.url}/?fail-at-load`);
  const event = await recorded.event(1);
  const [thrown] = event.exception.values;
  assert.ok(thrown !== undefined);
  assert.equal(thrown.mechanism?.type, 'hearth.batch');
  assert.equal(thrown.stacktrace.frames.at(-2)?.filename, 'board/at-load.js');
  assert.equal(logged[0], 'log Error running batched script.');
  assert.match(logged[1] ?? '', /^error SyntaxError/);
  await page.close();
});

test('a page without an error loads the loader in its batch and asks for nothing else', async () => {
  const { page, recorded } = await open('');
  await page.waitForTimeout(300);
  const scripts = recorded.requests.map((request) => new URL(request.url()).pathname);
  assert.deepEqual(
    scripts.filter((path) => path !== '/' && !path.includes('/contextbatch/')),
    [],
  );
  await page.close();
});

test('the loader takes less than a millisecond of a page’s main thread', async () => {
  const took = median(await loaderCosts(browser, hosts.get('')!.url, 20));
  assert.ok(took > 0 && took < 1, `${took} ms`);
});

test('an error of nobody’s app asks for nothing', async () => {
  const { page, recorded } = await open('');
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('typed into the console');
    });
    void Promise.reject(new Error('and one more'));
  });
  await page.waitForTimeout(300);
  assert.equal(recorded.requests.some(isTracker), false);
  await page.close();
});

test('nothing that is sent names the page, its query, a cookie or the browser', async () => {
  const { page, recorded, host } = await open('', '?canary-query=1#canary-fragment');
  await page.context().addCookies([{ name: 'canary', value: 'canary-cookie', url: host.url }]);
  await page.evaluate(() => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<button id="canary-id" class="canary-class aui-button" aria-label="canary-label">canary-text</button>',
    );
    return fetch('/rest/api/2/issue/CANARY-1?canary-query=2').then((answer) => answer.text());
  });
  await page.click('#canary-id');
  await fail(page, 'uncaught');
  await recorded.event(1);
  await page.click('#canary-id');
  await fail(page, 'rejected');
  const event = await recorded.event(2);
  assert.doesNotMatch(recorded.envelopes.join('\n'), /canary/i);
  assert.doesNotMatch(recorded.envelopes.join('\n'), /Mozilla|Chrome/);
  const crumbs = (event.breadcrumbs ?? []).map(
    ({ category, message }) => `${category}: ${message}`,
  );
  assert.ok(crumbs.includes('ui.click: button.aui-button'), crumbs.join('\n'));
  assert.ok(crumbs.includes('fetch: /rest/api/2/issue/* 404'), crumbs.join('\n'));
  await page.close();
});
