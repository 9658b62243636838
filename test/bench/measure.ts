import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Instance } from '../tools/generate-instance.ts';

/** One run of a program: seconds from start to end, and until `firstByteOf` held a byte. */
export interface Run {
  readonly seconds: number;
  readonly firstByteMillis: number | undefined;
}

/** Runs a program to its end; anything but success is an error with what it said. */
export function timed(
  program: string,
  args: readonly string[],
  options: { cwd?: string; firstByteOf?: readonly string[] } = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(program, args, { cwd: options.cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
    let firstByteMillis: number | undefined;
    const look = setInterval(() => {
      if (firstByteMillis === undefined && (options.firstByteOf ?? []).some(holdsBytes)) {
        firstByteMillis = performance.now() - started;
      }
    }, 5);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(look);
      const seconds = (performance.now() - started) / 1000;
      if (code === 0) resolve({ seconds, firstByteMillis });
      else reject(new Error(`${program} ended with ${String(code)}: ${said}`));
    });
  });
}

function holdsBytes(file: string): boolean {
  return existsSync(file) && statSync(file).size > 0;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** The most heap in use before a collection, in MiB, from a log made with `-Xlog:gc:file=…`. */
export function peakHeap(log: string): number {
  const sizes = [...readFileSync(log, 'utf8').matchAll(/ (\d+)M->\d+M\(\d+M\)/g)];
  return Math.max(0, ...sizes.map((match) => Number(match[1])));
}

/** A Markdown table, as the docs show it. */
export function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export function machine(): string {
  const [first] = cpus();
  return `${cpus().length} × ${first?.model.trim() ?? 'unknown processor'}`;
}

/** What a generated instance holds, made the first time only; half-made ones are made anew. */
export function madeOnce(
  folder: string,
  make: () => Instance,
): { readonly bytes: number; readonly files: number } {
  const note = join(folder, 'made.json');
  if (existsSync(note)) {
    const made = numbersOf(readFileSync(note, 'utf8'));
    return { bytes: made.get('bytes') ?? Number.NaN, files: made.get('files') ?? Number.NaN };
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { bytes, files } = make();
  writeFileSync(note, JSON.stringify({ bytes, files }));
  return { bytes, files };
}

/** The numbers of a JSON object that a measuring program printed. */
export function numbersOf(json: string): Map<string, number> {
  const read: unknown = JSON.parse(json);
  if (typeof read !== 'object' || read === null) throw new Error(`no object: ${json}`);
  return new Map(
    Object.entries(read).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}
