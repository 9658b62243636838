/** Other tools on the corpus of the scorer, which knows what was planted, and on a product's logs. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { corpus } from '../conformance/corpus.ts';
import { encode, textOf, type Document } from '../conformance/parts.ts';
import { PROFILE_A } from '../conformance/profile-a.ts';
import { macro, share, sum } from '../conformance/report.ts';
import { score } from '../conformance/score.ts';
import { javaClasspath } from '../tools/java-classpath.ts';
import { Random } from '../tools/random.ts';
import { median, numbersOf, table } from './measure.ts';
import { peerTools } from './peer-tools.ts';

const TOOLS = 'io.hearth.redaction.tool';

/** What a tool made of the documents, and how fast it reads. */
interface Outcome {
  readonly note: string;
  readonly megabytesPerSecond: number;
  /** The text of a document with what was found masked, in UTF-8. */
  readonly masked: (document: Document) => string | undefined;
}

interface Corpus {
  readonly documents: readonly Document[];
  /** The documents, all in UTF-8, as some tools read nothing else. */
  readonly utf8: string;
  readonly out: string;
}

interface Ground extends Corpus {
  /** A product's logs, and fewer of them for slow tools. */
  readonly logs: string;
  readonly fewLogs: string;
}

export function peerTable(work: string, logs: string, fewLogs: string): string {
  const folder = join(work, 'peers');
  rmSync(folder, { recursive: true, force: true });
  const ground = { ...plant(folder), logs, fewLogs };
  const tools = peerTools(join(work, 'tools'));
  const rows = [
    row('Hearth', ground, hearth(ground)),
    row('java.util.regex chain', ground, regexChain(ground)),
    row('gitleaks', ground, tools.gitleaks && gitleaks(ground, tools.gitleaks)),
    row('presidio-analyzer', ground, tools.python && presidio(ground, tools.python)),
  ];
  const head = ['', 'MB/s', 'secrets found', 'all kinds, macro', 'look-alikes damaged', 'measured'];
  return table(head, rows);
}

/** The scorer's quick corpus without its long fillers, which only buffers are tested with. */
function plant(folder: string): Corpus {
  const made = corpus(PROFILE_A, new Random(20260301, 'corpus'), 0.2);
  const documents = made.documents.filter(({ name }) => !/^(border-|one-line)/.test(name));
  const at = (name: string): string => join(folder, name);
  const ground = { documents, utf8: at('utf8'), out: at('out') };
  for (const path of [ground.utf8, ground.out]) mkdirSync(path, { recursive: true });
  for (const { name, parts } of documents) {
    writeFileSync(join(ground.utf8, name), textOf(parts));
  }
  return ground;
}

function row(name: string, { documents }: Ground, outcome: Outcome | undefined | ''): string[] {
  if (!outcome) return [name, 'not installed', '', '', '', ''];
  const result = score(documents, (document) => {
    const text = outcome.masked(document);
    return text === undefined ? undefined : encode(text, document.encoding);
  });
  const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;
  const kinds = [...result.recall.values()];
  const secrets = kinds.filter(({ severity }) => severity === 'secret');
  return [
    name,
    outcome.megabytesPerSecond.toPrecision(3),
    percent(share(sum(secrets))),
    percent(macro(kinds)),
    percent(1 - share(sum(result.keeps.values()))),
    outcome.note,
  ];
}

function java(...args: readonly string[]): string {
  return output('java', ['-cp', javaClasspath(), ...args]);
}

function output(program: string, args: readonly string[]): string {
  const run = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (run.status !== 0)
    throw new Error(`${program} ended with ${String(run.status)}: ${run.stderr}`);
  return run.stdout.trim();
}

function rates(lines: string, name: string): number {
  const all = lines.split('\n').map((line) => numbersOf(line).get(name) ?? Number.NaN);
  return median(all.slice(all.length / 2));
}

function reader(folder: string): Outcome['masked'] {
  return ({ name }) => {
    const path = join(folder, name);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  };
}

/** Both passes count: 1 / (1 / learning + 1 / redaction). */
function hearth(ground: Ground): Outcome {
  const out = join(ground.out, 'hearth');
  java(`${TOOLS}.RedactTree`, ground.utf8, out);
  const lines = java(`${TOOLS}.RedactionBench`, 'speed', ground.logs, 'logs', '20000', '8');
  const both = 1 / (1 / rates(lines, 'learn') + 1 / rates(lines, 'redact'));
  return { note: 'both passes, warm', megabytesPerSecond: both, masked: reader(out) };
}

function regexChain(ground: Ground): Outcome {
  const out = join(ground.out, 'chain');
  java(`${TOOLS}.RegexChain`, ground.utf8, out);
  const rate = rates(java(`${TOOLS}.RegexChain`, ground.fewLogs), 'rate');
  return { note: '19 patterns, warm', megabytesPerSecond: rate, masked: reader(out) };
}

/** It only detects; each secret that it names is masked wherever its file holds it. */
function gitleaks(ground: Ground, program: string): Outcome {
  const found = new Map<string, Set<string>>();
  for (const { File, Secret } of findings(program, ground.utf8, ground.out)) {
    const name = basename(File);
    found.set(name, (found.get(name) ?? new Set()).add(Secret));
  }
  const [seconds, bytes] = scanned(program, ground.fewLogs);
  return {
    note: 'detects only; whole process',
    megabytesPerSecond: bytes / 1e6 / seconds,
    masked: ({ name, parts }) =>
      [...(found.get(name) ?? [])].reduce(
        (text, one) => text.replaceAll(one, '***'),
        textOf(parts),
      ),
  };
}

function gitleaksArgs(folder: string, report: string): string[] {
  return ['dir', folder, '--no-banner', '--exit-code', '0', '-f', 'json', '-r', report];
}

function findings(
  program: string,
  folder: string,
  out: string,
): { File: string; Secret: string }[] {
  const report = join(out, 'gitleaks.json');
  output(program, gitleaksArgs(folder, report));
  const read: unknown = JSON.parse(readFileSync(report, 'utf8'));
  if (!Array.isArray(read)) throw new Error(`${report} holds no list`);
  return read.map((one: Record<string, unknown>) => {
    const { File, Secret } = one;
    if (typeof File !== 'string' || typeof Secret !== 'string') {
      throw new Error(`${report} holds a finding without file or secret`);
    }
    return { File, Secret };
  });
}

/** Processor seconds of all its threads, and the bytes that it read. */
function scanned(program: string, folder: string): [number, number] {
  const args = gitleaksArgs(folder, join(folder, '..', 'gitleaks-logs.json'));
  const shell = ['-c', 'TIMEFORMAT="%U %S"; time "$@" >/dev/null 2>&1', 'time', program, ...args];
  const run = spawnSync('bash', shell, { encoding: 'utf8' });
  const [user = Number.NaN, system = Number.NaN] = run.stderr.trim().split(' ').map(Number);
  const bytes = Number(output('du', ['-sb', folder]).split('\t')[0]);
  return [user + system, bytes];
}

function presidio(ground: Ground, python: string): Outcome {
  const out = join(ground.out, 'presidio');
  mkdirSync(out);
  const said = output(python, ['test/bench/presidio_lines.py', ground.utf8, out]);
  const [model = '', rate = ''] = said.split('\n').slice(-1)[0]?.split('\t') ?? [];
  return {
    note: `line by line, ${model}`,
    megabytesPerSecond: Number(rate),
    masked: reader(out),
  };
}
