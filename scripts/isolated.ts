/**
 * `npm run test:isolated`: the end-to-end tests where nothing but loopback can be reached, with a record of every
 * connection that the server, the browsers and all their children try. Name test files to run only those.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { readConnections } from './lib/connections.ts';
import { canIsolate, isolated } from './lib/isolation.ts';
import { nodeTest, testsBelow } from './lib/node-test.ts';

const RECORD = 'target/connections.txt';
const TRACED = [
  'strace',
  '-f',
  '--seccomp-bpf',
  '-qq',
  '-Y',
  '-e',
  'trace=connect',
  '-e',
  'signal=none',
];

if (!canIsolate()) {
  process.stderr.write(
    'A network namespace cannot be made here: this needs Linux with unshare (util-linux) and ip (iproute2), and a kernel that allows user namespaces.\n',
  );
  process.exit(2);
}
if (spawnSync('strace', ['-V'], { stdio: 'ignore' }).status !== 0) {
  process.stderr.write('strace is missing: install it to record what is connected to.\n');
  process.exit(2);
}

const files = process.argv.slice(2);
mkdirSync('target', { recursive: true });
const [program = '', ...args] = isolated([
  ...TRACED,
  ...['-o', RECORD],
  ...nodeTest(files.length > 0 ? files : testsBelow('test/e2e')),
]);
const { status } = spawnSync(program, args, { stdio: 'inherit' });

const { loopback, elsewhere } = readConnections(readFileSync(RECORD, 'utf8'));
const list = (title: string, map: ReadonlyMap<string, number>): void => {
  process.stdout.write(`\n${title}\n`);
  for (const [address, times] of map) process.stdout.write(`  ${address}: ${String(times)}\n`);
  if (map.size === 0) process.stdout.write('  none\n');
};
list('Connections within this machine', loopback);
list('Connections to anywhere else', elsewhere);
process.exit(status === 0 && elsewhere.size === 0 && loopback.size > 0 ? 0 : 1);
