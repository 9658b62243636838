import { exceptionFromError, eventFromException, defaultStackParser } from '@sentry/browser';
import type { Event, Exception } from '@sentry/browser';
import type { Held } from '../shared/page-errors';

/** As io.hearth.errors.event.Bounds has them. */
const MOST_EXCEPTIONS = 5;
const MOST_FRAMES = 50;
const LONGEST_VALUE = 2000;
const LONGEST_TYPE = 200;

/**
 * What was thrown, with its causes, as the protocol has them: causes first.
 *
 * The SDK's client would mark the thrown object as captured, a mark that every Sentry on the page heeds: the first that
 * came would be the only one. So the exceptions are made here, and the client only gets the finished event.
 */
export async function exceptionsOf([how, thrown, event]: Held): Promise<Exception[]> {
  const made = await eventFromException(defaultStackParser, thrown ?? event ?? 'unknown');
  const [first] = made.exception?.values ?? [messageOnly(made)];
  const chain = [first ?? messageOnly(made)];
  let cause: unknown = thrown;
  while (chain.length < MOST_EXCEPTIONS && cause instanceof Error) {
    cause = cause.cause;
    if (cause instanceof Error) {
      chain.push(exceptionFromError(defaultStackParser, cause));
    }
  }
  const handled = typeof how === 'object';
  return chain.reverse().map(({ type = '', value = '', stacktrace }, i, all) => ({
    type: type.slice(0, LONGEST_TYPE),
    value: value.slice(0, LONGEST_VALUE),
    ...(i === all.length - 1 && {
      mechanism: { type: handled ? 'generic' : `hearth.${how}`, handled },
    }),
    stacktrace: {
      frames: (stacktrace?.frames ?? framesOf(event)).slice(-MOST_FRAMES),
    },
  }));
}

/** Something else than an error was thrown. */
function messageOnly({ message = '' }: Event): Exception {
  return { type: 'Error', value: message };
}

/** Where the browser says that it happened, when what was thrown carries no stack. */
function framesOf(event: ErrorEvent | undefined) {
  return event?.filename
    ? [{ filename: event.filename, lineno: event.lineno, colno: event.colno, function: '?' }]
    : [];
}
