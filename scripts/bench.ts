/**
 * `npm run bench [-- name …] [--size 1GB] [--full] [--install]`: runs the benchmarks one after the other. Each measures
 * side by side in one run and prints ratios, since machines differ and are noisy.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const BENCHES = [
  'support-zip',
  'redaction',
  'ingest',
  'ingest-http',
  'symbolication',
  'review',
  'cluster',
] as const;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: '1GB' },
    rounds: { type: 'string', default: '3' },
    full: { type: 'boolean', default: false },
    install: { type: 'boolean', default: false },
    parts: { type: 'string' },
    events: { type: 'string', default: '1000000' },
  },
});
const unknown = positionals.filter((name) => !BENCHES.some((known) => known === name));
if (unknown.length > 0) {
  process.stderr.write(`no benchmark ${unknown.join(', ')}; there are ${BENCHES.join(', ')}\n`);
  process.exit(2);
}

let failed = false;
for (const name of BENCHES.filter((one) => positionals.length === 0 || positionals.includes(one))) {
  process.stdout.write(`\n== ${name}\n`);
  const program = ['--import', 'tsx', `test/bench/${name}.ts`];
  const options = ['--size', values.size, '--rounds', values.rounds];
  if (name === 'redaction') options.push(...redaction());
  if (name.startsWith('ingest')) options.push('--events', values.events);
  const { status } = spawnSync(process.execPath, [...program, ...options], { stdio: 'inherit' });
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);

/** What only the benchmark of the redaction understands. */
function redaction(): string[] {
  const flags = (['full', 'install'] as const).filter((flag) => values[flag]);
  const parts = values.parts === undefined ? [] : ['--parts', values.parts];
  return [...flags.map((flag) => `--${flag}`), ...parts];
}
