import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Report, Usage } from '../../../../frontend/admin/usage/contract.ts';
import { UsageView } from '../../../../frontend/admin/usage/page.tsx';
import { UsageStore } from '../../../../frontend/admin/usage/usage-store.ts';
import { byDay, byWeek, weeksOf } from '../../../../frontend/admin/usage/weeks.ts';
import { FakeServer } from '../fake-server.ts';
import { problem } from '../fixture/answers.ts';
import { show, violations } from '../rendering.tsx';

const OWN = { key: 'io.hearth', name: 'Hearth' };
const BOARD = { key: 'com.example.board', name: 'Board' };

const OFF: Usage = {
  settings: { threshold: 5, noise: 'none', retentionDays: 180 },
  apps: [
    {
      app: OWN,
      features: [{ name: 'io.hearth:zip-made', description: 'A ZIP was made', agreed: false }],
    },
    {
      app: BOARD,
      features: [
        { name: 'com.example.board:opened', description: 'A board was opened', agreed: false },
      ],
    },
    { app: { key: 'broken', name: 'Broken' }, features: [], problem: 'it is no JSON' },
  ],
  example: '{"day":"2026-03-01"}\n',
  files: 0,
};

const agreedTo = (
  names: readonly string[],
  kinds: readonly ('features' | 'other-apps')[],
): Usage => ({
  ...OFF,
  files: 1,
  consent: { by: 'ada', at: '2026-03-01T12:00:00Z', kinds },
  apps: OFF.apps.map((one) => ({
    ...one,
    features: one.features.map((feature) => ({ ...feature, agreed: names.includes(feature.name) })),
  })),
});

const REPORT: Report = {
  from: '2026-02-01',
  to: '2026-02-28',
  threshold: 5,
  noise: 'none',
  features: [
    {
      app: OWN,
      key: 'zip-made',
      description: 'A ZIP was made',
      days: [
        { day: '2026-02-02', count: 12, people: 6, ok: 9, refused: 0, failed: 3 },
        { day: '2026-02-27', count: 30, people: 8 },
      ],
      p50: 512,
      p90: 131_072,
    },
  ],
};

function serving(usage: Usage, report: Report = { ...REPORT, features: [] }): FakeServer {
  return new FakeServer()
    .on('GET', 'usage', { status: 200, body: usage })
    .on('GET', 'usage/report', { status: 200, body: report })
    .on('GET', 'usage/stored', { status: 200, body: { names: ['nodes/n1/usage/2026-02-27.json'] } })
    .on('GET', 'usage/stored/content', { status: 200, body: { day: '2026-02-27' } });
}

async function open(server: FakeServer): Promise<ReturnType<typeof userEvent.setup>> {
  const store = new UsageStore(server.client);
  show(<UsageView store={store} />);
  await act(() => store.load());
  return userEvent.setup();
}

test('before anybody agreed, the page is the form, and only what is chosen is agreed to', async () => {
  const server = serving(OFF).on('PUT', 'usage/consent', {
    status: 200,
    body: agreedTo(['io.hearth:zip-made', 'com.example.board:opened'], ['features', 'other-apps']),
  });
  const user = await open(server);
  await screen.findByText('A ZIP was made');
  expect(screen.queryByText('A board was opened')).toBeNull();
  expect(screen.getByText(/"day":"2026-03-01"/)).toBeVisible();
  await user.click(screen.getByLabelText('Other apps'));
  await screen.findByText('A board was opened');
  expect(screen.getByText(/it is no JSON/)).toBeVisible();
  expect(await violations()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Agree and start counting' }));
  await screen.findByText('No numbers yet');
  expect(server.called('PUT', 'usage/consent')[0]?.body).toEqual({
    kinds: ['features', 'other-apps'],
    features: ['io.hearth:zip-made', 'com.example.board:opened'],
  });
});

test('a feature that nobody agreed to is told and waits', async () => {
  const user = await open(
    serving(agreedTo(['com.example.board:opened'], ['features', 'other-apps'])),
  );
  await user.click(await screen.findByRole('tab', { name: 'What is counted' }));
  await screen.findByText(/1 feature is not counted/);
  const fresh = screen.getByText('A ZIP was made').closest('li');
  expect(within(fresh!).getByText('not counted yet')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Agree to this list' })).toBeEnabled();
});

test('numbers are shown by feature and week, with what is not told as a dash', async () => {
  await open(serving(agreedTo(['io.hearth:zip-made'], ['features']), REPORT));
  const rows = await screen.findAllByRole('row', { name: /A ZIP was made/ });
  const cells = (row: HTMLElement | undefined): (string | null)[] =>
    within(row!)
      .getAllByRole('cell')
      .map((cell) => cell.textContent);
  expect(cells(rows[0]).slice(1)).toEqual([
    '42',
    'at least 8',
    '75%',
    'up to 0.5 secs',
    'over 1 min 6 secs',
  ]);
  expect(cells(rows[1])).toEqual(['12', '–', '–', '30']);
  expect(await violations()).toEqual([]);
});

test('withdrawing asks what becomes of what is stored', async () => {
  const server = serving(agreedTo(['io.hearth:zip-made'], ['features'])).on(
    'POST',
    'usage/withdrawal',
    { status: 200, body: OFF },
  );
  const user = await open(server);
  await user.click(await screen.findByRole('tab', { name: 'What is counted' }));
  await user.click(await screen.findByRole('button', { name: 'Stop counting' }));
  await user.click(await screen.findByRole('button', { name: 'Stop and delete all' }));
  await screen.findByRole('button', { name: 'Agree and start counting' });
  expect(server.called('POST', 'usage/withdrawal')[0]?.body).toEqual({ delete: true });
});

test('a stored file is shown as it lies there, and settings are kept', async () => {
  const usage = agreedTo(['io.hearth:zip-made'], ['features']);
  const server = serving(usage).on('PUT', 'usage/settings', ({ body }) => ({
    status: 200,
    body: { ...usage, settings: body as Usage['settings'] },
  }));
  const user = await open(server);
  await user.click(await screen.findByRole('tab', { name: 'What is stored' }));
  await user.click(await screen.findByRole('button', { name: 'nodes/n1/usage/2026-02-27.json' }));
  await screen.findByText(/"day": "2026-02-27"/);
  await user.click(screen.getByRole('tab', { name: 'Settings' }));
  const least = await screen.findByLabelText('Fewest people');
  await user.clear(least);
  await user.type(least, '20');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('The settings are saved.');
  expect(server.called('PUT', 'usage/settings')[0]?.body).toEqual({
    threshold: 20,
    noise: 'none',
    retentionDays: 180,
  });
});

test('a server that fails is told, and can be asked again', async () => {
  const server = serving(OFF).on('GET', 'usage', { status: 500, body: problem('internal', 500) });
  await open(server);
  await waitFor(() => {
    expect(screen.getByRole('alert')).toBeVisible();
  });
  expect(screen.getByRole('button', { name: /again/i })).toBeEnabled();
});

test('weeks end with the last day that is told, and hold all days once', () => {
  const weeks = weeksOf(REPORT);
  expect(weeks.map(({ from }) => from)).toEqual([
    '2026-02-01',
    '2026-02-08',
    '2026-02-15',
    '2026-02-22',
  ]);
  expect(byWeek(REPORT.features[0]!.days, weeks)).toEqual([12, 0, 0, 30]);
  const days = byDay(REPORT);
  expect([days.length, days[1]?.count, days[26]?.count]).toEqual([28, 12, 30]);
});
