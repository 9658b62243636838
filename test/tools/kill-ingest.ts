/** `npm run kill:ingest -- --kills 100 --seed 1`: kills a process that keeps errors, again and again. */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { javaClasspath } from './java-classpath.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
  },
});
const main = ['-cp', javaClasspath(), 'io.hearth.errors.store.Killing'];
const run = spawnSync('java', [...main, values.kills, values.seed], { stdio: 'inherit' });
process.exitCode = run.status ?? 1;
