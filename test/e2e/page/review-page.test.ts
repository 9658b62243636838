/** The page Review a ZIP, as it is built: honest and hostile ZIPs, with the mouse and without. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { axeViolations, launchBrowser } from '../../tools/chromium.ts';
import { script, startFixture, type Fixture } from '../../unit/frontend/fixture/server.ts';
import { logText, manifestOf, zipOf } from '../../unit/frontend/review/zips.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'hearth-review-'));
const now = script();
let fixture: Fixture;
let browser: Browser;
let page: Page;
const alarms: string[] = [];

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

async function open(name: string, zip: Buffer): Promise<void> {
  const file = path.join(folder, name);
  writeFileSync(file, zip);
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  page.on('dialog', (dialog) => {
    alarms.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => alarms.push(error.message));
  await page.goto(fixture.url);
  await page.locator('input[type=file]').setInputFiles(file);
}

const SCRIPT = '<script>alert(1)</script><img src=x onerror=alert(2)>';

for (const mode of ['light', 'dark'] as const) {
  test(`a log is read, searched and scrolled, in ${mode}`, () => readsALog(mode));
}

async function readsALog(mode: 'dark' | 'light'): Promise<void> {
  now.mode = mode;
  const leaks = { mail: 2 };
  const name = 'logs/jira.log';
  const facts = manifestOf([{ name, state: 'cut', text: 'Cut.', redactions: { user: 3 }, leaks }]);
  await open(
    'good.zip',
    zipOf([
      { name, text: logText(12_000_000) },
      { name: 'manifest.json', text: facts },
    ]),
  );
  await page.getByText('The second search found 2 places').waitFor();
  await page.getByRole('treeitem', { name: /jira\.log/ }).click();
  await page.getByText(/^[0-9,]+ lines$/).waitFor();
  await page.getByRole('searchbox', { name: 'Search' }).fill('exec-7 ERROR');
  await page.getByText(/ · 1 of [0-9,]+ found/).waitFor();
  await page.getByRole('searchbox', { name: 'Search' }).press('Enter');
  await page.getByText(/ · 2 of [0-9,]+ found/).waitFor();
  assert.match(
    (await page.locator('[role=option][aria-selected=true]').textContent()) ?? '',
    /exec-7 ERROR/,
  );
  await page.getByRole('textbox', { name: 'Go to line' }).fill('50000');
  await page.getByRole('textbox', { name: 'Go to line' }).press('Enter');
  await page
    .locator('[role=option][aria-selected=true]')
    .getByText('50,000', { exact: true })
    .waitFor();
  const before = await page.getByRole('option').first().textContent();
  await page.getByRole('listbox').hover();
  await page.mouse.wheel(0, 400);
  await page.waitForTimeout(200);
  assert.notEqual(await page.getByRole('option').first().textContent(), before);
  assert.deepEqual(await axeViolations(page, '#hearth-app'), []);
  await page.setViewportSize({ width: 320, height: 900 });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
  await page.close();
}

for (const mode of ['light', 'dark'] as const) {
  test(`a thread dump, JSON and the manifest are shown by their parts, in ${mode}`, () =>
    showsParts(mode));
}

async function showsParts(mode: 'dark' | 'light'): Promise<void> {
  now.mode = mode;
  const dump = (n: number): string =>
    readFileSync(`test/unit/frontend/review/fixture/thread-dump-${String(n)}.txt`, 'utf8');
  await open(
    'parts.zip',
    zipOf([
      { name: 'thread-dump-1.txt', text: dump(1) },
      { name: 'thread-dump-2.txt', text: dump(2) },
      { name: 'facts.json', text: JSON.stringify({ [SCRIPT]: Array(500).fill(SCRIPT) }) },
      { name: 'broken.json', text: '{' },
      {
        name: 'manifest.json',
        text: manifestOf([{ name: SCRIPT, state: 'missing', text: SCRIPT }]),
      },
    ]),
  );
  await page.getByRole('treeitem', { name: /thread-dump-2/ }).click();
  await page.getByRole('button', { name: 'Structure' }).click();
  await page.getByText('A deadlock', { exact: true }).waitFor();
  await page.getByText('dead-1 → dead-2 → dead-1').waitFor();
  await page.getByRole('searchbox', { name: 'Filter by name, state or frame' }).fill('dead-2');
  await page.locator('.hearth-stacks details').last().locator('summary').click();
  await page.locator('.hearth-stacks pre').last().getByText('Locks.hold').waitFor();
  await look('threads', mode);
  await page.getByRole('treeitem', { name: /facts/ }).click();
  await page.getByText('List of 500').click();
  await page.getByRole('button', { name: 'Show more of 300' }).waitFor();
  await look('json', mode);
  await page.getByRole('treeitem', { name: /broken/ }).click();
  await page.getByText('This is not valid JSON').waitFor();
  await page.getByRole('treeitem', { name: /manifest/ }).click();
  await page.getByRole('rowheader', { name: SCRIPT }).waitFor();
  await look('manifest', mode);
  assert.deepEqual(alarms, []);
  await page.close();
}

async function look(what: string, mode: string): Promise<void> {
  assert.deepEqual(await axeViolations(page, '#hearth-app'), [], what);
  await page.screenshot({ path: path.join('target', `review-${what}-${mode}.png`) });
  await page.setViewportSize({ width: 320, height: 900 });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
  await page.setViewportSize({ width: 1280, height: 900 });
}

test('everything is reached by keyboard', async () => {
  await open(
    'keys.zip',
    zipOf([
      { name: 'logs/a.log', text: 'INFO first\nERROR second\nINFO third\n' },
      { name: 'b.txt', text: 'x' },
    ]),
  );
  await page.getByRole('tree').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByRole('listbox').waitFor();
  await page.getByRole('listbox').focus();
  await page.keyboard.press('e');
  await page.getByRole('option', { name: /second/, selected: true }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { name: /third/, selected: true }).waitFor();
  await page.close();
});

test('a hostile ZIP runs nothing, and the page says what is wrong', async () => {
  const text = logText(40_000);
  await open(
    'hostile.zip',
    zipOf([
      { name: `logs/${SCRIPT}.log`, text: `ERROR ${SCRIPT}\n` },
      { name: '../../up.txt', text: 'x' },
      { name: '/etc/passwd', text: 'x' },
      { name: 'a\u202etxt.exe', text: 'x' },
      { name: 'bomb.txt', text: 'x', says: { size: 4_000_000_000 } },
      { name: 'zeros.txt', text: Buffer.alloc(30_000_000), says: { crc: 5 } },
      { name: 'short.txt', text, says: { size: 90_000 } },
      { name: 'again.txt', text, says: { offset: 0, localName: 'again.txt' } },
      {
        name: 'manifest.json',
        text: manifestOf([{ name: SCRIPT, state: 'missing', text: SCRIPT }]),
      },
    ]),
  );
  await page.getByText('Some entries share the same bytes').waitFor();
  await page.getByRole('treeitem', { name: /alert\(2\).*\.log/ }).click();
  await page.getByRole('option', { name: /alert\(2\)/ }).waitFor();
  await page.getByRole('treeitem', { name: /a\\u202etxt\.exe/ }).click();
  await page.getByText('Its name leads elsewhere').waitFor();
  await page.getByRole('treeitem', { name: /bomb/ }).click();
  await page.getByText('It cannot be as large as it says, so it is not unpacked.').waitFor();
  await page.getByRole('treeitem', { name: /zeros/ }).click();
  await page.getByText('its checksum is not the one').waitFor();
  await page.getByRole('treeitem', { name: /short/ }).click();
  await page
    .getByText(/its text ends after/)
    .first()
    .waitFor();
  await page.getByRole('treeitem', { name: /again/ }).click();
  await page
    .getByText(/another name in its header/)
    .first()
    .waitFor();
  assert.deepEqual(await axeViolations(page, '#hearth-app'), []);
  await page.getByRole('button', { name: 'Choose another' }).click();
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  assert.deepEqual(alarms, []);
  await page.close();
});

test('a million entries are listed in part', async () => {
  const one = zipOf([{ name: 'x.txt', text: 'x' }]);
  const record = one.subarray(38, one.length - 22);
  const directory = Buffer.alloc(record.length * 1_000_000, record);
  const end = Buffer.from(one.subarray(one.length - 22));
  end.writeUInt32LE(directory.length, 12);
  await open('many.zip', Buffer.concat([one.subarray(0, 38), directory, end]));
  await page.getByText('the first 100,000 are shown').waitFor();
  await page.getByRole('searchbox', { name: 'Filter by name' }).fill('none');
  await page.getByText('No entry fits').waitFor();
  await page.close();
});

test('what is no ZIP is refused with words', async () => {
  await open('not.zip', Buffer.from('hello'));
  await page.getByText('not.zip cannot be shown whole').waitFor();
  await page.getByText('no ZIP: it has no directory').waitFor();
  await page.close();
});
