/** @jest-environment node */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { StructuredView } from '../../../../frontend/admin/review/structured/structured-store.ts';
import { Reviewer } from '../../../../frontend/review/reviewer.ts';
import { readDump, type Dump } from '../../../../frontend/review/threads/dump.ts';
import { reportOf } from '../../../../frontend/review/threads/report.ts';
import type { ThreadReport } from '../../../../frontend/shared/threads.ts';
import { zipOf } from './zips.ts';

/** Two dumps of one process by `jcmd Thread.print -e`, three seconds apart. */
const [FIRST, SECOND] = ['1', '2'].map((n) =>
  readFileSync(path.join(__dirname, 'fixture', `thread-dump-${n}.txt`), 'utf8'),
) as [string, string];

const read = (text: string): Dump => {
  const dump = readDump(text);
  if (dump === undefined) throw new Error('no dump');
  return dump;
};

async function reported(name: string, entries: readonly [string, string][]): Promise<ThreadReport> {
  const zip = zipOf(entries.map(([entry, text]) => ({ name: entry, text })));
  const reviewer = new Reviewer(() => Promise.resolve());
  const { entries: listed } = await reviewer.open(new Blob([new Uint8Array(zip)]));
  const report = await reviewer.threads(listed.find((one) => one.name === name)!.index);
  if (report === undefined) throw new Error('no report');
  return report;
}

describe('a dump of HotSpot', () => {
  const dump = read(FIRST);

  it('is read with its time, names with quotes, states, frames and locks', () => {
    expect(dump.at).toBe('2026-11-24 20:10:16');
    const busy = dump.threads.find(({ name }) => name === 'busy "quoted" name')!;
    expect(busy.state).toBe('RUNNABLE');
    expect(busy.waitsFor).toBeUndefined();
    expect(busy.cpuMs).toBeGreaterThan(1000);
    const dead = dump.threads.find(({ name }) => name === 'dead-1')!;
    expect(dead).toMatchObject({
      state: 'BLOCKED',
      waitsFor: { kind: 'java.lang.Object' },
      frames: [
        'Locks.hold(Locks.java:4)',
        'Locks.lambda$main$0(Locks.java:8)',
        expect.stringMatching(/^Locks\$\$Lambda/),
        'java.lang.Thread.run(java.base@17.0.15/Thread.java:840)',
      ],
    });
    expect(dead.holds).toHaveLength(1);
    expect(dump.threads.find(({ name }) => name === 'VM Thread')?.state).toBe('NATIVE');
    expect(dump.threads.filter(({ name }) => name === 'dead-1')).toHaveLength(1);
  });

  it('does not count as held what its holder gave back to be notified', () => {
    const finalizer = dump.threads.find(({ name }) => name === 'Finalizer')!;
    expect(finalizer.waitsFor?.kind).toBe('java.lang.ref.ReferenceQueue$Lock');
    expect(finalizer.holds).toEqual([]);
  });

  it('comes down to its deadlock, its contended locks and its equal stacks', () => {
    const report = reportOf(dump, [dump]);
    expect(report.deadlocks).toEqual([['dead-1', 'dead-2']]);
    const contended = report.locks[0]!;
    expect(contended.holder).toBe('holder');
    expect([...contended.waiting].sort()).toEqual(
      [0, 1, 2].map((n) => `http-nio-8080-exec-${String(n)}`),
    );
    expect(report.locks).toHaveLength(3);
    expect(report.stacks[0]).toMatchObject({ state: 'WAITING' });
    expect(report.stacks[0]?.names).toHaveLength(5);
    expect(report.busy[0]?.name).toBe('busy "quoted" name');
    expect(report.change).toBeUndefined();
    const counted = Object.values(report.states).reduce((sum, one) => sum + one, 0);
    expect(counted).toBe(report.threads);
  });
});

