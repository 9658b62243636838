import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Notice {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

/** Licences whose terms are met by shipping their text. Anything else needs a person's decision first. */
export const ALLOWED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
]);

/** The libraries that Maven packs into the JAR; their versions are read from pom.xml. */
const MAVEN = [
  {
    name: 'com.google.code.gson:gson',
    property: 'gson.version',
    licence: 'Apache-2.0',
    file: 'LICENSE',
  },
  {
    name: 'com.google.re2j:re2j',
    property: 're2j.version',
    licence: 'BSD-3-Clause',
    file: 'scripts/notices/re2j.txt',
  },
  {
    name: 'com.exceptionfactory.jagged:jagged-framework',
    property: 'jagged.version',
    licence: 'Apache-2.0',
    file: 'LICENSE',
  },
] as const;

export function mavenNotices(root: string): Notice[] {
  const pom = readFileSync(path.join(root, 'pom.xml'), 'utf8');
  return MAVEN.map(({ name, property, licence, file }) => {
    const version = new RegExp(`<${property}>([^<]+)</${property}>`).exec(pom)?.[1];
    if (version === undefined) {
      throw new Error(`pom.xml has no property ${property}`);
    }
    return { name, version, licence, text: readFileSync(path.join(root, file), 'utf8') };
  });
}

/** What a list in the JAR is made of; see `npm run gen:agents`. */
export function dataNotices(root: string): Notice[] {
  const folder = path.join(root, 'node_modules/uap-core');
  const { name, version } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  ) as PackageFile;
  const text = readFileSync(path.join(folder, 'LICENSE'), 'utf8');
  return [{ name, version, licence: 'Apache-2.0', text }];
}

interface PackageFile {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name?: string };
}

export function npmNotice(folder: string): Notice {
  const file = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as PackageFile;
  const licence = file.license ?? 'none';
  if (!ALLOWED.has(licence)) {
    throw new Error(
      `${file.name}@${file.version} is under "${licence}", which is not on the list of allowed licences`,
    );
  }
  return {
    name: file.name,
    version: file.version,
    licence,
    text: licenceText(folder, file, licence),
  };
}

function licenceText(folder: string, file: PackageFile, licence: string): string {
  const name = readdirSync(folder)
    .sort()
    .find((entry) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(entry));
  if (name !== undefined) {
    return readFileSync(path.join(folder, name), 'utf8');
  }
  const author = typeof file.author === 'string' ? file.author : (file.author?.name ?? file.name);
  return `The package names the licence ${licence} and holds no text of it. Author: ${author}.`;
}

/** Packages that share a licence text word for word stand together above it. */
export function renderNotices(notices: readonly Notice[]): string {
  const groups = new Map<string, Notice[]>();
  for (const notice of [...notices].sort(byName)) {
    const text = normalise(notice.text);
    groups.set(text, [...(groups.get(text) ?? []), notice]);
  }
  const parts = [...groups].map(([text, group]) => {
    const heads = group.map(({ name, version, licence }) => `${name} ${version} (${licence})`);
    return [...new Set(heads), '', text].join('\n');
  });
  const line = '-'.repeat(80);
  return [
    'Third-party software in Hearth, and the terms it comes under.',
    ...parts.map((part) => `${line}\n${part}`),
    '',
  ].join('\n\n');
}

function byName(a: Notice, b: Notice): number {
  const [x, y] = [`${a.name} ${a.version}`, `${b.name} ${b.version}`];
  return x < y ? -1 : x > y ? 1 : 0;
}

function normalise(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}
