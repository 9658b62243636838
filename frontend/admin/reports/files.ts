import type { Result } from '../../shared/client';
import { ContractMismatch, type Parser } from '../../shared/parse';
import { problemOf } from '../../shared/problem';
import type { NamedZip } from './contract';

export interface Fetched {
  readonly name: string;
  readonly blob: Blob;
}

/** Asks for a file that is made from a path and, perhaps, from a Support ZIP that goes along. */
export type FetchFile = (path: string, zip: File | undefined) => Promise<Result<Fetched>>;

export function fetchFileFrom(url: (path: string) => string): FetchFile {
  return (path, zip) =>
    posted(url(path), zip, async (answer) => {
      const told = answer.headers.get('Content-Disposition') ?? '';
      const name = /filename="([^"]+)"/.exec(told)?.[1] ?? 'ticket';
      return { name, blob: await answer.blob() };
    });
}

/** Asks for something that is told in JSON, with a Support ZIP that goes along, perhaps. */
export type PostZip = <T>(
  path: string,
  zip: File | undefined,
  parser: Parser<T>,
) => Promise<Result<T>>;

export function postZipTo(url: (path: string) => string): PostZip {
  return (path, zip, parser) =>
    posted(url(path), zip, async (answer) => parser((await answer.json()) as unknown, ''));
}

async function posted<T>(
  address: string,
  zip: File | undefined,
  read: (answer: Response) => Promise<T>,
): Promise<Result<T>> {
  try {
    const answer = await window.fetch(address, {
      method: 'POST',
      credentials: 'same-origin',
      redirect: 'manual',
      headers: {
        Accept: 'application/json',
        'X-Atlassian-Token': 'no-check',
        ...(zip === undefined ? {} : { 'Content-Type': 'application/zip' }),
      },
      ...(zip === undefined ? {} : { body: zip }),
    });
    if (answer.type === 'opaqueredirect') {
      return { ok: false, problem: { kind: 'session', reason: 'login' } };
    }
    if (!answer.ok) {
      return { ok: false, problem: problemOf(answer.status, await answer.text()) };
    }
    return { ok: true, value: await read(answer) };
  } catch (error) {
    return error instanceof ContractMismatch
      ? { ok: false, problem: { kind: 'mismatch', place: error.place } }
      : { ok: false, problem: { kind: 'unreachable' } };
  }
}

/** More than that would have to be in memory at once. */
const MOST_DIGESTED = 500 * 1024 * 1024;

/** Name and digest of a ZIP; without the digest where the browser computes none, as over plain HTTP. */
export async function namedZipOf(file: File): Promise<NamedZip> {
  const subtle = window.isSecureContext ? window.crypto.subtle : undefined;
  if (subtle === undefined || file.size > MOST_DIGESTED) {
    return { name: file.name, sha256: '' };
  }
  const digest = new Uint8Array(await subtle.digest('SHA-256', await file.arrayBuffer()));
  const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { name: file.name, sha256 };
}