describe('several dumps', () => {
  it('tell who worked, who began and ended, and who is stuck', async () => {
    const ended = SECOND.replaceAll('"holder"', '"another"').replaceAll('#21 prio', '#99 prio');
    const report = await reported('n/thread-dump-2.txt', [
      ['n/thread-dump-2.txt', ended],
      ['n/thread-dump-1.txt', FIRST],
      ['other/thread-dump-1.txt', 'Full thread dump of another node:\n'],
    ]);
    const change = report.change!;
    expect(change.dumps).toBe(2);
    expect(change.seconds).toBeGreaterThan(2.5);
    expect(change.started).toContain('another');
    expect(change.ended).toContain('holder');
    expect(change.stuck.flatMap(({ names }) => names)).toEqual(
      expect.arrayContaining(['dead-1', 'dead-2', 'busy "quoted" name']),
    );
    expect(change.stuck.flatMap(({ names }) => names)).not.toContain('main');
    expect(report.busy[0]).toMatchObject({ name: 'busy "quoted" name' });
    expect(report.busy[0]!.share).toBeGreaterThan(0.5);
    expect(report.busy[0]!.cpuMs).toBeLessThan(change.seconds * 1000 + 100);
  });

  it('do not hide each other when one cannot be read', async () => {
    const report = await reported('thread-dump-1.txt', [
      ['thread-dump-1.txt', FIRST],
      ['thread-dump-2.txt', 'nothing of the kind'],
    ]);
    expect(report.change).toBeUndefined();
    expect(report.threads).toBeGreaterThan(20);
  });
});

describe('any other text', () => {
  it.each([
    ['nothing', ''],
    ['a log', 'INFO "main" #1 prio=5\n'],
  ])('is no dump: %s', (_, text) => {
    expect(readDump(text)).toBeUndefined();
  });

  it('is read as far as it is known, in bounds', () => {
    const strange = `Full thread dump X:\n${'"a" #1 prio=1\n\tat x\n'.repeat(20_001)}`;
    const dump = read(strange);
    expect(dump.threads).toHaveLength(20_000);
    expect(dump.cut).toBe(true);
    const nested = read(
      `Full thread dump X:\n"a" #1 prio=1 ${'" #'.repeat(300_000)}\n\t- locked <1> (a ${'('.repeat(300_000)}\nFound one Java-level deadlock:\n"a":\n  which is held by "a"\n`,
    );
    expect(nested.deadlocks).toEqual([['a']]);
    expect(read('Full thread dump X:\nFound one Java-level deadlock:\n"a":\n').deadlocks).toEqual(
      [],
    );
  });

  it('of the form that Hearth writes itself names who holds what', () => {
    const report = reportOf(
      read(
        [
          'Full thread dump OpenJ9 (1):',
          '',
          '"a" #1 prio=5 cpu=1.00ms',
          '   java.lang.Thread.State: WAITING',
          '\tat x.Y.z(Y.java:1)',
          '\t- waiting on <0x01> (a java.util.concurrent.locks.ReentrantLock$NonfairSync) held by "b"',
          'Found a deadlock of 2 threads:',
          '"a" waits for L@1, held by "b"',
          '"b" waits for L@2, held by "a"',
        ].join('\n'),
      ),
      [],
    );
    expect(report.locks).toMatchObject([{ holder: 'b', waiting: ['a'] }]);
    expect(report.deadlocks).toEqual([['a', 'b']]);
  });
});

describe('the parts of an entry', () => {
  it('are those of its text, and a broken one says why', async () => {
    const reviewer = new Reviewer(() => Promise.resolve());
    const zip = zipOf([
      { name: 'a.json', text: '{"a":[1,{"b":null}]}' },
      { name: 'b.json', text: '{"a":' },
      { name: 'thread-dump-1.txt', text: FIRST },
    ]);
    const opened = await reviewer.open(new Blob([new Uint8Array(zip)]));
    const review = {
      text: async (...args: [number, number]) => ({
        ok: true,
        value: await reviewer.text(...args),
      }),
      threads: async (index: number) => ({ ok: true, value: await reviewer.threads(index) }),
    } as never;
    const view = new StructuredView(review, opened.manifest);
    const node = (index: number) => ({ key: String(index), entry: opened.entries[index] }) as never;
    await view.read(node(0), 'json');
    expect(view.state.get().shown).toEqual({ kind: 'json', value: { a: [1, { b: null }] } });
    await view.read(node(1), 'json');
    expect(view.state.get().shown.kind).toBe('not-json');
    await view.read(node(2), 'threads');
    expect(view.state.get().shown.kind).toBe('threads');
    await view.read(node(0), 'threads');
    expect(view.state.get().shown.kind).toBe('failed');
  });
});
