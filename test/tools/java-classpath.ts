import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const NEEDED: ReadonlyArray<readonly [string, string]> = [
  ['com/google/re2j/re2j', 're2j'],
  ['com/google/code/gson/gson', 'gson'],
  ['com/exceptionfactory/jagged/jagged-api', 'jagged-api'],
  ['com/exceptionfactory/jagged/jagged-bech32', 'jagged-bech32'],
  ['com/exceptionfactory/jagged/jagged-framework', 'jagged-framework'],
  ['com/exceptionfactory/jagged/jagged-x25519', 'jagged-x25519'],
];

/** The compiled app and its tests with the libraries that they need; compiles what is missing. */
export function javaClasspath(): string {
  const classes = join('target', 'classes');
  const tests = join('target', 'test-classes');
  if (!existsSync(join(tests, 'io', 'hearth', 'redaction', 'tool'))) {
    execFileSync('mvn', ['-q', '-B', '-DskipWeb', 'test-compile'], { stdio: 'inherit' });
  }
  return [classes, tests, ...NEEDED.map(([path, name]) => newest(path, name))].join(delimiter);
}

function newest(path: string, name: string): string {
  const folder = join(repository(), path);
  const version = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .filter((entry) => existsSync(join(folder, entry, `${name}-${entry}.jar`)))
    .sort()
    .at(-1);
  if (version === undefined) {
    throw new Error(`${name} is not in the local Maven repository: run mvn package first`);
  }
  return join(folder, version, `${name}-${version}.jar`);
}

function repository(): string {
  const asked = process.env['MAVEN_REPO_LOCAL'];
  return asked ?? join(homedir(), '.m2', 'repository');
}
