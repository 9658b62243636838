/** `npm run fuzz:redaction -- --minutes 10 --seed 1`: redacts random and hostile texts. */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { javaClasspath } from './java-classpath.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
  },
});
// The heap is small on purpose: what grows with its input fails soon.
const main = ['-Xmx96m', '-cp', javaClasspath(), 'io.hearth.redaction.tool.FuzzRedaction'];
const run = spawnSync('java', [...main, values.minutes, values.seed], { stdio: 'inherit' });
process.exitCode = run.status ?? 1;
