import axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';

/** Flags that keep Chromium from calling its maker: a request to anywhere else is then the page's own. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // These it asks all the same, at addresses where nobody answers.
  '--gaia-url=http://127.0.0.1:1',
  '--component-updater=url-source=http://127.0.0.1:1/',
  '--autofill-server-url=http://127.0.0.1:1/',
];

/** The system's Chromium, which asks nobody on the network for anything. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: FLAGS,
  });
}

/** Rule ids and places of everything that axe finds on the page, or inside one part of it. */
export async function axeViolations(page: Page, scope?: string): Promise<string[]> {
  // Through the debugger: the page's policy allows no script of ours.
  await page.evaluate(axe.source);
  return page.evaluate(async (selector) => {
    const found = await window.axe.run(selector ?? document);
    return found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
  }, scope);
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
