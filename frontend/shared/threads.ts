/** What a thread dump comes down to, as the worker tells the page. */

export interface ThreadReport {
  /** When the dump that is looked at was made, as it says itself. */
  readonly at?: string;
  readonly jvm: string;
  readonly threads: number;
  /** How many threads are in each state, such as `RUNNABLE`. */
  readonly states: Readonly<Record<string, number>>;
  /** Each a circle of threads by name: one waits for the next, the last for the first. */
  readonly deadlocks: readonly (readonly string[])[];
  readonly locks: readonly ContendedLock[];
  readonly stacks: readonly EqualStacks[];
  readonly busy: readonly BusyThread[];
  /** What changed from the first dump of the ZIP to the last; absent where there is one only. */
  readonly change?: ThreadChange;
  /** The dump has more threads than are looked at. */
  readonly cut: boolean;
}

/** A lock that a thread holds and others wait for. */
export interface ContendedLock {
  readonly lock: string;
  readonly kind: string;
  /** Absent where the dump does not tell. */
  readonly holder?: string;
  readonly waiting: readonly string[];
}

/** Threads that do the same: equal state and equal frames. */
export interface EqualStacks {
  readonly state: string;
  readonly frames: readonly string[];
  readonly names: readonly string[];
}

export interface BusyThread {
  readonly name: string;
  readonly cpuMs: number;
  /** Of one processor, from 0 to 1; over the time between two dumps, or since the thread began. */
  readonly share: number;
}

export interface ThreadChange {
  readonly dumps: number;
  readonly seconds: number;
  readonly started: readonly string[];
  readonly ended: readonly string[];
  /** Threads that are at work or blocked, and at the same place in all dumps. */
  readonly stuck: readonly EqualStacks[];
}
