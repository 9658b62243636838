/** @jest-environment node */
import { createServer, type Server } from 'node:http';
import { Senders } from '../../bench/http-load';

const seen = new Map<string, number>();
let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const address = request.socket.remoteAddress ?? '';
    const count = (seen.get(address) ?? 0) + 1;
    seen.set(address, count);
    request.resume();
    request.on('end', () => {
      response.statusCode = request.url === '/broken' && count % 2 === 0 ? 503 : 200;
      // The slow path holds one lane for a while, so that what is due meanwhile must wait.
      setTimeout(() => response.end('{}'), request.url === '/slow' ? 40 : 0);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  url = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : 0)}`;
});

afterAll(() => new Promise((closed) => server.close(closed)));
beforeEach(() => seen.clear());

const one = { body: () => 'x', seconds: 20 };

test('no address sends more than the intake takes of one', async () => {
  const senders = new Senders();
  const taken = await senders.load({ ...one, url, total: 1000 });
  expect(taken.taken).toBe(1000);
  expect(Math.max(...seen.values())).toBe(100);
  const before = new Set(seen.keys());
  await senders.load({ ...one, url, total: 10 });
  expect([...seen.keys()].filter((address) => !before.has(address))).not.toEqual([]);
  expect(Math.max(...seen.values())).toBe(100);
});

test('other answers are counted by status and do not count as taken', async () => {
  const taken = await new Senders().load({ ...one, url: `${url}/broken`, total: 160 });
  expect(taken.refused).toEqual(new Map([['503', taken.refused.get('503') ?? 0]]));
  expect(taken.refused.get('503')).toBeGreaterThan(60);
  expect(taken.taken + (taken.refused.get('503') ?? 0)).toBe(160);
});

test('a late one counts from when it was due', async () => {
  const slow = `${url}/slow`;
  const paced = await new Senders().load({ ...one, url: slow, total: 200, perSecond: 1000 });
  // Eight lanes of 40 ms take at most 200 a second: the last was due 800 ms before.
  expect(paced.p99).toBeGreaterThan(400);
  const free = await new Senders().load({ ...one, url: slow, total: 40 });
  expect(free.p50).toBeLessThan(400);
});

test('a run ends in time, and a server that is not there is an answer too', async () => {
  const cut = await new Senders().load({ ...one, url: `${url}/slow`, total: 9999, seconds: 0.2 });
  expect(cut.taken).toBeLessThan(200);
  const gone = await new Senders().load({ ...one, url: 'http://127.0.0.1:1/', total: 3 });
  expect(gone.refused).toEqual(new Map([['ECONNREFUSED', 3]]));
});
