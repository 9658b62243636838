/** What Linux tells of a process and those that it began; nothing of one that has just ended. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The kernel's unit in /proc, the same on all of today's machines. */
const TICKS_A_SECOND = 100;

export function residentMiB(pids: readonly number[]): number {
  const kib = pids
    .flatMap(withChildren)
    .map((pid) => Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${String(pid)}/status`))?.[1] ?? 0));
  return kib.reduce((sum, one) => sum + one, 0) / 1024;
}

/** User and system time, that of ended children included. */
export function processorSeconds(pids: readonly number[]): number {
  const ticks = pids.flatMap(withChildren).map((pid) =>
    fields(pid)
      .slice(11, 15)
      .reduce((sum, one) => sum + Number(one), 0),
  );
  return ticks.reduce((sum, one) => sum + one, 0) / TICKS_A_SECOND;
}

export function bytesBelow(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name), { throwIfNoEntry: false }))
    .reduce((sum, stat) => sum + (stat?.isFile() === true ? stat.size : 0), 0);
}

function withChildren(pid: number): number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return [pid, ...all.map(Number).filter((one) => Number(fields(one)[1]) === pid)];
}

/** From the state on; the name before it stands in brackets and may hold anything. */
function fields(pid: number): string[] {
  const stat = read(`/proc/${String(pid)}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
