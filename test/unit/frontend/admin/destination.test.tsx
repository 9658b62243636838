import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DestinationPanel } from '../../../../frontend/admin/destination.tsx';
import {
  DestinationStore,
  type Purpose,
  type Standing,
} from '../../../../frontend/admin/destination-store.ts';
import { FakeServer } from '../fake-server.ts';
import { problem } from '../fixture/answers.ts';
import { show, violations } from '../rendering.tsx';

const NONE: readonly Standing[] = [
  { purpose: 'error-forwarding', traffic: { sent: 0, failed: 0 } },
  { purpose: 'report-endpoint', traffic: { sent: 0, failed: 0 } },
];

const CONFIRMED: Standing = {
  purpose: 'report-endpoint',
  confirmed: {
    address: 'https://support.example.com/in',
    host: 'support.example.com',
    secret: true,
    by: 'ada',
    at: '2026-01-05T10:15:30Z',
  },
  traffic: {
    sent: 3,
    failed: 1,
    lastSent: '2026-01-05T10:20:00Z',
    lastFailure: { at: '2026-01-05T10:19:00Z', why: 'refused', status: 503 },
  },
};

function serving(standing?: Standing): FakeServer {
  const destinations = NONE.map((one) => (one.purpose === standing?.purpose ? standing : one));
  return new FakeServer().on('GET', 'destinations', { status: 200, body: { destinations } });
}

async function open(server: FakeServer, purpose: Purpose = 'report-endpoint') {
  const store = new DestinationStore(server.client, purpose);
  show(<DestinationPanel store={store} />);
  await act(() => store.load());
  return userEvent.setup();
}

test('nothing can be confirmed before the host is typed again', async () => {
  const server = serving().on('PUT', 'destinations/report-endpoint', {
    status: 200,
    body: CONFIRMED,
  });
  const user = await open(server);
  expect(screen.getByText('Off: nothing is sent.')).toBeVisible();
  await user.type(screen.getByLabelText('Address'), 'https://support.example.com/in');
  await user.type(screen.getByLabelText('Token, if it needs one'), 's3cret');
  expect(screen.getByRole('button', { name: 'Confirm' })).toBeDisabled();
  await user.type(screen.getByLabelText('Type its host again to confirm'), 'support.example.com');
  expect(await violations()).toEqual([]);
  await user.keyboard('{Enter}');
  expect(server.called('PUT', 'destinations')[0]?.body).toEqual({
    address: 'https://support.example.com/in',
    host: 'support.example.com',
    token: 's3cret',
  });
  expect(screen.getByRole('status')).toHaveFocus();
  expect(screen.getByText('Reports can be sent to support.example.com')).toBeVisible();
  expect(document.body.innerHTML).not.toContain('s3cret');
});

test('what does not fit is said at its field', async () => {
  const body = {
    ...problem('invalid-field', 400),
    errors: [{ field: 'host', message: 'Type the host again.' }],
  };
  const server = serving().on('PUT', 'destinations', { status: 400, body });
  const user = await open(server, 'error-forwarding');
  await user.type(screen.getByLabelText('DSN of the Sentry project'), 'https://k@a.example/7');
  await user.type(screen.getByLabelText('Type its host again to confirm'), 'b.example{Enter}');
  expect(screen.getByLabelText('Type its host again to confirm')).toHaveAccessibleDescription(
    'Type the host again.',
  );
  expect(screen.getByText('Off: nothing is sent.')).toBeVisible();
  await user.type(screen.getByLabelText('Type its host again to confirm'), 'x');
  expect(screen.queryByText('Type the host again.')).toBeNull();
});

test('shows what came of it, and stops', async () => {
  const server = serving(CONFIRMED).on('DELETE', 'destinations/report-endpoint', () => {
    server.on('GET', 'destinations', { status: 200, body: { destinations: NONE } });
    return { status: 204 };
  });
  const user = await open(server);
  expect(screen.getByText(/status 503/)).toBeVisible();
  expect(await violations()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Take it away' }));
  expect(screen.getByText(/^Taken away/)).toHaveFocus();
  expect(screen.getByText('Off: nothing is sent.')).toBeVisible();
});

test('one that another administrator removed meanwhile is gone all the same', async () => {
  const server = serving(CONFIRMED).on('DELETE', 'destinations', {
    status: 404,
    body: problem('not-found', 404),
  });
  const user = await open(server);
  server.on('GET', 'destinations', { status: 200, body: { destinations: NONE } });
  await user.click(screen.getByRole('button', { name: 'Take it away' }));
  expect(screen.getByText('Off: nothing is sent.')).toBeVisible();
});

test('a server that does not answer is told, and can be asked again', async () => {
  const server = new FakeServer().on('GET', 'destinations', {
    status: 500,
    body: problem('internal', 500),
  });
  await open(server);
  expect(screen.getByRole('alert')).toBeVisible();
});
