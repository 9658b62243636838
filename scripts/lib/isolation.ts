import { spawnSync } from 'node:child_process';

/**
 * A network namespace of its own: the one way out of it is the loopback interface. Linux only; needs
 * `unshare` of util-linux and `ip` of iproute2, and a kernel that lets this user have namespaces.
 */
const NAMESPACE = ['unshare', '--map-root-user', '--net', 'sh', '-c'] as const;
const LOOPBACK_UP = 'ip link set lo up';

export function canIsolate(): boolean {
  const [program, ...args] = NAMESPACE;
  return spawnSync(program, [...args, LOOPBACK_UP], { stdio: 'ignore' }).status === 0;
}

/** The command as one that runs where nothing but loopback is reached. */
export function isolated(command: readonly string[]): readonly string[] {
  return [...NAMESPACE, `${LOOPBACK_UP} && exec "$@"`, 'isolated', ...command];
}
