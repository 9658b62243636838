import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../tools/chromium.ts';
import { FAILURES, failureName, nativeText, PLACES, thirtyApps } from '../../tools/thirty-apps.ts';
import { startHost, type RunningHost } from '../support/host.ts';
import { answerIngest, install, record, type SentEvent } from './support.ts';

/** A page may report ten errors at once. */
const EACH_PAGE = 9;
const AIM = 0.98;

let host: RunningHost;
let browser: Browser;
const apps = thirtyApps();

before(async () => {
  host = await startHost({ watch: 'all-apps' });
  await install(host, ...apps);
  browser = await launchBrowser();
});

after(async () => {
  await browser.close();
  await host.stop();
});

interface Case {
  readonly key: string;
  readonly place: (typeof PLACES)[number];
  readonly failure: (typeof FAILURES)[number];
}

/** Each app fails in every other way in the mixed batch, and in one elsewhere: those are the easier places. */
function cases(): Case[] {
  return apps.flatMap(({ key }, i) =>
    PLACES.flatMap((place) =>
      FAILURES.filter((_, n) => (n + i) % (place === 'mixed' ? 2 : 10) === 0).map((failure) => ({
        key,
        place,
        failure,
      })),
    ),
  );
}

async function loadOthers(page: Page, batch: readonly Case[]): Promise<void> {
  for (const { key, place } of batch) {
    const module = `${key}:${place}`;
    const urls =
      place === 'single'
        ? [`/s/1-CDN/1/1.0.0/_/download/batch/${module}/${module}.js`]
        : ['helper.js', 'main.js'].map((name) => `/download/resources/${module}/${name}`);
    if (place !== 'mixed') for (const url of urls) await page.addScriptTag({ url });
  }
}

async function run(batch: readonly Case[]): Promise<SentEvent[]> {
  const page = await browser.newPage();
  const recorded = record(page);
  await answerIngest(page);
  await page.goto(`${host.url}/`);
  await loadOthers(page, batch);
  for (const { key, place, failure } of batch) {
    await page.evaluate(
      ([name, how]) => {
        const { failures } = window as unknown as {
          failures: Record<string, Record<string, () => void>>;
        };
        failures[name!]![how!]!();
      },
      [failureName(key, place), failure],
    );
    // No more than five are held until the tracker is there.
    await recorded.event(1);
  }
  await recorded.event(batch.length);
  await page.close();
  return recorded.events();
}

test('the app and the file of nearly every error are told, wherever it stands', async () => {
  const all = cases();
  const wrong: string[] = [];
  let right = 0;
  for (let from = 0; from < all.length; from += EACH_PAGE) {
    const batch = all.slice(from, from + EACH_PAGE);
    const events = await run(batch);
    batch.forEach((expected) => {
      const event = events.find((each) => saidBy(expected, each));
      const why = event === undefined ? 'not there' : mistake(expected, event);
      if (why === '') right++;
      else wrong.push(`${expected.key} ${expected.place} ${expected.failure}: ${why}`);
    });
  }
  process.stdout.write(`attribution: ${right} of ${all.length} right\n${wrong.join('\n')}\n`);
  assert.ok(right / all.length >= AIM, `${right} of ${all.length}:\n${wrong.join('\n')}`);
});

/** By what it says itself, which attribution does not look at. */
function saidBy({ key, place, failure }: Case, event: SentEvent): boolean {
  const { type, value } = event.exception.values.at(-1)!;
  return failure === 'native'
    ? type === 'SyntaxError' && value.includes(`"${nativeText(key, place)}"`)
    : value.startsWith(`truth: ${key} ${place}/`) && value.endsWith(` ${failure}`);
}

function mistake({ key, place, failure }: Case, event: SentEvent): string {
  const thrown = event.exception.values.at(-1)!;
  const file = failure === 'helper' ? 'helper.js' : 'main.js';
  if (event.tags['hearth.app'] !== key) return `app ${event.tags['hearth.app']}`;
  const frame = thrown.stacktrace.frames.filter(({ in_app }) => in_app).at(-1);
  if (frame?.module !== `${key}:${place}`) return `module ${frame?.module}`;
  const wanted = place === 'alone' ? file : `${place}/${file}`;
  if (frame.filename !== wanted) return `file ${frame.filename}`;
  const source = apps
    .find((app) => app.key === key)!
    .resources.find((resource) => resource.key === place)!
    .files.find(({ name }) => name === file)!.content;
  const line = source.split(/\r\n|[\n\r\u2028\u2029]/)[(frame.lineno ?? 0) - 1] ?? '';
  const rest = line.slice((frame.colno ?? 0) - 1);
  return /^(?:new |throw|JSON|parse|Error|this)/.test(rest) || rest.startsWith('.')
    ? ''
    : `at: ${rest.slice(0, 30)}`;
}
