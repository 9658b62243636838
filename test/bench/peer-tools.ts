import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const GITLEAKS = 'github.com/zricethezav/gitleaks/v8@v8.30.1';
const PRESIDIO = 'presidio-analyzer==2.2.366';

/** Where the other tools are; undefined what this machine does not have. */
export interface PeerTools {
  readonly gitleaks: string | undefined;
  /** A Python that can import `presidio_analyzer`. */
  readonly python: string | undefined;
}

/** From their package registries, below a folder of this project: nothing else is touched. */
export function installPeers(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const bin = join(folder, 'bin');
  run('go', ['install', GITLEAKS], { GOBIN: bin });
  run('python3', ['-m', 'venv', join(folder, 'venv')]);
  run(join(folder, 'venv', 'bin', 'pip'), ['install', '-q', PRESIDIO]);
}

export function peerTools(folder: string): PeerTools {
  const gitleaks = [join(folder, 'bin', 'gitleaks'), 'gitleaks'];
  const python = [join(folder, 'venv', 'bin', 'python'), 'python3'];
  return {
    gitleaks: gitleaks.find((program) => works(program, ['version'])),
    python: python.find((program) => works(program, ['-c', 'import presidio_analyzer'])),
  };
}

function works(program: string, args: readonly string[]): boolean {
  if (program.includes('/') && !existsSync(program)) return false;
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

/** What cannot be installed is reported as such later; the rest is measured all the same. */
function run(program: string, args: readonly string[], env: Record<string, string> = {}): void {
  const { status } = spawnSync(program, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
  });
  if (status !== 0) console.error(`${program} ${args.join(' ')}: not installed`);
}
