import type { Client } from '../../shared/client';
import type { Problem } from '../../shared/problem';
import { HandOver } from '../hand-over/store';
import { parseNothing } from '../support-zip/contract';
import { parseStoredZip, parseStoredZips } from '../support-zip/stored-contract';
import type { StoredChoices } from './compare/compare-store';
import type { ReviewPage } from './page-store';

/** The id of the stored ZIP that the address names; ids are as `java.util.UUID` writes them. */
export function storedIn(hash: string): string | undefined {
  return /^#\/stored\/([0-9a-f-]{36})$/.exec(hash)?.[1];
}

const pathOf = (id: string): string => `support-zips/${encodeURIComponent(id)}`;

/** Opens a ZIP of the server on the page; what is taken out of it is taken out there. */
export async function openStored(page: ReviewPage, client: Client, id: string): Promise<void> {
  const path = pathOf(id);
  const found = await client.get(path, parseStoredZip);
  if (!found.ok) {
    page.fail(id, { kind: kindOf(found.problem), detail: '' });
    return;
  }
  const { fileName, bytes, sha256 } = found.value;
  if (bytes === undefined || sha256 === undefined) {
    page.fail(fileName, { kind: 'gone', detail: '' });
    return;
  }
  const url = contentOf(client, id);
  await page.openStored(
    fileName,
    { url, size: bytes, sha256 },
    {
      server: {
        prune: (request) => client.post(`${path}/prune`, request, parseStoredZip),
        look: (made) => client.get(pathOf(made), parseStoredZip),
        cancel: (made) => client.post(`${pathOf(made)}/cancel`, {}, parseNothing),
      },
      handOver: () => new HandOver(client, id),
    },
  );
}

/** The ZIPs of the server that have something to read, the newest first as the server lists them. */
export async function storedChoices(client: Client): Promise<StoredChoices> {
  const found = await client.get('support-zips', parseStoredZips);
  if (!found.ok) {
    return found;
  }
  return {
    ok: true,
    value: found.value.zips.flatMap(({ id, fileName, createdAt, bytes, sha256 }) =>
      bytes === undefined || sha256 === undefined
        ? []
        : [{ name: fileName, createdAt, zip: { url: contentOf(client, id), size: bytes, sha256 } }],
    ),
  };
}

function contentOf(client: Client, id: string): string {
  return client.url(`${pathOf(id)}/content`);
}

function kindOf({ kind }: Problem): 'gone' | 'session' | 'unreadable' {
  return kind === 'missing' ? 'gone' : kind === 'session' ? 'session' : 'unreadable';
}
