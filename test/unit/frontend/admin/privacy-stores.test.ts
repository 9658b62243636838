import type { Overview, Receipt } from '../../../../frontend/admin/privacy/contract.ts';
import { AuditStore, PAGE, queryOf } from '../../../../frontend/admin/privacy/audit-store.ts';
import { KeptStore } from '../../../../frontend/admin/privacy/kept-store.ts';
import { ProofStore } from '../../../../frontend/admin/privacy/proof-store.ts';
import { blocksOf, TextStore } from '../../../../frontend/admin/privacy/text-store.ts';
import { FakeServer, type Answer } from '../fake-server.ts';
import { problem } from '../fixture/answers.ts';

const AT = '2026-03-01T12:00:00Z';
const OVERVIEW: Overview = {
  kinds: [],
  retention: { longestDays: 180 },
  nodes: { own: 'node1', running: ['node2'], silent: [] },
};
const REFUSED: Answer = { status: 500, body: problem('internal', 500) };

/** An answer that comes when the test says so. */
function later(answer: Answer): { give: () => void; answering: () => Promise<Answer> } {
  let give = (): void => undefined;
  const waiting = new Promise<Answer>((resolve) => {
    give = () => {
      resolve(answer);
    };
  });
  return {
    give: () => {
      give();
    },
    answering: () => waiting,
  };
}

describe('what is kept', () => {
  const receipt = (waiting: readonly string[]): Receipt => ({
    id: 'r1',
    at: AT,
    kinds: [{ id: 'usage', title: 'Usage', records: 3 }],
    waiting: [...waiting],
  });
  const CHECK = { kinds: [{ id: 'usage', title: 'Usage', holdings: { records: 3 } }], records: 3 };
  const WANTED = { kinds: ['usage'] };

  const storeOf = (server: FakeServer, waits: number[] = []): KeptStore =>
    new KeptStore(server.on('GET', 'privacy', { status: 200, body: OVERVIEW }).client, (ms) => {
      waits.push(ms);
      return Promise.resolve();
    });

  test('a list that cannot be read says why, and is read again on demand', async () => {
    const server = new FakeServer();
    const store = storeOf(server);
    server.on('GET', 'privacy', REFUSED);
    await store.load();
    expect(store.state.get().kept.phase).toBe('failed');
    server.on('GET', 'privacy', { status: 200, body: OVERVIEW });
    await store.load();
    expect(store.state.get().kept).toEqual({ phase: 'ready', overview: OVERVIEW });
  });

  test('nothing is deleted before what would go was shown', async () => {
    const server = new FakeServer().on('POST', 'privacy/deletions/check', {
      status: 200,
      body: CHECK,
    });
    const store = storeOf(server);
    await store.delete();
    expect(server.called('POST', 'privacy/deletions')).toEqual([]);
    await store.check(WANTED);
    expect(store.state.get().deleting).toMatchObject({ phase: 'asked', check: { records: 3 } });
    store.closeDeletion();
    await store.delete();
    expect(server.called('POST', 'privacy/deletions')).toHaveLength(1);
  });

  test('a receipt is followed until each node that runs is done, then the list is read', async () => {
    const waits: number[] = [];
    let asked = 0;
    const server = new FakeServer()
      .on('POST', 'privacy/deletions', { status: 200, body: receipt(['node2']) })
      .on('POST', 'privacy/deletions/check', { status: 200, body: CHECK });
    const store = storeOf(server, waits);
    server.on('GET', 'privacy/deletions/r1', () => {
      asked += 1;
      return { status: 200, body: receipt(asked < 3 ? ['node2'] : []) };
    });
    await store.check(WANTED);
    await store.delete();
    expect(server.called('POST', 'privacy/deletions').at(-1)?.body).toEqual({
      kinds: ['usage'],
      confirm: true,
    });
    expect(waits).toHaveLength(3);
    expect(store.state.get().deleting).toEqual({ phase: 'done', receipt: receipt([]) });
    expect(store.state.get().kept.phase).toBe('ready');
  });

  test('a node that never answers is not asked for ever', async () => {
    const waits: number[] = [];
    const server = new FakeServer()
      .on('POST', 'privacy/deletions', { status: 200, body: receipt(['node2']) })
      .on('POST', 'privacy/deletions/check', { status: 200, body: CHECK });
    const store = storeOf(server, waits);
    server.on('GET', 'privacy/deletions/r1', { status: 200, body: receipt(['node2']) });
    await store.check(WANTED);
    await store.delete();
    expect(waits).toHaveLength(30);
    expect(store.state.get().deleting).toMatchObject({ receipt: { waiting: ['node2'] } });
  });

  test('a deletion that is refused stays open, with the reason', async () => {
    const server = new FakeServer()
      .on('POST', 'privacy/deletions', REFUSED)
      .on('POST', 'privacy/deletions/check', { status: 200, body: CHECK });
    const store = storeOf(server);
    await store.check(WANTED);
    await store.delete();
    expect(store.state.get().deleting).toMatchObject({
      phase: 'asked',
      problem: { kind: 'server' },
    });
  });

  test('a text of a kind that is no longer looked at is not shown', async () => {
    const slow = later({ status: 200, body: { name: 'a.json', text: '{}', cut: false } });
    const server = new FakeServer();
    const store = storeOf(server);
    server
      .on('GET', 'privacy/kinds/usage/raw', { status: 200, body: { names: ['a.json'] } })
      .on('GET', 'privacy/kinds/usage/raw/content', slow.answering);
    const looking = store.look('usage');
    while (store.state.get().looking === undefined) {
      await Promise.resolve();
    }
    store.lookAway();
    slow.give();
    await looking;
    expect(store.state.get().looking).toBeUndefined();
  });

  test('days that are refused leave the list as it was', async () => {
    const server = new FakeServer().on('PUT', 'privacy/retention', REFUSED);
    const store = storeOf(server);
    await store.load();
    await store.keepFor('usage', 9);
    expect(server.called('PUT', 'privacy/retention')[0]?.body).toEqual({ days: { usage: 9 } });
    expect(store.state.get()).toMatchObject({
      kept: { phase: 'ready' },
      problem: { kind: 'server' },
    });
  });
});

