import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { minify, type MinifyOptions } from 'terser';
import webpack from 'webpack';

export const APPS = { boards: 'com.acme.boards', reports: 'com.zeta.reports' } as const;
export type App = keyof typeof APPS;

/** `rebuild` is a later release of the same bugs: other local names, other lines, another hash. */
export const BUILDS = ['esbuild', 'terser', 'webpack', 'rebuild'] as const;
export type Build = (typeof BUILDS)[number];

export interface Bundle {
  readonly app: App;
  readonly build: Build;
  /** Path on the server, as the products serve an app's web resource. */
  readonly path: string;
  readonly code: string;
  readonly map: string;
}

const SOURCES = join(import.meta.dirname, '../../conformance/grouping/apps');
const NAMES: Readonly<Record<Build, string>> = {
  esbuild: '3f9c2a1b.min.js',
  terser: '77aa01cd.js',
  webpack: 'bundle.0be41c9f2d.js',
  rebuild: 'c4d90e17.min.js',
};

export async function bundle(app: App, build: Build): Promise<Bundle> {
  const entry = join(SOURCES, app, 'app.js');
  const made = await make(entry, build);
  const path = `/s/1-CDN/1/1.0.0/_/download/resources/${APPS[app]}:web/${app}.${NAMES[build]}`;
  return { app, build, path, ...made };
}

interface Made {
  readonly code: string;
  readonly map: string;
}

function make(entry: string, kind: Build): Promise<Made> {
  switch (kind) {
    case 'esbuild':
      return bundled(entry, true, '');
    case 'webpack':
      return packed(entry);
    case 'terser':
      return bundled(entry, false, '').then((made) => shortened(made, {}));
    case 'rebuild':
      return bundled(entry, false, '"use strict";\nvar release = { of: "1.0.1" };\n').then((made) =>
        shortened(made, {
          compress: { passes: 3 },
          mangle: { toplevel: true, nth_identifier: otherNames },
        }),
      );
  }
}

const LETTERS = 'qwzxjkvbpygfmucldrhsnioate';
const otherNames = {
  get: (n: number): string => {
    const letter = LETTERS.charAt(n % LETTERS.length);
    return n < LETTERS.length ? `${letter}$` : letter + otherNames.get(n / LETTERS.length - 1);
  },
};

async function bundled(entry: string, minified: boolean, banner: string): Promise<Made> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: minified,
    format: 'iife',
    target: 'es2022',
    sourcemap: 'external',
    banner: { js: banner },
    outfile: join(SOURCES, 'out.js'),
    logLevel: 'error',
    write: false,
  });
  const [map, code] = [...outputFiles].sort((one, other) => (one.path < other.path ? 1 : -1));
  return { code: code!.text, map: map!.text };
}

async function shortened({ code, map }: Made, options: MinifyOptions): Promise<Made> {
  const made = await minify(code, {
    ecma: 2020,
    ...options,
    sourceMap: { content: map },
  });
  return { code: made.code!, map: made.map as string };
}

function packed(entry: string): Promise<Made> {
  const folder = mkdtempSync(join(tmpdir(), 'grouping-'));
  return new Promise<Made>((resolve, reject) => {
    webpack(
      {
        mode: 'production',
        entry,
        devtool: 'source-map',
        output: { path: folder, filename: 'app.js' },
      },
      (error, stats) => {
        if (error || stats?.hasErrors()) {
          reject(error ?? new Error(stats?.toString('errors-only')));
          return;
        }
        const code = readFileSync(join(folder, 'app.js'), 'utf8');
        resolve({ code, map: readFileSync(join(folder, 'app.js.map'), 'utf8') });
      },
    );
  }).finally(() => rmSync(folder, { recursive: true }));
}
