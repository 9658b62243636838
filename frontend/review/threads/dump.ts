/**
 * Reads a thread dump of HotSpot (`jstack`, `jcmd Thread.print`) or of Hearth's own in the same form.
 * It takes any text: what it does not know it leaves out.
 */
export interface Dump {
  readonly at?: string;
  readonly jvm: string;
  readonly threads: readonly Thread[];
  readonly deadlocks: readonly (readonly string[])[];
  readonly cut: boolean;
}

export interface Thread {
  readonly name: string;
  /** Tells threads of one name apart, and one thread from dump to dump. */
  readonly id: string;
  readonly state: string;
  readonly cpuMs?: number;
  readonly elapsedSeconds?: number;
  readonly frames: readonly string[];
  readonly waitsFor?: Lock;
  /** Addresses of the locks it holds. */
  readonly holds: readonly string[];
}

export interface Lock {
  readonly address: string;
  readonly kind: string;
  /** Where the dump names the one who holds it. */
  readonly holder?: string;
}

export const MOST_THREADS = 20_000;
const MOST_LINES = 1_000_000;
const MOST_FRAMES = 1000;
const MOST_DEADLOCKED = 1000;

const BEGIN = /^Full thread dump (.*?):?$/;
const TIME = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d/;
/** A name may hold quotes of its own, so the last one before what every thread has ends it. */
const THREAD = /^"(.*)" (?:#(\d+) |(?=daemon |prio=|os_prio=|nid=|tid=))(.*)$/;
const STATE = /^ {3}java\.lang\.Thread\.State: ([A-Z_]+)/;
const FRAME = /^\tat (.+)$/;
const LOCK =
  /^\t- (waiting to lock|parking to wait for|waiting on|locked) +<([^>]*)> \(an? (.+?)\)(?: held by "(.*)")?$/;
const END = /^(?:Found (?:one|\d+|a) .*deadlock|Java stack information)/;

interface Growing {
  readonly name: string;
  readonly id: string;
  readonly attributes: string;
  state: string;
  readonly frames: string[];
  waitsFor: Lock | undefined;
  readonly holds: Set<string>;
}

/** Nothing where the text is no thread dump. */
export function readDump(text: string): Dump | undefined {
  const lines = text.split(/\r?\n/, MOST_LINES);
  const start = lines.findIndex((line) => BEGIN.test(line));
  if (start < 0) {
    return undefined;
  }
  const time = TIME.exec(lines[start - 1] ?? '')?.[0];
  const threads: Growing[] = [];
  let cut = lines.length === MOST_LINES;
  let at = start + 1;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (END.test(line)) {
      break;
    }
    const head = THREAD.exec(line);
    if (head === null) {
      const last = threads.at(-1);
      if (last !== undefined) {
        readLine(line, last);
      }
    } else if (threads.length === MOST_THREADS) {
      cut = true;
      break;
    } else {
      threads.push(begun(head));
    }
  }
  return {
    ...(time === undefined ? {} : { at: time }),
    jvm: BEGIN.exec(lines[start] ?? '')?.[1] ?? '',
    threads: threads.map(ended),
    deadlocks: deadlocksOf(lines.slice(at)),
    cut,
  };
}

function begun([, name = '', number, attributes = '']: RegExpExecArray): Growing {
  const tid = /\btid=(\S+)/.exec(attributes)?.[1];
  return {
    ...{ name, attributes, id: number ?? tid ?? name },
    // Threads of the JVM itself, such as those of its collector, have no state in Java's sense.
    state: 'NATIVE',
    frames: [],
    waitsFor: undefined,
    holds: new Set(),
  };
}

function readLine(line: string, thread: Growing): void {
  const state = STATE.exec(line)?.[1];
  if (state !== undefined) {
    thread.state = state;
    return;
  }
  const frame = FRAME.exec(line)?.[1];
  if (frame !== undefined) {
    if (thread.frames.length < MOST_FRAMES) {
      thread.frames.push(frame);
    }
    return;
  }
  const [, deed, address, kind, holder] = LOCK.exec(line) ?? [];
  if (address === undefined || kind === undefined) {
    return;
  }
  if (deed === 'locked') {
    thread.holds.add(address);
  } else {
    thread.waitsFor = { address, kind, ...(holder === undefined ? {} : { holder }) };
  }
}

function ended({ attributes, holds, waitsFor, ...thread }: Growing): Thread {
  const cpu = Number(/\bcpu=([\d.]+)ms/.exec(attributes)?.[1] ?? Number.NaN);
  const elapsed = Number(/\belapsed=([\d.]+)s/.exec(attributes)?.[1] ?? Number.NaN);
  return {
    ...thread,
    ...(Number.isFinite(cpu) ? { cpuMs: cpu } : {}),
    ...(Number.isFinite(elapsed) ? { elapsedSeconds: elapsed } : {}),
    ...(waitsFor === undefined ? {} : { waitsFor }),
    // Who waits to be notified has given the lock back meanwhile.
    holds: [...holds].filter((address) => address !== waitsFor?.address),
  };
}

/** The JVM tells who waits for whom by name; the circles are what these pairs close. */
function deadlocksOf(lines: readonly string[]): readonly (readonly string[])[] {
  const next = new Map<string, string>();
  let waiting: string | undefined;
  for (const line of lines) {
    if (line.startsWith('Java stack information')) {
      waiting = undefined;
      continue;
    }
    const both = /^"(.*)" waits for .*, held by "(.*)"$/.exec(line);
    const heldBy = /^ {2}which is held by "(.*)"$/.exec(line)?.[1];
    if (both !== null) {
      next.set(both[1] ?? '', both[2] ?? '');
    } else if (heldBy !== undefined && waiting !== undefined) {
      next.set(waiting, heldBy);
    } else {
      waiting = /^"(.*)":$/.exec(line)?.[1] ?? waiting;
    }
    if (next.size >= MOST_DEADLOCKED) {
      break;
    }
  }
  return circlesOf(next);
}

function circlesOf(next: ReadonlyMap<string, string>): readonly (readonly string[])[] {
  const seen = new Set<string>();
  const circles: (readonly string[])[] = [];
  for (const start of next.keys()) {
    const way: string[] = [];
    let at: string | undefined = start;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      way.push(at);
      at = next.get(at);
    }
    const closes = at === undefined ? -1 : way.indexOf(at);
    if (closes >= 0) {
      circles.push(way.slice(closes));
    }
  }
  return circles;
}
