import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startHost, type RunningHost } from '../support/host.ts';
import { assertAnswers } from '../support/openapi.ts';
import { API, Session } from '../support/session.ts';

let host: RunningHost;
before(async () => {
  host = await startHost();
});
after(() => host.stop());

const ITEMS = `${API}/support-zip/items`;
const ZIP = `${API}/support-zip`;

async function problemOf(
  answer: Response,
): Promise<{ type: string; errors?: { field: string }[] }> {
  assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
  return (await answer.json()) as { type: string; errors?: { field: string }[] };
}

test('nobody logged in: 401 as a problem, or the login of the product', async () => {
  const anonymous = new Session(host.url, host.origin);
  for (const answer of [await anonymous.get(ITEMS), await anonymous.json(ZIP, {})]) {
    const toLogin = answer.status === 302 && /\/login/.test(answer.headers.get('location') ?? '');
    assert.ok(answer.status === 401 || toLogin, String(answer.status));
  }
});

test('a plain user: 403', async () => {
  const user = await Session.login(host, 'user');
  assert.equal((await user.get(ITEMS)).status, 403);
  assert.equal((await user.json(ZIP, {})).status, 403);
  assert.equal((await user.get('/plugins/servlet/hearth/admin/support-zip')).status, 403);
});

test('a system administrator without WebSudo: 403 that says where to confirm the password', async () => {
  const admin = await Session.login(host, 'admin');
  const answer = await admin.get(ITEMS);
  assert.equal(answer.status, 403);
  assert.equal((await problemOf(answer)).type, 'urn:hearth:problem:websudo-required');
  const page = await admin.get('/plugins/servlet/hearth/admin/support-zip');
  assert.equal(page.status, 302);
  assert.match(page.headers.get('location') ?? '', /websudo/);
});

test('a post forged on another site is refused, whatever its form', async () => {
  const admin = await Session.admin(host);
  const forged = [
    admin.json(ZIP, {}, { 'X-Atlassian-Token': '' }),
    admin.json(ZIP, {}, { Origin: 'https://evil.example' }),
    admin.json(ZIP, {}, { 'Sec-Fetch-Site': 'cross-site' }),
    admin.form(ZIP, { request: '{}' }),
    admin.form(ZIP, { request: '{}', atl_token: 'guessed' }),
    admin.form(ZIP, { request: '{}' }, { Origin: 'https://evil.example' }),
  ];
  for (const answer of await Promise.all(forged)) {
    assert.equal(answer.status, 403);
    assert.equal((await problemOf(answer)).type, 'urn:hearth:problem:xsrf-refused');
  }
  const plain = await admin.json(ZIP, {}, { 'Content-Type': 'text/plain' });
  assert.equal(plain.status, 415);
});

test('a request that makes no sense is answered 400 and names the field', async () => {
  const admin = await Session.admin(host);
  const bad: [body: unknown, field: string][] = [
    [{ items: ['no-such-item'] }, 'items[0]'],
    [{ items: [] }, 'items'],
    [{ items: 'product' }, 'items'],
    [{ preset: 'huge' }, 'preset'],
    [{ maxBytes: -1 }, 'maxBytes'],
    [{ maxBytes: 1e300 }, 'maxBytes'],
    [{ maxBytesPerItem: 'much' }, 'maxBytesPerItem'],
    [{ sinceDays: 0 }, 'sinceDays'],
    [{ options: { 'thread-dumps': { count: 10_000 } } }, 'options.thread-dumps.count'],
    [{ surprise: true }, 'surprise'],
  ];
  for (const [body, field] of bad) {
    const answer = await admin.json(ZIP, body);
    assert.equal(answer.status, 400, JSON.stringify(body));
    const problem = await problemOf(answer);
    assert.equal(problem.type, 'urn:hearth:problem:invalid-field', JSON.stringify(body));
    assert.deepEqual(
      problem.errors?.map((error) => error.field),
      [field],
    );
  }
});

test('a malformed, too deep or oversized body is refused', async () => {
  const admin = await Session.admin(host);
  for (const body of ['', '{', '[]', 'null', '"x"', '{"preset":"quick"} x', '['.repeat(50_000)]) {
    const answer = await admin.json(ZIP, body);
    assert.equal(answer.status, 400, body.slice(0, 20));
    assert.equal((await problemOf(answer)).type, 'urn:hearth:problem:malformed-body');
  }
  const large = await admin.json(ZIP, { browser: { userAgent: 'x'.repeat(200_000) } });
  assert.equal(large.status, 413);
});

test('unknown paths are 404, wrong methods 405 with the right ones named', async () => {
  const admin = await Session.admin(host);
  assert.equal((await admin.get(`${API}/nothing`)).status, 404);
  assert.equal((await admin.get(`${API}/support-zip/progress/unknown-id`)).status, 404);
  const wrong = await admin.send('DELETE', ITEMS, { headers: { 'X-Atlassian-Token': 'no-check' } });
  assert.equal(wrong.status, 405);
  assert.match(wrong.headers.get('allow') ?? '', /GET/);
});

test('the OpenAPI file is served and the answers keep to it', async () => {
  const admin = await Session.admin(host);
  const description = await admin.get(`${API}/openapi.json`);
  assert.equal(description.status, 200);
  assert.match(((await description.json()) as { openapi: string }).openapi, /^3\.1\./);
  await assertAnswers('get', '/support-zip/items', await admin.get(ITEMS));
  await assertAnswers('post', '/support-zip', await admin.json(ZIP, { items: ['no-such-item'] }));
  const withoutWebSudo = await Session.login(host, 'admin');
  await assertAnswers('get', '/support-zip/items', await withoutWebSudo.get(ITEMS));
});
