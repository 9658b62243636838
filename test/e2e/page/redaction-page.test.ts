/** The page Redaction against the real server: what is changed on it is kept, and what it shows is true. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import JSZip from 'jszip';
import type { Browser, Download, Page } from 'playwright-core';
import { axeViolations, launchBrowser } from '../../tools/chromium.ts';
import { confirmPassword, recordOrigins, signIn } from '../support/browser.ts';
import { startHost, type RunningHost } from '../support/host.ts';

const PAGES = '/plugins/servlet/hearth/admin';
const WORD = 'Kestrelworks';
const PATTERN = 'CUST-[0-9]{4}';
const CASE = 'Slow mail queue';
let host: RunningHost;
let browser: Browser;
let page: Page;
let origins: Set<string>;

before(async () => {
  host = await startHost({ context: '/jira' });
  browser = await launchBrowser();
  page = await browser.newPage({ acceptDownloads: true, reducedMotion: 'reduce' });
  origins = recordOrigins(page);
  await signIn(page, host.url, 'admin');
});
after(async () => {
  await browser.close();
  await host.stop();
});

async function open(name: 'redaction' | 'support-zip'): Promise<void> {
  await page.goto(`${host.url}${PAGES}/${name}`);
  await confirmPassword(page);
  const ready = { redaction: 'What is replaced', 'support-zip': 'What goes in' }[name];
  await page.getByText(ready).first().waitFor();
}

const tab = (name: string) => page.getByRole('tab', { name, exact: true }).click();

/** Both colour modes, since the page is on the screen already. */
async function looksRight(): Promise<void> {
  for (const mode of ['dark', 'light']) {
    await page.evaluate((value) => {
      document.documentElement.setAttribute('data-color-mode', value);
    }, mode);
    await page.locator(`html[data-color-mode=${mode}][data-theme*=${mode}]`).waitFor();
    await page.waitForTimeout(150);
    assert.deepEqual(await axeViolations(page, '#hearth-app'), []);
  }
}

test('an administrator finds the page and what is changed on it is kept', async () => {
  await page.goto(`${host.url}/admin`);
  await page.getByRole('link', { name: 'Redaction' }).click();
  await page.waitForURL(/websudo/);
  await confirmPassword(page);
  await page.getByLabel('MAC addresses', { exact: true }).uncheck({ force: true });
  await looksRight();
  await tab('Own words');
  await page.getByLabel('Words of your own').fill(WORD);
  await page.getByRole('button', { name: 'Add a pattern' }).click();
  await page.getByLabel('Pattern 1', { exact: true }).fill(PATTERN);
  await page.getByLabel('What it finds').fill('Customers');
  await looksRight();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved. Every Support ZIP').last().waitFor();

  await open('redaction');
  assert.equal(await page.getByLabel('MAC addresses', { exact: true }).isChecked(), false);
  await tab('Own words');
  assert.equal(await page.getByLabel('Words of your own').inputValue(), WORD);
  assert.equal(await page.getByLabel('Pattern 1', { exact: true }).inputValue(), PATTERN);
});

test('a pattern that is none is refused at its field', async () => {
  await page.getByLabel('Pattern 1', { exact: true }).fill('CUST-(');
  await page.getByRole('button', { name: 'Save' }).click();
  await page
    .getByRole('alert')
    .filter({ hasText: /pattern/i })
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Discard' }).click();
});

test('a line that is tried shows what is replaced and by which rule', async () => {
  await tab('Try a text');
  const text = `login of jane.doe@corp.example from 10.1.2.3 at ${WORD}, CUST-4711, password=s3cr3t-9Xq`;
  await page.getByLabel('A text to try').fill(text);
  await page.getByText('5 values would be replaced').waitFor();
  const afterwards = page.getByRole('figure').last();
  const shown = (await afterwards.textContent()) ?? '';
  for (const value of ['jane.doe', 'corp.example', '10.1.2.3', WORD, 'CUST-4711', 's3cr3t-9Xq']) {
    assert.equal(shown.includes(value), false, `${value} in ${shown}`);
  }
  const rules = page.getByRole('table').filter({ hasText: 'Rule' });
  await rules.getByText('One of your own words').waitFor();
  await rules.getByText('One of your own patterns').waitFor();
  await looksRight();
  await page.getByRole('checkbox', { name: /IPv4/ }).uncheck({ force: true });
  await page.getByText('4 values would be replaced').waitFor();
  await page.getByRole('button', { name: 'Discard' }).click();
});

