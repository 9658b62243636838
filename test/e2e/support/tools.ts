import { execFileSync } from 'node:child_process';

/** Runs a program and gives what it printed; a bad end is an error with that output. */
export function run(program: string, ...args: string[]): string {
  return execFileSync(program, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 << 20,
  });
}

const PYTHON_CHECK = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as z:
    bad = z.testzip()
    if bad: sys.exit("bad entry " + bad)
    print(len(z.namelist()))
`;

/** Opens a ZIP with every reader at hand; throws with the reader's own words. */
export function checkZip(file: string): number {
  run('unzip', '-tq', file);
  run('7z', 't', file);
  run('bsdtar', '-tf', file);
  return Number(run('python3', '-c', PYTHON_CHECK, file));
}
