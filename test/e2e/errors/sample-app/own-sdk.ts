/** An app that has a Sentry of its own. */
import * as Sentry from '@sentry/browser';

function start(tunnel: string): void {
  Sentry.init({
    dsn: 'https://0123456789abcdef0123456789abcdef@sentry.example.com/42',
    tunnel,
    release: 'own@9.9.9',
  });
  Sentry.setUser({ id: 'user-of-the-other-sentry' });
  Sentry.setTag('whose', 'tag-of-the-other-sentry');
}

function ownFailure(depth: number): never {
  if (depth > 0) {
    return ownFailure(depth - 1);
  }
  throw new RangeError('too deep for the own app');
}

Object.assign(window, {
  ownSdk: {
    start,
    uncaught: () => setTimeout(() => ownFailure(2)),
    capture: () => Sentry.captureException(new Error('told to the own SDK')),
  },
});

const tunnel = new URLSearchParams(location.search).get('own-sdk');
if (tunnel !== null) {
  start(tunnel);
}
