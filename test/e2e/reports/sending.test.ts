/** A report that an administrator sends to the support endpoint, which is a server of this machine. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import JSZip from 'jszip';
import type { Browser, Page } from 'playwright-core';
import { axeViolations, launchBrowser } from '../../tools/chromium.ts';
import { confirmPassword, signIn } from '../support/browser.ts';
import { startHost, type RunningHost } from '../support/host.ts';
import { assertAnswers } from '../support/openapi.ts';
import { API, Session } from '../support/session.ts';
import { put, redPng, SETTINGS } from './support.ts';

const PAGE = '/plugins/servlet/hearth/admin/reports';

let host: RunningHost;
let browser: Browser;
let page: Page;
let admin: Session;
let id: string;
const got: { headers: IncomingHttpHeaders; body: Buffer }[] = [];
const statuses = [503, 201];
const endpoint = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    got.push({ headers: request.headers, body: Buffer.concat(parts) });
    response.writeHead(statuses.shift() ?? 200, { 'Retry-After': '1' });
    response.end('<b>Case 4711</b>');
  });
});

before(async () => {
  await new Promise<void>((listening) => endpoint.listen(0, '127.0.0.1', listening));
  host = await startHost({ context: '/jira' });
  admin = await Session.admin(host);
  await put(admin, '/reports/settings', SETTINGS);
  const user = await Session.login(host, 'user');
  const made = await user.json(`${API}/ingest/report`, {
    happened: 'The board is empty',
    withEmail: true,
    screenshot: redPng(60, 40).toString('base64'),
  });
  ({ id } = (await made.json()) as { id: string });
  browser = await launchBrowser();
  page = await browser.newPage({ reducedMotion: 'reduce' });
  page.setDefaultTimeout(20_000);
  await signIn(page, host.url, 'admin');
});

after(async () => {
  await browser.close();
  await host.stop();
  endpoint.close();
});

async function sending(): Promise<unknown> {
  const answer = await admin.get(`${API}/reports/${id}/sending`);
  await assertAnswers('get', '/reports/{reportId}/sending', answer.clone());
  return answer.json();
}

test('a report offers no sending before somebody confirmed an endpoint', async () => {
  await page.goto(host.url + PAGE);
  await confirmPassword(page);
  await page.goto(`${host.url}${PAGE}#/report/${id}`);
  await page.getByRole('button', { name: 'Download as ZIP' }).waitFor();
  assert.equal(await page.getByRole('button', { name: /^Send to/ }).count(), 0);

  await page.goto(`${host.url}${PAGE}#/settings`);
  const { port } = endpoint.address() as AddressInfo;
  await page.getByLabel('Address', { exact: true }).fill(`http://localhost:${port}/in`);
  await page.getByLabel('Token, if it needs one').fill('s3cret');
  await page.getByLabel('Type its host again to confirm').fill('localhost');
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await page.getByText('Confirmed. Reports can be sent to localhost').waitFor();
  assert.deepEqual(await axeViolations(page, '#hearth-app'), []);
  assert.deepEqual(await sending(), {});
  assert.equal(got.length, 0);
});

test('what is listed is sent, tried again, and its receipt is kept', async () => {
  await page.goto(`${host.url}${PAGE}#/report/${id}`);
  const send = page.getByRole('button', { name: 'Send to localhost' });
  await send.waitFor();
  assert.ok(await send.isDisabled());
  for (const check of await page
    .getByRole('group', { name: 'Before you go on' })
    .getByRole('checkbox')
    .all()) {
    await check.focus();
    await page.keyboard.press('Space');
  }
  await send.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('cell', { name: 'attachments/screenshot.png' }).waitFor();
  assert.deepEqual(await axeViolations(page, '[role=dialog]'), []);
  assert.equal(got.length, 0);
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByText('Sent to localhost', { exact: true }).waitFor();
  await page.getByText('<b>Case 4711</b>').waitFor();
  assert.ok(await page.getByRole('radio', { name: 'Sent as ticket' }).isChecked());
  assert.deepEqual(await axeViolations(page, '#hearth-app'), []);

  const [first, second] = got;
  assert.ok(first !== undefined && second !== undefined);
  assert.ok(first.body.equals(second.body));
  assert.equal(second.headers.authorization, 'Bearer s3cret');
  const digest = createHash('sha256').update(second.body).digest();
  assert.equal(second.headers['content-digest'], `sha-256=:${digest.toString('base64')}:`);
  const zip = await JSZip.loadAsync(second.body);
  assert.deepEqual(Object.keys(zip.files).sort(), ['attachments/screenshot.png', 'ticket.md']);
  const told = (await sending()) as { receipt: { sha256: string } };
  assert.equal(told.receipt.sha256, digest.toString('hex'));
  const audit = await (await admin.get(`${API}/privacy/audit`)).text();
  assert.ok(audit.includes('report-sent') && audit.includes(digest.toString('hex')));
  assert.ok(!audit.includes('s3cret'));
});

test('the page Privacy tells where reports may go', async () => {
  const { kinds } = (await (await admin.get(`${API}/privacy`)).json()) as {
    kinds: { id: string; destinations: string[] }[];
  };
  const { port } = endpoint.address() as AddressInfo;
  assert.deepEqual(kinds.find((one) => one.id === 'problem-reports')?.destinations, [
    `http://localhost:${port}/in`,
  ]);
});
