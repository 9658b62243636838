/** The inbox against the real server: from a report to a ticket that another program opens. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import PostalMime from 'postal-mime';
import { axeViolations, launchBrowser } from '../../tools/chromium.ts';
import { confirmPassword, recordOrigins, signIn } from '../support/browser.ts';
import { startHost, type RunningHost } from '../support/host.ts';
import { assertAnswers } from '../support/openapi.ts';
import { API, Session } from '../support/session.ts';
import { put, redPng, SETTINGS } from './support.ts';

const INBOX = '/plugins/servlet/hearth/admin/reports';

let host: RunningHost;
let browser: Browser;
let admin: Session;
let user: Session;
let page: Page;
let origins: Set<string>;
const folder = mkdtempSync(join(tmpdir(), 'hearth-reports-'));

before(async () => {
  host = await startHost({ context: '/jira' });
  admin = await Session.admin(host);
  user = await Session.login(host, 'user');
  browser = await launchBrowser();
  page = await browser.newPage({ reducedMotion: 'reduce', acceptDownloads: true });
  page.setDefaultTimeout(10_000);
  origins = recordOrigins(page);
  await signIn(page, host.url, 'admin');
});

after(async () => {
  await browser.close();
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Atlaskit lays its own drawing over the input. */
async function tick(label: RegExp | string): Promise<void> {
  await page.getByLabel(label).focus();
  await page.keyboard.press('Space');
}

async function report(more: object): Promise<string> {
  const answer = await user.json(`${API}/ingest/report`, { happened: 'It broke', ...more });
  await assertAnswers('post', '/ingest/report', answer.clone());
  return ((await answer.json()) as { id: string }).id;
}

test('an administrator turns reports on, and the inbox fills', async () => {
  await page.goto(host.url + INBOX);
  await confirmPassword(page);
  await page.getByText('Problem reports are off').waitFor();
  assert.deepEqual(await axeViolations(page, '#hearth-app'), []);
  await page.getByRole('button', { name: 'Go to the settings' }).click();
  await tick('Take problem reports');
  await page.getByLabel('Mail address of your support').fill('support@vendor.example');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The settings were saved').waitFor();
  assert.deepEqual(await axeViolations(page, '#hearth-app'), []);
  assert.equal((await user.get(`${API}/reports`)).status, 403);

  await report({
    happened: 'Tafel <img src=x onerror=alert(1)> ist leer\nSeit heute früh, für alle 😀.',
    expected: 'Karten',
    page: '/jira/secure/Board.jspa?secret=1',
    withEmail: true,
    screenshot: redPng(300, 200).toString('base64'),
  });
  await report({ happened: 'Search finds nothing' });
  await page.reload();
  await page.getByRole('tab', { name: 'Inbox' }).click();
  await page.getByText('2 reports').waitFor();
  assert.deepEqual(await axeViolations(page, '#hearth-app'), []);
  await page.getByLabel('Search', { exact: true }).fill('tafel');
  await page.getByText('1 report', { exact: true }).waitFor();
});

test('a report shows its words as words and its picture as a picture', async () => {
  let alerted = false;
  page.on('dialog', (dialog) => {
    alerted = true;
    void dialog.dismiss();
  });
  await page.getByRole('link', { name: /^Tafel/ }).click();
  await page.getByText('<img src=x onerror=alert(1)>').first().waitFor();
  const picture = page.getByRole('img', { name: 'Screenshot of the report' });
  await picture.waitFor();
  assert.equal(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth), 300);
  assert.equal(await page.getByText('secret=1').count(), 0);
  assert.deepEqual(await axeViolations(page, '#hearth-app'), []);
  assert.equal(alerted, false);
});

test('a draft is made once the checklist is gone through, and opens in a mail program', async () => {
  const button = page.getByRole('button', { name: 'Download mail draft' });
  assert.equal(await button.isDisabled(), true);
  for (const words of [/I read the texts/, /I looked at the screenshot/, /The reporter agrees/]) {
    await tick(words);
  }
  const zip = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(200_000, 7)]);
  await page
    .getByLabel('Support ZIP (optional)')
    .setInputFiles({ name: 'hearth support.zip', mimeType: 'application/zip', buffer: zip });
  await tick('I reviewed the Support ZIP');
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const file = join(folder, 'draft.eml');
  await download.saveAs(file);
  const mail = await PostalMime.parse(readFileSync(file));
  assert.match(mail.subject ?? '', /^Tafel .* ist leer$/);
  assert.equal(mail.from?.address, 'ulf.soerensen@example.com');
  assert.equal(mail.to?.[0]?.address, 'support@vendor.example');
  assert.match(mail.text ?? '', /Seit heute früh, für alle 😀\./);
  assert.deepEqual(
    mail.attachments.map(({ filename }) => filename),
    ['screenshot.png', 'hearth_support.zip'],
  );
  assert.equal((mail.attachments[1]?.content as ArrayBuffer).byteLength, zip.length);
  assert.equal(mail.headers.find(({ key }) => key === 'x-unsent')?.value, '1');
});

test('two administrators do not overwrite each other', async () => {
  const id = /[0-9a-f]{16}/.exec(page.url())?.[0] ?? '';
  await page.getByLabel('Notes', { exact: true }).fill('called back');
  const other = await put(admin, `/reports/${id}/handling`, {
    revision: 0,
    state: 'sent',
    notes: 'from the other',
  });
  assert.equal(other.status, 200);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Somebody else changed this report').waitFor();
  assert.equal(await page.getByLabel('Notes', { exact: true }).inputValue(), 'called back');
  await page.getByRole('button', { name: 'Take over' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved.').waitFor();
  await tick('Closed');
  await page.getByText('Saved.').waitFor();
  const kept = (await (await admin.get(`${API}/reports/${id}`)).json()) as {
    handling: { state: string; notes: string };
  };
  assert.deepEqual([kept.handling.state, kept.handling.notes], ['closed', 'called back']);
});

test('the link to a Support ZIP sets how far back it looks', async () => {
  await page.getByRole('link', { name: /^Create one of the last/ }).click();
  assert.match(page.url(), /#sinceDays=2$/);
  await page
    .locator('.hearth-limits summary')
    .getByText(/2 days/)
    .waitFor();
});

test('deleting asks first, and then nothing is left', async () => {
  await page.goto(`${host.url}${INBOX}`);
  await page.getByRole('link', { name: 'Search finds nothing' }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('1 report', { exact: true }).waitFor();
});

test('the answers are as the contract says', async () => {
  await assertAnswers('get', '/reports', await admin.get(`${API}/reports`));
  await assertAnswers('get', '/reports/settings', await admin.get(`${API}/reports/settings`));
  await assertAnswers('get', '/ingest/report', await user.get(`${API}/ingest/report`));
  await assertAnswers('put', '/reports/settings', await put(admin, '/reports/settings', {}));
  await put(admin, '/reports/settings', { ...SETTINGS, on: false });
  const off = await user.json(`${API}/ingest/report`, { happened: 'x' });
  assert.equal(off.status, 403);
  await assertAnswers('post', '/ingest/report', off);
});

test('the page asked this instance only', () => {
  assert.deepEqual([...origins], [host.origin]);
});
