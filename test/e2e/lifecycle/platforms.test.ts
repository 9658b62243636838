import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { launchBrowser } from '../../tools/chromium.ts';
import { confirmPassword, signIn } from '../support/browser.ts';
import { startHost, type RunningHost } from '../support/host.ts';
import { API, Session } from '../support/session.ts';
import { checkZip } from '../support/tools.ts';

const PRODUCTS = ['jira', 'confluence', 'bitbucket'] as const;
const folder = mkdtempSync(join(tmpdir(), 'hearth-p7-'));
after(() => rmSync(folder, { recursive: true, force: true }));

for (const platform of [7, 8] as const) {
  for (const product of PRODUCTS) {
    test(`platform ${platform}, ${product}: the app loads, is found and makes a ZIP`, async () => {
      const host = await startHost({ platform, product });
      try {
        await makesZip(host, product);
        if (product === 'jira' || platform === 7) await isFoundByAPerson(host);
      } finally {
        await host.stop();
      }
    });
  }
}

async function makesZip(host: RunningHost, product: string): Promise<void> {
  const user = await Session.login(host, 'user');
  assert.equal((await user.get(`${API}/support-zip/items`)).status, 403);
  const admin = await Session.admin(host);
  const forged = await admin.json(`${API}/support-zip`, {}, { Origin: 'https://evil.example' });
  assert.equal(forged.status, 403);
  const answer = await admin.json(`${API}/support-zip`, {});
  assert.equal(answer.status, 200);
  assert.match(
    answer.headers.get('content-disposition') ?? '',
    new RegExp(`hearth-support-${product}`),
  );
  const file = join(folder, `${product}.zip`);
  writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
  assert.ok(checkZip(file) > 5);
}

async function isFoundByAPerson(host: RunningHost): Promise<void> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await signIn(page, host.url, 'admin');
    await page.goto(`${host.url}/admin`);
    await page.getByRole('link', { name: 'Support ZIP' }).click();
    await confirmPassword(page);
    await page.getByRole('button', { name: /create and download/i }).waitFor();
  } finally {
    await browser.close();
  }
}
