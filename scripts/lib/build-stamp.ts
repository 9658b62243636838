import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a build reads and what it writes, from the root of the project. */
export interface Build {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Keeps what the last build had and gave. */
  readonly stamp: string;
}

/**
 * Whether the outputs are those that this host's last build made of the very same inputs. By content: a change of
 * branch alters times, and another build may have written the outputs since.
 */
export function isCurrent(build: Build, root = '.'): boolean {
  const stamp = join(root, build.stamp);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === stateOf(build, root);
}

export function markCurrent(build: Build, root = '.'): void {
  const stamp = join(root, build.stamp);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, stateOf(build, root));
}

function stateOf(build: Build, root: string): string {
  return `${digest(build.inputs, root)} ${digest(build.outputs, root)}\n`;
}

function digest(paths: readonly string[], root: string): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesOf(path, root)) {
      const content = readFileSync(join(root, file));
      hash.update(`${file}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

/** A file, or all files of a folder in a fixed order; a path that is not there has none. */
function filesOf(path: string, root: string): string[] {
  const place = join(root, path);
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [path];
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesOf(`${path}/${name}`, root));
}
