import type { Insight, Minutes } from '../shared/insight';

/** What happened in one stretch of time, as the timeline draws it. */
export interface Bucket {
  /** Minutes since 1970 of the server's wall clock. */
  readonly from: number;
  errors: number;
  warnings: number;
  pauseMicros: number;
  longestPauseMicros: number;
  requests: number;
  failed: number;
  starts: string[];
}

/** A part of the time that the logs tell of; `until` is not in it. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

export function minuteOf(time: string): number {
  return Math.floor(Date.parse(`${time}Z`) / 60_000);
}

export function timeOf(minute: number): string {
  return new Date(minute * 60_000).toISOString().slice(0, 16).replace('T', ' ');
}

/** From the first to the last thing on the timeline; nothing where there is none. */
export function wholeOf({ log, pauses, requests, starts }: Insight): Span | undefined {
  const ends = [log, pauses, requests].flatMap((minutes) =>
    minutes === undefined ? [] : spanOf(minutes),
  );
  ends.push(...(starts?.listed ?? []).map(({ at }) => minuteOf(at)).filter(Number.isFinite));
  if (log !== undefined && log.from !== '') {
    ends.push(minuteOf(log.from), minuteOf(log.until));
  }
  // Not spread into a call: there may be more of them than a call takes.
  const from = ends.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
  const last = ends.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY);
  return Number.isFinite(from) ? { from, until: last + 1 } : undefined;
}

function spanOf({ start, steps, minutesPerStep }: Minutes): readonly number[] {
  const from = minuteOf(start);
  const last = steps.at(-1)?.[0];
  return last === undefined || !Number.isFinite(from)
    ? []
    : [from, from + (last + 1) * minutesPerStep - 1];
}

/** Parts a span into at most so many stretches of whole minutes. */
export function bucketsOf(insight: Insight, span: Span, most: number): readonly Bucket[] {
  const minutes = Math.max(1, Math.ceil((span.until - span.from) / most));
  const buckets = Array.from(
    { length: Math.max(1, Math.ceil((span.until - span.from) / minutes)) },
    (_, index): Bucket => ({
      from: span.from + index * minutes,
      errors: 0,
      warnings: 0,
      pauseMicros: 0,
      longestPauseMicros: 0,
      requests: 0,
      failed: 0,
      starts: [],
    }),
  );
  const at = (minute: number): Bucket | undefined =>
    buckets[Math.floor((minute - span.from) / minutes)];
  each(insight.log, at, (bucket, [errors = 0, warnings = 0]) => {
    bucket.errors += errors;
    bucket.warnings += warnings;
  });
  each(insight.pauses, at, (bucket, [, total = 0, longest = 0]) => {
    bucket.pauseMicros += total;
    bucket.longestPauseMicros = Math.max(bucket.longestPauseMicros, longest);
  });
  each(insight.requests, at, (bucket, [requests = 0, failed = 0]) => {
    bucket.requests += requests;
    bucket.failed += failed;
  });
  insight.starts?.listed.forEach((start) => {
    at(minuteOf(start.at))?.starts.push(start.what);
  });
  return buckets;
}

function each(
  minutes: Minutes | undefined,
  at: (minute: number) => Bucket | undefined,
  add: (bucket: Bucket, numbers: readonly number[]) => void,
): void {
  if (minutes === undefined) {
    return;
  }
  const start = minuteOf(minutes.start);
  minutes.steps.forEach(([step = 0, ...numbers]) => {
    const bucket = at(start + step * minutes.minutesPerStep);
    if (bucket !== undefined) {
      add(bucket, numbers);
    }
  });
}

/** A quarter of the span around a place, or four times of it within the whole. */
export function zoomed(span: Span, around: number, whole: Span, way: 'in' | 'out'): Span {
  const length = span.until - span.from;
  const wanted = Math.max(
    10,
    Math.min(whole.until - whole.from, Math.ceil(way === 'in' ? length / 4 : length * 4)),
  );
  const from = Math.max(
    whole.from,
    Math.min(whole.until - wanted, Math.floor(around - wanted / 2)),
  );
  return { from, until: Math.min(Math.max(whole.until, from + 1), from + wanted) };
}
