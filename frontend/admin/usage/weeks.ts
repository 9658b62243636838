import type { Day, Report } from './contract';

const DAY = 86_400_000;

export interface Week {
  readonly from: string;
  readonly to: string;
}

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The weeks of a report, the oldest first, each of seven days up to the last that is told. */
export function weeksOf({ from, to }: Pick<Report, 'from' | 'to'>): readonly Week[] {
  const weeks: Week[] = [];
  for (let end = Date.parse(to); end >= Date.parse(from); end -= 7 * DAY) {
    weeks.unshift({ from: iso(Math.max(Date.parse(from), end - 6 * DAY)), to: iso(end) });
  }
  return weeks;
}

/** How often in each week, of the days that are told. */
export function byWeek(days: readonly Day[], weeks: readonly Week[]): readonly number[] {
  return weeks.map(({ from, to }) =>
    days.filter(({ day }) => day >= from && day <= to).reduce((sum, { count }) => sum + count, 0),
  );
}

/** All features of each day, also of those on which nothing is told. */
export function byDay(report: Report): readonly { readonly day: string; readonly count: number }[] {
  const sums = new Map<string, number>();
  for (const { days } of report.features) {
    days.forEach(({ day, count }) => sums.set(day, (sums.get(day) ?? 0) + count));
  }
  const all = [];
  for (let time = Date.parse(report.from); time <= Date.parse(report.to); time += DAY) {
    const day = iso(time);
    all.push({ day, count: sums.get(day) ?? 0 });
  }
  return all;
}

export function totalOf(days: readonly Day[]): number {
  return days.reduce((sum, { count }) => sum + count, 0);
}
