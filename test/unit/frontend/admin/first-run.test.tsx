import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FirstRunPanel } from '../../../../frontend/admin/first-run/first-run.tsx';
import { FirstRunStore } from '../../../../frontend/admin/first-run/first-run-store.ts';
import { FakeServer } from '../fake-server.ts';
import { problem } from '../fixture/answers.ts';
import { show, violations } from '../rendering.tsx';

const FRESH = {
  state: 'open',
  errors: 'this-app',
  reports: false,
  counting: false,
  destinations: 0,
};

async function open(server: FakeServer, again = false) {
  const store = new FirstRunStore(server.client);
  show(<FirstRunPanel store={store} contextPath="/jira" />);
  await act(() => store.load(again));
  return userEvent.setup();
}

const serving = (change: object = {}): FakeServer =>
  new FakeServer().on('GET', 'first-run', { status: 200, body: { ...FRESH, ...change } });

const question = (name: string) => within(screen.getByRole('radiogroup', { name }));
const USAGE = 'Count anonymously which features are used?';
const REPORTS = 'Let people report problems to you?';
const ERRORS = 'Record errors that happen in browsers?';

test('what is set is chosen, and yes to counting leads to its consent', async () => {
  const server = serving().on('POST', 'first-run/answers', {
    status: 200,
    body: { ...FRESH, state: 'answered', errors: 'none', reports: true },
  });
  const user = await open(server);
  expect(question(ERRORS).getByLabelText('Only errors of Hearth itself')).toBeChecked();
  expect(question(USAGE).getByLabelText('No')).toBeChecked();
  expect(question(REPORTS).getByLabelText('No')).toBeChecked();
  expect(screen.getByText(/Sending anything to another server is off/)).toBeVisible();
  expect(await violations()).toEqual([]);
  await user.click(question(ERRORS).getByLabelText('No'));
  await user.click(question(USAGE).getByLabelText(/^Yes/));
  await user.click(question(REPORTS).getByLabelText('Yes'));
  await user.click(screen.getByRole('button', { name: 'Save answers' }));
  expect(server.called('POST', 'first-run')[0]?.body).toEqual({
    errors: 'none',
    usage: true,
    reports: true,
  });
  expect(screen.getByRole('status')).toHaveFocus();
  expect(screen.getByRole('link', { name: 'See what would be counted' })).toHaveAttribute(
    'href',
    '/jira/plugins/servlet/hearth/admin/usage',
  );
});

test('questions that were put off come again only when they are opened', async () => {
  const server = serving({ state: 'put-off', errors: 'chosen' });
  await open(server);
  expect(screen.queryByRole('heading')).toBeNull();
  await open(server, true);
  expect(screen.getByLabelText('Errors of the apps that are chosen now')).toBeChecked();
});

test('not now hides them, and a failure says so', async () => {
  const server = serving().on('POST', 'first-run/later', {
    status: 500,
    body: problem('internal', 500),
  });
  const user = await open(server);
  await user.click(screen.getByRole('button', { name: 'Not now' }));
  expect(screen.getByRole('alert')).toBeVisible();
  server.on('POST', 'first-run/later', { status: 200, body: { ...FRESH, state: 'put-off' } });
  await user.click(screen.getByRole('button', { name: 'Not now' }));
  expect(screen.queryByRole('heading')).toBeNull();
});

test('a server that cannot tell asks nobody', async () => {
  await open(new FakeServer().on('GET', 'first-run', { status: 404 }), true);
  expect(screen.queryByRole('heading')).toBeNull();
});