describe('the audit trail', () => {
  const page = (total: number): Answer => ({
    status: 200,
    body: { total, entries: [], people: [], deeds: [] },
  });

  test('days are whole ones, in UTC, both included', () => {
    expect(
      queryOf({ who: ' ada ', did: 'data-viewed', from: '2026-02-28', to: '2026-02-28' }),
    ).toBe('who=ada&did=data-viewed&from=2026-02-28T00%3A00%3A00Z&to=2026-03-01T00%3A00%3A00.000Z');
    expect(queryOf({ who: ' ', did: '', from: '', to: '' })).toBe('');
  });

  test('an answer about another filter is dropped', async () => {
    const slow = later(page(7));
    const server = new FakeServer().on('GET', 'privacy/audit', slow.answering);
    const store = new AuditStore(server.client);
    const first = store.load();
    server.on('GET', 'privacy/audit', page(2));
    await store.narrow({ who: 'ada' });
    slow.give();
    await first;
    expect(store.state.get().page).toMatchObject({ page: { total: 2 } });
  });

  test('narrowing begins at the first page again', async () => {
    const server = new FakeServer().on('GET', 'privacy/audit', page(200));
    const store = new AuditStore(server.client);
    await store.turn(PAGE);
    await store.narrow({ did: 'data-viewed' });
    expect(server.calls.map(({ path }) => path)).toEqual([
      `privacy/audit?&offset=${String(PAGE)}&limit=${String(PAGE)}`,
      `privacy/audit?did=data-viewed&offset=0&limit=${String(PAGE)}`,
    ]);
  });
});

describe('the texts', () => {
  const kept = (text: string): Answer => ({
    status: 200,
    body: { text, generated: 'Generated', changedAt: AT },
  });
  const loaded = async (server: FakeServer): Promise<TextStore> => {
    const store = new TextStore(
      server.on('GET', 'privacy/texts/notice', {
        status: 200,
        body: { text: 'Generated', generated: 'Generated' },
      }).client,
      'notice',
    );
    await store.load();
    return store;
  };

  test.each([
    ['taken', kept('Ours')],
    ['refused', REFUSED],
  ])('what is typed while a text is %s stays', async (_, answer) => {
    const slow = later(answer);
    const server = new FakeServer().on('PUT', 'privacy/texts/notice', slow.answering);
    const store = await loaded(server);
    store.write('Ours');
    const saving = store.save();
    store.write('Ours, and more');
    await store.save();
    slow.give();
    await saving;
    expect(store.state.get()).toMatchObject({ draft: 'Ours, and more', saving: false });
    expect(server.called('PUT', 'privacy/texts')).toHaveLength(1);
  });

  test('a text that is kept is no draft any more', async () => {
    const store = await loaded(new FakeServer().on('PUT', 'privacy/texts/notice', kept('Ours')));
    store.write('Ours');
    await store.save();
    expect(store.state.get()).toMatchObject({ kept: { text: 'Ours' }, draft: undefined });
  });

  test('going back to the generated text reads it again, unless that is refused', async () => {
    const server = new FakeServer().on('DELETE', 'privacy/texts/notice', REFUSED);
    const store = await loaded(server);
    await store.reset();
    expect(store.state.get()).toMatchObject({ problem: { kind: 'server' } });
    server.on('DELETE', 'privacy/texts/notice', { status: 204 });
    await store.reset();
    expect(store.state.get()).toMatchObject({ problem: undefined, kept: { text: 'Generated' } });
  });

  test('marks become headings and lists, and nothing becomes markup', () => {
    expect(blocksOf('# Us\n\n- a\n- <b>\nText\n- c')).toEqual([
      { kind: 'heading', text: 'Us' },
      { kind: 'list', items: ['a', '<b>'] },
      { kind: 'paragraph', text: 'Text' },
      { kind: 'list', items: ['c'] },
    ]);
  });
});

describe('the proof', () => {
  const EGRESS = {
    classes: 900,
    doors: ['io.hearth.egress.Outgoing'],
    strange: [],
    destinations: [],
  };

  test('each page is opened, one after the other', async () => {
    const opened: string[] = [];
    const store = new ProofStore(
      new FakeServer().on('POST', 'privacy/egress', { status: 200, body: EGRESS }).client,
      ['overview', 'privacy'],
      (page) => {
        opened.push(page);
        return Promise.resolve({ page, origins: ['https://jira.example'], requests: 3 });
      },
    );
    await store.run();
    expect(opened).toEqual(['overview', 'privacy']);
    expect(store.state.get()).toMatchObject({ phase: 'done', egress: EGRESS });
  });

  test('without the server there is no proof, and no page is opened', async () => {
    const store = new ProofStore(
      new FakeServer().on('POST', 'privacy/egress', REFUSED).client,
      ['overview'],
      () => Promise.reject(new Error('opened')),
    );
    await store.run();
    expect(store.state.get().phase).toBe('failed');
  });
});
