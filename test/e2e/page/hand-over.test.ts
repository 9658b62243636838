/** A Support ZIP of the server, encrypted and cut for whoever receives it, as another program opens it. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Browser, Page } from 'playwright-core';
import { axeViolations, launchBrowser } from '../../tools/chromium.ts';
import { confirmPassword, signIn } from '../support/browser.ts';
import { startHost, type RunningHost } from '../support/host.ts';
import { assertAnswers } from '../support/openapi.ts';
import { API, Session } from '../support/session.ts';

const PAGE = '/plugins/servlet/hearth/admin/support-zip';

interface Zip {
  readonly id: string;
  readonly state: string;
  readonly sha256: string;
  readonly fileName: string;
}

let host: RunningHost;
let browser: Browser;
let page: Page;
let admin: Session;
let zip: Zip;

before(async () => {
  host = await startHost({ context: '/jira' });
  admin = await Session.admin(host);
  const ordered = await admin.json(`${API}/support-zips`, { items: ['product'] });
  zip = (await ordered.json()) as Zip;
  while (zip.state !== 'done') {
    assert.ok(['queued', 'running'].includes(zip.state), zip.state);
    zip = (await (await admin.get(`${API}/support-zips/${zip.id}`)).json()) as Zip;
  }
  browser = await launchBrowser();
  page = await browser.newPage({ reducedMotion: 'reduce', acceptDownloads: true });
  page.setDefaultTimeout(20_000);
  await signIn(page, host.url, 'admin');
});

after(async () => {
  await browser.close();
  await host.stop();
});

test('what is encrypted to a key is downloaded and opened by it alone', async () => {
  const identity = await generateX25519Identity();
  const to = await identityToRecipient(identity);
  const receivers = [{ name: 'Vendor', key: to }];
  await admin.send('PUT', `${API}/support-zips/receivers`, {
    headers: {
      'Content-Type': 'application/json',
      'X-Atlassian-Token': 'no-check',
      Origin: host.origin,
    },
    body: JSON.stringify({ receivers }),
  });
  await page.goto(host.url + PAGE);
  await confirmPassword(page);
  await page.getByRole('button', { name: `Hand over: ${zip.fileName}` }).click();
  await page.getByLabel('Key of the receiver (optional)').fill('age1nonsense');
  await page.getByRole('button', { name: 'Show files' }).click();
  await page.getByText('This is no key of the age format').waitFor();
  await page.getByRole('button', { name: 'Vendor' }).click();
  await page.getByLabel('Largest file in MB (optional)').fill('1');
  await page.keyboard.press('Enter');
  await page.getByText('One file to download').waitFor();
  assert.deepEqual(await axeViolations(page, '[role=dialog]'), []);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: `${zip.fileName}.age` }).click(),
  ]);
  const sealed = readFileSync(await download.path());
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const opened = await decrypter.decrypt(new Uint8Array(sealed));
  assert.equal(createHash('sha256').update(opened).digest('hex'), zip.sha256);
  const other = new Decrypter();
  other.addIdentity(await generateX25519Identity());
  await assert.rejects(other.decrypt(new Uint8Array(sealed)));
});

test('a script asks for the same, and nobody else does', async () => {
  const path = `${API}/support-zips/${zip.id}/hand-over`;
  await assertAnswers('get', '/support-zips/{zipId}/hand-over', await admin.get(path));
  const user = await Session.login(host, 'user');
  assert.equal((await user.get(path)).status, 403);
  assert.equal((await user.get(`${path}/1`)).status, 403);
  const file = Buffer.from(await (await admin.get(`${path}/1`)).arrayBuffer());
  assert.equal(createHash('sha256').update(file).digest('hex'), zip.sha256);
});
