import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Node 20's test runner takes files, no patterns. */
export function testsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(folder, name))
    .sort();
}

/** One file after the other: each starts hosts and browsers of its own. */
export function nodeTest(files: readonly string[]): string[] {
  return [
    process.execPath,
    '--import',
    'tsx',
    '--test',
    '--test-concurrency=1',
    '--test-reporter=spec',
    ...files,
  ];
}
