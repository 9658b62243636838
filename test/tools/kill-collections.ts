/** `npm run kill:collections -- --kills 200 --seed 1`: kills nodes that make a ZIP together, again and again. */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { javaClasspath } from './java-classpath.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
  },
});
const main = ['-cp', javaClasspath(), 'io.hearth.collections.Killing'];
const run = spawnSync('java', [...main, values.kills, values.seed], { stdio: 'inherit' });
process.exitCode = run.status ?? 1;
