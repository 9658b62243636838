import { act, screen } from '@testing-library/react';
import { KeptStore } from '../../../../frontend/admin/privacy/kept-store.ts';
import { KindsPanel } from '../../../../frontend/admin/privacy/kinds.tsx';
import { FakeServer } from '../fake-server.ts';
import { show } from '../rendering.tsx';

const UNTIL = '2026-03-02T12:00:00Z';
const RUN = { at: '2026-02-20T12:00:00Z', went: [] };

async function open(retention: object): Promise<void> {
  const body = { kinds: [], nodes: { own: 'node1', running: [], silent: [] }, retention };
  const server = new FakeServer().on('GET', 'privacy', { status: 200, body });
  const store = new KeptStore(server.client, () => Promise.resolve());
  show(<KindsPanel store={store} url={(path) => path} />);
  await act(() => store.load());
}

const right = (): HTMLElement | null => screen.queryByRole('button', { name: /clock is right/ });

test('a clock that leapt is a warning with a way on', async () => {
  await open({ longestDays: 180, last: RUN, doubt: { last: RUN.at, until: UNTIL } });
  expect(screen.getByText('Old data is not being deleted')).toBeDefined();
  expect(right()).not.toBeNull();
});

test('so is one of which the last time it was believed is lost', async () => {
  await open({ longestDays: 180, last: RUN, doubt: { until: UNTIL } });
  expect(right()).not.toBeNull();
});

test('the first day of a new installation alarms nobody', async () => {
  await open({ longestDays: 180, doubt: { until: UNTIL } });
  expect(screen.getByText(/Old data is deleted once a day, from 2 Mar 2026/)).toBeDefined();
  expect(right()).toBeNull();
  expect(screen.queryByText('Old data is not being deleted')).toBeNull();
});
