/** @jest-environment node */
import { failureOf, Reviewer } from '../../../../frontend/review/reviewer.ts';
import {
  sectionOf,
  SECTIONS,
  type Comparison,
  type Difference,
} from '../../../../frontend/shared/comparison.ts';
import { manifestOf, realEntries, zipOf } from './zips.ts';

type Texts = Readonly<Record<string, string>>;

const REAL: Texts = realEntries();

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

interface Zip {
  readonly at?: string;
  readonly manifest?: string;
  readonly said?: readonly object[];
}

function zip(entries: Texts, { at = '2026-03-01T12:00:00Z', said = [], manifest }: Zip = {}): Blob {
  const facts = { ...(JSON.parse(manifestOf(said)) as object), startedAt: at };
  const all = { ...entries, 'manifest.json': manifest ?? JSON.stringify(facts) };
  const made = Object.entries(all).map(([name, text]) => ({ name, text }));
  return new Blob([new Uint8Array(zipOf(made))]);
}

const LATER = { at: '2026-03-08T12:00:00Z' };

async function compare(one: Blob, two: Blob, swapped = false): Promise<Comparison> {
  const reviewer = new Reviewer(pause);
  await reviewer.open(one);
  return reviewer.compare(two, swapped);
}

/** What is not the same, as lines that can be read. */
function told({ differences }: Comparison): readonly string[] {
  return differences.filter(({ turn }) => turn !== 'same').map(lineOf);
}

function lineOf({ topic, turn, node, entry, name, before, after }: Difference): string {
  const values = [before, after].map((value) =>
    value === undefined
      ? '-'
      : value.kind === 'text' || value.kind === 'status'
        ? value.text
        : value.kind === 'app'
          ? `${value.version} ${value.state}`
          : value.kind === 'often'
            ? String(value.count)
            : String(value.value),
  );
  const place = [node, entry].filter((one) => one !== '').join(':');
  return `${topic} ${turn} ${place} ${name}: ${values.join(' → ')}`;
}

const changed = (changes: Texts): Texts => ({ ...REAL, ...changes });
const edit = (entry: string, ...edits: readonly (readonly [string, string])[]): Texts => ({
  [entry]: edits.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, REAL[entry] ?? ''),
});

test('a ZIP and itself differ in nothing', async () => {
  const result = await compare(zip(REAL), zip(REAL, LATER));
  expect(result.notCompared).toEqual([
    { node: 'node-1', entry: 'jvm/environment.json', before: GONE, after: GONE },
  ]);
  // What the collector left out cannot be told from what it left out elsewhere.
  expect(told(result)).toEqual([
    'properties untold node-1:jvm/system-properties.json jetty.git.hash: (left out) → (left out)',
  ]);
  expect(result.differences.length).toBeGreaterThan(200);
});

const GONE = { why: 'not-there', detail: '' };

