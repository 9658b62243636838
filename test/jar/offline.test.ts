import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { lstatSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import JSZip from 'jszip';
import { generateInstance, type Instance } from '../tools/generate-instance.ts';
import { hostileTree, type HostileTree } from '../tools/hostile-tree.ts';

const VERSION = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;
const JAR = `target/hearth-${VERSION}.jar`;
const SEED = 11;

interface ManifestEntry {
  readonly name: string;
  readonly item?: string;
  readonly state: 'whole' | 'cut' | 'missing';
  readonly bytesAfter?: number;
  readonly sha256?: string;
  readonly reason?: string;
  readonly source?: string;
}

interface Manifest {
  readonly redaction: { readonly check?: { readonly found: number } };
  readonly madeBy: { readonly way: string };
  readonly entries: readonly ManifestEntry[];
}

const folder = mkdtempSync(join(tmpdir(), 'hearth-offline-'));
let instance: Instance;
let hostile: HostileTree;
let zip: JSZip;
let manifest: Manifest;

function supportZip(
  out: string,
  ...more: string[]
): { code: number | null; stdout: string; stderr: string } {
  const run = spawnSync(
    'java',
    [
      ...[
        '-Xmx64m',
        '-Dstdout.encoding=UTF-8',
        '-Dfile.encoding=UTF-8',
        '-jar',
        JAR,
        'support-zip',
      ],
      ...['--home', instance.home, '--install', instance.install, '--out', out, ...more],
    ],
    { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } },
  );
  return { code: run.status, stdout: run.stdout, stderr: run.stderr };
}

async function parseManifest(of: JSZip): Promise<Manifest> {
  const text = (await of.file('manifest.json')?.async('string')) ?? '';
  const json: unknown = JSON.parse(text);
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    allErrors: true,
    formats: { 'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, duration: /^PT?\d+[DH]$/ },
  });
  const schema = JSON.parse(readFileSync('docs/manifest.schema.json', 'utf8')) as object;
  const valid = ajv.validate(schema, json);
  assert.ok(valid, ajv.errorsText(null, { separator: '\n' }));
  return json as Manifest;
}

before(async () => {
  console.log(`seed ${SEED}`);
  instance = generateInstance({
    product: 'jira',
    out: join(folder, 'jira'),
    bytes: 6e6,
    seed: SEED,
  });
  hostile = hostileTree(join(instance.home, 'log'), join(folder, 'outside'), SEED);
  const out = join(folder, 'support.zip');
  const run = supportZip(out);
  assert.equal(run.code, 0, run.stderr);
  zip = await JSZip.loadAsync(readFileSync(out), { checkCRC32: true });
  manifest = await parseManifest(zip);
});

after(() => rmSync(folder, { recursive: true, force: true }));

test('other programs open the ZIP', () => {
  for (const command of [
    ['unzip', '-tqq'],
    ['7z', 't'],
    ['bsdtar', '-tf'],
    ['python3', '-m', 'zipfile', '-t'],
  ]) {
    const [program, ...args] = command as [string, ...string[]];
    const run = spawnSync(program, [...args, join(folder, 'support.zip')], { encoding: 'utf8' });
    assert.equal(run.status, 0, `${program}: ${run.stdout}${run.stderr}`);
  }
});

test('the manifest lists every entry with its size and digest, and nothing else', async () => {
  const listed = manifest.entries.filter((entry) => entry.state !== 'missing');
  const held = Object.values(zip.files).filter((file) => !file.dir);
  assert.deepEqual(
    held.map((file) => file.name),
    [...listed.map((entry) => entry.name), 'manifest.json', 'index.html'],
  );
  for (const entry of listed) {
    const bytes = (await zip.file(entry.name)?.async('nodebuffer')) ?? Buffer.alloc(0);
    assert.equal(bytes.length, entry.bytesAfter, entry.name);
    assert.equal(createHash('sha256').update(bytes).digest('hex'), entry.sha256, entry.name);
  }
});

test('what cannot be read of a hostile folder is listed with a reason', () => {
  const isFolder = (name: string): boolean =>
    lstatSync(join(instance.home, 'log', name)).isDirectory();
  for (const name of hostile.refused.filter((one) => !isFolder(one))) {
    const entry = manifest.entries.find((one) => one.source?.endsWith(`/${name}`) === true);
    assert.equal(entry?.state, 'missing', name);
    assert.notEqual(entry.reason, 'failed', name);
  }
});

