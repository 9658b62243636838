/** @jest-environment node */
import { failureOf } from '../../../../frontend/review/reviewer.ts';
import { remoteSource } from '../../../../frontend/review/zip/remote.ts';

const MB = 1024 * 1024;
const FILE = Buffer.alloc(40 * MB);
for (let at = 0; at + 1000 <= FILE.length; at += 1000) {
  FILE.fill((at / 1000) % 256, at, at + 1000);
}

/** As the server answers. */
function serve(tag: string, status?: number): { fetcher: typeof fetch; asked: string[] } {
  const asked: string[] = [];
  const fetcher = (_: unknown, init?: RequestInit): Promise<Response> => {
    const headers = new Headers(init?.headers);
    const range = headers.get('Range') ?? '';
    asked.push(range);
    if (status !== undefined) {
      return Promise.resolve(new Response('no', { status }));
    }
    if (headers.get('If-Range') !== `"${tag}"`) {
      return Promise.resolve(new Response(FILE.subarray(0, 10), { status: 200 }));
    }
    const [from, to] = range.slice(6).split('-').map(Number) as [number, number];
    const part = { 'Content-Range': `bytes ${String(from)}-${String(to)}/${String(FILE.length)}` };
    return Promise.resolve(
      new Response(new Uint8Array(FILE.subarray(from, to + 1)), { status: 206, headers: part }),
    );
  };
  return { fetcher, asked };
}

const zip = { url: '/content', size: FILE.length, sha256: 'abc' };

it('reads any part, asks for each block once, and holds sixteen of them', async () => {
  const { fetcher, asked } = serve('abc');
  const source = remoteSource(zip, fetcher);
  for (const [at, length] of [
    [MB - 5, 10],
    [3, 2 * MB],
    [FILE.length - 7, 7],
  ] as const) {
    const bytes = await source.read(at, length);
    expect(Buffer.from(bytes).equals(FILE.subarray(at, at + length))).toBe(true);
  }
  expect(asked).toEqual(
    ['0', '1', '2', '39'].map(
      (n) => `bytes=${String(Number(n) * MB)}-${String(Number(n) * MB + MB - 1)}`,
    ),
  );
  await Promise.all([source.read(5 * MB, 9), source.read(5 * MB + 100, 9)]);
  expect(asked).toHaveLength(5);
  await source.read(10 * MB, 20 * MB);
  await source.read(0, 1);
  expect(asked).toHaveLength(5 + 20 + 1);
});

it.each([
  ['another file by now', serve('other'), 'changed'],
  ['no file any more', serve('abc', 404), 'gone'],
  ['a smaller file', serve('abc', 416), 'changed'],
  ['an ended session', serve('abc', 401), 'session'],
  ['a server in trouble', serve('abc', 500), 'unreadable'],
])('tells of %s', async (_, { fetcher }, kind) => {
  const source = remoteSource(zip, fetcher);
  const failure = await source.read(0, 9).then(
    () => undefined,
    (error: unknown) => failureOf(error),
  );
  expect(failure?.kind).toBe(kind);
});

it('asks again after a failure', async () => {
  let down = true;
  const { fetcher } = serve('abc');
  const source = remoteSource(zip, (...all) =>
    down ? Promise.reject(new TypeError('down')) : fetcher(...all),
  );
  await expect(source.read(0, 9)).rejects.toThrow('down');
  down = false;
  expect(await source.read(0, 9)).toHaveLength(9);
});
