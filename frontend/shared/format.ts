/** Sizes, times and counts as the user's language writes them. */
export interface Format {
  readonly bytes: (value: number) => string;
  readonly count: (value: number) => string;
  /** Day and time of an ISO instant. */
  readonly date: (instant: string) => string;
  readonly duration: (milliseconds: number) => string;
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
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
    duration: (milliseconds) => {
      const seconds = milliseconds / 1000;
      if (seconds < 60) {
        return unit(seconds, 'second', seconds < 10 ? 1 : 0);
      }
      const whole = Math.round(seconds);
      return `${unit(Math.floor(whole / 60), 'minute', 0)} ${unit(whole % 60, 'second', 0)}`;
    },
  };
}
