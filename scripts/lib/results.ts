import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';

/** What a step of the checks found; a check without cases of its own counts as one. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

/** Adds up the `<testsuite>` heads that Surefire leaves in a folder; zero of both where there are none. */
export function readSurefire(folder: string): Outcome {
  let passed = 0;
  let failed = 0;
  if (!existsSync(folder)) return { passed, failed };
  for (const file of readdirSync(folder).filter((name) => /^TEST-.*\.xml$/.test(name))) {
    const head = /<testsuite\b[^>]*>/.exec(readFileSync(join(folder, file), 'utf8'))?.[0] ?? '';
    const bad = attribute(head, 'failures') + attribute(head, 'errors');
    failed += bad;
    passed += attribute(head, 'tests') - attribute(head, 'skipped') - bad;
  }
  return { passed, failed };
}

/** The totals of Jest's `--json` report. */
export function readJest(file: string): Outcome {
  const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isRecord(report)) throw new Error(`${file}: not a Jest report`);
  // A suite that does not even load has no failed test of its own.
  const failed = count(report, 'numFailedTests') + count(report, 'numRuntimeErrorTestSuites');
  return { passed: count(report, 'numPassedTests'), failed };
}

/** The closing lines of Node's test runner, such as `# pass 12` or `ℹ pass 12`. */
export function readNodeTest(output: string): Outcome {
  const of = (word: string): number =>
    Number(new RegExp(`^[#ℹ] ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
  return { passed: of('pass'), failed: of('fail') + of('cancelled') };
}

function attribute(head: string, name: string): number {
  return Number(new RegExp(`\\b${name}="(\\d+)"`).exec(head)?.[1] ?? 0);
}

function count(report: Record<string, unknown>, key: string): number {
  const value = report[key];
  if (typeof value !== 'number') throw new Error(`Jest report: ${key} is missing`);
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
