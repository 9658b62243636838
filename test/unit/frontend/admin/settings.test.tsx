import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  ImportStore,
  MAX_BYTES,
  type Chosen,
} from '../../../../frontend/admin/settings/import-store.ts';
import { SettingsView } from '../../../../frontend/admin/settings/page.tsx';
import { SettingsStore } from '../../../../frontend/admin/settings/settings-store.ts';
import { FakeServer } from '../fake-server.ts';
import { problem } from '../fixture/answers.ts';
import { show, violations } from '../rendering.tsx';

const STATE = 'a'.repeat(32);
const LATER = 'b'.repeat(32);
const DOCUMENT = { format: 'hearth-settings', version: 1, sections: { reports: { on: false } } };

const SECTIONS = {
  state: STATE,
  sections: [
    {
      id: 'reports',
      byHand: false,
      readable: true,
      differs: true,
      settings: [
        { name: 'on', title: 'Reports are taken', now: 'on', standard: 'off', differs: true },
        { name: 'perHour', title: 'An hour', now: '10', standard: '10', differs: false },
      ],
    },
    { id: 'redaction', byHand: false, readable: false, differs: true, settings: [] },
    {
      id: 'usage-consent',
      byHand: true,
      readable: true,
      differs: false,
      settings: [{ name: 'kinds', title: 'What is counted', now: 'none', differs: false }],
    },
  ],
};

const CHANGE = { section: 'reports', name: 'on', title: 'Taken', before: 'on', now: 'off' };
const CONSENT = {
  section: 'usage-consent',
  name: 'kinds',
  title: 'What is counted',
  before: 'none',
  now: 'how often',
};
const DRAFT = { state: STATE, changes: [CHANGE], byHand: [], problems: [], allProblems: 0 };
const STALE = { status: 412, body: problem('settings-changed', 412) };

function serving(): FakeServer {
  return new FakeServer()
    .on('GET', 'settings', { status: 200, body: DOCUMENT })
    .on('GET', 'settings/sections', { status: 200, body: SECTIONS })
    .on('POST', 'settings/check', { status: 200, body: DRAFT });
}

function file(text: string, size = text.length): Chosen {
  return { name: 'mine.json', size, text: () => Promise.resolve(text) };
}

async function open(server: FakeServer) {
  const saved: [string, unknown][] = [];
  const settings = new SettingsStore(server.client, (name, content) => saved.push([name, content]));
  const importing = new ImportStore(server.client, (result) => settings.finished('import', result));
  show(<SettingsView settings={settings} importing={importing} contextPath="/jira" />);
  await act(() => settings.load());
  return { user: userEvent.setup(), settings, importing, saved };
}

test('each part shows what is set, what is usual, and where it is changed', async () => {
  await open(serving());
  const reports = screen.getByRole('region', { name: 'Problem reports' });
  expect(within(reports).getByText('changed')).toBeVisible();
  expect(within(reports).getByText('Default: off')).toBeVisible();
  expect(within(reports).queryByText('Default: 10')).toBeNull();
  expect(within(reports).getByRole('link')).toHaveAttribute(
    'href',
    '/jira/plugins/servlet/hearth/admin/reports#/settings',
  );
  expect(screen.getByText(/cannot be read. Change it anew, or reset it/)).toBeVisible();
  const consent = screen.getByRole('region', { name: 'Consent to counting' });
  expect(within(consent).queryByRole('button')).toBeNull();
  expect(await violations()).toEqual([]);
});

test('an export is saved as a file', async () => {
  const { user, saved } = await open(serving());
  await user.click(screen.getByRole('button', { name: 'Export' }));
  expect(saved).toEqual([['hearth-settings.json', DOCUMENT]]);
});

test('a file is looked at before it changes anything, and changed back', async () => {
  const server = serving().on('PUT', 'settings', {
    status: 200,
    body: { ...DRAFT, state: LATER, undo: DOCUMENT },
  });
  const { user } = await open(server);
  const panel = screen.getByRole('region', { name: 'Settings as a file' });
  fireEvent.drop(panel, { dataTransfer: { files: [file(JSON.stringify(DOCUMENT))] } });
  const table = await screen.findByRole('table', { name: 'What the file changes' });
  expect(
    within(table)
      .getAllByRole('cell')
      .map((one) => one.textContent),
  ).toEqual(['on', 'off']);
  expect(server.called('PUT', 'settings')).toEqual([]);
  expect(await violations()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Import 1 change' }));
  expect(server.called('PUT', 'settings')[0]).toMatchObject({
    body: DOCUMENT,
    headers: { 'If-Match': `"${STATE}"` },
  });
  expect(await screen.findByText('1 setting imported')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(server.called('PUT', 'settings')[1]).toMatchObject({
    headers: { 'If-Match': `"${LATER}"` },
  });
  expect(await screen.findByText('1 setting changed back')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

test('mistakes keep the file out, and what only a person does is told', async () => {
  const server = serving().on('POST', 'settings/check', {
    status: 200,
    body: {
      ...DRAFT,
      byHand: [CONSENT],
      problems: [{ field: 'sections.x', message: 'There is no such field.' }],
      allProblems: 3,
    },
  });
  const { importing } = await open(server);
  await act(() => importing.open(file('{}')));
  expect(screen.getByText('3 mistakes: nothing can be imported')).toBeVisible();
  expect(screen.getByText('and 2 more')).toBeVisible();
  expect(screen.getByText('What is counted: how often')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Import 1 change' })).toBeDisabled();
});

test('what is no file of settings is not sent', async () => {
  const server = serving();
  const { importing } = await open(server);
  for (const text of ['', '[]', 'null', '{']) {
    await act(() => importing.open(file(text)));
    expect(screen.getByText(/It is not a JSON object/)).toBeVisible();
  }
  await act(() => importing.open(file('{}', MAX_BYTES + 1)));
  expect(screen.getByText(/It is larger than 256 KB/)).toBeVisible();
  expect(server.called('POST', 'settings')).toEqual([]);
});

test('settings that somebody else changed are looked at again', async () => {
  const server = serving().on('PUT', 'settings', STALE);
  const { importing, user } = await open(server);
  await act(() => importing.open(file('{}')));
  server.on('POST', 'settings/check', {
    status: 200,
    body: { ...DRAFT, state: LATER, changes: [] },
  });
  await user.click(screen.getByRole('button', { name: 'Import 1 change' }));
  expect(await screen.findByText('Somebody changed settings meanwhile')).toBeVisible();
  expect(screen.getByText(/The file changes nothing/)).toBeVisible();
});

test('a reset is asked for, and too late to undo once somebody changed a setting', async () => {
  const server = serving()
    .on('POST', 'settings/reset', { status: 200, body: { ...DRAFT, undo: DOCUMENT } })
    .on('PUT', 'settings', STALE);
  const { user } = await open(server);
  await user.click(screen.getByRole('button', { name: 'Reset: Problem reports' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByRole('table')).toHaveTextContent('Reports are taken');
  await user.click(within(dialog).getByRole('button', { name: 'Reset' }));
  expect(server.called('POST', 'settings/reset')[0]?.body).toEqual({ sections: ['reports'] });
  expect(await screen.findByText('1 setting reset')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('It cannot be undone any more')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

test('a server that does not answer can be asked again', async () => {
  const { user } = await open(
    new FakeServer().on('GET', 'settings', { status: 500, body: problem('internal', 500) }),
  );
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getByRole('alert')).toBeVisible();
});
