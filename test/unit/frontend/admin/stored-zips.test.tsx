import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StoredSection } from '../../../../frontend/admin/support-zip/stored-list.tsx';
import { StoredList } from '../../../../frontend/admin/support-zip/stored-store.ts';
import type { StoredZip } from '../../../../frontend/admin/support-zip/stored-contract.ts';
import { FakeServer } from '../fake-server.ts';
import { progress } from '../fixture/answers.ts';
import { storedZip, storedZips, withOutcome } from '../fixture/stored-answers.ts';
import { show, violations } from '../rendering.tsx';

interface Following {
  readonly address: string;
  readonly zip: (data: string) => void;
  readonly gone: () => void;
  stopped: boolean;
}

/** The list on a server with these ZIPs; events and time come from the test. */
async function open(...zips: StoredZip[]) {
  const server = new FakeServer();
  const now = { zips };
  server.on('GET', 'support-zips', () => ({ status: 200, body: storedZips(now.zips) }));
  const followed: Following[] = [];
  const waiting: (() => void)[] = [];
  let time = 0;
  const list = new StoredList({
    client: server.client,
    follow: (address, zip, gone) => {
      const one = { address, zip, gone, stopped: false };
      followed.push(one);
      return () => {
        one.stopped = true;
      };
    },
    wait: () => new Promise((resolve) => waiting.push(resolve)),
    now: () => time,
  });
  show(<StoredSection list={list} titles={{ logs: 'Product logs' }} kinds={{}} />);
  await act(() => list.load());
  let left = false;
  void list.keepLooking(() => left);
  const tick = async (seconds: number): Promise<void> => {
    time += seconds * 1000;
    await act(async () => {
      waiting.splice(0).forEach((resume) => {
        resume();
      });
      await new Promise((resolve) => setTimeout(resolve, 0));
    });
  };
  const leave = (): void => {
    left = true;
  };
  return { server, now, followed, tick, leave, user: userEvent.setup() };
}

test('says what the place is for while nothing is in it', async () => {
  await open();
  expect(screen.getByText(/No Support ZIP is kept here/)).toBeVisible();
  expect(await violations()).toEqual([]);
});

test('a finished one can be downloaded and tells its checksum and its end', async () => {
  await open(storedZip());
  const link = screen.getByRole('link', { name: /^Download/ });
  expect(link).toHaveAttribute('href', expect.stringMatching(/support-zips\/.*\/content$/));
  expect(screen.getByText(/^c0ffee/)).toBeVisible();
  expect(screen.getByText(/will be deleted on 12 Jan 2026/)).toBeVisible();
  expect(await violations()).toEqual([]);
});

test('of a cluster it tells what became of each node', async () => {
  const part = { filesDone: 3, filesTotal: 9, bytesRead: 0, bytesExpected: 0 };
  await open(
    storedZip({
      nodes: [
        { node: 'node1', state: 'gathered', ...part },
        { node: 'node2', state: 'writing', clockAheadMs: -90_000, ...part },
        { node: 'node3', state: 'missing', absence: 'silent', text: 'It is down.', ...part },
      ],
    }),
  );
  const list = screen.getByRole('list', { name: 'Nodes' });
  const words = within(list)
    .getAllByRole('listitem')
    .map((one) => one.textContent);
  expect(words).toEqual([
    'node1In the ZIP',
    expect.stringMatching(/^node2Writing3 of 9 files · its clock is 1 min 30 secs? behind$/),
    'node3MissingIt is down.',
  ]);
  expect(await violations()).toEqual([]);
});

test('one that is being made moves with the events and needs no asking', async () => {
  const zip = storedZip({ state: 'running' });
  const { server, followed, tick, leave } = await open(zip);
  expect(screen.getByText('45%')).toBeVisible();
  const asked = server.called('GET', 'support-zips').length;
  await tick(1);
  const half = { ...progress(), elapsedMs: 20_000, bytesRead: progress().bytesExpected / 2 };
  act(() => followed[0]?.zip(JSON.stringify({ ...zip, progress: half })));
  expect(screen.getByText('50%')).toBeVisible();
  expect(screen.getByText(/about 20 secs? left/)).toBeVisible();
  await tick(2);
  expect(server.called('GET', 'support-zips')).toHaveLength(asked);
  leave();
});

test('where events do not come through it asks', async () => {
  const zip = storedZip({ state: 'running' });
  const { now, tick, followed, leave } = await open(zip);
  await tick(6);
  now.zips = [storedZip()];
  await tick(6);
  await tick(6);
  expect(screen.getByText('Ready')).toBeVisible();
  expect(followed[0]?.stopped).toBe(true);
  leave();
});

test.each(['not JSON', '{"id": 1}', '[]'])('an event that is %s changes nothing', async (data) => {
  const { followed } = await open(storedZip({ state: 'running' }));
  act(() => followed[0]?.zip(data));
  expect(screen.getByText('45%')).toBeVisible();
});

test('cancels, keeps, and deletes after a question', async () => {
  const zip = storedZip();
  const { server, now, user } = await open(zip);
  server.on('POST', 'support-zips/', () => {
    now.zips = [storedZip({ kept: true })];
    return { status: 200, body: storedZip({ kept: true }) };
  });
  await user.click(screen.getByRole('button', { name: /^Keep/ }));
  expect(await screen.findByText('Kept')).toBeVisible();
  expect(server.called('POST', 'support-zips/')[0]?.body).toEqual({ kept: true });

  server.on('DELETE', 'support-zips/', () => {
    now.zips = [];
    return { status: 204 };
  });
  await user.click(screen.getByRole('button', { name: /^Delete/ }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText(/removed from the server for good/)).toBeVisible();
  expect(server.called('DELETE', 'support-zips/')).toHaveLength(0);
  await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
  expect(await screen.findByText(/No Support ZIP is kept here/)).toBeVisible();
});

test('shows what is in it on request', async () => {
  const zip = storedZip();
  const { server, user } = await open(zip);
  server.on('GET', `support-zips/${zip.id}`, { status: 200, body: withOutcome(zip) });
  const button = screen.getByRole('button', { name: /^What is in it/ });
  await user.click(button);
  expect(await screen.findByText(/^Replaced/)).toBeVisible();
  await user.click(button);
  expect(screen.queryByText(/^Replaced/)).toBeNull();
});

test.each([
  ['interrupted', {}, /overview and the manifest are missing/],
  ['failed', { trouble: 'disk-full', text: 'Make room.' }, /Make room/],
] as const)('tells what became of one that %s', async (state, more, words) => {
  await open(storedZip({ state, ...more }));
  expect(screen.getByText(words)).toBeVisible();
  expect(await violations()).toEqual([]);
});
