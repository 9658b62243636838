import { act, screen, waitFor, within } from '@testing-library/react';
import { SENDING } from '../fixture/destination-answers.ts';
import { groups, SETTINGS_VIEW, summary } from '../fixture/errors-answers.ts';
import { violations } from '../rendering.tsx';
import { open, serving, withHeight } from './errors-page.tsx';

beforeEach(() => {
  withHeight(720);
});

const rows = () => screen.getAllByRole('row').slice(1);
const titles = () => rows().map((row) => within(row).getByRole('link').textContent.trim());

describe('the list', () => {
  test('shows what broke, where, how often, and in which state', async () => {
    await open(serving());
    const [first] = rows();
    expect(first).toHaveTextContent('TypeError Cannot read properties of null');
    expect(first).toHaveTextContent('save in poker.js');
    expect(first).toHaveTextContent('Sprint Poker');
    expect(first).toHaveTextContent('Open');
    expect(first).toHaveTextContent('12,480');
    expect(within(first!).getByRole('img')).toHaveAccessibleName(/^Last 24 hours: \d+ errors/);
    expect(await violations()).toEqual([]);
  });

  test('is asked for anew with what it is narrowed to', async () => {
    const server = serving();
    const { user } = await open(server);
    await user.type(screen.getByRole('searchbox', { name: 'Search' }), 'null');
    await waitFor(() => {
      expect(server.calls.at(-1)?.path).toContain('q=null');
    });
    await user.type(screen.getByRole('combobox', { name: 'App' }), 'Gantt{Enter}');
    expect(server.calls.at(-1)?.path).toContain('app=com.example.gantt');
    expect(server.calls.at(-1)?.path).toContain('q=null');
  });

  test('of five thousand groups draws only the rows in sight, and fetches the next as they come', async () => {
    const all = Array.from({ length: 5000 }, (_, number) => summary(number));
    const server = serving().on('GET', 'error-groups?', ({ path }) => {
      const offset = Number(new URLSearchParams(path.split('?')[1]).get('offset'));
      return { status: 200, body: groups(all.slice(offset, offset + 500), { total: 5000 }) };
    });
    const { list } = await open(server);
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '5001');
    expect(rows().length).toBeLessThan(40);
    await act(() => list.reach(600));
    const state = list.state.get();
    expect(state.phase === 'ready' ? state.groups.length : 0).toBe(1000);
  });

  test('is walked with the arrows, chosen with space, and opened with Enter', async () => {
    const { user, at, list } = await open(serving());
    act(() => {
      rows()[0]!.focus();
    });
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(rows()[2]).toHaveFocus();
    await user.keyboard(' ');
    expect([...list.chosen.get()]).toEqual([summary(2).id]);
    await user.keyboard('{ArrowUp}{Enter}');
    expect(at.get()).toEqual({ at: 'group', id: summary(1).id });
  });

  test('coming back, it has its place again', async () => {
    const { go, list } = await open(serving());
    act(() => {
      rows()[5]!.focus();
    });
    go({ at: 'group', id: summary(0).id });
    await screen.findByRole('heading', { level: 2 });
    go({ at: 'tab', tab: 'list' });
    expect(rows()[5]).toHaveAttribute('tabindex', '0');
    expect(list.place.row).toBe(5);
  });
});

