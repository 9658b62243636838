import {
  count,
  flag,
  integer,
  list,
  oneOf,
  optional,
  record,
  shape,
  text,
  type Parser,
} from './parse';

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
  /** On which of several nodes it was seen. */
  nodes: optional(list(shape({ node: text, count, first: text, last: text }))),
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
  /** Absent where there is one only. */
  node: optional(text),
  entry: text,
  threads: count,
  deadlock: flag,
  states: record(count),
  stacks: list(shape({ count, state: text, names: list(text), sample: text })),
});

/** What all nodes tell, or one of them. */
const logs = {
  log: optional(
    shape({ lines: count, errors: count, warnings: count, from: text, until: text, ...minutes }),
  ),
  starts: optional(shape({ count, listed: list(shape({ at: text, what: text, entry: text })) })),
  /** `notListed` of all are in groups that were too rare to be listed. */
  exceptions: optional(shape({ count, notListed: count, groups: list(exceptionGroup) })),
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
};

const node = shape({
  node: text,
  state: oneOf('gathered', 'missing'),
  /** False where nothing is known of its logs. */
  told: flag,
  /** By how much its times were moved to fit the clock of the node that made the ZIP. */
  movedSeconds: optional(integer),
  ...logs,
});

const insight = shape({
  format: oneOf('hearth-insight'),
  ...logs,
  threadDumps: list(dump),
  threadDumpsNotListed: count,
  /** Only where several made the ZIP; then the members above tell of all of them. */
  nodes: optional(list(node)),
});

export const parseInsight: Parser<Insight> = insight;

export type Insight = ReturnType<typeof insight>;
export type InsightNode = ReturnType<typeof node>;
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
