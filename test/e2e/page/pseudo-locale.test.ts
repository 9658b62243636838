/** Every page in a made-up language: no text that is not in the catalogue, and none that is cut. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { PAGES } from '../../../frontend/admin/nav/pages.ts';
import { launchBrowser } from '../../tools/chromium.ts';
import { pseudoJar } from '../../tools/pseudo-locale.ts';
import { confirmPassword, signIn } from '../support/browser.ts';
import { jarOf, startHost, type RunningHost } from '../support/host.ts';

const folder = mkdtempSync(join(tmpdir(), 'hearth-pseudo-'));
let host: RunningHost;
let browser: Browser;
let page: Page;

before(async () => {
  host = await startHost({ jar: pseudoJar(jarOf(8), folder), watch: 'all-apps' });
  browser = await launchBrowser();
  page = await browser.newPage({ reducedMotion: 'reduce' });
  await signIn(page, host.url, 'admin');
});

after(async () => {
  await browser.close();
  await host.stop();
  rmSync(folder, { recursive: true });
});

for (const name of PAGES) {
  test(`the page ${name}`, async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${host.url}/plugins/servlet/hearth/admin/${name}`);
    await confirmPassword(page);
    await page.locator('#hearth-app h1').waitFor();
    await page.waitForLoadState('networkidle');
    const strange = (await unmarked(page)).filter((text) => !isKnown(text));
    assert.deepEqual(strange, [], 'not from the catalogue');
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      assert.deepEqual(await cut(page), [], `cut at ${String(width)} px`);
    }
  });
}

/** What stands on the pages and is in no catalogue of ours. */
function isKnown(text: string): boolean {
  return LIBRARY.has(text) || FEATURES.has(text) || DATE.test(text);
}

/** Labels that Atlaskit gives its signs; each stands beside words of ours that say the same. */
const LIBRARY: ReadonlySet<string> = new Set(['aria-label: open', 'aria-label: success']);
const DATE = /^[A-Z][a-z]{2} \d{1,2}, \d{4}, \d{1,2}:\d\d [AP]M$/;
/** Apps describe their features in words of their own; so does this one. */
const { features } = JSON.parse(
  readFileSync('src/main/resources/hearth-features.json', 'utf8'),
) as {
  readonly features: Readonly<Record<string, string>>;
};
const FEATURES: ReadonlySet<string> = new Set(Object.values(features));

/** Texts with words that no mark is around; what is data of the instance stands in elements of its own. */
function unmarked(on: Page): Promise<string[]> {
  return on.evaluate(() => {
    const found = new Set<string>();
    const root = document.querySelector('#hearth-app') ?? document.body;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const inside = node.parentElement;
      const code = inside?.closest('code, pre, textarea, style, script') ?? null;
      if (code === null && !text.includes('⟦') && /\p{L}{3}/u.test(text)) found.add(text);
    }
    for (const element of root.querySelectorAll('[aria-label], [title], [placeholder]')) {
      for (const name of ['aria-label', 'title', 'placeholder']) {
        const text = element.getAttribute(name) ?? '';
        if (!text.includes('⟦') && /\p{L}{3}/u.test(text)) found.add(`${name}: ${text}`);
      }
    }
    return [...found];
  });
}

/**
 * Texts that do not fit into what is around them, but for the choice of a list, which stands whole in the list; and a page
 * that is wider than its window.
 */
function cut(on: Page): Promise<string[]> {
  return on.evaluate(() => {
    const found: string[] = [];
    // What the product puts around is not ours.
    const app = document.querySelector('#hearth-app') ?? document.body;
    if (app.scrollWidth > app.clientWidth) {
      const wide = [...app.querySelectorAll('*')].filter(
        (element) => element.getBoundingClientRect().right > app.getBoundingClientRect().right,
      );
      const names = wide.map((element) => `${element.tagName}.${element.className}`);
      found.push(`the page, by ${names.slice(0, 5).join(', ')}`);
    }
    for (const element of document.querySelectorAll<HTMLElement>(
      '#hearth-app :not(.hearth-hidden, [class*=singleValue])',
    )) {
      const style = getComputedStyle(element);
      const own = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').includes('⟦'),
      );
      const hides = style.overflowX === 'hidden' || style.overflowX === 'clip';
      if (
        own &&
        hides &&
        element.clientWidth > 1 &&
        element.scrollWidth > element.clientWidth + 1
      ) {
        found.push(`${element.tagName}.${element.className}: ${element.textContent}`);
      }
    }
    return found;
  });
}
