import { ContractMismatch, type Parser } from './parse';
import { problemOf, type Problem } from './problem';

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export interface Client {
  readonly get: <T>(path: string, parser: Parser<T>, signal?: AbortSignal) => Promise<Result<T>>;
  /** Like `get`, or `'same'` when the server still has the revision that is known here. */
  readonly getIfChanged: <T>(
    path: string,
    revision: string,
    parser: Parser<T>,
  ) => Promise<Result<T | 'same'>>;
  readonly post: <T>(path: string, body: unknown, parser: Parser<T>) => Promise<Result<T>>;
  readonly put: <T>(path: string, body: unknown, parser: Parser<T>) => Promise<Result<T>>;
  /** Like `put`, refused with 412 when the server has another state than the one seen here. */
  readonly putIfSame: <T>(
    path: string,
    state: string,
    body: unknown,
    parser: Parser<T>,
  ) => Promise<Result<T>>;
  readonly remove: (path: string) => Promise<Result<undefined>>;
  /** The full address of a path of the API, for a form that the browser posts itself. */
  readonly url: (path: string) => string;
}

const API = '/plugins/servlet/hearth/api/v1/';
const ASKING = { Accept: 'application/json' };
/** The token proves that a script of this product sends the call: no other site can set the header. */
const SENDING = {
  ...ASKING,
  'Content-Type': 'application/json',
  'X-Atlassian-Token': 'no-check',
};

/** Calls the app's own API on the product that served the page, and nothing else. */
export function createClient(contextPath: string, fetcher: typeof fetch): Client {
  const url = (path: string): string => `${contextPath}${API}${path}`;
  const call = async <T>(
    path: string,
    init: RequestInit,
    parser: Parser<T>,
    unchanged?: () => T,
  ): Promise<Result<T>> => {
    try {
      const answer = await fetcher(url(path), {
        ...init,
        credentials: 'same-origin',
        cache: 'no-store',
        // A login page behind a redirect is no answer of the API.
        redirect: 'manual',
      });
      if (answer.status === 304 && unchanged !== undefined) {
        return { ok: true, value: unchanged() };
      }
      return await resultOf(answer, parser);
    } catch (error) {
      return { ok: false, problem: failureOf(error) };
    }
  };
  const send =
    (method: 'POST' | 'PUT') =>
    <T>(path: string, body: unknown, parser: Parser<T>): Promise<Result<T>> =>
      call(path, { method, headers: SENDING, body: JSON.stringify(body) }, parser);
  return {
    url,
    get: (path, parser, signal) =>
      call(path, { headers: ASKING, ...(signal === undefined ? {} : { signal }) }, parser),
    getIfChanged: <T>(path: string, revision: string, parser: Parser<T>) =>
      call<T | 'same'>(
        path,
        { headers: { ...ASKING, 'If-None-Match': `"${revision}"` } },
        parser,
        () => 'same',
      ),
    post: send('POST'),
    put: send('PUT'),
    putIfSame: (path, state, body, parser) =>
      call(
        path,
        {
          method: 'PUT',
          headers: { ...SENDING, 'If-Match': `"${state}"` },
          body: JSON.stringify(body),
        },
        parser,
      ),
    remove: (path) => call(path, { method: 'DELETE', headers: SENDING }, () => undefined),
  };
}

async function resultOf<T>(answer: Response, parser: Parser<T>): Promise<Result<T>> {
  if (answer.type === 'opaqueredirect') {
    return { ok: false, problem: { kind: 'session', reason: 'login' } };
  }
  const body = await answer.text();
  if (!answer.ok) {
    return { ok: false, problem: problemOf(answer.status, body) };
  }
  return { ok: true, value: parser(body === '' ? undefined : jsonOf(body), '') };
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw new ContractMismatch('answer', 'JSON');
  }
}

function failureOf(error: unknown): Problem {
  return error instanceof ContractMismatch
    ? { kind: 'mismatch', place: error.place }
    : { kind: 'unreachable' };
}
