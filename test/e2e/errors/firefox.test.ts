/** The whole way of an error once more, in Firefox: its engine words, spells and times errors in its own way. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, HTTPRequest, Page } from 'puppeteer-core';
import { mapFrames } from '../../../frontend/symbolication/map-frames.ts';
import { launchFirefox } from '../../tools/firefox.ts';
import { startHost, type RunningHost } from '../support/host.ts';
import { API, Session } from '../support/session.ts';
import { appeared, board, BOARD, callBoard, install, isIngest } from './support.ts';

interface StoredFrame {
  readonly function: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

interface Detail {
  readonly samples: readonly {
    readonly browser: string;
    readonly exceptions: readonly {
      readonly type: string;
      readonly frames: readonly StoredFrame[];
    }[];
  }[];
}

let host: RunningHost;
let browser: Browser;
let admin: Session;

before(async () => {
  host = await startHost({ watch: 'all-apps' });
  await install(host, board);
  browser = await launchFirefox();
  admin = await Session.admin(host);
});

after(async () => {
  await browser.close();
  await host.stop();
});

async function open(): Promise<{ page: Page; requests: HTTPRequest[] }> {
  const page = await browser.newPage();
  const requests: HTTPRequest[] = [];
  page.on('request', (request) => requests.push(request));
  await page.goto(`${host.url}/`, { waitUntil: 'load' });
  return { page, requests };
}

const paths = (requests: readonly HTTPRequest[]): string[] =>
  requests
    .map((request) => new URL(request.url()).pathname)
    // The frame's own, and what Firefox asks of every site.
    .filter((path) => !path.includes('/site/') && path !== '/favicon.ico');

test('a page without an error loads the loader in its batch and asks for nothing else', async () => {
  const { page, requests } = await open();
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.ok(paths(requests).some((path) => path.includes('/contextbatch/')));
  assert.deepEqual(
    paths(requests).filter((path) => path !== '/' && !path.includes('/contextbatch/')),
    [],
  );
  await page.close();
});

test('an error of a minified script is there within five seconds, with its original place', async () => {
  const { page, requests } = await open();
  await page.evaluate(callBoard, 'uncaught');
  const group = await appeared(admin, 5000);
  assert.equal(group.app.key, BOARD);
  assert.equal(group.release, board.version);
  assert.match(group.title, /displayName/);

  const answer = await admin.get(`${API}/error-groups/${group.id}`);
  const [sample] = ((await answer.json()) as Detail).samples;
  assert.match(sample?.browser ?? '', /^Firefox \d+$/);
  const [thrown] = sample?.exceptions ?? [];
  assert.equal(thrown?.type, 'TypeError');
  assert.equal(thrown.frames[0]?.file, 'board/board.js');
  const [innermost] = mapFrames(await mapOf('board/board.js'), [
    thrown.frames.map(({ line, column }) => ({ map: 'board', line, column })),
  ])[0]!;
  assert.match(innermost?.file ?? '', /board\.ts$/);
  assert.deepEqual([innermost?.function, innermost?.line], ['describeCard', 8]);

  const sent = requests.filter((request) => isIngest(new URL(request.url())));
  assert.equal(sent.length, 1);
  const origins = new Set(requests.map((request) => new URL(request.url()).origin));
  assert.deepEqual([...origins], [host.origin]);
  await page.close();
});

async function mapOf(file: string): Promise<ReadonlyMap<string, string>> {
  const query = new URLSearchParams({ app: BOARD, file });
  const answer = await admin.get(`${API}/source-maps/content?${query.toString()}`);
  assert.equal(answer.status, 200);
  return new Map([['board', await answer.text()]]);
}
