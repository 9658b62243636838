import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Cases } from '../../../../frontend/admin/redaction/cases-store.ts';
import type { Settings } from '../../../../frontend/admin/redaction/contract.ts';
import { RedactionView } from '../../../../frontend/admin/redaction/page.tsx';
import { RedactionPage } from '../../../../frontend/admin/redaction/page-store.ts';
import { PreviewStore } from '../../../../frontend/admin/redaction/preview-store.ts';
import { TryStore } from '../../../../frontend/admin/redaction/try-store.ts';
import { FakeServer } from '../fake-server.ts';
import { problem } from '../fixture/answers.ts';
import {
  CASES,
  FILES,
  findingsIn,
  preview,
  RULES,
  SAMPLE,
  SETTINGS,
  TABLES,
} from '../fixture/redaction-answers.ts';
import { show, violations } from '../rendering.tsx';

interface Test {
  readonly text: string;
  readonly settings: Settings;
}

function serving(): FakeServer {
  return new FakeServer()
    .on('GET', 'redaction/rules', { status: 200, body: RULES })
    .on('GET', 'redaction/settings', { status: 200, body: SETTINGS })
    .on('PUT', 'redaction/settings', ({ body }) => ({ status: 200, body: body as object }))
    .on('POST', 'redaction/test', ({ body }) => {
      const { text, settings } = body as Test;
      return { status: 200, body: { findings: findingsIn(text, settings) } };
    })
    .on('GET', 'redaction/files', { status: 200, body: FILES })
    .on('POST', 'redaction/preview', { status: 200, body: preview() })
    .on('GET', 'redaction/cases', { status: 200, body: CASES })
    .on('GET', 'redaction/lookup/tables', { status: 200, body: TABLES });
}

async function open(server: FakeServer, tab?: string) {
  const page = new RedactionPage(server.client);
  const settings = () => page.tried();
  const trial = new TryStore(server.client, () => Promise.resolve(), settings);
  show(
    <RedactionView
      page={page}
      trial={trial}
      preview={new PreviewStore(server.client, settings)}
      cases={new Cases(server.client)}
    />,
  );
  await act(() => page.load());
  const user = userEvent.setup();
  if (tab !== undefined) {
    await user.click(screen.getByRole('tab', { name: tab }));
  }
  return { page, user };
}

const toggle = (name: string) => screen.getByRole('checkbox', { name });
const saveBar = () => screen.queryByRole('group', { name: 'Unsaved changes' });
const saved = (server: FakeServer) =>
  server.called('PUT', 'redaction/settings').map(({ body }) => body);

