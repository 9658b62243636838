/** @jest-environment node */
import { HandOver } from '../../../../frontend/admin/hand-over/store.ts';
import {
  tickOf,
  type Around,
  type Server,
} from '../../../../frontend/admin/review/changes/changes-store.ts';
import type { StoredZip } from '../../../../frontend/admin/support-zip/stored-contract.ts';
import type { StoredChoices } from '../../../../frontend/admin/review/compare/compare-store.ts';
import { ReviewPage, type Open } from '../../../../frontend/admin/review/page-store.ts';
import { levelOf, piecesOf } from '../../../../frontend/admin/review/pseudonyms.ts';
import { narrowed, rowsOf, treeOf, type Node } from '../../../../frontend/admin/review/tree.ts';
import {
  numbersOf,
  selectedOf,
  type Shown,
} from '../../../../frontend/admin/review/viewer-store.ts';
import { Reviewer } from '../../../../frontend/review/reviewer.ts';
import type { Opened } from '../../../../frontend/shared/review.ts';
import { FakeServer } from '../fake-server.ts';
import { joined } from './joined.ts';
import { logText, manifestOf, zipOf } from './zips.ts';

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const saved: { name: string; file: Blob }[] = [];

function around(): Around {
  return {
    choose: () => Promise.resolve(undefined),
    chooseFolder: () => Promise.resolve(undefined),
    receivers: () => Promise.resolve([]),
    save: (name, file) => {
      saved.push({ name, file });
    },
    wait: pause,
    now: () => '2026-03-02T10:00:00Z',
    overview: () => ({
      ...{ language: 'en', title: 'Changed', note: 'Changed.', removed: 'Out', changed: 'Cut' },
      ...{ added: 'New', entries: 'All' },
    }),
  };
}

const noZips = (): Promise<StoredChoices> => Promise.resolve({ ok: true, value: [] });

async function opened(zip: Buffer): Promise<Open> {
  const page = new ReviewPage(joined(new Reviewer(pause)), around(), noZips);
  await page.open(new File([new Uint8Array(zip)], 'a.zip'));
  const state = page.state.get();
  if (state.phase !== 'open') throw new Error(JSON.stringify(state));
  return state;
}

const ZIP = zipOf([
  { name: 'logs/jira.log.10', text: 'x' },
  { name: 'logs/jira.log.9', text: 'x' },
  { name: 'logs/jira.log', text: logText(900_000) },
  { name: '../up.txt', text: 'x' },
  {
    name: 'manifest.json',
    text: manifestOf([
      { name: 'logs/jira.log', state: 'cut', redactions: { user: 3 }, leaks: { mail: 2 } },
      { name: 'gc/gc.log', state: 'missing', text: 'The product may not read it.' },
    ]),
  },
]);

describe('the tree', () => {
  const all = (): boolean => true;

  it('has folders first, numbers in their order, what is missing, and what stands out in each folder', async () => {
    const { opened: zip } = await opened(ZIP);
    const rows = rowsOf(treeOf(zip), all);
    expect(rows.map(({ node, level }) => `${String(level)} ${node.name}`)).toEqual([
      ...['1 ..', '2 up.txt', '1 gc', '2 gc.log', '1 logs', '2 jira.log', '2 jira.log.9'],
      ...['2 jira.log.10', '1 manifest.json'],
    ]);
    const found = Object.fromEntries(rows.map(({ node }) => [node.name, node.findings]));
    expect(found['logs']).toEqual({ leaks: 2, redactions: 3, cut: 1, missing: 0, faults: 0 });
    expect(found['gc']?.missing).toBe(1);
    expect(found['..']?.faults).toBe(1);
  });

  it('is narrowed by name and to what stands out', async () => {
    const tree = treeOf((await opened(ZIP)).opened);
    const names = (text: string, findingsOnly: boolean): string[] =>
      rowsOf(narrowed(tree, { text, findingsOnly }), all).map(({ node }) => node.name);
    expect(names('LOG.9', false)).toEqual(['logs', 'jira.log.9']);
    expect(names('', true)).toEqual(['..', 'up.txt', 'gc', 'gc.log', 'logs', 'jira.log']);
    expect(names('nothing', false)).toEqual([]);
  });

  it('follows the keyboard', async () => {
    const { tree } = await opened(ZIP);
    tree.move(2);
    expect(tree.row()?.node.name).toBe('gc');
    tree.back();
    expect(tree.row()?.open).toBe(false);
    tree.forward();
    tree.forward();
    expect(tree.row()?.node.name).toBe('gc.log');
    tree.back();
    expect(tree.row()?.node.name).toBe('gc');
    tree.move(Infinity);
    expect(tree.row()?.node.name).toBe('manifest.json');
    tree.narrow({ text: 'jira' });
    expect(tree.row()?.node.name).toBe('logs');
  });

  it('does not grow with the parts of a name', () => {
    const entry = { size: 1, packedSize: 1, modified: 0, folder: false, faults: [], index: 0 };
    const zip: Opened = {
      ...{ size: 1, stated: 1, faults: [] },
      entries: [{ ...entry, name: 'a/'.repeat(30_000) + 'b' }],
    };
    expect(rowsOf(treeOf(zip), all)).toHaveLength(21);
  });
});

