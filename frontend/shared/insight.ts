import { count, flag, list, oneOf, optional, record, shape, text, type Parser } from './parse';

/** What the logs in a ZIP tell at a glance: the data of its overview, and of `insight.json`. */

const minutes = {
  minutesPerStep: count,
  /** The server's wall clock, such as `2026-03-01T11:59:00`; empty where there are no steps. */
  start: text,
  /** How many steps after the start, then the numbers of the step. */
  steps: list(list(count)),
};

const asked = {
  count,
  atMost: count,
  totalMillis: count,
  longestMillis: count,
  failed: count,
};

const exceptionGroup = shape({
  type: text,
  message: text,
  cause: text,
  culprit: text,
  count,
  /** More than `count` where the group may have been seen before it was kept. */
  atMost: count,
  first: text,
  last: text,
  entry: text,
  sample: text,
});

const slow = shape({
  millis: count,
  at: text,
  status: count,
  request: text,
  user: text,
  entry: text,
});

const sums = { count, totalMicros: count, longestMicros: count };

const dump = shape({
  entry: text,
  threads: count,
  deadlock: flag,
  states: record(count),
  stacks: list(shape({ count, state: text, names: list(text), sample: text })),
});

const insight = shape({
  format: oneOf('hearth-insight'),
  log: optional(
    shape({ lines: count, errors: count, warnings: count, from: text, until: text, ...minutes }),
  ),
  starts: optional(shape({ count, listed: list(shape({ at: text, what: text, entry: text })) })),
  exceptions: optional(shape({ count, groups: list(exceptionGroup) })),
  pauses: optional(
    shape({
      ...sums,
      longestAt: text,
      entry: text,
      kinds: list(shape({ kind: text, ...sums })),
      ...minutes,
    }),
  ),
  requests: optional(
    shape({
      count,
      takenForMicroseconds: flag,
      statuses: record(count),
      millis: shape({ p50: count, p95: count, longest: count }),
      slowest: list(slow),
      paths: list(shape({ path: text, ...asked })),
      users: list(shape({ user: text, ...asked })),
      ...minutes,
    }),
  ),
  threadDumps: list(dump),
});

export const parseInsight: Parser<Insight> = insight;

export type Insight = ReturnType<typeof insight>;
export type ExceptionGroup = ReturnType<typeof exceptionGroup>;
export type Requests = NonNullable<Insight['requests']>;
export type Pauses = NonNullable<Insight['pauses']>;
export type Dump = ReturnType<typeof dump>;

/** Numbers by the minute. */
export interface Minutes {
  readonly minutesPerStep: number;
  readonly start: string;
  readonly steps: readonly (readonly number[])[];
}
