import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../tools/chromium.ts';
import { recordOrigins } from '../support/browser.ts';
import { startHost, type RunningHost } from '../support/host.ts';
import { assertAnswers } from '../support/openapi.ts';
import { API, Session } from '../support/session.ts';
import { appeared, board, BOARD, fail, groups, install, INGEST, isIngest } from './support.ts';

let host: RunningHost;
let browser: Browser;
let admin: Session;

before(async () => {
  host = await startHost({ watch: 'all-apps' });
  await install(host, board);
  browser = await launchBrowser();
  admin = await Session.admin(host);
});

after(async () => {
  await browser.close();
  await host.stop();
});

async function failing(how: string): Promise<Page> {
  const page = await browser.newPage();
  const taken = page.waitForResponse((answer) => isIngest(new URL(answer.url())));
  await page.goto(`${host.url}/`);
  await fail(page, how);
  assert.equal((await taken).status(), 200);
  return page;
}

test('an error of a minified script stands in the list within two seconds', async () => {
  const page = await browser.newPage();
  const origins = recordOrigins(page);
  const taken = page.waitForResponse((answer) => isIngest(new URL(answer.url())));
  await page.goto(`${host.url}/`);
  await fail(page, 'uncaught');
  assert.equal((await taken).status(), 200);
  const group = await appeared(admin, 2000);
  assert.equal(group.app.key, BOARD);
  assert.equal(group.release, board.version);
  assert.match(group.culprit, /board\/board\.js/);
  assert.deepEqual([...origins], [host.origin]);
  await page.close();

  const answer = await admin.get(`${API}/error-groups/${group.id}`);
  await assertAnswers('get', '/error-groups/{groupId}', answer.clone());
  const detail = (await answer.json()) as {
    samples: { browser: string; system: string; exceptions: { frames: { file: string }[] }[] }[];
  };
  const [sample] = detail.samples;
  assert.match(sample?.browser ?? '', /^Chrom\w+( Headless)? \d+|HeadlessChrome \d+/);
  assert.equal(sample?.exceptions[0]?.frames[0]?.file, 'board/board.js');
});

test('the same error again is counted in its group, and another is another', async () => {
  const before = (await groups(admin)).length;
  await (await failing('uncaught')).close();
  assert.equal((await groups(admin)).length, before);
  await (await failing('rejected')).close();
  assert.equal((await groups(admin)).length, before + 1);
});

test('the map that the app ships beside its script is found', async () => {
  const query = new URLSearchParams({ app: BOARD, file: 'board/board.js' });
  const answer = await admin.get(`${API}/source-maps/content?${query}`);
  assert.equal(answer.status, 200);
  const map = (await answer.json()) as { version: number; sources: string[] };
  assert.equal(map.version, 3);
  assert.ok(map.sources.some((source) => source.endsWith('board.ts')));
});

test('the other calls answer as the contract says', async () => {
  for (const path of ['/errors/settings', '/errors/brief', '/errors/timeline', '/source-maps']) {
    const answer = await admin.get(API + path);
    assert.equal(answer.status, 200, path);
    await assertAnswers('get', path, answer);
  }
});

test('only an administrator reads, and only this origin posts', async () => {
  const user = await Session.login(host, 'user');
  assert.equal((await user.get(`${API}/error-groups`)).status, 403);
  const elsewhere = await fetch(`${host.url}${INGEST}`, {
    method: 'POST',
    headers: { Origin: 'https://elsewhere.example' },
    body: '{}\n',
  });
  assert.equal(elsewhere.status, 403);
  const anonymous = await fetch(`${host.url}${INGEST}`, { method: 'POST', body: '{}\n' });
  assert.equal(anonymous.status, 200);
  const malformed = await fetch(`${host.url}${INGEST}`, { method: 'POST', body: 'no envelope' });
  assert.equal(malformed.status, 400);
  assert.equal((await fetch(`${host.url}${INGEST}`)).status, 405);
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

test('the product’s log tells of a new group', () => {
  const logs = filesBelow(host.state).filter((file) => file.includes('atlassian-jira.log'));
  const text = logs.map((file) => readFileSync(file, 'utf8')).join('');
  assert.match(text, /WARN .*Hearth: a new browser error in org\.example\.board/);
});