test('a file is shown before and after, without the password it holds', async () => {
  await tab('Look at a file');
  await page.getByRole('combobox', { name: 'Item' }).fill('Config');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'File' }).fill('dbconfig.xml');
  await page.keyboard.press('Enter');
  const lines = page.getByRole('table').filter({ hasText: '<password>' });
  await lines.waitFor();
  const row = lines.getByRole('row').filter({ hasText: '<password>' });
  const [, now, later] = await row.getByRole('cell').allTextContents();
  const secret = /<password>([^<]+)</.exec(readFileSync(homeFile('dbconfig.xml'), 'utf8'))?.[1];
  assert.ok(secret !== undefined && now?.includes(secret), now);
  assert.match(later ?? '', /<password>[^<]+<\/password>/);
  assert.equal(later?.includes(secret), false, later);
  await looksRight();
});

test('a ZIP of a new case tells who a replacement is, until the case is closed', async () => {
  const zip = await JSZip.loadAsync(readFileSync(await (await zipOfCase()).path()));
  const log = await zip.file(/atlassian-jira.*\.log$/)[0]?.async('string');
  assert.ok(log !== undefined);
  const pseudonym = /user-[0-9a-f]{6,}/.exec(log)?.[0];
  assert.ok(pseudonym, 'the log names a user');
  assert.match((await zip.file('manifest.json')?.async('string')) ?? '', /"supportCase": true/);

  await open('redaction');
  await tab('Cases and look-up');
  await page.getByLabel('A replacement from a Support ZIP').fill(pseudonym);
  await page.getByRole('button', { name: 'Look up' }).click();
  const found = page.getByRole('table').filter({ hasText: 'Stands for' });
  await found.getByText('admin', { exact: true }).waitFor();
  await found.getByText(CASE).waitFor();
  await looksRight();
  await showsReplacementsOf(CASE, pseudonym);

  await page.getByRole('button', { name: `Close the case ${CASE}` }).click();
  const sure = page.getByRole('dialog');
  await sure.waitFor();
  await sure.getByRole('button', { name: 'Close the case' }).click();
  await page.getByText('No case is open.').waitFor();
  await page.getByText('No table is kept.').waitFor();
  await page.getByRole('button', { name: 'Look up' }).click();
  await page.getByText(`No table knows ${pseudonym}.`).waitFor();
});

/** The preview of a log names the person as the ZIP of the case does. */
async function showsReplacementsOf(name: string, pseudonym: string): Promise<void> {
  await tab('Look at a file');
  await page.getByRole('combobox', { name: 'Item' }).fill('Product logs');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'With the replacements of' }).fill(name);
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'File' }).fill('security');
  await page.keyboard.press('Enter');
  await page.getByRole('cell').filter({ hasText: pseudonym }).first().waitFor();
  await looksRight();
  await tab('Cases and look-up');
}

async function zipOfCase(): Promise<Download> {
  await open('support-zip');
  await page.getByText('Support case', { exact: true }).first().click();
  await page.getByLabel('A new case').check({ force: true });
  await page.getByLabel('Name of the case').fill(CASE);
  await page.getByLabel('Keep a look-up table').check({ force: true });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Create and download' }).click(),
  ]);
  await page.getByRole('heading', { name: 'The Support ZIP is in your downloads' }).waitFor();
  return download;
}

test('the table of a single ZIP is deleted from the page', async () => {
  await open('support-zip');
  const another = page.getByRole('button', { name: 'Make another' });
  if (await another.isVisible()) await another.click();
  await page.getByText('Support case', { exact: true }).first().click();
  await page.getByLabel('No case').check({ force: true });
  await page.getByLabel('Keep a look-up table').check({ force: true });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Create and download' }).click(),
  ]);
  await download.path();
  await page.getByRole('heading', { name: 'The Support ZIP is in your downloads' }).waitFor();

  await open('redaction');
  await tab('Cases and look-up');
  await page.getByRole('button', { name: /^Delete the table of hearth-support-jira/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete the table' }).click();
  await page.getByText('No table is kept.').waitFor();
});

test('the page asks nothing of any other origin', () => {
  assert.deepEqual([...origins], [host.origin]);
});

function homeFile(name: string): string {
  const home = /Home: (\S+)/.exec(host.output())?.[1];
  assert.ok(home, 'the host prints its home');
  return `${home}/${name}`;
}
