import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startHost, type RunningHost } from '../support/host.ts';
import { assertAnswers } from '../support/openapi.ts';
import { API, Session } from '../support/session.ts';
import { checkZip } from '../support/tools.ts';

const ZIPS = `${API}/support-zips`;

interface Zip {
  id: string;
  state: string;
  bytes?: number;
  sha256?: string;
}

let host: RunningHost;
let admin: Session;
const folder = mkdtempSync(join(tmpdir(), 'hearth-stored-'));
before(async () => {
  host = await startHost();
  admin = await Session.admin(host);
});
after(async () => {
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function ordered(request: object): Promise<Zip> {
  const answer = await admin.json(ZIPS, request);
  assert.equal(answer.status, 202);
  return (await answer.json()) as Zip;
}

test('a ZIP made on the server is followed by events and downloaded in two parts', async () => {
  const { id } = await ordered({ items: ['product', 'product-logs'] });
  const events = await (await admin.get(`${ZIPS}/${id}/events`)).text();
  assert.match(events, /^event: zip\ndata: \{/);
  const zip = (await (await admin.get(`${ZIPS}/${id}`)).json()) as Zip;
  assert.equal(zip.state, 'done', events);
  await assertAnswers('get', '/support-zips', await admin.get(ZIPS));
  await assertAnswers('get', '/support-zips/{zipId}', await admin.get(`${ZIPS}/${id}`));

  const part = async (range: string): Promise<Buffer> => {
    const headers = { Range: range, 'If-Range': `"${zip.sha256 ?? ''}"` };
    const answer = await admin.send('GET', `${ZIPS}/${id}/content`, { headers });
    assert.equal(answer.status, 206);
    return Buffer.from(await answer.arrayBuffer());
  };
  const whole = Buffer.concat([await part('bytes=0-999'), await part('bytes=1000-')]);
  assert.equal(whole.length, zip.bytes);
  assert.equal(createHash('sha256').update(whole).digest('hex'), zip.sha256);
  const file = join(folder, 'whole.zip');
  writeFileSync(file, whole);
  assert.ok(checkZip(file) > 3);

  const beyond = await admin.send('GET', `${ZIPS}/${id}/content`, {
    headers: { Range: `bytes=${String(zip.bytes)}-` },
  });
  assert.equal(beyond.status, 416);
  await assertAnswers('get', '/support-zips/{zipId}/content', beyond);
});

test('one that runs can be cancelled and deleted; a plain user reaches none of it', async () => {
  const slow = {
    items: ['thread-dumps'],
    options: { 'thread-dumps': { count: 10, interval: 30 } },
  };
  const { id } = await ordered(slow);
  const user = await Session.login(host, 'user');
  for (const path of [ZIPS, `${ZIPS}/${id}`, `${ZIPS}/${id}/content`, `${ZIPS}/${id}/events`]) {
    assert.equal((await user.get(path)).status, 403, path);
  }
  assert.equal((await user.json(ZIPS, {})).status, 403);
  assert.equal((await admin.json(`${ZIPS}/${id}/cancel`, {})).status, 204);
  const started = Date.now();
  for (;;) {
    const zip = (await (await admin.get(`${ZIPS}/${id}`)).json()) as Zip;
    if (zip.state === 'cancelled') break;
    assert.ok(Date.now() - started < 3000, zip.state);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const headers = { 'X-Atlassian-Token': 'no-check' };
  assert.equal((await admin.send('DELETE', `${ZIPS}/${id}`, { headers })).status, 204);
  assert.equal((await admin.get(`${ZIPS}/${id}`)).status, 404);
});