describe('what is new', () => {
  const later = '2026-01-05T12:00:05Z';
  const fresh = summary(100, { firstSeen: later, lastSeen: later, title: 'Fresh' });

  test('is announced without moving what somebody reads, and shown when asked for', async () => {
    const server = serving();
    const { user, list } = await open(server);
    const before = titles();
    const now = [fresh, ...groups().groups.map((one) => ({ ...one, total: one.total + 1 }))];
    server.on('GET', 'error-groups?', { status: 200, body: groups(now, { revision: 'r2' }) });
    await act(() => list.poll());
    expect(titles()).toEqual(before);
    expect(rows()[0]).toHaveTextContent('12,481');
    expect(screen.getByText('A new or regressed error.')).toBeVisible();
    expect(screen.getByText(/Fresh in/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show' }));
    expect(titles()[0]).toContain('Fresh');
    expect(screen.queryByText('A new or regressed error.')).toBeNull();
  });

  test('is a group that came back, too', async () => {
    const server = serving();
    const { list } = await open(server);
    const now = groups().groups.map((one, index) =>
      index === 3 ? { ...one, state: { status: 'regressed' as const, since: later } } : one,
    );
    server.on('GET', 'error-groups?', { status: 200, body: groups(now, { revision: 'r2' }) });
    await act(() => list.poll());
    expect(screen.getByText('A new or regressed error.')).toBeVisible();
    expect(rows()[3]).toHaveTextContent('Regressed');
  });

  test('is shown at once where there was nothing to read', async () => {
    const server = serving().on('GET', 'error-groups?', { status: 200, body: groups([]) });
    const { list } = await open(server);
    server.on('GET', 'error-groups?', { status: 200, body: groups([fresh], { revision: 'r2' }) });
    await act(() => list.poll());
    expect(titles()[0]).toContain('Fresh');
  });

  test('costs nothing while nothing changed', async () => {
    const server = serving();
    const { list } = await open(server);
    server.on('GET', 'error-groups?', { status: 304 });
    const before = list.state.get();
    await act(() => list.poll());
    expect(list.state.get()).toBe(before);
    expect(server.calls.at(-1)?.headers['If-None-Match']).toBe('"r1"');
  });
});

describe('chosen errors', () => {
  test('are resolved together, and that is taken back', async () => {
    const server = serving()
      .on('POST', 'error-groups/state', ({ body }) => ({
        status: 200,
        body: {
          states: (body as { ids: string[] }).ids.map((id) => ({
            id,
            state: { status: 'open', since: '2026-01-01T00:00:00Z' },
          })),
        },
      }))
      .on('PUT', 'error-groups/state', { status: 204 });
    const { user } = await open(server);
    for (const row of rows().slice(0, 2)) {
      await user.click(within(row).getByRole('checkbox'));
    }
    expect(screen.getByText('2 chosen')).toBeVisible();
    expect(await violations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Resolve' }));
    const ids = [summary(0).id, summary(1).id];
    expect(server.called('POST', 'error-groups/state')[0]?.body).toEqual({
      ids,
      status: 'resolved',
    });
    expect(screen.getByText('2 errors resolved.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    const [back] = server.called('PUT', 'error-groups/state');
    expect((back?.body as { states: { id: string }[] }).states.map(({ id }) => id)).toEqual(ids);
    expect(screen.getByText('Taken back for 2 errors.')).toBeVisible();
  });

  test('are deleted only after a question', async () => {
    const server = serving().on('POST', 'error-groups/delete', { status: 204 });
    const { user } = await open(server);
    await user.click(within(rows()[0]!).getByRole('checkbox'));
    await user.click(screen.getByRole('button', { name: 'Delete…' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('Delete this error?');
    expect(server.called('POST', 'error-groups/delete')).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
    expect(server.called('POST', 'error-groups/delete')[0]?.body).toEqual({ ids: [summary(0).id] });
    expect(screen.getByText('Error deleted.')).toBeVisible();
  });

  test('are ignored until there are so many more, or resolved in a version', async () => {
    const server = serving().on('POST', 'error-groups/state', {
      status: 200,
      body: { states: [] },
    });
    const { user } = await open(server);
    await user.click(within(rows()[0]!).getByRole('checkbox'));
    await user.click(screen.getByRole('button', { name: 'Ignore…' }));
    await user.click(await screen.findByRole('radio', { name: 'Until 100 more of it' }));
    await user.click(screen.getByRole('button', { name: 'Ignore' }));
    await user.click(within(rows()[0]!).getByRole('checkbox'));
    await user.click(screen.getByRole('button', { name: 'Resolve in a version…' }));
    await user.click(
      within(await screen.findByRole('dialog', { name: /in a version/ })).getByRole('button', {
        name: 'Resolve',
      }),
    );
    expect(server.called('POST', 'error-groups/state').map(({ body }) => body)).toEqual([
      { ids: [summary(0).id], status: 'ignored', untilMore: 100 },
      { ids: [summary(0).id], status: 'resolved', inRelease: '3.2.1' },
    ]);
  });
});

describe('an empty list', () => {
  const empty = { status: 200, body: groups([]) };

  test('offers to watch all apps where only this one is', async () => {
    const settings = { ...SETTINGS_VIEW.settings, watch: 'this-app' as const };
    const server = serving()
      .on('GET', 'error-groups?', empty)
      .on('GET', 'errors/settings', { status: 200, body: { ...SETTINGS_VIEW, settings } });
    const { user } = await open(server);
    await user.click(screen.getByRole('button', { name: 'Watch all installed apps' }));
    expect(server.called('PUT', 'errors/settings')[0]?.body).toMatchObject({ watch: 'all-apps' });
    expect(screen.getByText('No errors so far')).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test('says that nothing fits, and leads back to all', async () => {
    const server = serving();
    const { user, list } = await open(server);
    server.on('GET', 'error-groups?', empty);
    await act(() => list.narrow({ q: 'nothing' }));
    expect(screen.getByText('No error fits')).toBeVisible();
    server.on('GET', 'error-groups?', { status: 200, body: groups() });
    await user.click(screen.getByRole('button', { name: 'Show all errors' }));
    expect(screen.getByRole('searchbox')).toHaveValue('');
    expect(rows().length).toBe(14);
  });
});

test('forwarding shows where errors go and why some did not', async () => {
  const server = serving().on('GET', 'destinations', {
    status: 200,
    body: { destinations: [SENDING] },
  });
  await open(server, { at: 'tab', tab: 'watch' });
  expect(await screen.findByText('Sending to sentry.example.com')).toBeVisible();
  expect(screen.getByText('1,204 beyond ten a second, 3 did not arrive')).toBeVisible();
  expect(screen.getByText(/pause of 42 more seconds/)).toBeVisible();
  expect(await violations()).toEqual([]);
});

test('forwarding is off until somebody confirms where to, and can be stopped without its counts', async () => {
  const server = serving().on('GET', 'errors/forwarding', { status: 500 });
  const { unmount } = await open(server, { at: 'tab', tab: 'watch' });
  expect(await screen.findByText('Off: nothing is sent.')).toBeVisible();
  unmount();
  server.on('GET', 'destinations', { status: 200, body: { destinations: [SENDING] } });
  await open(server, { at: 'tab', tab: 'watch' });
  expect(await screen.findByText('The counts could not be read.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Stop sending' })).toBeEnabled();
});
