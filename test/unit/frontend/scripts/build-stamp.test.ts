/** @jest-environment node */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isCurrent, markCurrent } from '../../../../scripts/lib/build-stamp';

const build = { inputs: ['src', 'pom.xml'], outputs: ['out.jar'], stamp: 'target/stamp' };
let root: string;

const put = (name: string, text: string): void => writeFileSync(join(root, name), text);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hearth-stamp-'));
  mkdirSync(join(root, 'src', 'deep'), { recursive: true });
  put('src/deep/a.java', 'a');
  put('pom.xml', 'pom');
  put('out.jar', 'jar');
  markCurrent(build, root);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('nothing is built again while nothing has changed, whatever the times say', () => {
  utimesSync(join(root, 'pom.xml'), 1, 1);
  expect(isCurrent(build, root)).toBe(true);
});

test.each<[string, () => void]>([
  ['an input has changed', () => put('src/deep/a.java', 'b')],
  ['an input is new', () => put('src/b.java', '')],
  ['an input is gone', () => rmSync(join(root, 'src/deep/a.java'))],
  ['a file has moved', () => put('src/pom.xml', 'pom')],
  ['another build wrote the output', () => put('out.jar', 'other')],
  ['the output is gone', () => rmSync(join(root, 'out.jar'))],
  ['there was no build', () => rmSync(join(root, 'target'), { recursive: true })],
])('it is built again when %s', (_what, change) => {
  change();
  expect(isCurrent(build, root)).toBe(false);
});
