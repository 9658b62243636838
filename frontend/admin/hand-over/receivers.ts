import type { components } from '../../shared/api-types';
import type { Client } from '../../shared/client';
import { list, shape, text, type Parser } from '../../shared/parse';
import { DraftStore, type DraftReady } from '../draft-store';

export type Receivers = components['schemas']['Receivers'];
export type Receiver = Receivers['receivers'][number];
export type ReceiversStore = DraftStore<Receivers>;
export type ReceiversReady = DraftReady<Receivers>;

/** As the server has it. */
export const MOST_RECEIVERS = 5;

const PATH = 'support-zips/receivers';

const parseReceivers: Parser<Receivers> = shape({
  receivers: list(shape({ name: text, key: text })),
});

/** Whose keys are kept. */
export function receiversOf(client: Client): ReceiversStore {
  return new DraftStore(client, PATH, parseReceivers);
}

/** Those whose key can be chosen; none where the server does not tell, as a key can be pasted all the same. */
export async function keptReceivers(client: Client): Promise<readonly Receiver[]> {
  const answer = await client.get(PATH, parseReceivers);
  return answer.ok ? answer.value.receivers : [];
}
