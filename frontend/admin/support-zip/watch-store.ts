import type { components } from '../../shared/api-types';
import type { Client } from '../../shared/client';
import { count, flag, shape, type Parser } from '../../shared/parse';
import { DraftStore, type DraftReady } from '../draft-store';

export type Watch = components['schemas']['HealthWatch'];
export type WatchStore = DraftStore<Watch>;
export type WatchReady = DraftReady<Watch>;

const parseWatch: Parser<Watch> = shape({
  on: flag,
  heapPercent: count,
  heapMinutes: count,
  errorsPerMinute: count,
});

/** Whether ZIPs are made by themselves. */
export function watchOf(client: Client): WatchStore {
  return new DraftStore(client, 'support-zips/watch', parseWatch);
}
