/** The page Privacy against the real server: what it tells is stored, what it deletes is gone. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { axeViolations, launchBrowser } from '../../tools/chromium.ts';
import { confirmPassword, recordOrigins, signIn } from '../support/browser.ts';
import { startHost, type RunningHost } from '../support/host.ts';
import { assertAnswers } from '../support/openapi.ts';
import { API, Session } from '../support/session.ts';

const CASE = 'Zaphodmark <b>case</b>';
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

const tab = (name: string) => page.getByRole('tab', { name, exact: true }).click();

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

/** Files below the homes that hold the mark. */
function marked(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => file.includes('hearth') && statSync(file).isFile())
    .filter((file) => readFileSync(file, 'latin1').includes('Zaphodmark'));
}

test('every kind is told, looked at as text, kept for as long as is chosen', async () => {
  const admin = await Session.admin(host);
  const made = await admin.json(`${API}/redaction/cases`, { name: CASE, lookup: false });
  assert.equal(made.status, 201);
  await assertAnswers('get', '/privacy', await admin.get(`${API}/privacy`));

  await page.goto(`${host.url}/admin`);
  await page.getByRole('link', { name: 'Privacy' }).first().click();
  await page.waitForURL(/websudo/);
  await confirmPassword(page);
  await page.getByRole('heading', { name: 'Support cases' }).waitFor();
  await looksRight();

  await page.getByRole('button', { name: 'Look at it: Support cases' }).click();
  const content = page.getByLabel('Content');
  await content.waitFor();
  await page.waitForFunction(() =>
    [...document.querySelectorAll('textarea')].some(({ value }) => value.includes('Zaphodmark')),
  );
  await page.getByRole('button', { name: 'Close' }).click();

  await page.getByLabel('Days until deletion: Support cases').fill('30');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('heading', { name: 'Support cases' }).waitFor();
  assert.equal(await page.getByLabel('Days until deletion: Support cases').inputValue(), '30');
});

test('a deletion tells first what will go, then what went, and nothing of it is left', async () => {
  assert.equal(marked(host.state).length, 1);
  await page.getByRole('button', { name: 'Delete: Support cases' }).click();
  await page.getByRole('dialog').getByText('Support cases').waitFor();
  assert.equal(marked(host.state).length, 1);
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await page.getByText('Deleted on all nodes').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save receipt' }).click();
  const receipt = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as {
    kinds: { id: string; records: number }[];
  };
  assert.deepEqual(
    receipt.kinds.map(({ id, records }) => [id, records]),
    [['support-cases', 1]],
  );
  await page.getByRole('button', { name: 'Close' }).click();
  assert.deepEqual(marked(host.state), []);
});

test('the audit trail tells who did it, and takes no change', async () => {
  await tab('Audit trail');
  await page.getByText('data-deleted').first().waitFor();
  await looksRight();
  await page.getByLabel('Who', { exact: true }).fill('nobody');
  await page.getByText('There is no such line.').waitFor();
  const admin = await Session.admin(host);
  await assertAnswers('get', '/privacy/audit', await admin.get(`${API}/privacy/audit?limit=2`));
  const csv = await (await admin.get(`${API}/privacy/audit/export?format=csv`)).text();
  assert.match(csv, /^at,node,who,key,did,what\r\n"/);
  const product = readFileSync(join(host.state, 'jira/database/audit-log.jsonl'), 'utf8');
  assert.match(
    product,
    /"author":"admin",.*"category":"Hearth","action":"data-deleted","Who":"admin","Details":"\{/,
  );
  const wrong = await admin.json(`${API}/privacy/audit`, {});
  assert.equal(wrong.status, 405);
});

test('the texts are made from what is kept, and may be said in other words', async () => {
  await tab('Notice for users');
  await page.getByRole('heading', { name: 'Browser errors', exact: true }).waitFor();
  await looksRight();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Notice for users' }).fill('# Ours\n<i>In our words</i>');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('<i>In our words</i>').waitFor();
  await page.getByRole('button', { name: 'Go back to the generated text' }).click();
  await page.getByRole('heading', { name: 'Browser errors', exact: true }).waitFor();
});

test('the proof finds no way out but the one door, and pages that ask this server only', async () => {
  await tab('Proof');
  await page.getByRole('button', { name: 'Run the check' }).click();
  await page.getByText('Nothing leaves this server', { exact: true }).waitFor({ timeout: 60_000 });
  await looksRight();
  const rows = page.locator('section', { hasText: 'Pages in your browser' }).locator('tbody tr');
  assert.ok((await rows.count()) >= 4);
  assert.ok(!(await rows.allInnerTexts()).some((row) => row.includes('could not be opened')));
  assert.deepEqual([...origins], [new URL(host.url).origin]);
});

test('it fits a narrow window', async () => {
  for (const width of [320, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    for (const name of ['What is kept', 'Audit trail', 'Record of processing']) {
      await tab(name);
      await page.waitForTimeout(200);
      const over = await page.evaluate(() => {
        const root = document.getElementById('hearth-app');
        return root === null ? 0 : root.scrollWidth - root.clientWidth;
      });
      assert.ok(over <= 0, `${name} at ${String(width)}: ${String(over)} px too wide`);
    }
  }
});
