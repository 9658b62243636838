/** What differs between two Support ZIPs, as the worker tells the page. */

export type Topic =
  | 'apps'
  | 'configuration'
  | 'exceptions'
  | 'figures'
  | 'health'
  | 'jvm'
  | 'nodes'
  | 'platform'
  | 'product'
  | 'properties';

/** `untold`: both may say the same, or not; what tells it was replaced or is not there. */
export type Turn =
  'better' | 'changed' | 'gone' | 'less' | 'more' | 'new' | 'same' | 'untold' | 'worse';

export type Unit = 'bytes' | 'count' | 'milliseconds' | 'share';
export type Status = 'ok' | 'problem' | 'warning';

/** What one ZIP says. */
export type Told =
  | {
      readonly kind: 'app';
      readonly title: string;
      readonly version: string;
      readonly state: string;
    }
  /** Goes up and down by itself: only a large step is a change. */
  | { readonly kind: 'figure'; readonly value: number; readonly unit: Unit }
  /** Set by somebody: any other value is a change. */
  | { readonly kind: 'limit'; readonly value: number; readonly unit: Unit }
  /** `perHour` is absent where it is not known how long was looked at. */
  | {
      readonly kind: 'often';
      readonly count: number;
      readonly perHour?: number;
      readonly text: string;
    }
  | { readonly kind: 'status'; readonly status: Status; readonly text: string }
  | { readonly kind: 'text'; readonly text: string };

export interface Difference {
  readonly topic: Topic;
  readonly turn: Turn;
  /** Empty for what is told once for all nodes. */
  readonly node: string;
  readonly entry: string;
  readonly name: string;
  readonly before?: Told;
  readonly after?: Told;
}

/** Why one of the two ZIPs tells nothing of a part. */
export interface Gap {
  readonly why: 'missing' | 'not-there' | 'not-understood' | 'too-large' | 'unreadable';
  /** What the manifest or the reader says of it. */
  readonly detail: string;
}

/** A part that at least one of the two does not tell. */
export interface NotCompared {
  readonly node: string;
  readonly entry: string;
  readonly before?: Gap;
  readonly after?: Gap;
}

export interface Side {
  readonly product: string;
  readonly startedAt: string;
  readonly nodes: readonly string[];
  /** How many hours its logs tell of; absent where none of them is summed up. */
  readonly hours?: number;
}

export interface Comparison {
  /** Whether the ZIP that is looked at is the one before. */
  readonly openFirst: boolean;
  readonly before: Side;
  readonly after: Side;
  /** In order of interest. */
  readonly differences: readonly Difference[];
  readonly notCompared: readonly NotCompared[];
  /** How many differences were left out, because there were too many. */
  readonly leftOut: number;
}

/** What a person looks at first comes first. */
export const SECTIONS = [
  'product',
  'health-worse',
  'exceptions-new',
  'exceptions-more',
  'apps',
  'nodes',
  'jvm',
  'configuration',
  'platform',
  'figures',
  'properties',
  'health-better',
  'exceptions-less',
  'untold',
  'same',
] as const;

export type Section = (typeof SECTIONS)[number];

export function sectionOf({ topic, turn }: Pick<Difference, 'topic' | 'turn'>): Section {
  if (turn === 'same' || turn === 'untold') {
    return turn;
  }
  if (topic === 'health') {
    return turn === 'better' || turn === 'gone' ? 'health-better' : 'health-worse';
  }
  if (topic === 'exceptions') {
    return turn === 'new'
      ? 'exceptions-new'
      : turn === 'more'
        ? 'exceptions-more'
        : 'exceptions-less';
  }
  return topic;
}
