/**
 * `npm run score:redaction`: plants values of known truth in a tree of logs and configuration, lets
 * the engine redact it under two keys, and judges the outcome. Exits with 1 below a bound.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Random } from '../tools/random.ts';
import { javaClasspath } from '../tools/java-classpath.ts';
import { corpus } from './corpus.ts';
import { encode, textOf, type Document } from './parts.ts';
import { PROFILE_A } from './profile-a.ts';
import { PROFILE_B } from './profile-b.ts';
import { classes, linked, split, table, verdicts } from './report.ts';
import { score } from './score.ts';

const PROFILES = { a: PROFILE_A, b: PROFILE_B };

const { values } = parseArgs({
  options: {
    profile: { type: 'string', default: 'a' },
    seed: { type: 'string', default: '20260301' },
    scale: { type: 'string', default: '1' },
    examples: { type: 'string', default: '3' },
    quick: { type: 'boolean', default: false },
    /** Keeps the trees in this folder, to look at. */
    keep: { type: 'string' },
  },
});

if (values.profile !== 'a' && values.profile !== 'b') {
  throw new Error(`no profile ${values.profile}: a or b`);
}
const random = new Random(Number(values.seed), 'corpus');
const made = corpus(PROFILES[values.profile], random, values.quick ? 0.2 : Number(values.scale));
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'hearth-score-'));
const examples = Number(values.examples);
console.log(`profile ${values.profile}, seed ${values.seed}: ${made.documents.length} documents`);

const input = join(folder, 'in');
write(input);
const outputs = ['one', 'two'].map((name) => redact(join(folder, name)));
const [first, second] = outputs.map((read) => score(made.documents, read));
if (first === undefined || second === undefined) {
  throw new Error('no output to judge');
}
const judged = verdicts(first, second);
console.log(classes(first.findings, examples));
console.log(`entities with several pseudonyms\n${split(first.pseudonyms, 2 * examples)}`);
console.log(`people with several tags\n${split(first.tags, 2 * examples)}`);
console.log(`linked: ${linked(first.pseudonyms, second.pseudonyms).slice(0, 20).join(' ')}`);
console.log(table(first, judged));
if (values.keep === undefined) {
  rmSync(folder, { recursive: true });
}
process.exitCode = judged.every(({ met }) => met) ? 0 : 1;

function write(to: string): void {
  mkdirSync(to, { recursive: true });
  for (const document of made.documents) {
    writeFileSync(join(to, document.name), encode(textOf(document.parts), document.encoding));
  }
}

/** Learns from the tree and redacts it with a key of its own. */
function redact(to: string): (document: Document) => Buffer | undefined {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  const main = 'io.hearth.redaction.tool.RedactTree';
  execFileSync('java', ['-Xmx512m', '-cp', javaClasspath(), main, input, to], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return (document) => {
    const path = join(to, document.name);
    return existsSync(path) ? readFileSync(path) : undefined;
  };
}
