/** @jest-environment node */
import { createClient } from '../../../../frontend/shared/client.ts';
import { count, shape } from '../../../../frontend/shared/parse.ts';

const size = shape({ size: count });

function clientFor(answer: Response | Error): {
  client: ReturnType<typeof createClient>;
  calls: [string, RequestInit][];
} {
  const calls: [string, RequestInit][] = [];
  const client = createClient('/jira', (url, init) => {
    calls.push([url as string, init ?? {}]);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  });
  return { client, calls };
}

const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status });
const problem = (slug: string, status: number, more: object = {}): Response =>
  json({ type: `urn:hearth:problem:${slug}`, title: 'T', status, detail: 'D', ...more }, status);

test('asks below the context path, with the session, past every cache', async () => {
  const { client, calls } = clientFor(json({ size: 3 }));
  await expect(client.get('things?a=1', size)).resolves.toEqual({ ok: true, value: { size: 3 } });
  expect(calls[0]?.[0]).toBe('/jira/plugins/servlet/hearth/api/v1/things?a=1');
  expect(calls[0]?.[1]).toMatchObject({ credentials: 'same-origin', cache: 'no-store' });
});

test.each(['post', 'put'] as const)('%s proves that it comes from a page', async (method) => {
  const { client, calls } = clientFor(json({ size: 1 }));
  await client[method]('things', { a: 1 }, size);
  const init = calls[0]?.[1];
  expect(init?.method).toBe(method.toUpperCase());
  expect(init?.headers).toMatchObject({ 'X-Atlassian-Token': 'no-check' });
  expect(init?.body).toBe('{"a":1}');
});

test('an answer without a body is no mistake where none is expected', async () => {
  const { client } = clientFor(new Response(null, { status: 204 }));
  await expect(client.post('things', {}, () => 'fine')).resolves.toEqual({
    ok: true,
    value: 'fine',
  });
});

test.each([
  ['401', problem('not-logged-in', 401), { kind: 'session', reason: 'login' }],
  ['no WebSudo', problem('websudo-required', 403), { kind: 'session', reason: 'websudo' }],
  [
    'a plain user',
    problem('not-system-administrator', 403),
    { kind: 'session', reason: 'forbidden' },
  ],
  [
    '403 of a proxy',
    new Response('<html>', { status: 403 }),
    { kind: 'session', reason: 'forbidden' },
  ],
  ['a busy server', problem('busy', 429), { kind: 'busy', detail: 'D' }],
  ['a missing page', problem('not-found', 404), { kind: 'missing', detail: 'D' }],
  [
    'fields that do not fit',
    problem('invalid-field', 400, { errors: [{ field: 'a', message: 'm' }] }),
    { kind: 'invalid', detail: 'D', fields: [{ field: 'a', message: 'm' }] },
  ],
  ['a failure', problem('internal', 500), { kind: 'server', status: 500, detail: 'D' }],
  [
    '502 of a proxy',
    new Response('oops', { status: 502 }),
    { kind: 'server', status: 502, detail: '' },
  ],
  ['no connection', new TypeError('failed'), { kind: 'unreachable' }],
  ['another shape', json({ size: 'x' }), { kind: 'mismatch', place: 'size' }],
  ['no JSON', new Response('<html>'), { kind: 'mismatch', place: 'answer' }],
])('%s is a problem with a next step', async (_name, answer, expected) => {
  const { client } = clientFor(answer);
  await expect(client.get('things', size)).resolves.toEqual({ ok: false, problem: expected });
});

test('a redirect to a login page means that the session has ended', async () => {
  const redirect = { type: 'opaqueredirect' } as Response;
  const { client } = clientFor(redirect);
  await expect(client.get('things', size)).resolves.toEqual({
    ok: false,
    problem: { kind: 'session', reason: 'login' },
  });
});
