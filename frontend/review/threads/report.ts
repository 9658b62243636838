import type {
  BusyThread,
  ContendedLock,
  EqualStacks,
  ThreadChange,
  ThreadReport,
} from '../../shared/threads';
import type { Dump, Thread } from './dump';

/** How many rows of each kind go to the page. */
const MOST_STACKS = 500;
const MOST_LOCKS = 200;
const MOST_BUSY = 50;
const MOST_NAMES = 1000;

/**
 * @param dump the one that is looked at
 * @param all every dump of the same collection in the order in which they were made, that one among them
 */
export function reportOf(dump: Dump, all: readonly Dump[]): ThreadReport {
  const first = all[0];
  const last = all.at(-1);
  const several = first !== undefined && last !== undefined && first !== last;
  return {
    ...(dump.at === undefined ? {} : { at: dump.at }),
    jvm: dump.jvm,
    threads: dump.threads.length,
    states: statesOf(dump.threads),
    deadlocks: dump.deadlocks,
    locks: locksOf(dump.threads),
    stacks: equalStacks(dump.threads).slice(0, MOST_STACKS),
    busy: several ? busyBetween(first, last) : busySinceTheirStart(dump.threads),
    ...(several ? { change: changeOf(all, first, last) } : {}),
    cut: all.some(({ cut }) => cut),
  };
}

function statesOf(threads: readonly Thread[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { state } of threads) {
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([, a], [, b]) => b - a));
}

function locksOf(threads: readonly Thread[]): readonly ContendedLock[] {
  const holders = new Map<string, string>();
  for (const { name, holds } of threads) {
    for (const address of holds) {
      holders.set(address, name);
    }
  }
  const waiting = new Map<string, { readonly kind: string; holder?: string; names: string[] }>();
  for (const { name, state, waitsFor } of threads) {
    const holder =
      waitsFor === undefined ? undefined : (waitsFor.holder ?? holders.get(waitsFor.address));
    // Many threads of a pool wait at one queue; that is no lock in anybody's way.
    if (waitsFor === undefined || (state !== 'BLOCKED' && holder === undefined)) {
      continue;
    }
    const lock = waiting.get(waitsFor.address) ?? { kind: waitsFor.kind, names: [] };
    lock.names.push(name);
    if (holder !== undefined) {
      lock.holder = holder;
    }
    waiting.set(waitsFor.address, lock);
  }
  return [...waiting]
    .map(([lock, { kind, holder, names }]) => ({
      ...{ lock, kind, waiting: names.slice(0, MOST_NAMES) },
      ...(holder === undefined ? {} : { holder }),
    }))
    .sort((a, b) => b.waiting.length - a.waiting.length)
    .slice(0, MOST_LOCKS);
}

/** Those with most threads first, the ones that are blocked before others of their size. */
function equalStacks(threads: readonly Thread[]): readonly EqualStacks[] {
  const groups = new Map<string, { readonly like: Thread; readonly names: string[] }>();
  for (const thread of threads) {
    if (thread.frames.length > 0) {
      const key = placeOf(thread);
      const group = groups.get(key) ?? { like: thread, names: [] };
      group.names.push(thread.name);
      groups.set(key, group);
    }
  }
  const blockedFirst = ({ like }: { readonly like: Thread }): number =>
    like.state === 'BLOCKED' ? 0 : 1;
  return [...groups.values()]
    .sort((a, b) => b.names.length - a.names.length || blockedFirst(a) - blockedFirst(b))
    .map(({ like: { state, frames }, names }) => ({
      ...{ state, frames },
      names: names.slice(0, MOST_NAMES),
    }));
}

function placeOf({ state, frames }: Thread): string {
  return `${state}\n${frames.join('\n')}`;
}

function busySinceTheirStart(threads: readonly Thread[]): readonly BusyThread[] {
  return busiest(
    threads.map(({ name, cpuMs = 0, elapsedSeconds = 0 }) => ({
      ...{ name, cpuMs },
      share: shareOf(cpuMs, elapsedSeconds),
    })),
  );
}

function busyBetween(first: Dump, last: Dump): readonly BusyThread[] {
  const before = new Map(first.threads.map((thread) => [identity(thread), thread]));
  return busiest(
    last.threads.map((thread) => {
      const earlier = before.get(identity(thread));
      const cpuMs = (thread.cpuMs ?? 0) - (earlier?.cpuMs ?? 0);
      const elapsed = (thread.elapsedSeconds ?? 0) - (earlier?.elapsedSeconds ?? 0);
      return { name: thread.name, cpuMs, share: shareOf(cpuMs, elapsed) };
    }),
  );
}

function busiest(threads: readonly BusyThread[]): readonly BusyThread[] {
  return threads
    .filter(({ cpuMs }) => cpuMs >= 1)
    .sort((a, b) => b.cpuMs - a.cpuMs)
    .slice(0, MOST_BUSY);
}

function shareOf(cpuMs: number, elapsedSeconds: number): number {
  return elapsedSeconds > 0 ? Math.min(1, Math.max(0, cpuMs / 1000 / elapsedSeconds)) : 0;
}

/** The JVM gives numbers and addresses of ended threads to new ones, seldom with the same name. */
function identity({ id, name }: Thread): string {
  return `${id}\n${name}`;
}

function changeOf(all: readonly Dump[], first: Dump, last: Dump): ThreadChange {
  const before = new Set(first.threads.map(identity));
  const after = new Set(last.threads.map(identity));
  const names = (threads: readonly Thread[], known: ReadonlySet<string>): readonly string[] =>
    threads
      .filter((thread) => !known.has(identity(thread)))
      .map(({ name }) => name)
      .slice(0, MOST_NAMES);
  return {
    dumps: all.length,
    seconds: secondsBetween(first, last),
    started: names(last.threads, before),
    ended: names(first.threads, after),
    stuck: stuckIn(all),
  };
}

/** By the threads' own clocks: a dump's time has whole seconds only, and may be missing. */
function secondsBetween(first: Dump, last: Dump): number {
  const before = new Map(first.threads.map((thread) => [identity(thread), thread.elapsedSeconds]));
  const spans = last.threads.flatMap((thread) => {
    const earlier = before.get(identity(thread));
    return earlier === undefined || thread.elapsedSeconds === undefined
      ? []
      : [thread.elapsedSeconds - earlier];
  });
  return spans.reduce((most, span) => Math.max(most, span), 0);
}

function stuckIn(all: readonly Dump[]): readonly EqualStacks[] {
  const others = all
    .slice(1)
    .map(({ threads }) => new Map(threads.map((thread) => [identity(thread), placeOf(thread)])));
  const stays = (thread: Thread): boolean =>
    (thread.state === 'RUNNABLE' || thread.state === 'BLOCKED') &&
    others.every((places) => places.get(identity(thread)) === placeOf(thread));
  return equalStacks((all[0]?.threads ?? []).filter(stays)).slice(0, MOST_STACKS);
}
