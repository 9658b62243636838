/** What is typed while the server is still being told what was typed before. */
import { settingsOf } from '../../../../frontend/admin/reports/settings-store.ts';
import { watchOf } from '../../../../frontend/admin/support-zip/watch-store.ts';
import { UsageStore } from '../../../../frontend/admin/usage/usage-store.ts';
import { FakeServer, type Answer } from '../fake-server.ts';
import { problem } from '../fixture/answers.ts';

const REPORTS = {
  on: true,
  shortcut: true,
  perHour: 9,
  retentionDays: 90,
  supportAddress: '',
};
const WATCH = { on: true, heapPercent: 90, heapMinutes: 5, errorsPerMinute: 100 };
const USAGE = {
  settings: { threshold: 5, noise: 'none', retentionDays: 180 },
  apps: [],
  example: '{}',
  files: 0,
};

describe.each([
  ['taken', (body: unknown): Answer => ({ status: 200, body: body as object })],
  ['refused', (): Answer => ({ status: 500, body: problem('internal', 500) })],
])('while settings are %s', (_, answer) => {
  test('a change of those of problem reports stays', async () => {
    const server = new FakeServer().on('GET', 'reports/settings', { status: 200, body: REPORTS });
    const store = settingsOf(server.client);
    server.on('PUT', 'reports/settings', ({ body }) => {
      store.edit({ perHour: 3 });
      return answer(body);
    });
    await store.load();
    store.edit({ perHour: 2 });
    await store.save();
    expect(server.called('PUT', 'reports/settings')[0]?.body).toMatchObject({ perHour: 2 });
    expect(store.state.get()).toMatchObject({ draft: { perHour: 3 } });
    expect(store.changed()).toBe(true);
  });

  test('a change of those of the health watch stays', async () => {
    const server = new FakeServer().on('GET', 'support-zips/watch', { status: 200, body: WATCH });
    const store = watchOf(server.client);
    server.on('PUT', 'support-zips/watch', ({ body }) => {
      store.edit({ heapMinutes: 3 });
      return answer(body);
    });
    await store.load();
    store.edit({ heapMinutes: 2 });
    await store.save();
    expect(store.state.get()).toMatchObject({ draft: { heapMinutes: 3 } });
    expect(store.changed()).toBe(true);
  });

  test('a change of those of usage stays', async () => {
    const server = new FakeServer().on('GET', 'usage', { status: 200, body: USAGE });
    const store = new UsageStore(server.client);
    server.on('PUT', 'usage/settings', ({ body }) => {
      store.edit({ threshold: 8 });
      return answer({ ...USAGE, settings: body });
    });
    await store.load();
    store.edit({ threshold: 7 });
    await store.save();
    expect(store.state.get()).toMatchObject({ busy: false, settings: { threshold: 8 } });
    expect(store.changed()).toBe(true);
  });
});
