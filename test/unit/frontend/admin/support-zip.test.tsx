import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SupportZipView } from '../../../../frontend/admin/support-zip/page.tsx';
import { SupportZipPage } from '../../../../frontend/admin/support-zip/page-store.ts';
import { StoredList } from '../../../../frontend/admin/support-zip/stored-store.ts';
import { receiversOf } from '../../../../frontend/admin/hand-over/receivers.ts';
import { watchOf } from '../../../../frontend/admin/support-zip/watch-store.ts';
import { storageOr } from '../../../../frontend/admin/storage.ts';
import { FakeServer } from '../fake-server.ts';
import { catalogue, finished, item, problem, progress } from '../fixture/answers.ts';
import { storedZip, storedZips } from '../fixture/stored-answers.ts';
import { CASES, RULES } from '../fixture/redaction-answers.ts';
import { show, violations } from '../rendering.tsx';

const PROGRESS = 'support-zip/progress/';
const NOT_FOUND = { status: 404, body: problem('not-found', 404) };
const NOW = Date.parse('2026-03-01T12:00:00Z');

function forgetful(): ReturnType<typeof storageOr> {
  return storageOr(() => {
    throw new Error('no storage');
  });
}

interface Post {
  readonly address: string;
  readonly request: object;
  readonly refuse: (body: string) => void;
}

/** A page on a server that answers as told; time passes only when `tick` lets it. */
function setUp(server: FakeServer, lasting = forgetful(), passing = forgetful()) {
  const posts: Post[] = [];
  const waiting: (() => void)[] = [];
  const stored = new StoredList({
    client: server.client,
    follow: () => () => undefined,
    wait: () => new Promise(() => undefined),
    now: () => 0,
  });
  const page = new SupportZipPage({
    client: server.client,
    download: (address, request, refuse) => posts.push({ address, request, refuse }),
    wait: () => new Promise((resolve) => waiting.push(resolve)),
    pace: { everyMs: 500, startMs: 1000 },
    now: () => NOW,
    newId: () => 'run-0001',
    browser: () => ({ userAgent: 'Test' }),
    onStored: (zip) => stored.added(zip),
    lasting,
    passing,
  });
  const tick = async (): Promise<void> => {
    await act(async () => {
      waiting.splice(0).forEach((resume) => {
        resume();
      });
      await new Promise((resolve) => setTimeout(resolve, 0));
    });
  };
  const watch = watchOf(server.client);
  const receivers = receiversOf(server.client);
  return { page, stored, watch, receivers, posts, tick, lasting, passing };
}

function serving(): FakeServer {
  return new FakeServer()
    .on('GET', 'support-zip/items', () => ({ status: 200, body: catalogue() }))
    .on('GET', 'redaction/cases', { status: 200, body: CASES })
    .on('GET', 'redaction/rules', { status: 200, body: RULES })
    .on('GET', PROGRESS, NOT_FOUND);
}

async function open(server: FakeServer, set = setUp(server)) {
  show(<SupportZipView {...set} />);
  await act(() => Promise.race([set.page.load(), new Promise((done) => setTimeout(done, 5))]));
  return { ...set, user: userEvent.setup() };
}

const createButton = () => screen.getByRole('button', { name: 'Create and download' });

async function running(server: FakeServer) {
  const opened = await open(server);
  await opened.user.click(createButton());
  server.on('GET', PROGRESS, { status: 200, body: progress() });
  await opened.tick();
  await screen.findByText('45%');
  return opened;
}

