/** The dialog "Report a problem" in the frame of the product, as end users meet it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { axeViolations, launchBrowser } from '../../tools/chromium.ts';
import { board, fail, install, isIngest } from '../errors/support.ts';
import { recordOrigins, signIn } from '../support/browser.ts';
import { startHost, type RunningHost } from '../support/host.ts';
import { assertAnswers } from '../support/openapi.ts';
import { API, Session } from '../support/session.ts';
import { pixelsOf, put, redPng, SETTINGS } from './support.ts';

const REPORT = '/plugins/servlet/hearth/report';

let host: RunningHost;
let browser: Browser;
let admin: Session;
let page: Page;
let origins: Set<string>;

before(async () => {
  host = await startHost({ context: '/jira', watch: 'all-apps' });
  await install(host, board);
  admin = await Session.admin(host);
  browser = await launchBrowser();
  page = await browser.newPage({ reducedMotion: 'reduce' });
  origins = recordOrigins(page);
  await signIn(page, host.url, 'user');
});

after(async () => {
  await browser.close();
  await host.stop();
});

interface Stored {
  readonly id: string;
  readonly happened: string;
  readonly page: string;
  readonly app: { readonly key: string };
  readonly email?: string;
  readonly errors: readonly { readonly value: string; readonly group?: string }[];
}

async function newest(): Promise<Stored> {
  const list = (await (await admin.get(`${API}/reports`)).json()) as {
    reports: { id: string }[];
  };
  const answer = await admin.get(`${API}/reports/${list.reports[0]?.id ?? ''}`);
  await assertAnswers('get', '/reports/{reportId}', answer.clone());
  return (await answer.json()) as Stored;
}

const dialog = () => page.locator('hearth-report dialog');

async function sent(): Promise<void> {
  await page.getByRole('button', { name: 'Send report' }).click();
  await page.getByText('Your report was sent').waitFor();
}

test('while reports are off there is no menu item, no key and no dialog', async () => {
  await page.goto(`${host.url}/?query=secret#part`);
  await page.locator('.dh-menu summary').click();
  assert.equal(await page.getByRole('link', { name: 'Report a problem' }).count(), 0);
  await page.keyboard.press('Shift+F1');
  assert.equal(await page.evaluate(() => window.HearthReports?.open()), false);
  await page.goto(host.url + REPORT);
  await page.getByText('take no problem reports now').waitFor();
  assert.equal(await dialog().count(), 0);
});

test('with the keyboard alone a report is opened, written, sent and closed', async () => {
  const kept = await put(admin, '/reports/settings', SETTINGS);
  assert.equal(kept.status, 200);
  await page.waitForTimeout(100);
  await page.goto(`${host.url}/?query=secret#part`);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.keyboard.press('Shift+F1');
  await dialog().waitFor();
  assert.ok(asked.some((url) => url.includes('report-dialog.js')));
  assert.deepEqual(await axeViolations(page, 'hearth-report'), []);

  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  await page.keyboard.press('Shift+F1');
  await dialog().waitFor();
  await page.keyboard.type('The <b>board</b> is empty');
  await page.keyboard.press('Escape');
  await page.getByRole('alertdialog').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('alertdialog').waitFor({ state: 'hidden' });
  await page.keyboard.press('Tab');
  await page.keyboard.type('Cards');
  // The focus does not leave the dialog for the page behind it.
  for (let i = 0; i < 15; i++) {
    await page.keyboard.press('Tab');
    const inside = await page.evaluate(
      () =>
        document.activeElement === document.body ||
        document.activeElement?.localName === 'hearth-report',
    );
    assert.ok(inside, `Tab ${i}`);
  }
  await page.getByRole('button', { name: 'Send report' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Your report was sent').waitFor();
  assert.deepEqual(await axeViolations(page, 'hearth-report'), []);
  await page.keyboard.press('Enter');
  await dialog().waitFor({ state: 'detached' });

  const report = await newest();
  assert.equal(report.happened, 'The <b>board</b> is empty');
  assert.equal(report.page, '/jira/');
  assert.match(report.email ?? '', /@/);
});

test('what is sent is what the preview shows: without the address it is nowhere', async () => {
  await page.goto(`${host.url}/`);
  await page.locator('.dh-menu summary').click();
  await page.getByRole('link', { name: 'Report a problem' }).click();
  await dialog().waitFor();
  await page.getByLabel('What happened?').fill('Search finds nothing');
  await page.getByText('Exactly this is sent').click();
  const preview = dialog().locator('pre');
  const address = (await dialog().locator('.address').textContent()) ?? '';
  assert.match(
    (await preview.textContent()) ?? '',
    new RegExp(`Search finds nothing[^]*${address}`),
  );
  await page.getByLabel('Send my address').uncheck();
  assert.doesNotMatch((await preview.textContent()) ?? '', new RegExp(address));
  await sent();
  const report = await newest();
  assert.equal(report.email, undefined);
  assert.ok(!JSON.stringify(report).includes(address));
});

test('a pasted picture arrives with black pixels where it was blackened, and nothing else of its file', async () => {
  await page.goto(`${host.url}/`);
  await page.evaluate(() =>
    window.HearthReports?.open({ app: 'org.example.board', summary: 'Red' }),
  );
  await dialog().waitFor();
  await page.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], 'shot.png', { type: 'image/png' }));
    const target = document.querySelector('hearth-report')?.shadowRoot?.querySelector('textarea');
    target?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, composed: true }),
    );
  }, redPng(400, 300).toString('base64'));
  const canvas = dialog().locator('canvas');
  await canvas.waitFor();
  await canvas.scrollIntoViewIfNeeded();
  const box = (await canvas.boundingBox())!;
  const drag = async (from: number, to: number): Promise<void> => {
    await page.mouse.move(box.x + box.width * from, box.y + box.height * from);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * to, box.y + box.height * to, { steps: 4 });
    await page.mouse.up();
  };
  await drag(0.1, 0.4);
  await drag(0.6, 0.9);
  await page.getByRole('button', { name: 'Undo' }).click();
  for (const [name, value] of [
    ['From left %', '50'],
    ['From top %', '0'],
    ['Width %', '10'],
    ['Height %', '10'],
  ] as const) {
    await page.getByLabel(name).fill(value);
  }
  await page.getByRole('button', { name: 'Blacken', exact: true }).click();
  assert.deepEqual(await axeViolations(page, 'hearth-report'), []);
  await sent();

  const { id, app } = await newest();
  assert.equal(app.key, 'org.example.board');
  const answer = await admin.get(`${API}/reports/${id}/screenshot`);
  assert.equal(answer.headers.get('content-type'), 'image/png');
  const png = Buffer.from(await answer.arrayBuffer());
  assert.ok(!png.includes('marked-author-93'));
  const at = pixelsOf(png);
  assert.deepEqual(at(100, 75), [0, 0, 0], 'dragged over');
  assert.deepEqual(at(210, 10), [0, 0, 0], 'given in percent');
  assert.deepEqual(at(300, 225), [200, 30, 30], 'undone');
  assert.deepEqual(at(20, 250), [200, 30, 30], 'untouched');
});

test('errors of the page are shown before they are sent, and lead to their group', async () => {
  await page.goto(`${host.url}/`);
  const taken = page.waitForResponse((answer) => isIngest(new URL(answer.url())));
  await fail(page, 'uncaught');
  assert.equal((await taken).status(), 200);
  await page.keyboard.press('Shift+F1');
  await dialog().waitFor();
  const seen = (await dialog().locator('ul.errors li').textContent()) ?? '';
  assert.match(seen, /TypeError/);
  await page.getByLabel('What happened?').fill('A card cannot be opened');
  await page.getByLabel('Send the errors that this page had').check();
  await sent();
  const { errors } = await newest();
  assert.equal(errors.length, 1);
  assert.match(errors[0]?.group ?? '', /^[0-9a-f]{16}$/);
});

test('a signed-out person keeps what they wrote', async () => {
  await page.goto(`${host.url}/`);
  await page.keyboard.press('Shift+F1');
  await dialog().waitFor();
  await page.getByLabel('What happened?').fill('Precious words');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Send report' }).click();
  await page.getByText('You are signed out').waitFor();
  assert.equal(await page.getByLabel('What happened?').inputValue(), 'Precious words');
  const anonymous = await fetch(`${host.url}${API}/ingest/report`);
  assert.equal(anonymous.status, 401);
});

test('the pages asked this instance only', () => {
  assert.deepEqual([...origins], [host.origin]);
});
