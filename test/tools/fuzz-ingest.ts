/** `npm run fuzz:ingest -- --envelopes 1000000 --seed 1`: posts envelopes that are nearly right. */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { javaClasspath } from './java-classpath.ts';

const { values } = parseArgs({
  options: {
    envelopes: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
  },
});
// The heap is small on purpose: what grows with its input fails soon.
const main = ['-Xmx64m', '-cp', javaClasspath(), 'io.hearth.errors.intake.tool.FuzzIntake'];
const run = spawnSync('java', [...main, values.envelopes, values.seed], { stdio: 'inherit' });
process.exitCode = run.status ?? 1;
