import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { test } from 'node:test';
import JSZip from 'jszip';

const VERSION = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;

const JARS = [
  { file: `target/hearth-${VERSION}.jar`, own: 'jakarta', foreign: 'javax' },
  { file: `target/hearth-${VERSION}-javax.jar`, own: 'javax', foreign: 'jakarta' },
] as const;

async function entriesOf(file: string): Promise<Map<string, Buffer>> {
  const zip = await JSZip.loadAsync(readFileSync(file));
  const entries = new Map<string, Buffer>();
  for (const entry of Object.values(zip.files)) {
    if (!entry.dir) entries.set(entry.name, await entry.async('nodebuffer'));
  }
  return entries;
}

for (const { file, own, foreign } of JARS) {
  test(`${file} names servlet types of ${own} only`, async () => {
    const entries = await entriesOf(file);
    const naming = (prefix: string): string[] =>
      [...entries]
        .filter(
          ([, bytes]) => bytes.includes(`${prefix}.servlet`) || bytes.includes(`${prefix}/servlet`),
        )
        .map(([name]) => name);
    assert.deepEqual(naming(foreign), []);
    assert.ok(naming(own).includes('META-INF/MANIFEST.MF'));
  });

  test(`${file} holds no type of the product and imports without version ranges`, async () => {
    const entries = await entriesOf(file);
    assert.deepEqual(
      [...entries.keys()].filter((name) => name.startsWith('com/atlassian/')),
      [],
    );
    const manifest =
      entries
        .get('META-INF/MANIFEST.MF')
        ?.toString('utf8')
        .replace(/\r?\n /g, '') ?? '';
    const imports = /^Import-Package: (.*)$/m.exec(manifest)?.[1] ?? '';
    assert.match(imports, new RegExp(`${own}\\.servlet\\.http`));
    assert.doesNotMatch(imports, /version=/);
  });

  test(`${file} carries its licence and the notices of what it ships`, async () => {
    const entries = await entriesOf(file);
    const notices = entries.get('META-INF/THIRD-PARTY-NOTICES.txt')?.toString('utf8') ?? '';
    for (const part of ['gson', 're2j', 'jagged', 'age-encryption', 'react', '@atlaskit/button'])
      assert.ok(notices.includes(part), part);
    assert.ok(entries.has('META-INF/LICENSE'));
  });

  test(`${file} stays small`, () => {
    assert.ok(statSync(file).size < 3_300_000, `${statSync(file).size} bytes`);
  });
}

test('both JARs hold the same entries', async () => {
  const [a, b] = await Promise.all(JARS.map(({ file }) => entriesOf(file)));
  assert.deepEqual([...(a?.keys() ?? [])].sort(), [...(b?.keys() ?? [])].sort());
});