describe('the viewer', () => {
  async function viewing(): Promise<Open & { shown: () => Shown; seen: () => string[] }> {
    const open = await opened(ZIP);
    open.viewer.resize(20);
    open.tree.narrow({ text: 'jira.log' });
    open.tree.move(1);
    await open.viewer.open(open.tree.row()!.node);
    const shown = (): Shown => open.viewer.state.get() as Shown;
    while (!shown().text.complete) await pause();
    const seen = (): string[] =>
      shown()
        .lines.slice(shown().top, shown().top + 20)
        .map(({ text }) => text);
    return { ...open, shown, seen };
  }

  const lines = logText(900_000).toString().split('\n');

  it('scrolls, goes to the end, to a line, and to a part of the whole', async () => {
    const { viewer, shown, seen } = await viewing();
    expect(seen()).toEqual(lines.slice(0, 20));
    for (let i = 0; i < 100; i++) {
      viewer.scroll(7);
      await pause();
      await pause();
      await pause();
    }
    expect(seen()).toEqual(lines.slice(700, 720));
    await viewer.toEnd();
    expect(seen().at(-1)).toBe(lines.at(-1));
    viewer.scroll(100);
    expect(seen().at(-1)).toBe(lines.at(-1));
    await viewer.goToLine(1000);
    expect(seen()[4]).toBe(lines[999]);
    expect(numbersOf(shown())[shown().top]).toBe(996);
    await viewer.seek(0);
    expect(seen()).toEqual(lines.slice(0, 20));
    viewer.activate(0);
    await viewer.move(25);
    expect(seen()).toEqual(lines.slice(6, 26));
  });

  it('searches, goes round, and says when there is nothing', async () => {
    const { viewer, shown } = await viewing();
    const found = lines.flatMap((line, index) => (line.includes('took 77') ? [index] : []));
    await viewer.search('TOOK 77', false);
    while (shown().text.search?.complete !== true || shown().hit === undefined) await pause();
    expect(shown().text.search?.hits).toBe(found.length);
    expect(shown().hit?.order).toBe(1);
    await viewer.step(-1);
    expect(shown().hit?.order).toBe(found.length);
    await viewer.step(1);
    await viewer.step(1);
    expect(shown().hit?.order).toBe(2);
    await viewer.search('not there at all', true);
    while (shown().text.search?.complete !== true) await pause();
    await viewer.step(1);
    expect(shown().nothing).toBe('hit');
  });

  it('goes from error to error', async () => {
    const { viewer, shown } = await viewing();
    const errors = lines.flatMap((line, index) => (line.includes(' ERROR ') ? [index] : []));
    await viewer.toError(1);
    await viewer.toError(1);
    const active = shown().lines.find(({ at }) => at === shown().active);
    expect(active?.text).toBe(lines[errors[1]!]);
    await viewer.toError(-1);
    await viewer.toError(-1);
    expect(shown().nothing).toBe('error');
  });
});

it('tells why a ZIP cannot be read', async () => {
  const page = new ReviewPage(joined(new Reviewer(pause)), around(), noZips);
  await page.open(new File(['no ZIP'], 'a.txt'));
  expect(page.state.get()).toMatchObject({ phase: 'failed', failure: { kind: 'damaged' } });
});

