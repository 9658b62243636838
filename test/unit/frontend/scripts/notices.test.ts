/** @jest-environment node */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mavenNotices, npmNotice, renderNotices } from '../../../../scripts/notices/notices.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'hearth-notices-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function packageAt(name: string, license: string | undefined, text?: string): string {
  const at = path.join(folder, name);
  mkdirSync(at, { recursive: true });
  const fields = { name, version: '1.0.0', license, author: { name: 'Ada' } };
  writeFileSync(path.join(at, 'package.json'), JSON.stringify(fields));
  if (text !== undefined) {
    writeFileSync(path.join(at, 'LICENSE.md'), text);
  }
  return at;
}

test('packages under the same text stand together, sorted by name', () => {
  const text = renderNotices([
    npmNotice(packageAt('zeta', 'MIT', 'The text.  \r\n')),
    npmNotice(packageAt('alpha', 'MIT', 'The text.')),
  ]);
  expect(text).toContain('alpha 1.0.0 (MIT)\nzeta 1.0.0 (MIT)\n\nThe text.');
});

test('a package without a text names its licence and its author', () => {
  expect(npmNotice(packageAt('bare', 'ISC')).text).toContain('licence ISC');
  expect(npmNotice(packageAt('bare', 'ISC')).text).toContain('Ada');
});

test.each(['GPL-3.0', undefined])('a package under %s stops the build', (licence) => {
  expect(() => npmNotice(packageAt('odd', licence))).toThrow(/odd@1\.0\.0 is under/);
});

test("the JAR's own libraries have the versions of pom.xml", () => {
  expect(mavenNotices('.').map(({ name }) => name)).toEqual([
    'com.google.code.gson:gson',
    'com.google.re2j:re2j',
    'com.exceptionfactory.jagged:jagged-framework',
  ]);
  expect(mavenNotices('.').every(({ version }) => /^\d/.test(version))).toBe(true);
});
