import { act, screen } from '@testing-library/react';
import { FirstRunStore } from '../../../../frontend/admin/first-run/first-run-store.ts';
import { DigestStore } from '../../../../frontend/admin/nav/digest-store.ts';
import { Nav } from '../../../../frontend/admin/nav/nav.tsx';
import { OverviewView } from '../../../../frontend/admin/overview/page.tsx';
import { FakeServer } from '../fake-server.ts';
import { problem } from '../fixture/answers.ts';
import { DIGEST } from '../fixture/digest-answers.ts';
import { show, violations } from '../rendering.tsx';

const LOOKED = Date.parse('2026-01-04T00:00:00Z') / 1000;

async function open(server: FakeServer, page: string, memory = new Map<string, string>()) {
  const digest = new DigestStore(
    server.client,
    {
      getItem: (key) => memory.get(key) ?? null,
      setItem: (key, value) => void memory.set(key, value),
    },
    page,
  );
  show(
    <>
      <Nav contextPath="/jira" current={page} digest={digest} />
      {page === 'overview' ? (
        <OverviewView
          digest={digest}
          firstRun={new FirstRunStore(server.client)}
          contextPath="/jira"
        />
      ) : null}
    </>,
  );
  await act(() => digest.load());
  return { memory, digest };
}

const serving = (): FakeServer =>
  new FakeServer().on('GET', 'digest', { status: 200, body: DIGEST });

test('lines lead to where there is more, and unknown ones are left out', async () => {
  await open(serving(), 'overview');
  expect(
    screen.getByRole('link', { name: '7 new browser errors within seven days' }),
  ).toHaveAttribute('href', '/jira/plugins/servlet/hearth/admin/errors#/list');
  expect(screen.getByText('2 since you last looked')).toBeVisible();
  expect(screen.getByRole('link', { name: /1,234 times: Cannot read/ })).toHaveAttribute(
    'href',
    '/jira/plugins/servlet/hearth/admin/errors#/group/0123456789abcdef',
  );
  expect(screen.queryByText(/later-unknown/)).toBeNull();
  expect(await violations()).toEqual([]);
});

test('the navigation counts what is new on other pages', async () => {
  await open(serving(), 'overview');
  expect(screen.getByRole('link', { name: 'Browser errors 3 new' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Overview', current: 'page' })).toBeVisible();
});

test('who looks at a page has seen what is new there, by the clock of the server', async () => {
  const { memory } = await open(serving(), 'errors');
  expect(screen.getByRole('link', { name: 'Browser errors', current: 'page' })).toBeVisible();
  expect(memory.get('hearth.looked.errors')).toBe(String(Date.parse(DIGEST.now) / 1000));
});

test('the server is told when somebody last looked, but not what a page put there', async () => {
  const server = serving();
  await open(
    server,
    'overview',
    new Map([
      ['hearth.looked.errors', String(LOOKED)],
      ['hearth.looked.redaction', '1e99&x=<script>'],
    ]),
  );
  expect(server.calls[0]?.path).toBe('digest?errors=2026-01-04T00%3A00%3A00.000Z');
});

test('a calm server says so', async () => {
  const server = new FakeServer().on('GET', 'digest', {
    status: 200,
    body: { ...DIGEST, lines: [] },
  });
  await open(server, 'overview');
  expect(screen.getByText('Nothing needs your attention')).toBeVisible();
});

test('without an answer the pages can still be reached, and it can be tried again', async () => {
  const server = new FakeServer().on('GET', 'digest', {
    status: 500,
    body: problem('internal', 500),
  });
  const { digest } = await open(server, 'overview');
  expect(screen.getByRole('alert')).toBeVisible();
  expect(screen.getAllByRole('link', { name: 'Redaction' })).toHaveLength(2);
  server.on('GET', 'digest', { status: 200, body: DIGEST });
  await act(() => digest.load());
  expect(screen.getByText(/came back after being resolved/)).toBeVisible();
});
