import { chromium, type Browser, type Page } from 'playwright-core';
import axe from 'axe-core';

/** Flags that keep Chromium from calling its maker: a request to anywhere else is then the page's own. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: FLAGS,
  });
}

/** Signs in as a person does, through the page. */
export async function signIn(page: Page, url: string, name: 'admin' | 'user'): Promise<void> {
  await page.goto(`${url}/login`);
  await page.fill('input[name=username]', name);
  await page.fill('input[name=password]', name);
  await submit(page);
}

/** Confirms the password where the product asks an administrator to. */
export async function confirmPassword(page: Page): Promise<void> {
  if (!/websudo/.test(page.url())) return;
  await page.fill('input[name=password]', 'admin');
  await submit(page);
}

/** Sends the page's form and waits until another page is there. */
async function submit(page: Page): Promise<void> {
  const before = page.url();
  await page.click('button[type=submit]');
  await page.waitForURL((url) => url.href !== before);
}

/** Rule ids and targets of everything that axe finds inside `scope`. */
export async function axeViolations(page: Page, scope: string): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (selector) => {
    const found = await window.axe.run(selector);
    return found.violations.map(
      (violation) =>
        `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`,
    );
  }, scope);
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** The origins that a page asked anything of, other than `data:` and `blob:`. */
export function recordOrigins(page: Page): Set<string> {
  const origins = new Set<string>();
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.protocol !== 'blob:') origins.add(url.origin);
  });
  return origins;
}
