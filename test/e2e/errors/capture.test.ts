import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../tools/chromium.ts';
import { minified, type SampleApp } from '../../tools/sample-app.ts';
import { startHost, type RunningHost } from '../support/host.ts';
import { answerIngest, install, record } from './support.ts';

const APP = 'org.example.guarded';

const guarded: SampleApp = {
  key: APP,
  version: '1.4.0',
  resources: [
    {
      key: 'guarded',
      contexts: ['atl.general'],
      dependencies: ['io.hearth:capture'],
      files: [minified('test/e2e/errors/sample-app/guarded.tsx', 'guarded.js')],
    },
  ],
};

let host: RunningHost;
let browser: Browser;

before(async () => {
  host = await startHost({ watch: 'all-apps' });
  await install(host, guarded);
  browser = await launchBrowser();
});

after(async () => {
  await browser.close();
  await host.stop();
});

async function open(): Promise<{ page: Page; recorded: ReturnType<typeof record> }> {
  const page = await browser.newPage();
  const recorded = record(page);
  await answerIngest(page);
  await page.goto(`${host.url}/`);
  return { page, recorded };
}

const call = (page: Page, name: 'caught' | 'render'): Promise<void> =>
  page.evaluate((what) => {
    (window as unknown as { guarded: Record<string, () => void> }).guarded[what]?.();
  }, name);

test('an error that an app caught and reported arrives with what it said of it', async () => {
  const { page, recorded } = await open();
  await call(page, 'caught');
  const event = await recorded.event(1);
  assert.equal(event.level, 'warning');
  assert.deepEqual(event.tags, { 'hearth.app': APP, 'hearth.feature': 'import' });
  const [thrown] = event.exception.values;
  assert.ok(thrown !== undefined);
  assert.deepEqual(
    [thrown.type, thrown.mechanism],
    ['URIError', { type: 'generic', handled: true }],
  );
  assert.equal(thrown.stacktrace.frames.at(-2)?.module, `${APP}:guarded`);
  const crumbs = event.breadcrumbs?.map(({ category, message }) => `${category} ${message}`);
  assert.deepEqual(crumbs, ['import.start csv']);
  await page.close();
});

test('the boundary reports what its children throw, and shows what stands in for them', async () => {
  const { page, recorded } = await open();
  await call(page, 'render');
  await page.getByText('No table today').waitFor();
  const event = await recorded.event(1);
  assert.deepEqual(event.tags, { 'hearth.app': APP, 'hearth.feature': 'table' });
  assert.equal(event.exception.values[0]?.type, 'TypeError');
  await page.close();
});

test('an app’s types are beside its script', async () => {
  const answer = await fetch(`${host.url}/download/resources/io.hearth:capture/hearth-errors.d.ts`);
  assert.equal(answer.status, 200);
  assert.match(await answer.text(), /interface HearthErrors/);
});

test('maps are refused of whoever is no administrator, and that is told', async () => {
  const { page } = await open();
  const told = await page.evaluate(async (app) => {
    try {
      await window.HearthErrors?.addSourceMaps({ app, release: '1.4.0' }, { 'guarded.js': '{}' });
      return 'taken';
    } catch (error) {
      return String(error);
    }
  }, APP);
  assert.match(told, /^Error: guarded\.js: 40[134]$/);
  await page.close();
});
