import type { RemoteZip } from '../../shared/review-changes';
import { SourceFailed, type ByteSource } from './source';

/** Parts are asked for in blocks; the last ones are kept. */
const BLOCK = 1024 * 1024;
const MOST_BLOCKS = 16;

/** The ZIP on the server is not the one that was opened, or not there for us. */
export class SourceGone extends Error {
  constructor(readonly why: 'changed' | 'gone' | 'session') {
    super(why);
    this.name = 'SourceGone';
  }
}

/** A ZIP on the server, read by ranges (RFC 9110, 14), each only while it is still the same file. */
export function remoteSource(zip: RemoteZip, fetcher: typeof fetch = fetch): ByteSource {
  const blocks = new Map<number, Promise<Uint8Array>>();
  const block = (number: number): Promise<Uint8Array> => {
    const known = blocks.get(number);
    blocks.delete(number);
    const from = number * BLOCK;
    const asked = known ?? ask(zip, fetcher, from, Math.min(BLOCK, zip.size - from));
    // The map keeps the order of insertion: the one that was used last comes last.
    blocks.set(number, asked);
    if (known === undefined) {
      asked.catch(() => blocks.delete(number));
    }
    for (const oldest of blocks.keys()) {
      if (blocks.size <= MOST_BLOCKS) {
        break;
      }
      blocks.delete(oldest);
    }
    return asked;
  };
  return {
    size: zip.size,
    read: async (offset, length) => {
      if (offset < 0 || length < 0 || offset + length > zip.size) {
        throw new SourceFailed(offset, length, `there are ${zip.size}`);
      }
      const bytes = new Uint8Array(length);
      for (let filled = 0; filled < length;) {
        const at = offset + filled;
        const part = (await block(Math.floor(at / BLOCK))).subarray(at % BLOCK);
        const piece = part.subarray(0, length - filled);
        bytes.set(piece, filled);
        filled += piece.length;
      }
      return bytes;
    },
  };
}

async function ask(
  { url, sha256 }: RemoteZip,
  fetcher: typeof fetch,
  from: number,
  length: number,
): Promise<Uint8Array> {
  const answer = await answerTo(fetcher, url, {
    Range: `bytes=${from}-${from + length - 1}`,
    'If-Range': `"${sha256}"`,
  });
  if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) {
    throw new SourceGone('session');
  }
  if (answer.status === 404) {
    throw new SourceGone('gone');
  }
  if (answer.status === 200 || answer.status === 416) {
    // Another file is there by now, and the server would send all of it.
    await answer.body?.cancel();
    throw new SourceGone('changed');
  }
  const range = new RegExp(`^bytes ${from}-${from + length - 1}/`);
  if (answer.status !== 206 || !range.test(answer.headers.get('Content-Range') ?? '')) {
    throw new SourceFailed(from, length, `the server answers ${answer.status}`);
  }
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (bytes.length !== length) {
    throw new SourceFailed(from, length, `${bytes.length} came`);
  }
  return bytes;
}

async function answerTo(
  fetcher: typeof fetch,
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  try {
    return await fetcher(url, {
      ...{ headers, credentials: 'same-origin', cache: 'no-store', redirect: 'manual' },
    });
  } catch (error) {
    throw new SourceFailed(0, 0, String(error));
  }
}
