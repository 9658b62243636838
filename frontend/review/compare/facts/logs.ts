import { parseInsight, type ExceptionGroup, type Insight } from '../../../shared/insight';
import type { Fact } from './fact';

/** What the logs tell, and how long they tell of. */
export interface LogFacts {
  readonly facts: readonly Fact[];
  readonly hours: number | undefined;
  /** Rarer exceptions than this may have happened and be forgotten; 0 where all are there. */
  readonly forgotten: number;
}

/** Shorter than this is as long as the times of log lines can tell. */
const LEAST_HOURS = 1 / 60;

export function logFacts(source: string): LogFacts {
  const insight = parseInsight(JSON.parse(source), '');
  const { log, exceptions } = insight;
  const hours = log === undefined ? undefined : hoursOf(log.from, log.until);
  const often = (name: string, count: number, text: string): Fact => ({
    topic: 'exceptions',
    name,
    value: {
      kind: 'often',
      count,
      ...(hours === undefined ? {} : { perHour: count / hours }),
      text,
    },
  });
  return {
    hours,
    forgotten: forgotten(exceptions),
    facts: [
      ...(log === undefined
        ? []
        : [often('log.errors', log.errors, ''), often('log.warnings', log.warnings, '')]),
      ...groupsOf(exceptions?.groups ?? []).map(({ name, count, text }) =>
        often(name, count, text),
      ),
      ...figures(insight, hours),
    ],
  };
}

/** The server's wall clock has no zone; the same one is taken for both ends. */
function hoursOf(from: string, until: string): number | undefined {
  const hours = (Date.parse(`${until}Z`) - Date.parse(`${from}Z`)) / 3_600_000;
  return Number.isFinite(hours) && hours >= 0 ? Math.max(hours, LEAST_HOURS) : undefined;
}

/**
 * Rare groups give way to others once there are too many, which then say that they may have been seen before. What is
 * not listed at all is in groups that are no more frequent than the rarest that is.
 */
function forgotten(exceptions: Insight['exceptions']): number {
  const { notListed, groups } = exceptions ?? { notListed: 0, groups: [] };
  const rarest = groups.reduce((least, { atMost }) => Math.min(least, atMost), notListed);
  return groups.reduce((most, { count, atMost }) => Math.max(most, atMost - count), rarest);
}

interface Group {
  readonly name: string;
  readonly count: number;
  readonly text: string;
}

/**
 * Groups by what is the same in another ZIP: type, place in the code and type of the cause. Groups that differ in
 * frames of less weight become one.
 */
function groupsOf(groups: readonly ExceptionGroup[]): readonly Group[] {
  const all = new Map<string, Group>();
  for (const { type, culprit, cause, message, count } of groups) {
    const why = cause.split(':', 1)[0] ?? '';
    const name = `${type}${culprit === '' ? '' : ` at ${culprit}`}${why === '' ? '' : ` < ${why}`}`;
    const known = all.get(name);
    all.set(name, {
      name,
      count: count + (known?.count ?? 0),
      text: known?.text ?? message,
    });
  }
  return [...all.values()];
}

function figures(insight: Insight, hours: number | undefined): readonly Fact[] {
  const { pauses, requests } = insight;
  const facts: Fact[] = [];
  if (pauses !== undefined && hours !== undefined) {
    const share = Math.min(1, pauses.totalMicros / (hours * 3_600_000_000));
    facts.push(figure('pauses.share', share, 'share'));
  }
  if (pauses !== undefined) {
    facts.push(figure('pauses.longest', pauses.longestMicros / 1000, 'milliseconds'));
  }
  if (requests !== undefined) {
    const failed = (requests.statuses['5xx'] ?? 0) / Math.max(1, requests.count);
    facts.push(
      figure('requests.p50', requests.millis.p50, 'milliseconds'),
      figure('requests.p95', requests.millis.p95, 'milliseconds'),
      figure('requests.failed', failed, 'share'),
    );
  }
  return facts;
}

function figure(name: string, value: number, unit: 'milliseconds' | 'share'): Fact {
  return { topic: 'figures', name, value: { kind: 'figure', value, unit } };
}
