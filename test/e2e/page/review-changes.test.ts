/** Taking out and adding on the page Review a ZIP, as it is built; the result is read by other tools and by `verify`. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { axeViolations, launchBrowser } from '../../tools/chromium.ts';
import { javaClasspath } from '../../tools/java-classpath.ts';
import { script, startFixture, type Fixture } from '../../unit/frontend/fixture/server.ts';
import { logText, manifestOf, zipOf } from '../../unit/frontend/review/zips.ts';
import { checkZip, run } from '../support/tools.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'hearth-changes-'));
const now = script();
let fixture: Fixture;
let browser: Browser;

before(async () => {
  now.page = 'review';
  fixture = await startFixture(path.resolve('target/classes/hearth-web'), now);
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  fixture.server.close();
  rmSync(folder, { recursive: true });
});

const TEXTS: Readonly<Record<string, Buffer | string>> = {
  'logs/large.log': logText(3_000_000),
  'logs/small.log': 'INFO one\nERROR two Zebra-77\nINFO three\nINFO four zebra-77\n',
  'notes/list.txt': 'zebra-77\n',
};

function supportZip(): Buffer {
  const facts = Object.entries(TEXTS).map(([name, text]) => ({
    ...{ name, item: 'product-logs', state: 'whole', redactions: {} },
    ...{ bytesBefore: text.length, bytesAfter: text.length, bytesPacked: 1 },
    sha256: createHash('sha256').update(text).digest('hex'),
  }));
  return zipOf([
    ...Object.entries(TEXTS).map(([name, text]) => ({ name, text })),
    { name: 'manifest.json', text: manifestOf(facts) },
    { name: 'index.html', text: '<!doctype html><body>zebra-77' },
  ]);
}

/** The dialog is the browser's; a file of its private folder stands for one of the disk. */
const PICK =
  "window.showSaveFilePicker = async () => (await navigator.storage.getDirectory()).getFileHandle('a.zip', { create: true })";
const NO_PICK = 'delete window.showSaveFilePicker';

async function open(dialog: string): Promise<Page> {
  const file = path.join(folder, 'support.zip');
  writeFileSync(file, supportZip());
  const page = await browser.newPage({
    ...{ viewport: { width: 1280, height: 1100 }, reducedMotion: 'reduce', acceptDownloads: true },
  });
  await page.addInitScript(dialog);
  await page.goto(fixture.url);
  await page.locator('input[type=file]:not([data-adds])').setInputFiles(file);
  await page.getByRole('treeitem', { name: /small\.log/ }).waitFor();
  return page;
}

/** Throws with what `verify` says unless the ZIP is what its manifest tells. */
function verify(zip: string): void {
  execFileSync('java', ['-cp', javaClasspath(), 'io.hearth.cli.Main', 'verify', zip], {
    stdio: 'pipe',
  });
}

const HAR = JSON.stringify({
  log: {
    entries: [
      {
        request: {
          method: 'GET',
          url: 'https://jira.example/x?token=abcdefgh',
          cookies: [{ name: 'JSESSIONID', value: 'top-secret-cookie' }],
          headers: [{ name: 'Authorization', value: 'Basic dG9wLXNlY3JldA==' }],
        },
      },
    ],
  },
});

for (const mode of ['light', 'dark'] as const) {
  test(`entries, lines and words go, files come, and the ZIP is true, in ${mode}`, () =>
    changes(mode));
}

async function changes(mode: 'dark' | 'light'): Promise<void> {
  now.mode = mode;
  const page = await open(NO_PICK);
  // By keyboard: the folder notes is below the folder logs and its two entries.
  await page.getByRole('tree').focus();
  for (let n = 0; n < 3; n++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.getByRole('treeitem', { name: 'list.txt', checked: true }).waitFor();
  await page.getByRole('button', { name: 'Take out 1 ticked entry' }).click();

  await page.getByRole('treeitem', { name: /small\.log/ }).click();
  await page.getByRole('option', { name: /INFO one/ }).click();
  await page.getByRole('option', { name: /ERROR two/ }).click({ modifiers: ['Shift'] });
  await page.keyboard.press('Delete');
  await page.getByText('Take out lines 1 to 2 of logs/small.log').waitFor();
  await page.getByRole('searchbox', { name: 'Search' }).fill('ZEBRA-77');
  await page.getByRole('button', { name: 'Take out what is searched for' }).click();
  await page.getByRole('button', { name: 'Find and take out' }).click();
  await page.getByText('Take out “ZEBRA-77”: 3 places in 2 entries').waitFor();

  await page.locator('input[data-adds]').setInputFiles([
    { name: 'net.har', mimeType: 'application/json', buffer: Buffer.from(HAR) },
    { name: 'shot.png', mimeType: 'image/png', buffer: readFileSync(PNG) },
  ]);
  await page.getByText('Add added/shot.png').waitFor();
  await page.getByText('1 cookie, 1 authorisation, 1 telling field').waitFor();
  await page.getByRole('button', { name: 'Write a note' }).click();
  await page.getByRole('textbox', { name: 'The note' }).fill('Call ada@corp.io from 10.1.2.3');
  await page.getByRole('button', { name: 'Add the note' }).click();
  await page.getByText('1 network address, 1 mail address').waitFor();
  await page.getByRole('button', { name: /^Undo: Add added\/shot\.png/ }).click();
  await page.getByRole('button', { name: /^Do again: Add added\/shot\.png/ }).waitFor();
  assert.deepEqual(await axeViolations(page, '#hearth-app'), []);
  await shot(page, `changes-${mode}`);

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the changed ZIP' }).click();
  const zip = path.join(folder, `changed-${mode}.zip`);
  await (await downloading).saveAs(zip);
  await page.getByText('support-changed.zip was made').waitFor();
  await page.getByText('2 places may need a look').first().waitFor();
  assert.deepEqual(await axeViolations(page, '#hearth-app'), []);
  await shot(page, `made-${mode}`);

  // large.log, small.log, net.har, note.txt, manifest.json and index.html
  assert.equal(checkZip(zip), 6);
  const all = run('unzip', '-p', zip);
  assert.doesNotMatch(all, /zebra-77|top-secret|abcdefgh|ERROR two/i);
  assert.match(
    all,
    /\[Hearth: 2 lines taken out by a person\]\nINFO three\nINFO four \[taken out\]/,
  );
  await page.setViewportSize({ width: 320, height: 900 });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
  await shot(page, `narrow-${mode}`);
  await page.close();
}

const PNG = path.resolve('docs/images/support-zip-light.png');

async function shot(page: Page, name: string): Promise<void> {
  const to = process.env['HEARTH_SHOTS'];
  if (to !== undefined)
    await page.screenshot({ path: path.join(to, `${name}.png`), fullPage: true });
}

test('it is written into a file of one’s choice, and is what its manifest says', async () => {
  now.mode = 'light';
  const page = await open(PICK);
  await page
    .getByRole('treeitem', { name: /list\.txt/ })
    .locator('.hearth-review-tick')
    .click();
  await page.getByRole('button', { name: 'Take out 1 ticked entry' }).click();
  await page.getByRole('button', { name: 'Download the changed ZIP' }).click();
  await page.getByText('support-changed.zip was made').waitFor();
  const bytes = await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const file = await (await root.getFileHandle('a.zip')).getFile();
    return [...new Uint8Array(await file.arrayBuffer())];
  });
  const zip = path.join(folder, 'picked.zip');
  writeFileSync(zip, Buffer.from(bytes));
  assert.equal(checkZip(zip), 4);
  verify(zip);
  await page.close();
});
