import type { Client } from '../../shared/client';
import { DraftStore, type DraftReady } from '../draft-store';
import { parseSettings, type Settings } from './contract';

export type SettingsStore = DraftStore<Settings>;
export type SettingsReady = DraftReady<Settings>;

/** Whether and how reports are taken. */
export function settingsOf(client: Client): SettingsStore {
  return new DraftStore(client, 'reports/settings', parseSettings);
}
