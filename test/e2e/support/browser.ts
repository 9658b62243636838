import type { Page } from 'playwright-core';

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

/** The origins that a page asked anything of, other than `data:` and `blob:`. */
export function recordOrigins(page: Page): Set<string> {
  const origins = new Set<string>();
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.protocol !== 'blob:') origins.add(url.origin);
  });
  return origins;
}
