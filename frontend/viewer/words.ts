/** The viewer's texts, which the server writes into the page in the language of the instance: `zip.viewer.*`. */
export const WORDS = [
  'timeline',
  'timeline-help',
  'errors',
  'warnings',
  'pauses',
  'requests',
  'failed',
  'starts',
  'product-starting',
  'tomcat-started',
  'clock',
  'zoom-in',
  'zoom-out',
  'as-table',
  'time',
  'exceptions',
  'exceptions-lead',
  'count',
  'exception',
  'first',
  'last',
  'file',
  'stack',
  'cause',
  'none',
  'requests-title',
  'micros',
  'fast-half',
  'fast-most',
  'longest',
  'server-errors',
  'slowest',
  'duration',
  'request',
  'status',
  'user',
  'anonymous',
  'paths',
  'path',
  'total',
  'users',
  'pauses-title',
  'pauses-count',
  'pauses-total',
  'kind',
  'threads',
  'threads-count',
  'deadlock',
  'no-deadlock',
  'shared-stack',
  'filter',
  'shown',
  'log-lines',
  'nodes',
  'node',
  'all-nodes',
  'node-missing',
  'node-silent',
  'moved-back',
  'moved-on',
  'longest-pause',
  'seen-on',
  'exceptions-not-listed',
  'dumps-not-listed',
  'at-least',
] as const;

export type Word = (typeof WORDS)[number];

/** The text under a name; `{}` in it is replaced. */
export type Words = (word: Word, value?: string) => string;

export interface Language {
  readonly w: Words;
  readonly count: (value: number) => string;
  /** A duration in its handiest unit. */
  readonly millis: (value: number) => string;
}

export function languageOf(texts: Readonly<Record<string, string>>, locale: string): Language {
  const numbers = format(locale, {});
  const few = format(locale, { maximumSignificantDigits: 3 });
  return {
    w: (word, value = '') => (texts[word] ?? word).replace('{}', () => value),
    count: (value) => numbers.format(value),
    millis: (value) =>
      value < 1000
        ? `${few.format(value)} ms`
        : value < 60_000
          ? `${few.format(value / 1000)} s`
          : `${few.format(value / 60_000)} min`,
  };
}

/** A language tag that the browser does not know is no reason to show nothing. */
function format(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat(locale, options);
  } catch {
    return new Intl.NumberFormat('en', options);
  }
}