describe('choosing', () => {
  test('begins with the quick preset and says how much that is', async () => {
    await open(serving());
    expect(screen.getByRole('radio', { name: 'Quick' })).toBeChecked();
    expect(screen.getByRole('checkbox', { name: 'Product logs' })).toBeChecked();
    expect(screen.getByRole('checkbox', { name: 'Access logs' })).not.toBeChecked();
    expect(
      within(screen.getByRole('group', { name: 'In this ZIP' })).getByText('5 items'),
    ).toBeVisible();
    expect(screen.getByText('184 MB to read, about 12 MB to download')).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test('an item more makes the choice a custom one', async () => {
    const { user } = await open(serving());
    await user.click(screen.getByRole('checkbox', { name: 'Access logs' }));
    expect(screen.getByRole('radio', { name: 'Custom' })).toBeChecked();
    expect(screen.getByText('696 MB to read, about 53 MB to download')).toBeVisible();
  });

  test('works with the keyboard alone', async () => {
    const { user, posts } = await open(serving());
    await user.tab();
    expect(screen.getByRole('radio', { name: 'Quick' })).toHaveFocus();
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('radio', { name: 'Full' })).toBeChecked();
    await user.tab();
    await user.keyboard(' ');
    expect(screen.getByRole('checkbox', { name: 'Product' })).not.toBeChecked();
    createButton().focus();
    await user.keyboard('{Enter}');
    await waitFor(() => {
      expect(posts).toHaveLength(1);
    });
  });

  test('an item that is not there cannot be chosen and says so', async () => {
    await open(serving());
    expect(screen.getByRole('checkbox', { name: 'Garbage collection logs' })).toBeDisabled();
    expect(screen.getByText('nothing here now')).toBeVisible();
  });

  test('an option out of range is refused at its field and never sent', async () => {
    const { user, posts } = await open(serving());
    const field = screen.getByLabelText('How many');
    await user.clear(field);
    await user.type(field, '99');
    expect(screen.getByText('Enter a whole number from 1 to 20.')).toBeVisible();
    await user.clear(field);
    await user.type(field, '3');
    await user.click(createButton());
    expect(posts[0]?.request).toMatchObject({ options: { 'thread-dumps': { count: 3 } } });
  });

  test('nothing chosen cannot be made', async () => {
    const one = item('logs', { title: 'Product logs', presets: ['quick'] });
    const server = serving().on('GET', 'support-zip/items', {
      status: 200,
      body: catalogue([one]),
    });
    const { user } = await open(server);
    await user.click(screen.getByRole('checkbox', { name: 'Product logs' }));
    expect(createButton()).toBeDisabled();
    expect(screen.getByText('Choose at least one item.')).toBeVisible();
  });

  test('other limits make the server count once, and too much is said', async () => {
    const server = serving();
    const { page, tick } = await open(server);
    const limits = { sinceDays: 30, maxBytes: 100 * 1024 * 1024, maxBytesPerItem: 1024 * 1024 };
    act(() => {
      void page.chooseLimits({ ...limits, sinceDays: 14 });
      void page.chooseLimits(limits);
    });
    expect(screen.getByText('Counting again…')).toBeVisible();
    await tick();
    expect(server.called('GET', 'support-zip/items?').map((call) => call.path)).toEqual([
      'support-zip/items?sinceDays=30&maxBytesPerItem=1048576',
    ]);
    expect(screen.getByText(/More than the limit of 100 MB/)).toBeVisible();
  });

  test('is remembered, fitted to what the server offers now', async () => {
    const first = await open(serving());
    await first.user.click(screen.getByRole('checkbox', { name: 'Access logs' }));
    await first.user.click(createButton());
    const less = catalogue(catalogue().items.filter((one) => one.id !== 'logs'));
    const server = serving().on('GET', 'support-zip/items', { status: 200, body: less });
    document.body.replaceChildren();
    await open(server, setUp(server, first.lasting));
    expect(screen.getByRole('checkbox', { name: 'Access logs' })).toBeChecked();
    expect(screen.queryByRole('checkbox', { name: 'Product logs' })).toBeNull();
  });

  test('with nothing to collect says so', async () => {
    const none = catalogue([item('logs', { available: false })]);
    await open(serving().on('GET', 'support-zip/items', { status: 200, body: none }));
    expect(screen.getByText('There is nothing to collect here')).toBeVisible();
    expect(await violations()).toEqual([]);
  });
});

describe('the time of the log lines', () => {
  const choose = async (user: ReturnType<typeof userEvent.setup>, name: string) => {
    await user.click(screen.getByText('Limits', { selector: 'summary *' }));
    await user.click(screen.getByRole('combobox', { name: 'Time of the log lines' }));
    await user.click(screen.getByRole('option', { name }));
  };

  test('is counted and asked for instead of an age', async () => {
    const server = serving();
    const { user, posts, tick, lasting } = await open(server);
    await choose(user, 'The last hour');
    await tick();
    expect(server.called('GET', 'support-zip/items?').map((call) => call.path)).toEqual([
      'support-zip/items?from=2026-03-01T11%3A00%3A00.000Z&maxBytesPerItem=524288000',
    ]);
    expect(screen.queryByLabelText('Log files no older than')).toBeNull();
    expect(await violations()).toEqual([]);
    await user.click(createButton());
    expect(posts[0]?.request).toMatchObject({ from: '2026-03-01T11:00:00.000Z' });
    expect(posts[0]?.request).not.toHaveProperty('sinceDays');
    expect(lasting.getItem('hearth.support-zip.choice')).toContain('"kind":"last"');
  });

  test('around a moment waits for the moment', async () => {
    const { user, posts } = await open(serving());
    await choose(user, 'Around a moment');
    expect(createButton()).toBeDisabled();
    expect(screen.getAllByText('Enter the time of the log lines.')).toHaveLength(2);
    await user.type(screen.getByLabelText('Moment'), '2026-02-28T09:00');
    await user.click(createButton());
    const at = new Date(2026, 1, 28, 9).getTime();
    const minutes = 15 * 60_000;
    expect(posts[0]?.request).toMatchObject({
      from: new Date(at - minutes).toISOString(),
      to: new Date(at + minutes).toISOString(),
    });
  });

  test('that ends before it begins is refused at its fields', async () => {
    const { user, posts } = await open(serving());
    await choose(user, 'From … to …');
    await user.clear(screen.getByLabelText('To, not included'));
    await user.type(screen.getByLabelText('To, not included'), '2020-01-01T00:00');
    expect(screen.getAllByText('The end must be later than the beginning.')[0]).toBeVisible();
    expect(await violations()).toEqual([]);
    expect(createButton()).toBeDisabled();
    await user.clear(screen.getByLabelText('From'));
    await user.click(createButton());
    expect(posts[0]?.request).toMatchObject({ to: new Date(2020, 0, 1).toISOString() });
    expect(posts[0]?.request).not.toHaveProperty('from');
  });

  test('can be limited in how long it takes', async () => {
    const { user, posts } = await open(serving());
    await user.click(screen.getByText('Limits', { selector: 'summary *' }));
    await user.click(screen.getByRole('combobox', { name: 'At most so long' }));
    await user.click(screen.getByRole('option', { name: '5 minutes' }));
    await user.click(createButton());
    expect(posts[0]?.request).toMatchObject({ maxSeconds: 300, sinceDays: 7 });
  });
});

describe('when health turns bad', () => {
  const WATCH = { on: false, heapPercent: 95, heapMinutes: 5, errorsPerMinute: 10 };

  test('a ZIP is kept by itself once that is chosen and saved', async () => {
    const server = serving()
      .on('GET', 'support-zips/watch', { status: 200, body: WATCH })
      .on('PUT', 'support-zips/watch', {
        status: 200,
        body: { ...WATCH, on: true, heapPercent: 90 },
      });
    const { user, watch } = await open(server);
    await act(() => watch.load());
    expect(screen.getByText('Nothing is made by itself')).toBeVisible();
    await user.click(screen.getByText('When health turns bad'));
    await user.click(screen.getByRole('checkbox', { name: 'Keep a quick Support ZIP by itself' }));
    const percent = screen.getByLabelText('Heap in use after collections, percent');
    await user.clear(percent);
    await user.type(percent, '101');
    expect(screen.getByText('Enter a whole number from 50 to 100.')).toBeVisible();
    await user.clear(percent);
    await user.type(percent, '90');
    expect(await violations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Saved.')).toBeVisible();
    expect(screen.getByText('A quick ZIP is kept by itself')).toBeVisible();
    expect(server.called('PUT', 'support-zips/watch')[0]?.body).toEqual({
      ...WATCH,
      on: true,
      heapPercent: 90,
    });
  });
});

describe('receivers', () => {
  const KEY = `age1${'q'.repeat(58)}`;

  test('are added with their keys and removed, and a mistake stands at its field', async () => {
    const server = serving()
      .on('GET', 'support-zips/receivers', { status: 200, body: { receivers: [] } })
      .on('PUT', 'support-zips/receivers', {
        status: 400,
        body: {
          ...problem('invalid-field', 400),
          errors: [{ field: 'receivers[0].key', message: 'This is no key.' }],
        },
      });
    const { user, receivers } = await open(server);
    await act(() => receivers.load());
    expect(screen.getByText('No key is kept')).toBeVisible();
    await user.click(screen.getByText('Receivers'));
    await user.click(screen.getByRole('button', { name: 'Add a receiver' }));
    await user.type(screen.getByLabelText('Name of receiver 1'), 'Acme');
    const key = screen.getByLabelText('Public key of receiver 1');
    await user.click(key);
    await user.paste('AGE-SECRET-KEY-1ABC');
    expect(key).toHaveAccessibleDescription(/^This is a secret key/);
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    await user.clear(key);
    await user.paste(KEY);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(key).toHaveAccessibleDescription('This is no key.');
    expect(await violations()).toEqual([]);
    const kept = { receivers: [{ name: 'Acme', key: KEY }] };
    expect(server.called('PUT', 'support-zips/receivers').map(({ body }) => body)).toEqual([kept]);
    server.on('PUT', 'support-zips/receivers', { status: 200, body: kept });
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('1 key')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Remove receiver 1' }));
    expect(screen.queryByLabelText('Name of receiver 1')).toBeNull();
    expect(receivers.changed()).toBe(true);
  });
});

describe('names of people', () => {
  test('are asked of the user directory on request, and the request is remembered', async () => {
    const { user, posts, lasting } = await open(serving());
    await user.click(screen.getByText('Names of people'));
    expect(screen.getByText('Learned from the files')).toBeVisible();
    await user.click(screen.getByRole('checkbox', { name: 'Also ask the user directory' }));
    expect(screen.getByText('Learned from the files and the user directory')).toBeVisible();
    expect(await violations()).toEqual([]);
    await user.click(createButton());
    await waitFor(() => {
      expect(posts).toHaveLength(1);
    });
    expect(posts[0]?.request).toMatchObject({ redaction: { learnFrom: ['directory'] } });
    expect(lasting.getItem('hearth.support-zip.choice')).toContain('"directory":true');
  });
});

describe('the support case', () => {
  const disclose = async (user: ReturnType<typeof userEvent.setup>) => {
    await user.click(screen.getByText('Support case', { selector: 'summary *' }));
  };

  test('is none at first, and nothing of it is sent', async () => {
    const { user, posts } = await open(serving());
    expect(screen.getByText('This ZIP cannot be linked to any other')).toBeVisible();
    await user.click(createButton());
    expect(posts[0]?.request).not.toHaveProperty('redaction');
  });

  test('that is open can be chosen again', async () => {
    const { user, posts } = await open(serving());
    await disclose(user);
    await user.click(screen.getByRole('radio', { name: 'Same case as before' }));
    expect(screen.getByText('Same replacements as in Slow search since the update')).toBeVisible();
    expect(await violations()).toEqual([]);
    await user.click(createButton());
    expect(posts[0]?.request).toMatchObject({ redaction: { case: 'case-1' } });
  });

  test('that is new needs a name, is opened first, and is offered again after a refusal', async () => {
    const opened = {
      id: 'case-9',
      name: 'New',
      openedAt: '2026-01-05T10:00:00Z',
      zips: 0,
      lookup: true,
    };
    const server = serving().on('POST', 'redaction/cases', { status: 201, body: opened });
    const { user, posts } = await open(server);
    await disclose(user);
    await user.click(screen.getByRole('radio', { name: 'A new case' }));
    await user.click(createButton());
    expect(screen.getByLabelText('Name of the case, for you only')).toHaveFocus();
    expect(screen.getByText('Give the new case a name.')).toBeVisible();
    await user.keyboard(' New ');
    await user.click(screen.getByRole('checkbox', { name: 'Keep a look-up table on this server' }));
    await user.click(createButton());
    expect(server.called('POST', 'redaction/cases')[0]?.body).toEqual({
      name: 'New',
      lookup: true,
    });
    expect(posts[0]?.request).toMatchObject({ redaction: { case: 'case-9' } });
    server.on('GET', 'redaction/cases', { status: 200, body: { cases: [opened] } });
    await act(async () => {
      posts[0]?.refuse(JSON.stringify(problem('busy', 429)));
      await new Promise((done) => setTimeout(done, 5));
    });
    expect(screen.getByText('Same replacements as in New')).toBeVisible();
  });

  test('is not offered where it cannot be asked for', async () => {
    await open(serving().on('GET', 'redaction/cases', NOT_FOUND));
    expect(screen.queryByText('Support case')).toBeNull();
    expect(createButton()).toBeEnabled();
  });
});

describe('problems', () => {
  test.each([
    ['websudo-required', 403, 'Confirm that it is you', 'Sign in and come back'],
    ['not-logged-in', 401, 'You are signed out', 'Sign in and come back'],
    ['not-system-administrator', 403, 'For system administrators only', undefined],
    ['not-found', 404, 'Not found', 'Reload'],
    ['internal', 500, 'The server could not answer', 'Try again'],
  ])('%s takes the focus and offers the next step', async (slug, status, title, next) => {
    const server = serving().on('GET', 'support-zip/items', {
      status,
      body: problem(slug, status),
    });
    await open(server);
    const message = screen.getByRole('alert');
    expect(message).toHaveTextContent(title);
    expect(message).toHaveFocus();
    const buttons = within(message).queryAllByRole('button');
    expect(buttons.map((button) => button.textContent)).toEqual(next === undefined ? [] : [next]);
    expect(await violations()).toEqual([]);
  });

  test('trying again loads the page', async () => {
    const server = serving().on('GET', 'support-zip/items', { status: 500, body: {} });
    const { user } = await open(server);
    server.on('GET', 'support-zip/items', { status: 200, body: catalogue() });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('radio', { name: 'Quick' })).toBeChecked();
  });

  test('a secure session that ended before the click keeps the choice and posts nothing', async () => {
    const server = serving();
    const { user, posts } = await open(server);
    await user.click(screen.getByRole('checkbox', { name: 'Access logs' }));
    server.on('GET', PROGRESS, { status: 403, body: problem('websudo-required', 403) });
    await user.click(createButton());
    expect(screen.getByRole('alert')).toHaveTextContent('Confirm that it is you');
    expect(posts).toEqual([]);
    expect(screen.getByRole('checkbox', { name: 'Access logs' })).toBeChecked();
  });

  test('a busy server is told at the choice, which stays', async () => {
    const { user, posts } = await open(serving());
    await user.click(createButton());
    await act(async () => {
      posts[0]?.refuse(JSON.stringify(problem('busy', 429)));
      await new Promise((done) => setTimeout(done, 5));
    });
    expect(screen.getByRole('alert')).toHaveTextContent('Another Support ZIP is being made');
    expect(createButton()).toBeEnabled();
  });

  test('fields that the server refuses are listed', async () => {
    const { user, posts } = await open(serving());
    await user.click(createButton());
    const errors = [{ field: 'maxBytes', message: 'must be less' }];
    await act(async () => {
      posts[0]?.refuse(JSON.stringify(problem('invalid-field', 400, { errors })));
      await new Promise((done) => setTimeout(done, 5));
    });
    expect(screen.getByRole('alert')).toHaveTextContent('maxBytes must be less');
  });

  test('a download that never starts is noticed', async () => {
    const { user, tick } = await open(serving());
    await user.click(createButton());
    for (let turn = 0; turn < 4; turn += 1) {
      await tick();
    }
    expect(screen.getByRole('alert')).toHaveTextContent('The download did not start');
  });
});

describe('running', () => {
  test('posts the choice and shows bytes, files and the item by its name', async () => {
    const { posts } = await running(serving());
    expect(posts[0]).toMatchObject({
      address: '/jira/plugins/servlet/hearth/api/v1/support-zip',
      request: { preset: 'quick', progress: 'run-0001', browser: { userAgent: 'Test' } },
    });
    expect(screen.getByRole('heading', { name: 'Making the Support ZIP' })).toHaveFocus();
    expect(screen.getByText('83 MB of 184 MB')).toBeVisible();
    expect(screen.getByText('14 of 37')).toBeVisible();
    expect(screen.getByText('Product logs')).toBeVisible();
    expect(screen.getByRole('status')).toHaveTextContent('25% done');
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '0.45108695652173914');
    expect(await violations()).toEqual([]);
  });

  test('a lost connection is told, and that the download goes on', async () => {
    const server = serving();
    const { tick } = await running(server);
    server.on('GET', PROGRESS, { status: 502 });
    await tick();
    expect(screen.getByRole('alert')).toHaveTextContent('Trying again');
    server.on('GET', PROGRESS, { status: 401, body: problem('not-logged-in', 401) });
    await tick();
    expect(screen.getByText('The download itself goes on in your browser.')).toBeVisible();
  });

  test('is stopped only after a question', async () => {
    const server = serving().on('POST', PROGRESS, { status: 204 });
    const { user, tick } = await running(server);
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    const dialog = await screen.findByRole('dialog', { name: /Stop making this ZIP/ });
    await user.click(within(dialog).getByRole('button', { name: 'Stop' }));
    expect(server.called('POST', `${PROGRESS}run-0001/cancel`)).toHaveLength(1);
    server.on('GET', PROGRESS, { status: 200, body: progress({ state: 'cancelled' }) });
    await tick();
    expect(screen.getByRole('alert')).toHaveTextContent('Stopped');
  });

  test('goes on being shown after the tab was reloaded', async () => {
    const first = await running(serving());
    const server = serving().on('GET', PROGRESS, { status: 200, body: progress() });
    document.body.replaceChildren();
    await open(server, setUp(server, first.lasting, first.passing));
    expect(screen.getByText('45%')).toBeVisible();
  });

  test('a server that forgot it says so', async () => {
    const server = serving();
    const { tick } = await running(server);
    server.on('GET', PROGRESS, NOT_FOUND);
    await tick();
    expect(screen.getByRole('alert')).toHaveTextContent('This download is no longer known');
  });
});

