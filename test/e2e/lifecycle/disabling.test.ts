/** Disabling the app ends all collection at once, whatever it was at; what is stored stays, untouched. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startHost, type RunningHost } from '../support/host.ts';
import { API, Session } from '../support/session.ts';

const APP = '/host/api/apps/io.hearth';
const ADDRESSES = [`${API}/ingest/envelope`, `${API}/ingest/usage`, `${API}/ingest/report`];
/** Longer than the journal of errors waits; without a thread there is nothing that could be slower. */
const QUIET = 1500;

let host: RunningHost;
let admin: Session;
let user: Session;
let sentry: Server;
let forwarded = 0;

before(async () => {
  sentry = createServer((request, response) => {
    forwarded += 1;
    request.resume();
    response.end('{}');
  });
  await new Promise<void>((resolve) => sentry.listen(0, '127.0.0.1', resolve));
  host = await startHost({ watch: 'all-apps' });
  admin = await Session.admin(host);
  user = await Session.login(host, 'user');
});
after(async () => {
  await host.stop();
  sentry.close();
});

async function put(path: string, body: object): Promise<void> {
  const answer = await admin.send('PUT', API + path, {
    headers: {
      'Content-Type': 'application/json',
      'X-Atlassian-Token': 'no-check',
      Origin: host.origin,
    },
    body: JSON.stringify(body),
  });
  assert.equal(answer.status, 200, `${path}: ${await answer.text()}`);
}

const event = (message: string): string =>
  [
    '{}',
    '{"type":"event"}',
    JSON.stringify({
      level: 'error',
      tags: { 'hearth.app': 'io.hearth', 'hearth.release': '1.0' },
      exception: {
        values: [
          {
            type: 'TypeError',
            value: message,
            stacktrace: {
              frames: [{ function: 'open', filename: 'js/app.js', lineno: 1, colno: 2 }],
            },
          },
        ],
      },
    }),
  ].join('\n');

const happens = (message: string): Promise<Response> =>
  user.send('POST', `${API}/ingest/envelope`, {
    headers: { 'Content-Type': 'text/plain;charset=UTF-8', Origin: host.origin },
    body: event(message),
  });

/** What a page and its scripts hold of the app. */
async function carried(): Promise<readonly string[]> {
  const page = await (await user.get('/')).text();
  const sources = [...page.matchAll(/<script src="([^"]+)"/g)].map(([, source = '']) => source);
  const scripts = await Promise.all(sources.map(async (source) => (await user.get(source)).text()));
  return [page, ...scripts].flatMap((text) => text.match(/io\.hearth[\w.:-]*|hearth\/api/g) ?? []);
}

/**
 * Threads of the app. The one that the JDK's HTTP client has for itself looks every three seconds
 * whether the client was collected, and ends; the host collects when it is asked.
 */
async function threadsLeft(): Promise<readonly string[]> {
  const limit = Date.now() + 30_000;
  for (;;) {
    const answer = await admin.get('/host/api/leaks');
    const { threads } = (await answer.json()) as { threads: readonly string[] };
    if (threads.length === 0 || Date.now() > limit) return threads;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Every file of the app's, with what would change if anybody wrote it. */
function kept(): string[] {
  return readdirSync(host.state, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^|\/)hearth\//.test(name) || name.endsWith('plugin-settings.json'))
    .flatMap((name) => {
      const { size, mtimeMs } = statSync(join(host.state, name));
      return `${name} ${size} ${mtimeMs}`;
    })
    .sort();
}

test('disabled while all of it runs, it takes, makes, sends and changes nothing any more', async () => {
  await put('/usage/consent', {
    kinds: ['features'],
    features: ['io.hearth:page-errors', 'io.hearth:page-usage'],
  });
  await put('/reports/settings', {
    on: true,
    shortcut: true,
    perHour: 60,
    retentionDays: 180,
    supportAddress: '',
  });
  const { port } = sentry.address() as AddressInfo;
  await put('/destinations/error-forwarding', {
    address: `http://${'a'.repeat(32)}@localhost:${port}/1`,
    host: 'localhost',
  });
  assert.ok((await carried()).length > 0, 'no page carries anything of the app');
  assert.equal((await happens('before')).status, 200);
  const order = await admin.json(`${API}/support-zips`, {});
  assert.equal(order.status, 202);
  const { id } = (await order.json()) as { id: string };
  while (forwarded === 0) await new Promise((resolve) => setTimeout(resolve, 50));
  assert.equal((await happens('on its way')).status, 200);

  assert.equal((await admin.json(`${APP}/disable`, {})).status, 204);

  const then = kept();
  const sent = forwarded;
  assert.deepEqual(await carried(), []);
  for (const address of ADDRESSES) {
    const answer = await user.send('POST', address, {
      headers: { 'Content-Type': 'text/plain;charset=UTF-8', Origin: host.origin },
      body: event('after'),
    });
    assert.equal(answer.status, 404, address);
  }
  assert.deepEqual(await threadsLeft(), []);
  await new Promise((resolve) => setTimeout(resolve, QUIET));
  assert.deepEqual(kept(), then, 'a file changed after the app was disabled');
  assert.equal(forwarded, sent, 'something was sent after the app was disabled');

  assert.equal((await admin.json(`${APP}/enable`, {})).status, 204);
  const zip = await admin.get(`${API}/support-zips/${id}`);
  const { state } = (await zip.json()) as { state: string };
  assert.ok(['done', 'interrupted', 'waiting', 'running'].includes(state), state);
  const groups = await (await admin.get(`${API}/error-groups`)).text();
  assert.ok(groups.includes('before') || groups.includes('TypeError'), groups);
  assert.ok(!groups.includes('after'), groups);
});

test('what it leaves when it is gone is where the page on privacy says', () => {
  const elsewhere = kept().filter(
    (line) => !/(^|\/)(home|shared-home)\/hearth\/|plugin-settings\.json /.test(line),
  );
  assert.deepEqual(elsewhere, []);
  const settings = readFileSync(join(host.state, 'jira/database/plugin-settings.json'), 'utf8');
  const keys = Object.keys(JSON.parse(settings) as object);
  assert.ok(keys.length > 2 && keys.every((key) => key.startsWith('io.hearth.')), keys.join());
});