describe('what is replaced', () => {
  test('stands in groups, the worst first, with switches and counts', async () => {
    await open(serving());
    expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual([
      'Secrets',
      'People',
      'Your network and your work',
    ]);
    expect(screen.getByText('5 of 5 on')).toBeVisible();
    expect(toggle('Passwords')).toBeChecked();
    expect(toggle('Project keys')).not.toBeChecked();
    expect(screen.getAllByText('2 rules find it')).toHaveLength(2);
    expect(saveBar()).toBeNull();
    expect(await violations()).toEqual([]);
  });

  test('is saved as a whole, and says so', async () => {
    const server = serving();
    const { user, page } = await open(server);
    await user.click(toggle('Project keys'));
    await user.click(toggle('Phone numbers'));
    expect(page.changed()).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(saved(server)).toEqual([{ ...SETTINGS, kindsOff: ['phone'] }]);
    expect(screen.getByRole('status')).toHaveTextContent(/^Saved\./);
    expect(saveBar()).toBeNull();
    expect(page.changed()).toBe(false);
  });

  test('can be taken back', async () => {
    const { user } = await open(serving());
    await user.click(toggle('Passwords'));
    expect(screen.getByText(/would stand in the ZIP as they are/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    expect(toggle('Passwords')).toBeChecked();
    expect(saveBar()).toBeNull();
  });

  test('a rule is switched alone, and counts as off', async () => {
    const { user } = await open(serving());
    await user.click(screen.getAllByText('2 rules find it')[0]!);
    await user.click(toggle('Rule: Passwords in addresses'));
    expect(screen.getByText('2 rules find it, 1 off')).toBeVisible();
  });

  test('a switch set and set back is no change', async () => {
    const { user } = await open(serving());
    await user.click(toggle('Passwords'));
    await user.click(toggle('Passwords'));
    expect(saveBar()).toBeNull();
  });

  test('a session that ended keeps what was changed', async () => {
    const websudo = { status: 403, body: problem('websudo-required', 403) };
    const { user } = await open(serving().on('PUT', 'redaction/settings', websudo));
    await user.click(toggle('Passwords'));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByRole('alert')).toHaveTextContent('Confirm that it is you');
    expect(toggle('Passwords')).not.toBeChecked();
  });

  test.each([
    ['redaction/rules', 'websudo-required', 403, 'Confirm that it is you'],
    ['redaction/settings', 'internal', 500, 'The server could not answer'],
  ])('without %s the page says what to do', async (path, slug, status, title) => {
    await open(serving().on('GET', path, { status, body: problem(slug, status) }));
    expect(screen.getByRole('alert')).toHaveTextContent(title);
    expect(screen.getByRole('alert')).toHaveFocus();
  });
});

describe('own words', () => {
  test('are one a line; blank lines and repetitions do not count', async () => {
    const server = serving();
    const { user } = await open(server, 'Own words');
    const field = screen.getByLabelText('Words of your own');
    await user.type(field, '\n\n  Falcon \nBluebird');
    expect(screen.getByText('3 words')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(saved(server)).toEqual([{ ...SETTINGS, words: ['Bluebird', 'Ravenhill', 'Falcon'] }]);
    expect(await violations()).toEqual([]);
  });

  test('a pattern is added with the focus in it, and an empty one is not sent', async () => {
    const server = serving();
    const { user } = await open(server, 'Own words');
    await user.click(screen.getByRole('button', { name: 'Add a pattern' }));
    await waitFor(() => {
      expect(screen.getByLabelText('Pattern 2')).toHaveFocus();
    });
    await user.click(screen.getByRole('button', { name: 'Add a pattern' }));
    await user.click(screen.getByLabelText('Pattern 3'));
    await user.paste('ACME-[0-9]+');
    await user.click(screen.getByRole('button', { name: 'Remove pattern 1' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(saved(server)).toEqual([
      { ...SETTINGS, patterns: [{ pattern: 'ACME-[0-9]+', name: '' }] },
    ]);
  });

  test('what the server refuses is told at its field, which takes the focus', async () => {
    const errors = [
      { field: 'patterns[0].pattern', message: 'missing closing )' },
      { field: 'words[1]', message: 'too short' },
    ];
    const refusal = { status: 400, body: problem('invalid-field', 400, { errors }) };
    const { user } = await open(serving().on('PUT', 'redaction/settings', refusal));
    await user.click(toggle('Passwords'));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByRole('tab', { name: 'Own words' })).toHaveAttribute('aria-selected', 'true');
    expect(screen.getByLabelText('Pattern 1')).toBeInvalid();
    expect(screen.getByText('missing closing )')).toBeVisible();
    expect(screen.getByText('Ravenhill')).toBeVisible();
    await waitFor(() => {
      expect(screen.getByLabelText('Words of your own')).toHaveFocus();
    });
    expect(await violations()).toEqual([]);
  });
});

describe('a text to try', () => {
  async function tried(server = serving()) {
    const opened = await open(server, 'Try a text');
    await opened.user.click(screen.getByLabelText('A text to try'));
    await opened.user.paste(SAMPLE);
    await screen.findByText('5 values would be replaced.');
    return { ...opened, server };
  }

  test('is shown before and after, with the kind of each value', async () => {
    await tried();
    const before = screen.getByRole('figure', { name: 'Before' });
    const after = screen.getByRole('figure', { name: 'After' });
    expect(before).toHaveTextContent(SAMPLE.replace('\n', ' '));
    expect(after).toHaveTextContent('INFO user-7f3a2b 198.18.44.7 login of');
    expect(within(before).getByText('s3cret')).toHaveAttribute(
      'title',
      'Passwords, found by: Settings that name a secret',
    );
    expect(screen.getByRole('list', { name: 'Kinds and their colours' })).toHaveTextContent(
      'IPv4 addresses 1',
    );
    expect(await violations()).toEqual([]);
  });

  test('a rule is switched off and on from there, before anything is saved', async () => {
    const { user, server } = await tried();
    await user.click(toggle('Use the rule “IPv4 addresses”'));
    await screen.findByText('4 values would be replaced.');
    expect(screen.getByRole('figure', { name: 'After' })).toHaveTextContent('10.1.2.3');
    expect(saved(server)).toEqual([]);
    expect(saveBar()).toBeVisible();
    await user.click(toggle('Use the rule “IPv4 addresses”'));
    await screen.findByText('5 values would be replaced.');
  });

  test('an older answer that comes late is not shown', async () => {
    const server = serving();
    let answerFirst: (() => void) | undefined;
    let asked = 0;
    server.on('POST', 'redaction/test', async ({ body }) => {
      const { text } = body as Test;
      asked += 1;
      if (asked === 1) {
        await new Promise<void>((resolve) => (answerFirst = resolve));
      }
      return { status: 200, body: { findings: findingsIn(text) } };
    });
    const { user } = await open(server, 'Try a text');
    await user.click(screen.getByLabelText('A text to try'));
    await user.paste('jane.doe');
    await user.paste(' and more');
    await screen.findByText('1 value would be replaced.');
    await act(async () => {
      answerFirst?.();
      await new Promise((done) => setTimeout(done, 5));
    });
    expect(screen.getByRole('figure', { name: 'Before' })).toHaveTextContent('jane.doe and more');
  });

  test('in which nothing is found says so', async () => {
    const { user } = await open(serving(), 'Try a text');
    await user.type(screen.getByLabelText('A text to try'), 'harmless');
    expect(await screen.findByText('Nothing in it would be replaced.')).toBeVisible();
  });
});

describe('looking at a file', () => {
  async function looking(server = serving()) {
    const opened = await open(server, 'Look at a file');
    await opened.user.click(screen.getByRole('combobox', { name: 'Item' }));
    await opened.user.click(await screen.findByRole('option', { name: 'Product logs' }));
    await opened.user.click(screen.getByRole('combobox', { name: 'File' }));
    await opened.user.click(await screen.findByRole('option', { name: /atlassian-jira\.log/ }));
    await screen.findByRole('table');
    return { ...opened, server };
  }

  test('shows each finding with its lines, before and after, and what is left out between', async () => {
    const { server } = await looking();
    expect(server.called('POST', 'redaction/preview')[0]?.body).toMatchObject({
      item: 'product-logs',
      file: 'product-logs/atlassian-jira.log',
      where: 'findings',
      page: 0,
      settings: SETTINGS,
    });
    const row = screen.getByRole('row', { name: /^2 / });
    const [, before, after] = within(row).getAllByRole('cell');
    expect(before).toHaveTextContent('INFO jane.doe 815x1234x1 1abcd2e 10.1.2.3');
    expect(after).toHaveTextContent('INFO user-7f3a2b 815x1234x1 1abcd2e 198.18.44.7');
    expect(screen.getByText('120 lines without a finding')).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test('goes on page by page, and adds up the findings', async () => {
    const { user, server } = await looking(
      serving().on('POST', 'redaction/preview', { status: 200, body: preview({ more: true }) }),
    );
    server.on('POST', 'redaction/preview', { status: 200, body: preview({}, 500) });
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(server.called('POST', 'redaction/preview').at(-1)?.body).toMatchObject({ page: 1 });
    expect(screen.getByRole('list', { name: 'Kinds and their colours' })).toHaveTextContent(
      'User names 2',
    );
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  test('the end is asked for on request', async () => {
    const { user, server } = await looking();
    await user.click(screen.getByRole('radio', { name: 'The end' }));
    expect(server.called('POST', 'redaction/preview').at(-1)?.body).toMatchObject({ where: 'end' });
  });

  test('shows the replacements of an open case on request', async () => {
    const { user, server } = await looking();
    await user.click(screen.getByRole('combobox', { name: 'With the replacements of' }));
    await user.click(await screen.findByRole('option', { name: 'Mail queue' }));
    expect(server.called('POST', 'redaction/preview').at(-1)?.body).toMatchObject({
      case: 'case-2',
    });
    expect(await violations()).toEqual([]);
  });

  test('without an open case offers none', async () => {
    const none = { status: 200, body: { cases: [] } };
    const { server } = await looking(serving().on('GET', 'redaction/cases', none));
    expect(screen.queryByRole('combobox', { name: 'With the replacements of' })).toBeNull();
    expect(server.called('POST', 'redaction/preview')[0]?.body).not.toHaveProperty('case');
  });

  test('a file that cannot be shown says why', async () => {
    const { user, server } = await looking();
    const unreadable = { name: 'x', reason: 'binary', text: 'It holds binary data.' } as const;
    server.on('POST', 'redaction/preview', {
      status: 200,
      body: preview({ lines: [], counts: {}, unreadable }),
    });
    await user.click(screen.getByRole('radio', { name: 'The start' }));
    expect(await screen.findByText('It holds binary data.')).toBeVisible();
  });

  test('says that a ZIP may replace more when not all was learned', async () => {
    const learned = { files: 3, complete: false };
    await looking(
      serving().on('POST', 'redaction/preview', { status: 200, body: preview({ learned }) }),
    );
    expect(screen.getByText(/learned from 3 files so far/)).toBeVisible();
  });

  test('without any file says so', async () => {
    const none = { status: 200, body: { items: [] } };
    await open(serving().on('GET', 'redaction/files', none), 'Look at a file');
    expect(await screen.findByText('There is no file to look at')).toBeVisible();
  });
});

describe('cases and look-up', () => {
  const TAB = 'Cases and look-up';

  test('a pseudonym is looked up on the server', async () => {
    const matches = [{ value: 'jane.doe', kind: 'user', table: 'Mail queue' }];
    const server = serving().on('GET', 'redaction/lookup?', { status: 200, body: { matches } });
    const { user } = await open(server, TAB);
    await user.type(await screen.findByRole('textbox'), ' user-7f3a2b {Enter}');
    expect(await screen.findByRole('cell', { name: 'jane.doe' })).toBeVisible();
    expect(server.called('GET', 'redaction/lookup?').map(({ path }) => path)).toEqual([
      'redaction/lookup?pseudonym=user-7f3a2b',
    ]);
    expect(await violations()).toEqual([]);
  });

  test('one that no table knows is said to be unknown', async () => {
    const none = { status: 200, body: { matches: [] } };
    const { user } = await open(serving().on('GET', 'redaction/lookup?', none), TAB);
    await user.type(await screen.findByRole('textbox'), 'user-000000{Enter}');
    expect(await screen.findByText(/No table knows user-000000/)).toBeVisible();
  });

  test('a case is closed only after a question', async () => {
    const server = serving().on('DELETE', 'redaction/cases/', { status: 204 });
    const { user } = await open(server, TAB);
    await user.click(await screen.findByRole('button', { name: 'Close the case Mail queue' }));
    const dialog = await screen.findByRole('dialog', { name: /Close the case Mail queue\?/ });
    server.on('GET', 'redaction/cases', { status: 200, body: { cases: [] } });
    await user.click(within(dialog).getByRole('button', { name: 'Close the case' }));
    expect(server.called('DELETE', 'redaction/cases/case-2')).toHaveLength(1);
    expect(await screen.findByText(/No case is open/)).toBeVisible();
  });

  test('a table that cannot be deleted stays, with the reason', async () => {
    const refusal = { status: 500, body: problem('internal', 500) };
    const { user } = await open(serving().on('DELETE', 'redaction/lookup/tables/', refusal), TAB);
    await user.click(await screen.findByRole('button', { name: /Delete the table of hearth-/ }));
    await user.click(await screen.findByRole('button', { name: 'Delete the table' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The server could not answer');
    expect(screen.getByRole('button', { name: /Delete the table of hearth-/ })).toBeVisible();
  });
});
