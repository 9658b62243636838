import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import type { Page, Request } from 'playwright-core';
import { minified, sampleJar, type SampleApp } from '../../tools/sample-app.ts';
import type { RunningHost } from '../support/host.ts';
import { assertAnswers } from '../support/openapi.ts';
import { API, type Session } from '../support/session.ts';

const SOURCES = 'test/e2e/errors/sample-app';

/** Its key comes after ours, as its files in a batch do: what fails before the loader runs nobody sees. */
export const BOARD = 'org.example.board';

export const board: SampleApp = {
  key: BOARD,
  version: '2.1.0',
  resources: [
    {
      key: 'board',
      contexts: ['atl.general'],
      files: [
        minified(`${SOURCES}/board.ts`, 'board.js'),
        minified(`${SOURCES}/at-load.ts`, 'at-load.js'),
      ],
    },
  ],
};

export async function install(host: RunningHost, ...apps: readonly SampleApp[]): Promise<void> {
  for (const app of apps) {
    const answer = await fetch(`${host.url}/host/api/apps`, {
      method: 'POST',
      headers: { 'X-Atlassian-Token': 'no-check' },
      body: new Uint8Array(await sampleJar(app)),
    });
    if (answer.status !== 204) {
      throw new Error(`${app.key}: ${answer.status} ${await answer.text()}`);
    }
  }
}

export interface SentFrame {
  readonly module?: string;
  readonly filename?: string;
  readonly function?: string;
  readonly lineno?: number;
  readonly colno?: number;
  readonly in_app?: boolean;
  readonly context_line?: string;
}

export interface SentEvent {
  readonly level: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly exception: {
    readonly values: readonly {
      readonly type: string;
      readonly value: string;
      readonly mechanism?: { readonly type: string; readonly handled: boolean };
      readonly stacktrace: { readonly frames: readonly SentFrame[] };
    }[];
  };
  readonly breadcrumbs?: readonly { readonly category?: string; readonly message?: string }[];
}

/** The payloads of one type in an envelope as the SDK writes it: without lengths. */
export function payloads(envelope: string, type: string): unknown[] {
  const lines = envelope.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
  return lines.filter((_, i) => i > 1 && i % 2 === 0 && lines[i - 1]?.['type'] === type);
}

export interface Recorded {
  /** All requests but those of the frame's own files. */
  readonly requests: Request[];
  readonly envelopes: string[];
  events(): SentEvent[];
  /** Waits for the event with this number, from 1. */
  event(number: number): Promise<SentEvent>;
}

export const INGEST = '/plugins/servlet/hearth/api/v1/ingest/envelope';

export const isIngest = (url: URL): boolean => url.pathname.endsWith(INGEST);

export function record(page: Page): Recorded {
  const requests: Request[] = [];
  const envelopes: string[] = [];
  page.on('request', (request) => {
    if (!new URL(request.url()).pathname.includes('/site/')) requests.push(request);
    if (isIngest(new URL(request.url()))) envelopes.push(request.postData() ?? '');
  });
  const events = (): SentEvent[] =>
    envelopes.flatMap((envelope) => payloads(envelope, 'event') as SentEvent[]);
  return {
    requests,
    envelopes,
    events,
    event: async (number) => {
      const limit = Date.now() + 10_000;
      for (;;) {
        const event = events()[number - 1];
        if (event !== undefined) return event;
        if (Date.now() > limit) throw new Error(`no event ${number}: ${envelopes.join('\n')}`);
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    },
  };
}

/** Answers for the intake as a test wants it. */
export async function answerIngest(page: Page, status = 200, headers = {}): Promise<void> {
  await page.unroute(isIngest);
  await page.route(isIngest, (route) =>
    route.fulfill({ status, headers, contentType: 'application/json', body: '{}' }),
  );
}

export const gzipped = (text: string): number => gzipSync(text, { level: 9 }).length;

/** Runs in a page: calls what the sample app put there. */
export const callBoard = (name: string): void => {
  (window as unknown as { sampleBoard: Record<string, () => void> }).sampleBoard[name]?.();
};

export const fail = (page: Page, how: string): Promise<void> => page.evaluate(callBoard, how);

export interface Group {
  readonly id: string;
  readonly title: string;
  readonly culprit: string;
  readonly total: number;
  readonly usersToday: number;
  readonly app: { readonly key: string };
  readonly release: string;
}

export async function groups(admin: Session): Promise<readonly Group[]> {
  const answer = await admin.get(`${API}/error-groups`);
  assert.equal(answer.status, 200);
  await assertAnswers('get', '/error-groups', answer.clone());
  return ((await answer.json()) as { groups: readonly Group[] }).groups;
}

/** Waits until the list shows an error. */
export async function appeared(admin: Session, millis: number): Promise<Group> {
  const limit = Date.now() + millis;
  for (;;) {
    const [first] = await groups(admin);
    if (first !== undefined) return first;
    assert.ok(Date.now() < limit, `no group within ${millis} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
