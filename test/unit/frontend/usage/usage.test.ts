import type { PageErrors } from '../../../../frontend/shared/page-errors';

let sent: [url: string, body: string][];

/** Runs the script on a page that has counted this. */
async function load(uses: PageErrors['uses'], navigator: object = {}): Promise<PageErrors> {
  const page = {
    config: { u: '/jira/s/1/_/download/resources/io.hearth:usage/usage.js' },
    uses,
    room: 3,
  } as PageErrors;
  window.__hearth = page;
  for (const [name, value] of Object.entries({
    doNotTrack: null,
    globalPrivacyControl: undefined,
    sendBeacon: (url: string, body: string) => sent.push([url, body]),
    ...navigator,
  })) {
    Object.defineProperty(window.navigator, name, { value, configurable: true });
  }
  await jest.isolateModulesAsync(async () => {
    await import('../../../../frontend/usage/main');
  });
  return page;
}

const USES = { 'io.hearth:page-errors ok': [-1, -1] };

/** Listeners of an earlier test stay on jsdom's window, with a page that has nothing left to send. */
beforeEach(() => {
  sent = [];
});

test('what was counted is sent once, when the page is left', async () => {
  const page = await load({ ...USES });
  expect(sent).toEqual([]);
  window.dispatchEvent(new Event('pagehide'));
  window.dispatchEvent(new Event('visibilitychange'));
  expect(sent).toEqual([
    ['/jira/plugins/servlet/hearth/api/v1/ingest/usage', JSON.stringify(USES)],
  ]);
  expect([page.uses, page.room]).toEqual([{}, 100]);
});

test('it adds how to measure', async () => {
  const count = jest.fn();
  window.HearthUsage = { count };
  await load({});
  window.HearthUsage.time?.('com.example.board:moved')('refused');
  expect(count).toHaveBeenCalledWith('com.example.board:moved', 'refused', expect.any(Number));
});

test('a page that counted nothing sends nothing', async () => {
  await load({});
  window.dispatchEvent(new Event('pagehide'));
  expect(sent).toEqual([]);
});

test.each([{ globalPrivacyControl: true }, { doNotTrack: '1' }])(
  'a browser that asks not to be counted is not: %j',
  async (navigator) => {
    await load({ ...USES }, navigator);
    window.dispatchEvent(new Event('pagehide'));
    window.dispatchEvent(new Event('visibilitychange'));
    expect(sent).toEqual([]);
  },
);
