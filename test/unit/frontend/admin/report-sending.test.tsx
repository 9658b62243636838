import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Contents, Journey, Report } from '../../../../frontend/admin/reports/contract.ts';
import { DestinationStore } from '../../../../frontend/admin/destination-store.ts';
import { SendPart } from '../../../../frontend/admin/reports/send-part.tsx';
import { SendingStore } from '../../../../frontend/admin/reports/sending-store.ts';
import { ticketOf } from '../../../../frontend/admin/reports/ticket.ts';
import { FakeServer } from '../fake-server.ts';
import { problem } from '../fixture/answers.ts';
import { show, violations } from '../rendering.tsx';

const ID = '0123456789abcdef';
const ADDRESS = 'https://support.example.com/in';

const REPORT: Report = {
  id: ID,
  receivedAt: '2026-01-05T10:00:00Z',
  title: 'Board is empty',
  happened: 'Board is empty',
  expected: '',
  page: '/browse/A-1',
  app: { key: '', name: '' },
  productVersion: '11.0.0',
  email: 'ada@example.com',
  screenshot: { width: 3, height: 2, bytes: 2048 },
  errors: [],
  handling: { revision: 0, state: 'new', notes: '', by: '' },
};

const CONTENTS: Contents = {
  text: '## What happened\n\nBoard is empty',
  files: [
    { name: 'ticket.md', bytes: 31 },
    { name: 'attachments/screenshot.png', bytes: 2048 },
  ],
};

const CONFIRMED = {
  address: ADDRESS,
  host: 'support.example.com',
  secret: false,
  by: 'ada',
  at: '2026-01-05T10:15:30Z',
};

function journey(phase: Journey['phase'], more: Partial<Journey> = {}): Journey {
  return {
    phase,
    host: 'support.example.com',
    by: 'ada',
    began: '2026-01-05T11:00:00Z',
    sha256: 'a'.repeat(64),
    bytes: 4096,
    sent: 1024,
    attempt: 1,
    attempts: 5,
    ...more,
  };
}

function serving(sending?: Journey, confirmed = true): FakeServer {
  const traffic = { sent: 0, failed: 0 };
  return new FakeServer()
    .on('GET', 'destinations', {
      status: 200,
      body: {
        destinations: [
          { purpose: 'report-endpoint', traffic, ...(confirmed && { confirmed: CONFIRMED }) },
        ],
      },
    })
    .on('GET', `reports/${ID}/sending`, { status: 200, body: sending ? { sending } : {} })
    .on('GET', `reports/${ID}/ticket`, { status: 200, body: CONTENTS });
}

interface Sent {
  readonly path: string;
  readonly zip: File | undefined;
}

async function open(server: FakeServer, zip?: File) {
  const sent: Sent[] = [];
  let taken = 0;
  const endpoint = new DestinationStore(server.client, 'report-endpoint');
  const store = new SendingStore(
    server.client,
    (path, file, parser) => {
      sent.push({ path, zip: file });
      return Promise.resolve({ ok: true, value: parser({ sending: journey('waiting') }, '') });
    },
    endpoint,
    () => {
      taken += 1;
    },
  );
  await endpoint.load();
  show(<SendPart sending={store} report={REPORT} ticket={ticketOf(REPORT, '')} zip={zip} ready />);
  await act(() => store.open(ID));
  return { user: userEvent.setup(), store, sent, taken: () => taken };
}

const send = () => screen.getByRole('button', { name: 'Send to support.example.com' });

test('without a confirmed endpoint nothing offers to send', async () => {
  await open(serving(undefined, false));
  expect(screen.queryByRole('button')).toBeNull();
});

test('all that would go is listed before it goes, and goes to the address that was shown', async () => {
  const zip = new File(['PK12345'], 'node-1.zip');
  const { user, sent } = await open(serving(), zip);
  await user.click(send());
  const dialog = await screen.findByRole('dialog');
  for (const words of [ADDRESS, 'ada@example.com', 'Board is empty', 'node-1.zip', '7 bytes']) {
    expect(within(dialog).getByText(words, { exact: false })).toBeVisible();
  }
  expect(within(dialog).getByRole('cell', { name: 'attachments/screenshot.png' })).toBeVisible();
  // The dialog comes in with an animation, which goes on meanwhile.
  expect(await act(() => violations())).toEqual([]);
  expect(sent).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Send' }));
  expect(sent).toEqual([
    {
      path: `reports/${ID}/send?to=${encodeURIComponent(ADDRESS)}&screenshot=yes&zip=node-1.zip`,
      zip,
    },
  ]);
  expect(screen.getByText(/^Waits until/)).toBeVisible();
});

test('an endpoint that was taken away meanwhile ends the question', async () => {
  const server = serving();
  const { user } = await open(server);
  server.on('GET', 'destinations', {
    status: 200,
    body: { destinations: [{ purpose: 'report-endpoint', traffic: { sent: 0, failed: 0 } }] },
  });
  await user.click(send());
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.queryByRole('button')).toBeNull();
});

test('how far it is, that it waits, and what came of it are told', async () => {
  const server = serving(journey('sending'));
  const { store, taken } = await open(server);
  expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow');
  expect(screen.getByText('1 kB of 4 kB, attempt 1 of 5')).toBeVisible();
  expect(await violations()).toEqual([]);
  const reply = { status: 503, why: 'refused', text: 'later' } as const;
  server.on('GET', `reports/${ID}/sending`, {
    status: 200,
    body: { sending: journey('paused', { next: '2026-01-05T11:00:09Z', reply }) },
  });
  await act(() => store.follow());
  expect(screen.getByText(/status 503/)).toBeVisible();
  expect(screen.getByText(/Attempt 1 of 5 failed/)).toBeVisible();
  expect(taken()).toBe(0);
  const receipt = {
    at: '2026-01-05T11:00:10Z',
    host: 'support.example.com',
    status: 201,
    text: '<img src=x onerror=alert(1)>',
    bytes: 4096,
    sha256: 'a'.repeat(64),
  };
  server.on('GET', `reports/${ID}/sending`, {
    status: 200,
    body: { sending: journey('accepted'), receipt },
  });
  await act(() => store.follow());
  expect(screen.getByText('Sent to support.example.com')).toBeVisible();
  expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeVisible();
  expect(document.querySelector('img')).toBeNull();
  expect(taken()).toBe(1);
  const asked = server.calls.length;
  await act(() => store.follow());
  expect(server.calls.length).toBe(asked);
});

test('it is stopped', async () => {
  const server = serving(journey('sending'));
  const { user } = await open(server);
  server
    .on('DELETE', `reports/${ID}/sending`, { status: 204 })
    .on('GET', `reports/${ID}/sending`, { status: 200, body: { sending: journey('cancelled') } });
  await user.click(screen.getByRole('button', { name: 'Stop sending' }));
  expect(screen.getByText(/was stopped/)).toBeVisible();
  expect(send()).toBeEnabled();
});

test('a failure to stop is told', async () => {
  const server = serving(journey('sending'));
  const { user } = await open(server);
  server.on('DELETE', `reports/${ID}/sending`, { status: 500, body: problem('internal', 500) });
  await user.click(screen.getByRole('button', { name: 'Stop sending' }));
  expect(screen.getByRole('alert')).toBeVisible();
});

test.each(['failed', 'not-confirmed', 'interrupted'] as const)(
  'what is %s can be sent again',
  async (phase) => {
    await open(serving(journey(phase)));
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(send()).toBeEnabled();
  },
);
