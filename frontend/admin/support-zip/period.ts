import { count, oneOf, shape, text } from '../../shared/parse';

/**
 * The time whose log lines are wanted. Moments are as a browser's field for date and time holds them: in the time
 * zone of the browser, and empty until they are entered.
 */
export type Period =
  | { readonly kind: 'last'; readonly minutes: number }
  | { readonly kind: 'around'; readonly at: string; readonly minutes: number }
  | { readonly kind: 'between'; readonly from: string; readonly to: string };

/** As the server takes it. */
export interface Window {
  readonly from?: string;
  readonly to?: string;
}

/** Why a period cannot be asked for yet. */
export type PeriodFault = 'incomplete' | 'reversed';

export const HOUR = 60;
export const DAY = 24 * HOUR;

const MINUTE_MS = 60_000;

export function windowOf(period: Period, now: number): Window | PeriodFault {
  switch (period.kind) {
    case 'last':
      return { from: iso(now - period.minutes * MINUTE_MS) };
    case 'around': {
      const at = moment(period.at);
      const around = period.minutes * MINUTE_MS;
      return at === undefined ? 'incomplete' : { from: iso(at - around), to: iso(at + around) };
    }
    case 'between':
      return between(moment(period.from), moment(period.to));
  }
}

export function periodFault(period: Period | undefined): PeriodFault | undefined {
  const window = period === undefined ? {} : windowOf(period, 0);
  return typeof window === 'string' ? window : undefined;
}

/** One end may stay open. */
function between(from: number | undefined, to: number | undefined): Window | PeriodFault {
  if (from === undefined && to === undefined) {
    return 'incomplete';
  }
  if (from !== undefined && to !== undefined && from >= to) {
    return 'reversed';
  }
  return {
    ...(from === undefined ? {} : { from: iso(from) }),
    ...(to === undefined ? {} : { to: iso(to) }),
  };
}

function moment(local: string): number | undefined {
  const at = Date.parse(local);
  return Number.isNaN(at) ? undefined : at;
}

/** Of a moment that no calendar has, as in the year 300000, the end of what it has. */
function iso(at: number): string {
  const furthest = Date.UTC(9999, 11, 31);
  return new Date(Math.min(Math.max(at, 0), furthest)).toISOString();
}

/** What a field for date and time holds for this moment. */
export function localMoment(at: number): string {
  const offset = new Date(at).getTimezoneOffset() * MINUTE_MS;
  return new Date(at - offset).toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length);
}

const parseKind = shape({ kind: oneOf('last', 'around', 'between') });
const parseLast = shape({ minutes: count });
const parseAround = shape({ at: text, minutes: count });
const parseBetween = shape({ from: text, to: text });

export function parsePeriod(value: unknown, place: string): Period {
  const { kind } = parseKind(value, place);
  switch (kind) {
    case 'last':
      return { kind, ...parseLast(value, place) };
    case 'around':
      return { kind, ...parseAround(value, place) };
    case 'between':
      return { kind, ...parseBetween(value, place) };
  }
}