describe('the result', () => {
  async function ended(change: Parameters<typeof finished>[0] = {}) {
    const server = serving();
    const opened = await running(server);
    server.on('GET', PROGRESS, { status: 200, body: finished(change) });
    await opened.tick();
    return { ...opened, server };
  }

  test('takes the focus and tells what was left out, shortened and replaced, and why', async () => {
    await ended();
    expect(screen.getByRole('alert')).toHaveFocus();
    expect(screen.getByRole('alert')).toHaveTextContent('The Support ZIP is in your downloads');
    const missing = screen.getByRole('row', { name: /server\.xml/ });
    expect(missing).toHaveTextContent('The product may not read this file.');
    expect(screen.getByRole('heading', { name: 'Shortened (1)' })).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Replaced (27,744)' })).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test('that lacks nothing says so', async () => {
    await ended({ outcome: { entries: 4, cut: [], missing: [], redactions: {} } });
    expect(screen.getByText('Everything you chose is in it, whole.')).toBeVisible();
    expect(screen.getByText('Nothing had to be replaced.')).toBeVisible();
  });

  test('with many files shows some, and all on request', async () => {
    const missing = Array.from({ length: 200 }, (_, index) => ({
      name: `logs/${String(index)}.log`,
      reason: 'denied' as const,
      text: 'Not readable.',
    }));
    const { user } = await ended({ outcome: { entries: 4, cut: [], missing, redactions: {} } });
    expect(screen.getAllByRole('row')).toHaveLength(21);
    await user.click(screen.getByRole('button', { name: 'Show all 200' }));
    expect(screen.getAllByRole('row')).toHaveLength(201);
    expect(screen.getByText(/manifest\.json inside the ZIP/)).toBeVisible();
  });

  test('names the kinds of what was replaced, and what a second search found', async () => {
    const found = [{ name: 'product-logs/a.log', kind: 'token', count: 2 }];
    const check = { entries: 4, found };
    await ended({ outcome: { entries: 4, cut: [], missing: [], redactions: { ipv4: 3 }, check } });
    expect(screen.getByRole('row', { name: 'IPv4 addresses 3' })).toBeVisible();
    expect(screen.getByRole('row', { name: 'product-logs/a.log Tokens 2' })).toBeVisible();
    expect(screen.getByText('Look at these files before you pass the ZIP on')).toBeVisible();
  });

  test('of a search that found nothing says so', async () => {
    const check = { entries: 4, found: [] };
    await ended({ outcome: { entries: 4, cut: [], missing: [], redactions: {}, check } });
    expect(screen.getByText(/search found nothing.*\(4 files\)/)).toBeVisible();
  });

  test('of a failure says that the file is not complete', async () => {
    await ended({ state: 'failed' });
    expect(screen.getByRole('alert')).toHaveTextContent('could not be finished');
  });

  test('leads back to the choice', async () => {
    const { user } = await ended();
    await user.click(screen.getByRole('button', { name: 'Make another' }));
    expect(await screen.findByRole('radio', { name: 'Quick' })).toBeChecked();
  });
});

