import { count, list, optional, shape, text } from './parse';

export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** Why the server did not do what was asked, sorted by what a person can do about it. */
export type Problem =
  | { readonly kind: 'session'; readonly reason: 'forbidden' | 'login' | 'websudo' }
  | { readonly kind: 'busy'; readonly detail: string }
  /** Too much of something; `detail` says of what and what to do. */
  | { readonly kind: 'full'; readonly detail: string }
  | { readonly kind: 'invalid'; readonly detail: string; readonly fields: readonly FieldError[] }
  | { readonly kind: 'missing'; readonly detail: string }
  | { readonly kind: 'server'; readonly status: number; readonly detail: string }
  | { readonly kind: 'mismatch'; readonly place: string }
  | { readonly kind: 'unreachable' };

/** The type of a problem that the server names; the rest of the union is found out by the browser. */
const PREFIX = 'urn:hearth:problem:';

const parseDetails = shape({
  type: text,
  title: text,
  status: count,
  detail: optional(text),
  errors: optional(list(shape({ field: text, message: text }))),
});

/** Reads an RFC 9457 body; one that is none, such as a proxy's page, still gives a problem with its status. */
export function problemOf(status: number, body: string): Problem {
  const details = readDetails(body);
  const detail = details?.detail ?? details?.title ?? '';
  switch (details?.type.replace(PREFIX, '') ?? status) {
    case 'not-logged-in':
    case 401:
      return { kind: 'session', reason: 'login' };
    case 'websudo-required':
      return { kind: 'session', reason: 'websudo' };
    case 'not-system-administrator':
    case 403:
      return { kind: 'session', reason: 'forbidden' };
    case 'busy':
    case 429:
      return { kind: 'busy', detail };
    case 'no-room':
    case 'queue-full':
      return { kind: 'full', detail };
    case 'invalid-field':
    case 'malformed-body':
    case 'body-too-large':
      return { kind: 'invalid', detail, fields: details?.errors ?? [] };
    case 'not-found':
      return { kind: 'missing', detail };
    default:
      return { kind: 'server', status: details?.status ?? status, detail };
  }
}

function readDetails(body: string): ReturnType<typeof parseDetails> | undefined {
  try {
    return parseDetails(JSON.parse(body), '');
  } catch {
    return undefined;
  }
}