test('nothing outside of the folders of the product is read', async () => {
  for (const file of Object.values(zip.files)) {
    assert.ok(!(await file.async('string')).includes(hostile.outsideMarker), file.name);
  }
});

test('every name can be unpacked anywhere', () => {
  for (const name of Object.keys(zip.files)) {
    // eslint-disable-next-line no-control-regex -- control characters are what must not be there
    assert.doesNotMatch(name, /[\u0000-\u001f\u007f:*?"<>|\\]|^\/|(^|\/)\.{1,2}(\/|$)/, name);
  }
});

test('the overview is one page whose policy lets its own script run and nothing else', async () => {
  const page = (await zip.file('index.html')?.async('string')) ?? '';
  const [head = '', data = '', script = '', tail = ''] = page
    .split(/<script type="application\/json" id="hearth-data">|<script>|<\/script>\n/)
    .filter((part) => part !== '');
  const digest = createHash('sha256').update(script).digest('base64');
  const policy = `content="default-src 'none'; script-src 'sha256-${digest}'; style-src 'sha256-`;
  assert.ok(head.includes(`http-equiv="Content-Security-Policy" ${policy}`), head.slice(0, 600));
  assert.doesNotMatch(head + tail, /<script|javascript:|<iframe|\son\w+=|<img|<link/i);
  assert.doesNotMatch(data, /</);
  assert.match(page, /Support ZIP of Jira/);
});

const verify = (...args: string[]) =>
  spawnSync('java', ['-Xmx64m', '-Dstdout.encoding=UTF-8', '-jar', JAR, 'verify', ...args], {
    encoding: 'utf8',
  });

test('the second search finds nothing in what was made', () => {
  const home = ['--home', instance.home, '--install', instance.install];
  const run = verify(join(folder, 'support.zip'), ...home);
  assert.equal(run.status, 0, `${run.stdout}${run.stderr}`);
  assert.match(run.stdout, /for [1-9][\d,]* names/);
  assert.equal(manifest.redaction.check?.found, 0);
});

test('the second search finds the names of an instance where they were not replaced', () => {
  const raw = join(folder, 'raw.zip');
  execFileSync('zip', ['-q', raw, 'atlassian-jira.log'], { cwd: join(instance.home, 'log') });
  const run = verify(raw, '--home', instance.home);
  assert.equal(run.status, 1, run.stderr);
  assert.match(run.stdout, /User names: /);
  assert.match(run.stdout, /and [1-9][\d,]* more/);
});

test('a file that is no ZIP ends with 2', () => {
  writeFileSync(join(folder, 'no.zip'), 'no');
  assert.equal(verify(join(folder, 'no.zip')).status, 2);
  assert.equal(verify(join(folder, 'nowhere.zip')).status, 2);
});

test('limits and items are obeyed', async () => {
  const out = join(folder, 'small.zip');
  const run = supportZip(
    out,
    '--items',
    'product-logs,configuration',
    '--max-bytes',
    '1M',
    '--since',
    '3650d',
  );
  assert.equal(run.code, 0, run.stderr);
  const small = await parseManifest(await JSZip.loadAsync(readFileSync(out)));
  // The limit is for what is taken of the instance; the ZIP's own pages have bounds of their own.
  const taken = small.entries
    .filter(({ item }) => item !== undefined)
    .reduce((sum, entry) => sum + (entry.bytesAfter ?? 0), 0);
  assert.ok(taken < 1.1 * 1024 * 1024, `${taken} bytes`);
  assert.ok(small.entries.some((entry) => entry.reason === 'over-limit'));
});

test('a wrong argument ends with 2 and names it, and nothing is left behind', () => {
  const run = supportZip(join(folder, 'none.zip'), '--items', 'product-log');
  assert.equal(run.code, 2);
  assert.match(run.stderr, /product-log/);
  writeFileSync(join(folder, 'taken.zip'), 'precious');
  assert.equal(supportZip(join(folder, 'taken.zip')).code, 2);
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.startsWith('none') || name.endsWith('.part')),
    [],
  );
  assert.equal(supportZip(join(folder, 'nowhere', 'a.zip')).code, 1);
});