describe('on the server', () => {
  test('a ZIP is ordered with the choice, and the page stays free', async () => {
    const server = serving()
      .on('POST', 'support-zips', { status: 202, body: storedZip({ state: 'queued' }) })
      .on('GET', 'support-zips', {
        status: 200,
        body: storedZips([storedZip({ state: 'queued' })]),
      });
    const { user } = await open(server);
    await user.click(screen.getByRole('button', { name: 'Make it on the server' }));
    expect(await screen.findByText('Waiting')).toBeVisible();
    const body = server.called('POST', 'support-zips')[0]?.body;
    expect(body).toMatchObject({ preset: 'quick', browser: { userAgent: 'Test' } });
    expect(body).not.toHaveProperty('progress');
    expect(createButton()).toBeEnabled();
  });

  test('of a cluster all nodes give their part, or those that stay ticked', async () => {
    const nodes = ['node1', 'node2', 'node3'].map((name) => ({
      name,
      running: name !== 'node3',
      own: name === 'node1',
    }));
    const server = serving()
      .on('GET', 'nodes', { status: 200, body: { nodes } })
      .on('POST', 'support-zips', { status: 202, body: storedZip({ state: 'queued' }) })
      .on('GET', 'support-zips', { status: 200, body: storedZips([]) });
    const { user } = await open(server);
    const make = screen.getByRole('button', { name: 'Make it on the server' });
    await user.click(make);
    expect(server.called('POST', 'support-zips')[0]?.body).not.toHaveProperty('nodes');

    await user.click(screen.getByText('3 of 3 give their part'));
    await user.click(screen.getByRole('checkbox', { name: 'node1 (this one)' }));
    await user.click(screen.getByRole('checkbox', { name: /^node3 \(does not run/ }));
    await user.click(make);
    expect(server.called('POST', 'support-zips')[1]?.body).toMatchObject({ nodes: ['node2'] });
    expect(await violations()).toEqual([]);

    await user.click(screen.getByRole('checkbox', { name: 'node2' }));
    expect(screen.getByText('Choose one node at least.')).toBeVisible();
    expect(make).toBeDisabled();
  });

  test('an instance of one node has no nodes to choose', async () => {
    const nodes = [{ name: 'node1', running: true, own: true }];
    await open(serving().on('GET', 'nodes', { status: 200, body: { nodes } }));
    expect(screen.queryByText('Nodes')).not.toBeInTheDocument();
  });

  test('a server without room says what to do', async () => {
    const full = { ...problem('no-room', 507), detail: 'Delete stored ZIPs.' };
    const { user } = await open(serving().on('POST', 'support-zips', { status: 507, body: full }));
    await user.click(screen.getByRole('button', { name: 'Make it on the server' }));
    expect(await screen.findByText('There is no room for it now')).toBeVisible();
    expect(screen.getByText('Delete stored ZIPs.')).toBeVisible();
  });
});
