/**
 * Stands in for the SDK's own `carrier.js` in our bundle. The original keeps scopes and clients in
 * `window.__SENTRY__[version]`, which an SDK of the same version on the page shares: its user and tags would enter our
 * events, and our client theirs. Here they are in this bundle, and `window.__SENTRY__` is neither read nor made.
 */
interface Carrier {
  __SENTRY__?: Record<string, unknown>;
}

const own: Carrier = {};

export function getMainCarrier(): Carrier {
  return own;
}

export function getSentryCarrier(carrier: Carrier): Record<string, unknown> {
  return (carrier.__SENTRY__ ??= {});
}

export function getGlobalSingleton(name: string, creator: () => unknown): unknown {
  return (getSentryCarrier(own)[name] ??= creator());
}
