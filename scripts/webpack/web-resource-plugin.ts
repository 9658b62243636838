import type { Compilation, Compiler } from 'webpack';

export interface WebResourceOptions {
  /** Folder of the bundles inside the JAR. */
  readonly folder: string;
  /** Where the descriptor is written. */
  readonly descriptor: string;
}

export interface Bundles {
  /** Entry name to the files that must be loaded for it, in order. */
  readonly entries: ReadonlyMap<string, readonly string[]>;
  /** Every file that is loaded later, by the running page. */
  readonly lazy: readonly string[];
}

const CONTEXT_PATH = 'com.atlassian.plugins.atlassian-plugins-webresource-plugin:context-path';

/** The web resource that serves all lazily loaded files; frontend/shared/public-path.ts names it too. */
export const ASSETS_KEY = 'assets';

/**
 * Writes the web-resource modules of the plugin descriptor from what webpack has really built: one per entry with
 * its initial chunks, and one for everything that the page loads later. See docs/decisions/0030.
 */
export class WebResourcePlugin {
  constructor(private readonly options: WebResourceOptions) {}

  apply(compiler: Compiler): void {
    compiler.hooks.afterEmit.tapPromise('WebResourcePlugin', async (compilation) => {
      if (compilation.errors.length > 0) {
        return;
      }
      const xml = descriptor(bundlesOf(compilation), this.options.folder);
      await write(compiler, this.options.descriptor, xml);
    });
  }
}

export function bundlesOf(compilation: Compilation): Bundles {
  const entries = new Map<string, readonly string[]>();
  const initial = new Set<string>();
  for (const [name, entrypoint] of compilation.entrypoints) {
    const files = entrypoint.getFiles().filter((file) => !file.endsWith('.map'));
    files.forEach((file) => initial.add(file));
    entries.set(name, files);
  }
  const lazy = compilation
    .getAssets()
    .map((asset) => asset.name)
    .filter((name) => !initial.has(name) && !name.endsWith('.map'))
    .sort();
  return { entries, lazy };
}

export function descriptor(bundles: Bundles, folder: string): string {
  const names = [...bundles.entries.keys()].sort();
  if (names.includes(ASSETS_KEY)) {
    throw new Error(
      `An entry must not be named "${ASSETS_KEY}": that web resource holds the chunks.`,
    );
  }
  const modules = names.map((name) =>
    webResource(name, bundles.entries.get(name) ?? [], folder, [CONTEXT_PATH]),
  );
  modules.push(webResource(ASSETS_KEY, bundles.lazy, folder, []));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<atlassian-plugin>',
    ...modules,
    '</atlassian-plugin>',
    '',
  ].join('\n');
}

function webResource(
  key: string,
  files: readonly string[],
  folder: string,
  dependencies: readonly string[],
): string {
  return [
    `  <web-resource key="${escape(key)}">`,
    ...dependencies.map((dependency) => `    <dependency>${escape(dependency)}</dependency>`),
    ...files.map(
      (file) =>
        `    <resource type="download" name="${escape(file)}" location="${escape(`${folder}/${file}`)}"/>`,
    ),
    '  </web-resource>',
  ].join('\n');
}

function escape(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** Through webpack's own file system, so that a build in memory leaves nothing on the disk. */
export async function write(compiler: Compiler, file: string, text: string): Promise<void> {
  const fs = compiler.outputFileSystem;
  if (!fs) {
    throw new Error('webpack has no output file system');
  }
  const folder = file.slice(0, Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')));
  await mkdirs(fs, folder);
  await new Promise<void>((resolve, reject) => {
    fs.writeFile(file, text, (error) => (error ? reject(error) : resolve()));
  });
}

type OutputFileSystem = NonNullable<Compiler['outputFileSystem']>;

async function mkdirs(fs: OutputFileSystem, folder: string): Promise<void> {
  const parent = folder.slice(0, Math.max(folder.lastIndexOf('/'), folder.lastIndexOf('\\')));
  const error = await mkdir(fs, folder);
  if (error?.code === 'ENOENT' && parent !== '') {
    await mkdirs(fs, parent);
    await mkdirs(fs, folder);
  } else if (error && error.code !== 'EEXIST') {
    throw error;
  }
}

function mkdir(fs: OutputFileSystem, folder: string): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    fs.mkdir(folder, resolve);
  });
}
