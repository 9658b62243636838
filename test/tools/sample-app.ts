import { buildSync } from 'esbuild';
import JSZip from 'jszip';

/** A file of a web resource: `content` is what is served, after minifying. */
export interface AppFile {
  readonly name: string;
  readonly content: string;
  readonly map?: string;
}

export interface AppResource {
  readonly key: string;
  readonly contexts: readonly string[];
  readonly dependencies?: readonly string[];
  readonly files: readonly AppFile[];
}

export interface SampleApp {
  readonly key: string;
  readonly version: string;
  readonly resources: readonly AppResource[];
}

/** A script as a build of an app makes it: bundled, minified, with a map beside it. */
export function minified(
  entry: string,
  name: string,
  alias: Readonly<Record<string, string>> = {},
): AppFile {
  const built = buildSync({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
    sourcemap: 'external',
    outfile: name,
    alias,
    write: false,
  });
  const text = (suffix: string): string =>
    built.outputFiles.find(({ path }) => path.endsWith(suffix))?.text ?? '';
  return { name, content: text('.js'), map: text('.js.map') };
}

/** An installable app that has web resources and nothing else. */
export async function sampleJar(app: SampleApp): Promise<Buffer> {
  const jar = new JSZip();
  jar.file(
    'META-INF/MANIFEST.MF',
    [
      'Manifest-Version: 1.0',
      'Bundle-ManifestVersion: 2',
      `Bundle-SymbolicName: ${app.key}`,
      `Bundle-Version: ${app.version}`,
      `Atlassian-Plugin-Key: ${app.key}`,
      'Spring-Context: *',
      '',
      '',
    ].join('\r\n'),
  );
  jar.file('META-INF/spring/app.xml', SPRING);
  jar.file('atlassian-plugin.xml', descriptor(app));
  for (const { key, files } of app.resources) {
    for (const { name, content, map } of files) {
      jar.file(`${key}/${name}`, content);
      if (map !== undefined) jar.file(`${key}/${name}.map`, map);
    }
  }
  return jar.generateAsync({ type: 'nodebuffer' });
}

const SPRING = `<?xml version="1.0" encoding="UTF-8"?>
<beans xmlns="http://www.springframework.org/schema/beans"
       xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
       xsi:schemaLocation="http://www.springframework.org/schema/beans http://www.springframework.org/schema/beans/spring-beans.xsd"/>
`;

function descriptor({ key, version, resources }: SampleApp): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<atlassian-plugin key="${key}" name="${key}" plugins-version="2">`,
    `  <plugin-info><version>${version}</version><vendor name="Sample"/></plugin-info>`,
    ...resources.map((resource) => webResource(resource)),
    '</atlassian-plugin>',
    '',
  ].join('\n');
}

function webResource({ key, contexts, dependencies = [], files }: AppResource): string {
  return [
    `  <web-resource key="${key}">`,
    ...contexts.map((context) => `    <context>${context}</context>`),
    ...dependencies.map((dependency) => `    <dependency>${dependency}</dependency>`),
    ...files.map(
      ({ name }) => `    <resource type="download" name="${name}" location="${key}/${name}"/>`,
    ),
    '  </web-resource>',
  ].join('\n');
}
