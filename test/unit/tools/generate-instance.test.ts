/** @jest-environment node */
import { createHash } from 'node:crypto';
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { generateInstance, parseBytes, type ProductName } from '../../tools/generate-instance.ts';
import { hostileTree } from '../../tools/hostile-tree.ts';

const SEED = 7;
const PRODUCTS: ProductName[] = ['jira', 'confluence', 'bitbucket'];
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearth-generator-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function files(under: string): string[] {
  return readdirSync(under, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function digest(under: string): string {
  const hash = createHash('sha256');
  for (const path of files(under)) {
    hash.update(relative(under, path)).update(readFileSync(path));
    hash.update(String(statSync(path).mtimeMs));
  }
  return hash.digest('hex');
}

describe.each(PRODUCTS)(`a generated instance of %s (seed ${SEED})`, (product) => {
  const make = (name: string, seed: number): string => {
    const out = join(folder, name);
    generateInstance({ product, out, bytes: 2_000_000, seed, users: 50 });
    return out;
  };

  it('is the same, file times included, for the same seed in another folder', () => {
    expect(digest(make('a', SEED))).toBe(digest(make('b', SEED)));
  });

  it('differs for another seed', () => {
    expect(digest(make('a', SEED))).not.toBe(digest(make('b', SEED + 1)));
  });

  it('has the size asked for, rotations, packed logs, and its secrets in its files', () => {
    const made = generateInstance({
      product,
      out: folder,
      bytes: 2_000_000,
      seed: SEED,
      users: 50,
    });
    expect(made.bytes / 2_000_000).toBeGreaterThan(0.9);
    expect(made.bytes / 2_000_000).toBeLessThan(1.25);
    const all = files(folder);
    const packed = all.filter((path) => path.endsWith('.gz'));
    expect(packed.length).toBeGreaterThan(2);
    expect(gunzipSync(readFileSync(packed[0] ?? '')).toString()).toContain('\n');
    const text = all.map((path) => readFileSync(path, 'utf8')).join('');
    expect(text).toContain(made.secrets.database);
    expect(text).toContain(made.organisation.people[0]?.username);
  });
});

it('a hostile tree holds loops, links out, odd names, and says which is which', () => {
  const tree = hostileTree(join(folder, 'log'), join(folder, 'outside'), SEED);
  for (const name of [...tree.readable, ...tree.refused]) {
    expect(lstatSync(join(folder, 'log', name))).toBeDefined();
  }
  expect(() => statSync(join(folder, 'log', 'loop-a.log'))).toThrow('ELOOP');
  expect(readFileSync(join(folder, 'log', 'link-out.log'), 'utf8')).toContain(tree.outsideMarker);
});

it.each([
  ['1GB', 1024 ** 3],
  ['50mb', 50 * 1024 ** 2],
  ['1.5k', 1536],
  ['99', 99],
])('reads the size %s', (text, bytes) => expect(parseBytes(text)).toBe(bytes));

it('refuses what is no size', () => expect(() => parseBytes('big')).toThrow('not a size: big'));
