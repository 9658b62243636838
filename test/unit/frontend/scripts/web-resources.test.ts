/** @jest-environment node */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import webpack from 'webpack';
import { descriptor, WebResourcePlugin } from '../../../../scripts/webpack/web-resource-plugin.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'hearth-web-resources-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function build(sources: Readonly<Record<string, string>>, entry: string): Promise<string> {
  for (const [name, source] of Object.entries(sources)) {
    writeFileSync(path.join(folder, name), source);
  }
  const xml = path.join(folder, 'out/META-INF/web.xml');
  const compiler = webpack({
    mode: 'production',
    context: folder,
    devtool: false,
    entry: { admin: `./${entry}` },
    output: { path: path.join(folder, 'out/web'), filename: '[name].js', chunkFilename: '[id].js' },
    optimization: { minimize: false, chunkIds: 'named' },
    plugins: [new WebResourcePlugin({ folder: 'web', descriptor: xml })],
  });
  await new Promise<void>((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error !== null) {
        reject(error);
      } else if (stats?.hasErrors() === true) {
        reject(new Error(stats.toString({ all: false, errors: true })));
      } else {
        resolve();
      }
    });
  });
  return readFileSync(xml, 'utf8');
}

test('an entry is a web resource of its own, and what it loads later is in "assets"', async () => {
  const xml = await build(
    { 'main.js': "void import('./later.js');", 'later.js': 'export const later = 1;' },
    'main.js',
  );
  expect(xml).toMatch(
    /<web-resource key="admin">\s*<dependency>com\.atlassian[^<]*:context-path<\/dependency>\s*<resource type="download" name="admin\.js" location="web\/admin\.js"\/>\s*<\/web-resource>/,
  );
  expect(xml).toMatch(
    /<web-resource key="assets">\s*<resource type="download" name="later_js\.js" location="web\/later_js\.js"\/>\s*<\/web-resource>/,
  );
});

test('names are escaped', () => {
  const xml = descriptor({ entries: new Map([['a&b', ['x"<y>.js']]]), lazy: [] }, 'web');
  expect(xml).toContain('key="a&amp;b"');
  expect(xml).toContain('name="x&quot;&lt;y&gt;.js"');
});

test('an entry that takes the name of the assets is refused', () => {
  expect(() => descriptor({ entries: new Map([['assets', []]]), lazy: [] }, 'web')).toThrow(
    '"assets"',
  );
});
