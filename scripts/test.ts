/**
 * `npm test`: every check of the project, in the order in which a mistake shows soonest.
 * The last line counts them all: `N passed, N failed`. Name steps to run only those: `npm test -- unit e2e`.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { canIsolate, isolated } from './lib/isolation.ts';
import { nodeTest, testsBelow } from './lib/node-test.ts';
import { readJest, readNodeTest, readSurefire, type Outcome } from './lib/results.ts';

interface Step {
  readonly name: string;
  readonly command: () => readonly string[];
  /** Reads the cases after the command ran; without it the step counts as one. */
  readonly cases?: (output: string) => Outcome;
  /** Removed before the step, so that no result of an earlier run is counted. */
  readonly reports?: string;
}

const REPORTS = 'target/test-reports';

/** Where the kernel allows it, what is tested end to end reaches nothing but loopback. */
const endToEnd = (): readonly string[] => {
  const command = nodeTest(testsBelow('test/e2e'));
  const apart = canIsolate();
  process.stdout.write(
    apart ? 'without a network\n' : 'with the network: no namespace can be made here\n',
  );
  return apart ? isolated(command) : command;
};

const STEPS: readonly Step[] = [
  { name: 'lint', command: () => ['npm', 'run', '--silent', 'lint'] },
  { name: 'format', command: () => ['npm', 'run', '--silent', 'format:check'] },
  { name: 'format-java', command: () => ['mvn', '-q', '-B', 'spotless:check'] },
  { name: 'types', command: () => ['npm', 'run', '--silent', 'types'] },
  {
    name: 'unit',
    command: () => ['npx', 'jest', '--json', `--outputFile=${REPORTS}/jest.json`],
    cases: () => readJest(`${REPORTS}/jest.json`),
    reports: `${REPORTS}/jest.json`,
  },
  {
    name: 'java',
    command: () => ['mvn', '-q', '-B', 'package'],
    cases: () => readSurefire('target/surefire-reports'),
    reports: 'target/surefire-reports',
  },
  {
    name: 'host',
    command: () => ['mvn', '-q', '-B', '-f', 'host/pom.xml', 'package'],
    cases: () => readSurefire('host/target/surefire-reports'),
    reports: 'host/target/surefire-reports',
  },
  ...['a', 'b'].map((profile) => ({
    name: `score-${profile}`,
    command: () => [
      'npm',
      'run',
      '--silent',
      'score:redaction',
      '--',
      '--profile',
      profile,
      '--quick',
    ],
  })),
  { name: 'jar', command: () => nodeTest(testsBelow('test/jar')), cases: readNodeTest },
  { name: 'e2e', command: endToEnd, cases: readNodeTest },
];

function run(step: Step): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const [program = '', ...args] = step.command();
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      process.stdout.write(chunk);
    });
    child.on('error', () => resolve({ code: 127, output: '' }));
    child.on('close', (code) =>
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }),
    );
  });
}

async function outcomeOf(step: Step): Promise<Outcome> {
  if (step.reports !== undefined) rmSync(step.reports, { recursive: true, force: true });
  const { code, output } = await run(step);
  let outcome: Outcome = { passed: code === 0 ? 1 : 0, failed: 0 };
  if (step.cases !== undefined) {
    try {
      outcome = step.cases(output);
    } catch (error) {
      process.stderr.write(`${step.name}: ${String(error)}\n`);
      outcome = { passed: 0, failed: 0 };
    }
  }
  // A step that ends badly, or that ran nothing, has failed whatever it counted.
  const silent = outcome.passed + outcome.failed === 0;
  return (code !== 0 || silent) && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `npm test: no step ${unknown.join(', ')}; there are ${STEPS.map((step) => step.name).join(', ')}\n`,
  );
  process.exit(2);
}

mkdirSync(REPORTS, { recursive: true });
const lines: string[] = [];
let passed = 0;
let failed = 0;
for (const step of STEPS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  process.stdout.write(`\n== ${step.name}\n`);
  const started = Date.now();
  const outcome = await outcomeOf(step);
  passed += outcome.passed;
  failed += outcome.failed;
  const seconds = Math.round((Date.now() - started) / 1000);
  lines.push(
    `${step.name.padEnd(12)} ${String(outcome.passed).padStart(5)} passed ${String(outcome.failed).padStart(4)} failed ${String(seconds).padStart(5)} s`,
  );
}
process.stdout.write(`\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
