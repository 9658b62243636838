/** Sizes, times and counts as the user's language writes them. */
export interface Format {
  readonly bytes: (value: number) => string;
  readonly count: (value: number) => string;
  /** Day and time of an ISO instant. */
  readonly date: (instant: string) => string;
  /** A day such as `2026-01-05`, which has no time and no zone. */
  readonly day: (date: string) => string;
  /** The time of day of an ISO instant, to the second. */
  readonly time: (instant: string) => string;
  readonly duration: (milliseconds: number) => string;
  /** How long before `now` an ISO instant is, in its largest unit. */
  readonly ago: (instant: string, now: number) => string;
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
/** Units of time with their length in seconds, the longest first. */
const SPANS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;
/** As the products count: 1 KB is 1024 bytes. */
const STEP = 1024;

export function createFormat(locale: string): Format {
  const unit = (value: number, name: string, digits: number): string =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: name === 'byte' ? 'long' : 'short',
      maximumFractionDigits: digits,
    }).format(value);
  return {
    bytes: (value) => {
      let size = value;
      let step = 0;
      // A value that would be rounded up to 1024 of its unit is one of the next.
      while (size >= STEP - 0.5 && step < UNITS.length - 1) {
        size /= STEP;
        step += 1;
      }
      return unit(size, UNITS[step] ?? 'byte', step > 0 && size < 10 ? 1 : 0);
    },
    count: (value) => new Intl.NumberFormat(locale).format(value),
    date: (instant) => {
      const time = new Date(instant);
      return Number.isNaN(time.getTime())
        ? instant
        : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
    },
    day: (date) => {
      const time = new Date(`${date}T00:00:00Z`);
      return Number.isNaN(time.getTime())
        ? date
        : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(time);
    },
    time: (instant) => {
      const time = new Date(instant);
      return Number.isNaN(time.getTime())
        ? instant
        : new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }).format(time);
    },
    duration: (milliseconds) => {
      const seconds = milliseconds / 1000;
      if (seconds < 60) {
        return unit(seconds, 'second', seconds < 10 ? 1 : 0);
      }
      const whole = Math.round(seconds);
      return `${unit(Math.floor(whole / 60), 'minute', 0)} ${unit(whole % 60, 'second', 0)}`;
    },
    ago: (instant, now) => {
      const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
      // The clocks of server and browser differ a little; nothing was seen in the future.
      const seconds = Math.max(0, (now - new Date(instant).getTime()) / 1000);
      const [name, length] = SPANS.find(([, one]) => seconds >= one) ?? ['second', 1];
      return relative.format(name === 'second' ? 0 : -Math.floor(seconds / length), name);
    },
  };
}
