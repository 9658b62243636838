import type { Difference, Status, Told, Turn } from '../../shared/comparison';
import type { Fact } from './facts/fact';
import { likeness, masked } from './values';

/** What one ZIP says in one part. */
export interface Part {
  readonly facts: readonly Fact[];
  /** Whether something of the part is not in the ZIP, so that what is not told may be there all the same. */
  readonly cut: boolean;
  /** How long its logs tell of, and how often something may have happened that they forgot. */
  readonly hours?: number | undefined;
  readonly forgotten?: number;
}

interface Pair {
  readonly topic: Fact['topic'];
  readonly name: string;
  readonly before?: Told;
  readonly after?: Told;
}

/** What two ZIPs say of one part, each thing with what became of it. */
export function differencesOf(
  before: Part,
  after: Part,
  place: { readonly node: string; readonly entry: string },
): readonly Difference[] {
  return pairs(before.facts, after.facts).map((pair) => ({
    ...pair,
    ...place,
    turn: turnOf(pair, before, after),
  }));
}

function pairs(former: readonly Fact[], latter: readonly Fact[]): readonly Pair[] {
  const all = new Map<string, Pair>();
  for (const [key, { topic, name, value }] of keyed(former)) {
    all.set(key, { topic, name, before: value });
  }
  for (const [key, { topic, name, value }] of keyed(latter)) {
    all.set(key, { topic, name, ...all.get(key), after: value });
  }
  return [...all.values()];
}

/** A name may hold pseudonyms, and come twice. */
function keyed(facts: readonly Fact[]): ReadonlyMap<string, Fact> {
  const all = new Map<string, Fact>();
  const seen = new Map<string, number>();
  for (const one of facts) {
    const key = `${one.topic} ${masked(one.name)}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    all.set(count === 1 ? key : `${key}\0${count}`, one);
  }
  return all;
}

function turnOf({ before, after }: Pair, former: Part, latter: Part): Turn {
  if (before === undefined || after === undefined) {
    return before === undefined ? onlyIn('new', after, former) : onlyIn('gone', before, latter);
  }
  if (before.kind === 'status' && after.kind === 'status') {
    const step = GRAVITY[after.status] - GRAVITY[before.status];
    return step === 0 ? 'same' : step > 0 ? 'worse' : 'better';
  }
  if (before.kind === 'often' && after.kind === 'often') {
    return frequency(before.count, after.count, former.hours, latter.hours);
  }
  if (before.kind === 'figure' && after.kind === 'figure') {
    return step(before.value, after.value, before.unit === 'share');
  }
  if (before.kind === 'limit' && after.kind === 'limit') {
    return before.value === after.value ? 'same' : 'changed';
  }
  const like = likeness(wordsOf(before), wordsOf(after));
  return like === 'differs' ? 'changed' : like;
}

const GRAVITY: Readonly<Record<Status, number>> = { ok: 0, warning: 1, problem: 2 };

function onlyIn(turn: 'gone' | 'new', told: Told | undefined, other: Part): Turn {
  if (told === undefined || other.cut) {
    return 'untold';
  }
  switch (told.kind) {
    case 'often':
      return told.count > (other.forgotten ?? 0) ? turn : 'untold';
    case 'status':
      // The other ZIP did not look; what is bad now has to be seen all the same.
      return turn === 'new' && told.status !== 'ok' ? 'new' : 'untold';
    case 'figure':
      return 'untold';
    default:
      return turn;
  }
}

/** Half as often or twice as often, and more than chance brings about. */
function frequency(
  before: number,
  after: number,
  hoursBefore: number | undefined,
  hoursAfter: number | undefined,
): Turn {
  if (hoursBefore === undefined || hoursAfter === undefined) {
    return before === 0 && after === 0 ? 'same' : 'untold';
  }
  const ratio = hoursAfter / hoursBefore;
  if (Math.abs(deviations(before, after, ratio)) < LEAST_DEVIATIONS) {
    return 'same';
  }
  return after >= 2 * before * ratio ? 'more' : before * ratio >= 2 * after ? 'less' : 'same';
}

/** Chance alone does this to one of some seven hundred groups that did not change. */
const LEAST_DEVIATIONS = 3;

/**
 * How far two counts of rare events lie apart, in standard deviations. The square root of such a count has nearly the
 * same deviation whatever the count; three eighths make that true for small ones (Anscombe 1948).
 */
function deviations(before: number, after: number, ratio: number): number {
  const root = (count: number): number => Math.sqrt(count + 3 / 8);
  return (2 * (root(after) - root(before) * Math.sqrt(ratio))) / Math.sqrt(1 + ratio);
}

function step(before: number, after: number, share: boolean): Turn {
  const far = share
    ? Math.abs(after - before) >= 0.1
    : Math.max(before, after) >= 1.5 * Math.min(before, after) && before !== after;
  return far ? (after > before ? 'more' : 'less') : 'same';
}

/** What is compared of a fact that is words. */
function wordsOf(told: Told): string {
  switch (told.kind) {
    case 'text':
      return told.text;
    case 'app':
      return `${told.version}\n${told.state}`;
    default:
      return told.kind;
  }
}
