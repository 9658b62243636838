/** Encrypting and cutting on the page Review a ZIP, as it is built; the server's library opens what comes out. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Browser, Page } from 'playwright-core';
import { axeViolations, launchBrowser } from '../../tools/chromium.ts';
import { javaClasspath } from '../../tools/java-classpath.ts';
import { script, startFixture, type Fixture } from '../../unit/frontend/fixture/server.ts';
import { manifestOf, zipOf } from '../../unit/frontend/review/zips.ts';
import { checkZip } from '../support/tools.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'hearth-sealed-'));
const key = path.join(folder, 'key.txt');
const now = script();
let fixture: Fixture;
let browser: Browser;
let to: string;

before(async () => {
  now.page = 'review';
  fixture = await startFixture(path.resolve('target/classes/hearth-web'), now);
  browser = await launchBrowser();
  const identity = await generateX25519Identity();
  writeFileSync(key, identity);
  to = await identityToRecipient(identity);
});
after(async () => {
  await browser.close();
  fixture.server.close();
  rmSync(folder, { recursive: true });
});

const ZIP = zipOf([
  // Packed it is half as long.
  { name: 'logs/large.log', text: randomBytes(1_500_000).toString('hex') },
  { name: 'logs/small.log', text: 'secret\n' },
  { name: 'manifest.json', text: manifestOf([]) },
]);

const sum = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function opened(...files: string[]): Buffer {
  const program = ['-cp', javaClasspath(), 'io.hearth.handover.tool.Unseal', key, ...files];
  return execFileSync('java', program, { maxBuffer: 64 * 1024 * 1024 });
}

async function open(dialogs: string): Promise<Page> {
  const file = path.join(folder, 'my support.zip');
  writeFileSync(file, ZIP);
  const page = await browser.newPage({
    ...{ viewport: { width: 1280, height: 1100 }, reducedMotion: 'reduce', acceptDownloads: true },
  });
  page.setDefaultTimeout(20_000);
  await page.addInitScript(dialogs);
  await page.goto(fixture.url);
  await page.locator('input[type=file]:not([data-adds])').setInputFiles(file);
  await page.getByRole('treeitem', { name: /small\.log/ }).waitFor();
  return page;
}

async function shot(page: Page, name: string): Promise<void> {
  const shots = process.env['HEARTH_SHOTS'];
  if (shots !== undefined) await page.screenshot({ path: path.join(shots, `${name}.png`) });
}

const HERE = 'delete window.showSaveFilePicker; delete window.showDirectoryPicker';
/** The dialog is the browser's; its private folder stands for one of the disk. */
const PICK = 'window.showDirectoryPicker = () => navigator.storage.getDirectory()';

for (const mode of ['light', 'dark'] as const) {
  test(`a changed ZIP is encrypted in the browser and opened by the server's library, in ${mode}`, async () => {
    now.mode = mode;
    const page = await open(HERE);
    await page
      .getByRole('treeitem', { name: /small\.log/ })
      .locator('.hearth-review-tick')
      .click();
    await page.getByRole('button', { name: 'Take out 1 ticked entry' }).click();
    await page.getByRole('button', { name: 'Hand over: my support.zip' }).click();
    const field = page.getByLabel('Key of the receiver (optional)');
    await field.fill(`AGE-SECRET-KEY-1${'Q'.repeat(58)}`);
    await page.keyboard.press('Enter');
    await page.getByText('This is a secret key').waitFor();
    await shot(page, `secret-${mode}`);
    assert.deepEqual(await axeViolations(page, '[role=dialog]'), []);
    await field.fill(to);
    const downloading = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    const download = await downloading;
    assert.equal(download.suggestedFilename(), 'my-support-changed.zip.age');
    await page.getByRole('heading', { name: 'One file is ready' }).waitFor();
    await shot(page, `sealed-${mode}`);
    assert.deepEqual(await axeViolations(page, '[role=dialog]'), []);
    const sealed = await download.path();
    await page.getByText(`SHA-256: ${sum(readFileSync(sealed))}`, { exact: true }).waitFor();
    const zip = path.join(folder, `${mode}.zip`);
    writeFileSync(zip, opened(sealed));
    await page.getByText(`SHA-256: ${sum(readFileSync(zip))}`).waitFor();
    // large.log, manifest.json and index.html
    assert.equal(checkZip(zip), 3);
    await page.setViewportSize({ width: 320, height: 900 });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
    await shot(page, `sealed-narrow-${mode}`);
    await page.close();
  });
}

test('encrypted parts are written into a folder of one’s choice, and join to the ZIP', async () => {
  now.mode = 'light';
  const page = await open(PICK);
  await page.getByRole('button', { name: 'Hand over: my support.zip' }).click();
  await page.getByLabel('Key of the receiver (optional)').fill(to);
  await page.getByLabel('Largest file in MB (optional)').fill('1');
  await page.getByRole('button', { name: 'Make the files' }).click();
  await page.getByRole('heading', { name: 'files are ready' }).waitFor();
  await shot(page, 'parts');
  const written = await page.evaluate(async () => {
    const files: [string, string][] = [];
    const root = await navigator.storage.getDirectory();
    for await (const [name, file] of root as unknown as AsyncIterable<
      [string, FileSystemFileHandle]
    >) {
      const reader = new FileReader();
      reader.readAsDataURL(await file.getFile());
      await new Promise((resolve) => (reader.onload = resolve));
      files.push([name, reader.result as string]);
    }
    return files;
  });
  const paths = written.sort().map(([name, url]) => {
    const bytes = Buffer.from(url.slice(url.indexOf(',')), 'base64');
    assert.match(name, /^my-support\.zip\.\d{3}\.age$/);
    assert.ok(bytes.length <= 1024 * 1024);
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    return file;
  });
  assert.ok(paths.length > 1);
  assert.equal(sum(opened(...paths)), sum(ZIP));
  await page.getByRole('button', { name: 'Make the files' }).click();
  await page.getByText('The folder already has a file of this name').waitFor();
  await page.close();
});
