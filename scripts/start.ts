/**
 * `npm start`: builds the app and the development host where something has changed, and runs them. What stands after
 * `--` goes to the host: `npm start -- --port 8091 --product confluence`. Ctrl-C stops everything.
 */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isCurrent, markCurrent, type Build } from './lib/build-stamp.ts';

const STATE = '.hearth-dev';

const version = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;

interface Step extends Build {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
}

const APP: Step = {
  name: 'app',
  inputs: [
    ...['src', 'frontend', 'scripts/notices', 'scripts/webpack', 'LICENSE'],
    ...['pom.xml', 'package.json', 'package-lock.json', 'tsconfig.json', 'webpack.config.js'],
  ],
  outputs: [`target/hearth-${version}.jar`, `target/hearth-${version}-javax.jar`],
  stamp: 'target/app.stamp',
  command: ['mvn', '-q', '-B', '-Dstyle.color=never', 'package', '-DskipTests'],
};

const HOST: Step = {
  name: 'development host',
  inputs: ['host/src/main', 'host/src/build', 'host/pom.xml', 'src/hostapi', 'src/build'],
  outputs: ['host/target/hearth-host.jar', 'host/target/hearth-host-javax.jar', 'host/target/lib'],
  stamp: 'host/target/host.stamp',
  command: [
    'mvn',
    '-q',
    '-B',
    '-Dstyle.color=never',
    '-f',
    'host/pom.xml',
    'package',
    '-DskipTests',
  ],
};

function build(step: Step): void {
  if (isCurrent(step)) return;
  process.stdout.write(`Building the ${step.name} …\n`);
  const [program, ...args] = step.command;
  const made = spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (made.status !== 0) {
    const why = made.error?.message ?? `it ended with ${made.status ?? made.signal ?? 'no status'}`;
    process.stderr.write(`The ${step.name} was not built: ${step.command.join(' ')}: ${why}\n`);
    process.exit(1);
  }
  markCurrent(step);
}

/** The host checks all options itself; this one says which build of it is meant. */
function platform(args: readonly string[]): '7' | '8' {
  const at = args.indexOf('--platform');
  const asked = at < 0 ? '8' : args[at + 1];
  if (asked === '7' || asked === '8') return asked;
  process.stderr.write(`--platform ${asked ?? ''}: 7 or 8 is wanted\n`);
  process.exit(2);
}

function run(args: readonly string[]): void {
  const suffix = platform(args) === '7' ? '-javax' : '';
  const java = process.env['JAVA_HOME'] ? join(process.env['JAVA_HOME'], 'bin', 'java') : 'java';
  const host = spawn(
    java,
    [
      ...['-Xmx512m', '-jar', `host/target/hearth-host${suffix}.jar`],
      ...['--jar', `target/hearth-${version}${suffix}.jar`, '--state', STATE],
      ...args,
    ],
    { stdio: 'inherit' },
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => host.kill(signal));
  host.on('error', (error) => {
    process.stderr.write(`Java does not start: ${error.message}\n`);
    process.exit(1);
  });
  host.on('exit', (code) => process.exit(code ?? 1));
}

const args = process.argv.slice(2);
platform(args);
build(APP);
build(HOST);
run(args);
