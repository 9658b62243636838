import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HandOverButton } from '../../../../frontend/admin/hand-over/dialog.tsx';
import { FromServer } from '../../../../frontend/admin/hand-over/from-server.tsx';
import { HandOver } from '../../../../frontend/admin/hand-over/store.ts';
import { FakeServer } from '../fake-server.ts';
import { problem } from '../fixture/answers.ts';
import { show, violations } from '../rendering.tsx';

const PLAN = {
  files: [
    { name: 'node-1.zip.001.age', bytes: 2097152 },
    { name: 'node-1.zip.002.age', bytes: 1024 },
  ],
  sha256: 'a'.repeat(64),
  note: 'Join with <b>cat</b>',
};

async function open(server: FakeServer) {
  const user = userEvent.setup();
  show(
    <HandOverButton
      name="node-1.zip"
      begin={() => <FromServer store={new HandOver(server.client, 'z1')} name="node-1.zip" />}
    />,
  );
  await user.click(screen.getByRole('button', { name: 'Hand over: node-1.zip' }));
  await screen.findByRole('dialog', { name: 'Hand over node-1.zip' });
  return user;
}

test('parts and key lead to files to download, with a note', async () => {
  const server = new FakeServer().on('GET', 'support-zips/z1/hand-over', {
    status: 200,
    body: PLAN,
  });
  const user = await open(server);
  expect(await act(() => violations())).toEqual([]);
  await user.type(screen.getByLabelText('Key of the receiver (optional)'), ' age1abc ');
  await user.type(screen.getByLabelText('Largest file in MB (optional)'), '2{Enter}');
  expect(await screen.findByText('2 files to download')).toHaveFocus();
  const asked = 'support-zips/z1/hand-over?to=age1abc&size=2097152';
  expect(server.calls.map(({ path }) => path)).toEqual(['support-zips/receivers', asked]);
  expect(screen.getByRole('link', { name: 'node-1.zip.002.age' })).toHaveAttribute(
    'href',
    '/jira/plugins/servlet/hearth/api/v1/support-zips/z1/hand-over/2?to=age1abc&size=2097152',
  );
  expect(screen.getByText('Join with <b>cat</b>')).toBeVisible();
  expect(await act(() => violations())).toEqual([]);
  await user.type(screen.getByLabelText('Largest file in MB (optional)'), '0');
  expect(screen.queryByRole('link')).toBeNull();
});

test('what does not fit is said at its field', async () => {
  const body = {
    ...problem('invalid-field', 400),
    errors: [{ field: 'to', message: 'This is no key.' }],
  };
  const server = new FakeServer().on('GET', 'support-zips/z1', { status: 400, body });
  const user = await open(server);
  await user.type(screen.getByLabelText('Key of the receiver (optional)'), 'x{Enter}');
  expect(screen.getByLabelText('Key of the receiver (optional)')).toHaveAccessibleDescription(
    'This is no key.',
  );
});

test('a server that does not answer is told', async () => {
  const server = new FakeServer().on('GET', 'support-zips/z1', {
    status: 500,
    body: problem('internal', 500),
  });
  const user = await open(server);
  await user.click(screen.getByRole('button', { name: 'Show files' }));
  expect(await screen.findByRole('alert')).toBeVisible();
});

test('a secret key is refused before it stands in an address', async () => {
  const server = new FakeServer();
  const user = await open(server);
  const field = screen.getByLabelText('Key of the receiver (optional)');
  await user.type(field, `age-secret-key-1${'q'.repeat(58)}{Enter}`);
  expect(field).toHaveAccessibleDescription(/^This is a secret key/);
  expect(server.calls.map(({ path }) => path)).toEqual(['support-zips/receivers']);
});

test('a key that is kept is chosen by its name', async () => {
  const receivers = [
    { name: 'Acme', key: `age1${'q'.repeat(58)}` },
    { name: 'Zed', key: `age1${'z'.repeat(58)}` },
  ];
  const server = new FakeServer().on('GET', 'support-zips/receivers', {
    status: 200,
    body: { receivers },
  });
  const user = await open(server);
  await user.click(await screen.findByRole('button', { name: 'Zed' }));
  expect(screen.getByLabelText('Key of the receiver (optional)')).toHaveValue(receivers[1]?.key);
  expect(await act(() => violations())).toEqual([]);
});
