/** The page Settings against the real server: exported, changed, imported after a look, and set back. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { axeViolations, launchBrowser } from '../../tools/chromium.ts';
import { confirmPassword, recordOrigins, signIn } from '../support/browser.ts';
import { startHost, type RunningHost } from '../support/host.ts';
import { assertAnswers } from '../support/openapi.ts';
import { API, Session } from '../support/session.ts';

interface Document {
  readonly format: string;
  readonly sections: Record<string, Record<string, unknown>>;
}

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

async function looksRight(): Promise<void> {
  for (const mode of ['dark', 'light']) {
    await page.evaluate((value) => {
      document.documentElement.setAttribute('data-color-mode', value);
    }, mode);
    await page.locator(`html[data-color-mode=${mode}][data-theme*=${mode}]`).waitFor();
    await page.waitForTimeout(150);
    assert.deepEqual(await axeViolations(page, '#hearth-app'), []);
  }
  await fits();
}

async function fits(): Promise<void> {
  for (const width of [320, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    const wide = await page
      .locator('#hearth-app')
      .evaluate((app) => app.scrollWidth > app.clientWidth);
    assert.ok(!wide, `needs more than ${width} px`);
  }
}

const section = (name: string) => page.getByRole('region', { name, exact: true });

function send(method: string, path: string, admin: Session, body: unknown): Promise<Response> {
  return admin.send(method, `${API}${path}`, {
    headers: {
      'Content-Type': 'application/json',
      'X-Atlassian-Token': 'no-check',
      Origin: host.origin,
    },
    body: JSON.stringify(body),
  });
}

let exported = '';

test('the first page asks three questions, once', async () => {
  await page.goto(`${host.url}/plugins/servlet/hearth/admin/overview`);
  await confirmPassword(page);
  const questions = section('Three questions before you begin');
  await questions.waitFor();
  await looksRight();
  const admin = await Session.admin(host);
  await assertAnswers('get', '/first-run', await admin.get(`${API}/first-run`));
  await questions
    .getByRole('radiogroup', { name: 'Count anonymously which features are used?' })
    .getByText('Yes, show me what would be counted')
    .click();
  await questions.getByRole('button', { name: 'Save answers' }).click();
  await page.getByText('That is all').waitFor();
  await page.getByRole('link', { name: 'See what would be counted' }).waitFor();
  await looksRight();
  const usage = (await (await admin.get(`${API}/usage`)).json()) as { consent?: object };
  assert.equal(usage.consent, undefined);
  await page.reload();
  await page.getByText('What you can do').waitFor();
  assert.equal(await questions.count(), 0);
});

test('all settings are there, all of them usual, and saved as a file', async () => {
  await page.goto(`${host.url}/plugins/servlet/hearth/admin/settings`);
  await confirmPassword(page);
  await section('Problem reports').getByText('default', { exact: true }).waitFor();
  await looksRight();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  exported = readFileSync(await (await download).path(), 'utf8');
  const document = JSON.parse(exported) as Document;
  assert.equal(document.format, 'hearth-settings');
  assert.equal(document.sections['reports']?.['on'], false);
  const admin = await Session.admin(host);
  await assertAnswers('get', '/settings', await admin.get(`${API}/settings`));
  await assertAnswers('get', '/settings/sections', await admin.get(`${API}/settings/sections`));
});

test('what was changed meanwhile is shown beside the file before it is imported', async () => {
  const admin = await Session.admin(host);
  const reports = { on: true, shortcut: true, perHour: 3, retentionDays: 90, supportAddress: '' };
  assert.equal((await send('PUT', '/reports/settings', admin, reports)).status, 200);
  await page.reload();
  await section('Problem reports').getByText('Default: off').waitFor();
  const mine = JSON.parse(exported) as Document;
  mine.sections['usage-consent'] = { kinds: ['features'] };
  mine.sections['destinations'] = { 'report-endpoint': 'https://help.example.com/in' };
  await page.locator('input[type=file]').setInputFiles({
    name: 'mine.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(mine)),
  });
  await page.getByText('To be done by hand').waitFor();
  const rows = page.getByRole('table', { name: 'What the file changes' }).getByRole('row');
  assert.equal(await rows.count(), 4);
  await looksRight();
  await page.getByRole('button', { name: 'Import 3 changes' }).click();
  await page.getByText('3 settings imported').waitFor();
  await section('Problem reports').getByText('default', { exact: true }).waitFor();
  const usage = (await (await admin.get(`${API}/usage`)).json()) as { consent?: object };
  assert.equal(usage.consent, undefined);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('3 settings changed back').waitFor();
  await section('Problem reports').getByText('Default: off').waitFor();
});

test('a file with mistakes changes nothing and tells where they are', async () => {
  const mine = JSON.parse(exported) as Document;
  mine.sections['reports'] = { ...mine.sections['reports'], perHour: 0, x: 1 };
  await page.locator('input[type=file]').setInputFiles({
    name: 'wrong.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(mine)),
  });
  await page.getByText('2 mistakes: nothing can be imported').waitFor();
  await page.getByText('sections.reports.perHour').waitFor();
  assert.ok(await page.getByRole('button', { name: /^Import \d/ }).isDisabled());
  await looksRight();
  await page.getByRole('button', { name: 'Close without importing' }).click();
  const admin = await Session.admin(host);
  const check = await send('POST', '/settings/check', admin, mine);
  await assertAnswers('post', '/settings/check', check);
  await assertAnswers('put', '/settings', await send('PUT', '/settings', admin, mine));
});

test('a section is set back after a question, and all of it stands in the audit trail', async () => {
  await page.getByRole('button', { name: 'Reset: Problem reports' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('table').waitFor();
  await dialog.getByRole('button', { name: 'Reset' }).click();
  await page.getByText('3 settings reset').waitFor();
  await section('Problem reports').getByText('default', { exact: true }).waitFor();
  const admin = await Session.admin(host);
  const trail = await (await admin.get(`${API}/privacy/audit`)).text();
  for (const deed of [
    'first-run-answered',
    'settings-exported',
    'settings-imported',
    'settings-reset',
  ]) {
    assert.ok(trail.includes(`"${deed}"`), deed);
  }
});

test('the page asks this instance only', () => {
  assert.deepEqual([...origins], [host.origin]);
});
