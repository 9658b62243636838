import { BrowserClient, Scope, defaultStackParser, makeFetchTransport } from '@sentry/browser';
import type { ErrorEvent as SentryErrorEvent, Event } from '@sentry/browser';

const MOST_ON_THE_WAY = 10;

/** Sends finished events and counts of what was left out. */
export interface Sender {
  send(event: Event): void;
  leftOut(reason: string, count?: number): void;
}

/**
 * A client of its own, bound to nothing: no integration, no global, no session, a scope that nobody else sees.
 *
 * The DSN is made up: the SDK wants one, and its key tells the server that the envelope is meant for this instance. All
 * goes to the tunnel, which is this instance's.
 */
export function createSender(contextPath: string, key: string): Sender {
  const client = new BrowserClient({
    dsn: `${location.protocol}//${key}@${location.host}/1`,
    tunnel: `${contextPath}/plugins/servlet/hearth/api/v1/ingest/envelope`,
    transport: makeFetchTransport,
    transportOptions: { bufferSize: MOST_ON_THE_WAY },
    stackParser: defaultStackParser,
    integrations: [],
    // A global that build plugins of other apps set would be read otherwise.
    release: undefined,
    // Without it the envelope would ask its receiver to note the sender's address.
    dataCollection: { userInfo: false },
    maxBreadcrumbs: 0,
    sendClientReports: true,
    beforeSend: onlyWhatIsNamed,
  });
  client.init();
  const scope = new Scope();
  scope.setClient(client);
  return {
    send: (event) => void client.captureEvent(event, undefined, scope),
    // The SDK's own names are a closed list; the server counts others by their name.
    leftOut: (reason, count) => client.recordDroppedEvent(reason as 'before_send', 'error', count),
  };
}

/** Whatever the SDK adds stays here: trace, page, debug ids. */
function onlyWhatIsNamed(event: SentryErrorEvent): SentryErrorEvent {
  const named: SentryErrorEvent = { type: undefined };
  for (const name of NAMED) {
    if (event[name] !== undefined) {
      Object.assign(named, { [name]: event[name] });
    }
  }
  return named;
}

const NAMED = [
  'event_id',
  'timestamp',
  'platform',
  'level',
  'exception',
  'tags',
  'breadcrumbs',
] as const;
