import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { jarOf, startHost, type RunningHost } from '../support/host.ts';
import { API, Session } from '../support/session.ts';

let host: RunningHost;
let admin: Session;
before(async () => {
  host = await startHost();
  admin = await Session.admin(host);
});
after(() => host.stop());

const APP = '/host/api/apps/io.hearth';

interface Leaks {
  readonly classLoaders: number;
  readonly threads: readonly string[];
}

/** Class loaders are collected, not closed: the host is asked until it has had time to. */
async function settled(expectedLoaders: number): Promise<Leaks> {
  const limit = Date.now() + 20_000;
  for (;;) {
    const leaks = (await (await admin.get('/host/api/leaks')).json()) as Leaks;
    if (leaks.classLoaders === expectedLoaders || Date.now() > limit) return leaks;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const itemsStatus = async (): Promise<number> =>
  (await admin.get(`${API}/support-zip/items`)).status;

async function useTheApp(): Promise<void> {
  const answer = await admin.json(`${API}/support-zip`, { items: ['product', 'jvm'] });
  assert.equal(answer.status, 200);
  await answer.arrayBuffer();
}

test('disabled, the app answers nothing and leaves no thread and no class loader', async () => {
  await useTheApp();
  assert.equal((await admin.json(`${APP}/disable`, {})).status, 204);
  assert.equal(await itemsStatus(), 404);
  assert.deepEqual(await settled(0), { classLoaders: 0, threads: [] });
});

test('enabled again, it works as before', async () => {
  assert.equal((await admin.json(`${APP}/enable`, {})).status, 204);
  assert.equal(await itemsStatus(), 200);
});

test('an upgrade while running replaces it and leaves one class loader', async () => {
  for (let round = 0; round < 3; round++) {
    await useTheApp();
    const answer = await admin.send('POST', '/host/api/apps', {
      headers: {
        'Content-Type': 'application/java-archive',
        'X-Atlassian-Token': 'no-check',
        Origin: host.origin,
      },
      body: readFileSync(jarOf(8)),
    });
    assert.equal(answer.status, 204, await answer.text());
  }
  assert.equal(await itemsStatus(), 200);
  assert.equal((await settled(1)).classLoaders, 1);
});
