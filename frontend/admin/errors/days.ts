import type { Day, Group, TimelineEvent } from './contract';

const DAY = 86_400_000;
/** No error is kept longer. */
const MOST = 180;

/** The days with those between them on which nothing happened. */
export function filledDays(days: readonly Day[]): readonly Day[] {
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) {
    return [];
  }
  const known = new Map(days.map((one) => [one.day, one]));
  const end = Date.parse(last.day);
  const start = Math.max(Date.parse(first.day), end - (MOST - 1) * DAY);
  const filled: Day[] = [];
  for (let time = start; time <= end; time += DAY) {
    const day = new Date(time).toISOString().slice(0, 10);
    filled.push(known.get(day) ?? { day, count: 0, users: 0 });
  }
  return filled;
}

export interface Cause {
  readonly event: TimelineEvent;
  readonly minutes: number;
}

const HOUR = 3_600_000;

/** What changed on the instance within the hour before a group was first seen; a change of its own app goes first. */
export function changeBefore(
  group: Pick<Group, 'app' | 'firstSeen'>,
  events: readonly TimelineEvent[],
): Cause | undefined {
  const seen = Date.parse(group.firstSeen);
  const near = events
    .filter(({ kind }) => kind !== 'app-removed')
    .map((event) => ({ event, before: seen - Date.parse(event.time) }))
    .filter(({ before }) => before >= 0 && before <= HOUR)
    .sort((a, b) => a.before - b.before);
  const own = near.find(({ event }) => event.app !== undefined && event.app.key === group.app.key);
  const found = own ?? near[0];
  return found === undefined
    ? undefined
    : { event: found.event, minutes: Math.floor(found.before / 60_000) };
}