test('what changed between two real ZIPs comes in order of interest', async () => {
  const later = changed({
    ...edit('product/product.json', ['11.3.1', '11.4.0']),
    ...edit('health/health.json', ['"status": "ok"', '"status": "problem"']),
    ...edit('apps/apps.json', ['"enabled"\n    }\n  ],\n  "b', '"disabled"\n    }\n  ],\n  "b']),
    ...edit('jvm/vm-flags.txt', ['+UseG1GC', '-UseG1GC']),
    ...edit('configuration/installation/conf/server.xml', ['maxThreads="150"', 'maxThreads="300"']),
    ...edit('configuration/local-home/dbconfig.xml', ['<pool-max-size>40', '<pool-max-size>20']),
    ...edit('configuration/installation/bin/setenv.sh', ['"4096m"', '"8192m"']),
    ...edit('operating-system/operating-system.json', [
      '"Max open files            20000',
      '"Max open files            4096 ',
    ]),
  });
  const result = await compare(zip(REAL), zip(later, LATER));
  expect(told(result).slice(0, -1)).toEqual([
    'product changed product/product.json version: 11.3.1 → 11.4.0',
    expect.stringMatching(/^health worse node-1:health\/health\.json disk-space\[/),
    'apps changed apps/apps.json io.hearth: 1.0.0 enabled → 1.0.0 disabled',
    'jvm changed node-1:jvm/vm-flags.txt -XX:UseG1GC: on → off',
    'configuration changed node-1:configuration/installation/bin/setenv.sh JVM_MAXIMUM_MEMORY: 4096m → 8192m',
    'configuration changed node-1:configuration/installation/conf/server.xml Server/Service/Connector[0]@maxThreads: 150 → 300',
    'configuration changed node-1:configuration/local-home/dbconfig.xml jira-database-config/jdbc-datasource/pool-max-size: 40 → 20',
    'platform changed node-1:operating-system/operating-system.json process.limits.Max open files: 20000 / 20000 → 4096 / 20000',
  ]);
  const ranks = result.differences.map((one) => SECTIONS.indexOf(sectionOf(one)));
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
});

test('the older ZIP is the one before, whichever is open, unless they are swapped', async () => {
  const [old, young] = [
    zip(REAL),
    zip(changed(edit('product/product.json', ['11.3.1', '11.4.0'])), LATER),
  ];
  const lines = async (one: Blob, two: Blob, swapped?: boolean): Promise<string | undefined> =>
    told(await compare(one, two, swapped))[0];
  expect(await lines(old, young)).toContain('11.3.1 → 11.4.0');
  expect(await lines(young, old)).toContain('11.3.1 → 11.4.0');
  expect(await lines(old, young, true)).toContain('11.4.0 → 11.3.1');
  expect((await compare(young, old)).openFirst).toBe(false);
});

const APPS = (apps: readonly object[]): string => JSON.stringify({ added: apps, bundled: [] });

test('apps come, go, and change their version and their state', async () => {
  const before = APPS([
    { key: 'a', name: 'A', version: '1', state: 'enabled' },
    { key: 'b', name: 'B', version: '1', state: 'enabled' },
    { key: 'c', name: 'C', version: '1', state: 'enabled' },
  ]);
  const after = APPS([
    { key: 'c', name: 'C', version: '1', state: 'enabled' },
    { key: 'b', name: 'B', version: '2', state: 'enabled' },
    { key: 'd', name: 'D', version: '1', state: 'disabled' },
  ]);
  const result = await compare(
    zip({ 'apps/apps.json': before }),
    zip({ 'apps/apps.json': after }, LATER),
  );
  expect(told(result)).toEqual([
    'apps gone apps/apps.json a: 1 enabled → -',
    'apps changed apps/apps.json b: 1 enabled → 2 enabled',
    'apps new apps/apps.json d: - → 1 disabled',
  ]);
});

test('two pseudonyms of one kind cannot be told apart, and neither can one from a plain value', async () => {
  const file = 'configuration/local-home/x.properties';
  const before = [
    'db = jdbc:x://host-0123456789.domain-0123456789.example:5432/a',
    'port = jdbc:x://host-0123456789.domain-0123456789.example:5432/a',
    'kind = user-0123456789',
    'plain = db1.corp:5432',
    'other = db1.corp:5432',
    'ip = 240.1.2.3',
    'gone = [taken out] here',
    'user-0123456789.home = /x',
  ];
  const after = [
    'db = jdbc:x://host-abcdefabcd.domain-abcdefabcd.example:5432/a',
    'port = jdbc:x://host-abcdefabcd.domain-abcdefabcd.example:5433/a',
    'kind = host-0123456789',
    'plain = host-abcdefabcd:5432',
    'other = host-abcdefabcd:5433',
    'ip = 241.9.8.7',
    'gone = what was here',
    'user-abcdefabcd.home = /x',
  ];
  const result = await compare(
    zip({ [file]: before.join('\n') }),
    zip({ [file]: after.join('\n') }, LATER),
  );
  const turns = result.differences.map(({ name, turn }) => `${name} ${turn}`);
  expect(turns.filter((one) => one.endsWith('changed')).sort()).toEqual([
    'kind changed',
    'other changed',
    'port changed',
  ]);
  expect(turns.filter((one) => one.endsWith('untold')).sort()).toEqual([
    'db untold',
    'gone untold',
    'ip untold',
    'plain untold',
  ]);
  expect(turns).toContain('user-0123456789.home same');
});

interface Group {
  readonly type: string;
  readonly count: number;
  readonly atMost?: number;
}

function insight(hours: number, errors: number, groups: readonly Group[], notListed = 0): string {
  const until = new Date(Date.UTC(2026, 2, 1) + hours * 3_600_000).toISOString().slice(0, 19);
  const rest = {
    message: '',
    cause: '',
    culprit: 'a.B.c',
    first: '',
    last: '',
    entry: '',
    sample: '',
  };
  return JSON.stringify({
    format: 'hearth-insight',
    log: {
      lines: 1,
      errors,
      warnings: 0,
      from: '2026-03-01T00:00:00',
      until,
      minutesPerStep: 1,
      start: '',
      steps: [],
    },
    exceptions: {
      count: 1,
      notListed,
      groups: groups.map((one) => ({ atMost: one.count, ...rest, ...one })),
    },
    threadDumps: [],
    threadDumpsNotListed: 0,
  });
}

test('how often exceptions are is compared by the hour, and chance is no change', async () => {
  const before = insight(24, 48, [
    { type: 'x.SteadyException', count: 240 },
    { type: 'x.MoreException', count: 24 },
    { type: 'x.GoneException', count: 5 },
    { type: 'x.ChanceException', count: 1 },
  ]);
  // One hour: a steady rate has a twenty-fourth of the count.
  const after = insight(1, 2, [
    { type: 'x.SteadyException', count: 11 },
    { type: 'x.MoreException', count: 30 },
    { type: 'x.NewError', count: 1 },
    { type: 'x.ChanceException', count: 1 },
  ]);
  const result = await compare(
    zip({ 'insight.json': before }),
    zip({ 'insight.json': after }, LATER),
  );
  expect(told(result)).toEqual([
    'exceptions new insight.json x.NewError at a.B.c: - → 1',
    'exceptions more insight.json x.MoreException at a.B.c: 24 → 30',
    'exceptions gone insight.json x.GoneException at a.B.c: 5 → -',
  ]);
  expect([result.before.hours, result.after.hours]).toEqual([24, 1]);
});

test('what a full list of exceptions may have forgotten is neither new nor gone', async () => {
  const before = insight(1, 1, [{ type: 'x.A', count: 9, atMost: 12 }]);
  const after = insight(1, 1, [
    { type: 'x.B', count: 3 },
    { type: 'x.C', count: 4 },
  ]);
  const result = await compare(
    zip({ 'insight.json': before }),
    zip({ 'insight.json': after }, LATER),
  );
  expect(told(result)).toEqual([
    'exceptions new insight.json x.C at a.B.c: - → 4',
    'exceptions gone insight.json x.A at a.B.c: 9 → -',
    'exceptions untold insight.json x.B at a.B.c: - → 3',
  ]);
});

test('nor is what had no place in the list, which is no more frequent than what has one', async () => {
  const listed = { type: 'x.A', count: 6 };
  const before = insight(1, 1, [listed], 20);
  const after = insight(1, 1, [listed, { type: 'x.B', count: 6 }, { type: 'x.C', count: 7 }]);
  const result = await compare(
    zip({ 'insight.json': before }),
    zip({ 'insight.json': after }, LATER),
  );
  expect(told(result)).toEqual([
    'exceptions new insight.json x.C at a.B.c: - → 7',
    'exceptions untold insight.json x.B at a.B.c: - → 6',
  ]);
});

test('nodes are the same by their names; what is the same on all is compared once', async () => {
  const node = (name: string, version: string, flag: string): Texts => ({
    [`nodes/${name}/product/product.json`]: JSON.stringify({ version }),
    [`nodes/${name}/apps/apps.json`]: APPS([]),
    [`nodes/${name}/jvm/vm-flags.txt`]: flag,
    [`nodes/${name}/configuration/shared-home/a.properties`]: `version = ${version}`,
  });
  const result = await compare(
    zip({ ...node('n1', '1', '-XX:A=1'), ...node('n2', '1', '-XX:A=1') }),
    zip({ ...node('n2', '2', '-XX:A=2'), ...node('n3', '2', '-XX:A=3') }, LATER),
  );
  expect(told(result)).toEqual([
    'product changed product/product.json version: 1 → 2',
    'nodes gone manifest.json n1:  → -',
    'nodes new manifest.json n3: -  → '.replace('-  →', '- →'),
    'jvm changed n2:jvm/vm-flags.txt -XX:A: 1 → 2',
    'configuration changed configuration/shared-home/a.properties version: 1 → 2',
  ]);
});

test('one node each is one node, whatever it is called', async () => {
  const named = (node: string, at: string): string =>
    JSON.stringify({ ...(JSON.parse(manifestOf([])) as object), node, startedAt: at });
  const flags = (value: string): Texts => ({ 'jvm/vm-flags.txt': `-XX:A=${value}` });
  const result = await compare(
    zip(flags('1'), { manifest: named('a', '2026-03-01T00:00:00Z') }),
    zip(flags('2'), { manifest: named('b', '2026-03-02T00:00:00Z') }),
  );
  expect(told(result)).toContain('jvm changed b:jvm/vm-flags.txt -XX:A: 1 → 2');
});

describe('what cannot be compared is said with its reason', () => {
  const gaps = async (one: Blob, two: Blob): Promise<Record<string, readonly unknown[]>> =>
    Object.fromEntries(
      (await compare(one, two)).notCompared.map(({ entry, before, after }) => [
        entry,
        [before, after],
      ]),
    );

  it('missing for a reason, not there, no JSON, another shape, too large, damaged', async () => {
    const said = [{ name: 'jvm/jvm.json', state: 'missing', text: 'The product is down.' }];
    const { 'jvm/jvm.json': jvm = '', 'apps/apps.json': apps = '', ...rest } = REAL;
    const before = zip({ ...rest, 'apps/apps.json': apps, 'jvm/jvm.json': jvm });
    const after = zip(
      {
        ...rest,
        'product/product.json': '{"name":',
        'health/health.json': '{"findings":[{"id":1}]}',
        'jvm/vm-flags.txt': 'This JVM does not offer vmFlags.\n',
        'operating-system/operating-system.json': `{"name":"${'x'.repeat(2_000_000)}"}`,
        'configuration/local-home/dbconfig.xml': '<a><b></a>',
        'configuration/installation/conf/server.xml': '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
      },
      { ...LATER, said },
    );
    const found = await gaps(before, after);
    expect(found['jvm/jvm.json']).toEqual([
      undefined,
      { why: 'missing', detail: 'The product is down.' },
    ]);
    expect(found['apps/apps.json']).toEqual([undefined, GONE]);
    expect(found['product/product.json']).toEqual([
      undefined,
      { why: 'not-understood', detail: expect.stringContaining('JSON') as string },
    ]);
    expect(found['health/health.json']).toEqual([
      undefined,
      { why: 'not-understood', detail: 'findings[0].id: expected text' },
    ]);
    expect(found['jvm/vm-flags.txt']).toEqual([
      undefined,
      { why: 'not-understood', detail: 'This JVM does not offer vmFlags.' },
    ]);
    expect(found['operating-system/operating-system.json']).toEqual([
      undefined,
      { why: 'too-large', detail: '' },
    ]);
    expect(found['configuration/local-home/dbconfig.xml']).toEqual([
      undefined,
      { why: 'not-understood', detail: '</a> at 6 ends nothing' },
    ]);
    expect(found['configuration/installation/conf/server.xml']).toBeUndefined();
  });

  it('configuration that was not collected; a file that was looked for is new or gone', async () => {
    const without = Object.fromEntries(
      Object.entries(REAL).filter(([name]) => !name.startsWith('configuration/')),
    );
    const found = await gaps(zip(REAL), zip(without, LATER));
    expect(found['configuration/local-home/']).toEqual([undefined, GONE]);
    const { 'configuration/local-home/cluster.properties': one = '', ...less } = REAL;
    expect(one).not.toBe('');
    expect(told(await compare(zip(REAL), zip(less, LATER)))).toContain(
      'configuration gone node-1:configuration/local-home/cluster.properties :  → -',
    );
  });

  it('what a cut entry does not tell may be there all the same', async () => {
    const file = 'configuration/local-home/a.properties';
    const said = [{ name: file, state: 'cut', text: 'Cut.' }];
    const result = await compare(
      zip({ [file]: 'a = 1\nb = 2' }),
      zip({ [file]: 'a = 1' }, { ...LATER, said }),
    );
    expect(told(result)).toEqual([`configuration untold node-1:${file} b: 2 → -`]);
  });

  it('a ZIP that is none of Hearth’s is refused', async () => {
    const failed = await compare(zip(REAL), zip(REAL, { manifest: '{}' })).catch(failureOf);
    expect(failed).toEqual({ kind: 'no-manifest', detail: '' });
  });
});

test('hostile entries end within bounds: depth, repetition, prototypes, many nodes', async () => {
  const file = (name: string): string => `configuration/installation/conf/${name}`;
  const hostile = {
    [file('deep.xml')]: '<a>'.repeat(100_000),
    [file('wide.xml')]: `<a>${'<b/>'.repeat(100_000)}</a>`,
    [file('open.xml')]: `<a ${'x="1" '.repeat(100_000)}`,
    [file('lines.properties')]: 'a=1\n'.repeat(200_000),
    [file('joined.properties')]: 'a\\\n'.repeat(300_000),
    [file('deep.yml')]: Array.from({ length: 300 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'),
    [file('marks.properties')]: `x=${'user-0123456789 '.repeat(20_000)}`,
    [file('proto.properties')]: '__proto__=1\nconstructor=2',
    'jvm/system-properties.json': '{"__proto__":"1","toString":"2"}',
    'jvm/environment.json': JSON.stringify(
      Object.fromEntries(Array.from({ length: 40_000 }, (_, n) => [n, ''])),
    ),
    ...Object.fromEntries(Array.from({ length: 500 }, (_, n) => [file(`z${String(n)}.sh`), 'A=1'])),
  };
  const plain = Object.fromEntries(Object.keys(hostile).map((name) => [name, 'a=1']));
  const result = await compare(zip(hostile), zip(plain, LATER));
  const reasons = new Map(result.notCompared.map(({ entry, before }) => [entry, before?.why]));
  expect(reasons.get(file('deep.xml'))).toBe('too-large');
  expect(reasons.get(file('wide.xml'))).toBe('too-large');
  expect(reasons.get(file('open.xml'))).toBe('not-understood');
  expect(reasons.get(file('lines.properties'))).toBe('too-large');
  expect(reasons.get(file('deep.yml'))).toBe('too-large');
  expect(reasons.get('jvm/environment.json')).toBe('too-large');
  expect(reasons.get('configuration/installation/')).toBe('too-large');
  expect(told(result)).toContain(
    `configuration gone node-1:${file('proto.properties')} __proto__: 1 → -`,
  );
  const many = Object.fromEntries(
    Array.from({ length: 3000 }, (_, n) => [
      `nodes/n${String(n)}/jvm/vm-flags.txt`,
      `-XX:A=${String(n)}`,
    ]),
  );
  expect((await compare(zip(many), zip(many, LATER))).differences.length).toBeLessThan(1000);
});

test('whoever compares anew ends the former comparison', async () => {
  const reviewer = new Reviewer(pause);
  await reviewer.open(zip(REAL));
  const former = reviewer.compare(zip(REAL, LATER), false).catch(failureOf);
  const result = await reviewer.compare(zip(REAL, LATER), false);
  expect(await former).toEqual({ kind: 'stopped', detail: '' });
  expect(result.openFirst).toBe(true);
});