describe('a line', () => {
  it('is cut at pseudonyms and hits, also where they overlap', () => {
    const text = 'by user-7f3a2b61c0 of 240.1.2.3, 2001:db8::1 and user-7f3a2b61c';
    const pieces = piecesOf(text, 'BY USER-7f', false);
    expect(pieces.map(({ text: part }) => part).join('')).toBe(text);
    expect(pieces.filter(({ kind }) => kind !== undefined).map(({ kind }) => kind)).toEqual([
      ...['user', 'user', 'ipv4', 'ipv6'],
    ]);
    expect(pieces.filter(({ hit }) => hit).map(({ text: part }) => part)).toEqual([
      'by ',
      'user-7f',
    ]);
  });

  it.each([
    ['2026-03-01 ERROR x', 'error'],
    ['SEVERE: x', 'error'],
    ['[WARN ] x', 'warning'],
    ['12:00 INFO x', 'info'],
    ['\tat a.b.ERROR', undefined],
    [`${'x'.repeat(200)} ERROR`, undefined],
  ])('%s', (text, level) => {
    expect(levelOf(text)).toBe(level);
  });
});

describe('changes', () => {
  const changing = zipOf([
    { name: 'insight.json', text: '{}' },
    { name: 'logs/a.log', text: 'one\ntwo\nthree secret\nfour\n' },
    { name: 'logs/b.log', text: 'secret\n' },
    { name: 'logs/c.log', text: 'none\n' },
    {
      name: 'manifest.json',
      text: manifestOf(
        ['insight.json', 'logs/a.log', 'logs/b.log', 'logs/c.log'].map((name) => ({
          name,
          state: 'whole',
        })),
      ),
    },
    { name: 'index.html', text: '<body>' },
  ]);
  const rowOf = ({ tree }: Open, name: string): Node =>
    tree.state.get().rows.find(({ node }) => node.name === name)!.node;
  const kinds = ({ changes }: Open): string[] =>
    changes.state.get().items.map(({ change, undone }) => `${undone ? '-' : '+'}${change.kind}`);

  it('ticks a folder as a whole, and none of what tells of the others', async () => {
    const open = await opened(changing);
    const { changes } = open;
    changes.tick(rowOf(open, 'logs'));
    changes.tick(rowOf(open, 'manifest.json'));
    expect([...changes.state.get().ticked]).toEqual([1, 2, 3]);
    changes.tick(rowOf(open, 'b.log'));
    expect(tickOf(rowOf(open, 'logs'), changes.state.get().ticked)).toBe('mixed');
    expect(tickOf(rowOf(open, 'b.log'), changes.state.get().ticked)).toBe(false);
  });

  it('are undone and done again, each by itself', async () => {
    saved.length = 0;
    const open = await opened(changing);
    const { changes, viewer } = open;
    changes.tick(rowOf(open, 'c.log'));
    changes.takeTicked();
    // It repeats what stands in logs.
    expect(kinds(open)).toEqual(['+entries', '+entries']);
    await viewer.open(rowOf(open, 'a.log'));
    await viewer.move(1);
    await viewer.move(1, true);
    const shown = viewer.state.get() as Shown;
    expect(selectedOf(shown)).toEqual({ from: 4, to: 8 });
    await changes.takeLines(shown.node, selectedOf(shown));
    await changes.takeWord('SECRET', false, changes.all);
    await changes.add('note.txt', new Blob(['hello']), true);
    changes.toggle(1);
    changes.toggle(2);
    changes.toggle(3);
    changes.toggle(3);
    expect(kinds(open)).toEqual(['-entries', '-entries', '+lines', '+word', '+added']);
    await changes.make();
    expect(changes.state.get().trouble).toBeUndefined();
    expect(saved.map(({ name }) => name)).toEqual(['a-changed.zip']);
    const page = new ReviewPage(joined(new Reviewer(pause)), around(), noZips);
    await page.open(new File([saved[0]!.file], 'b.zip'));
    const after = page.state.get() as Open;
    expect(after.opened.entries.map(({ name }) => name)).toEqual([
      ...['insight.json', 'logs/a.log', 'logs/b.log', 'logs/c.log', 'added/note.txt'],
      ...['manifest.json', 'index.html'],
    ]);
    expect(after.opened.manifest?.changes).toMatchObject([{ removed: 0, edited: 2, added: 1 }]);
    await after.viewer.open(rowOf(after, 'a.log'));
    expect((after.viewer.state.get() as Shown).lines.map(({ text }) => text)).toEqual([
      ...['one', '[Hearth: 2 lines taken out by a person]', 'four'],
    ]);
  });

  it('say when a word is nowhere, and when a file is not taken', async () => {
    const { changes } = await opened(changing);
    await changes.takeWord('nowhere', true, changes.all);
    expect(changes.state.get().trouble).toEqual({ of: 'word', text: 'nowhere' });
    await changes.add('x.bin', new Blob(['\0']), false);
    expect(changes.state.get().trouble).toEqual({ of: 'file', name: 'x.bin', why: 'not-known' });
    expect(changes.state.get().items).toEqual([]);
  });

  it('need a manifest of ours', async () => {
    expect((await opened(zipOf([{ name: 'a', text: 'x' }]))).changes.possible).toBe(false);
  });

  const ZIP: StoredZip = {
    ...{ id: 'made', fileName: 's-changed.zip', node: 'n', startedBy: 'ada', items: [] },
    ...{ createdAt: '2026-03-02T10:00:00Z', state: 'running', kept: false },
  };
  const answered = (value: StoredZip): { readonly ok: true; readonly value: StoredZip } => ({
    ...{ ok: true, value },
  });

  async function onServer(server: Partial<Server>): Promise<Open> {
    const zip = new Uint8Array(changing);
    jest.spyOn(globalThis, 'fetch').mockImplementation((_, init) => {
      const range = /bytes=(\d+)-(\d+)/.exec(new Headers(init?.headers).get('Range') ?? '');
      const [from, to] = [Number(range?.[1]), Number(range?.[2])];
      const headers = {
        'Content-Range': `bytes ${String(from)}-${String(to)}/${String(zip.length)}`,
      };
      return Promise.resolve(new Response(zip.slice(from, to + 1), { status: 206, headers }));
    });
    const page = new ReviewPage(joined(new Reviewer(pause)), around(), noZips);
    const never = (): never => {
      throw new Error('not asked for');
    };
    await page.openStored(
      's.zip',
      { url: '/x', size: zip.length, sha256: 'a' },
      {
        server: { prune: never, look: never, cancel: never, ...server },
        handOver: () => new HandOver(new FakeServer().client, 's'),
      },
    );
    const open = page.state.get() as Open;
    expect(open.changes.handOver()).toBeInstanceOf(HandOver);
    return open;
  }

  it('are made on the server where the ZIP is there, and followed to their end', async () => {
    const asked: unknown[] = [];
    const seen: unknown[] = [];
    const open: Open = await onServer({
      prune: (request) => {
        asked.push(request);
        return Promise.resolve(answered({ ...ZIP, state: 'queued' }));
      },
      look: (id) => {
        asked.push(id);
        seen.push(open.changes.state.get().work);
        return Promise.resolve(answered(seen.length === 1 ? ZIP : { ...ZIP, state: 'done' }));
      },
    });
    open.changes.tick(rowOf(open, 'b.log'));
    open.changes.takeTicked();
    await open.changes.takeWord('two', true, open.changes.all);
    expect(open.changes.forServer).toBe(true);
    await open.changes.make();
    expect(asked).toEqual([
      {
        ...{ entries: ['logs/b.log', 'insight.json'], lines: [], keepInsight: false },
        words: [{ text: 'two', matchCase: true, entries: ['logs/a.log'] }],
      },
      ...['made', 'made'],
    ]);
    expect(seen).toEqual([
      { phase: 'server', zip: { ...ZIP, state: 'queued' } },
      { phase: 'server', zip: ZIP },
    ]);
    expect(open.changes.state.get().result).toEqual({
      ...{ at: 'server', zip: { ...ZIP, state: 'done' } },
    });
    await open.changes.add('x.txt', new Blob(['more']), false);
    expect(open.changes.forServer).toBe(false);
    jest.restoreAllMocks();
  });

  it('tell why the server did not make them, and can be stopped there', async () => {
    const cancelled: string[] = [];
    const open: Open = await onServer({
      prune: () => Promise.resolve(answered(ZIP)),
      look: () => {
        open.changes.stop();
        const failed = { ...ZIP, state: 'failed', trouble: 'source-gone', text: 'gone' } as const;
        return Promise.resolve(answered(failed));
      },
      cancel: (id) => Promise.resolve(cancelled.push(id)),
    });
    open.changes.tick(rowOf(open, 'b.log'));
    open.changes.takeTicked();
    open.changes.toggle(open.changes.state.get().items[1]!.id);
    await open.changes.make();
    expect(cancelled).toEqual(['made']);
    expect(open.changes.state.get().trouble).toMatchObject({ of: 'made', zip: { text: 'gone' } });
    jest.restoreAllMocks();
  });
});
