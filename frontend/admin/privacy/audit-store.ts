import type { Client } from '../../shared/client';
import type { Problem } from '../../shared/problem';
import { createStore, type Store, type WritableStore } from '../../shared/store';
import { parseAudit, type AuditPage } from './contract';

export interface AuditFilter {
  readonly who: string;
  readonly did: string;
  /** Days such as `2026-01-05`, in UTC, both included; empty for any. */
  readonly from: string;
  readonly to: string;
}

export interface AuditState {
  readonly filter: AuditFilter;
  readonly offset: number;
  readonly page:
    | { readonly phase: 'loading' }
    | { readonly phase: 'failed'; readonly problem: Problem }
    | { readonly phase: 'ready'; readonly page: AuditPage };
}

export const PAGE = 50;
const DAY = 86_400_000;

export class AuditStore {
  readonly state: Store<AuditState>;
  private readonly writable: WritableStore<AuditState> = createStore<AuditState>({
    filter: { who: '', did: '', from: '', to: '' },
    offset: 0,
    page: { phase: 'loading' },
  });

  constructor(private readonly client: Client) {
    this.state = this.writable;
  }

  async load(): Promise<void> {
    const { filter, offset } = this.writable.get();
    const path = `privacy/audit?${queryOf(filter)}&offset=${String(offset)}&limit=${String(PAGE)}`;
    const answer = await this.client.get(path, parseAudit);
    const now = this.writable.get();
    // Somebody narrowed the list meanwhile: another answer is on its way.
    if (now.filter === filter && now.offset === offset) {
      this.writable.set({
        ...now,
        page: answer.ok
          ? { phase: 'ready', page: answer.value }
          : { phase: 'failed', problem: answer.problem },
      });
    }
  }

  async narrow(part: Partial<AuditFilter>): Promise<void> {
    const now = this.writable.get();
    this.writable.set({ ...now, filter: { ...now.filter, ...part }, offset: 0 });
    await this.load();
  }

  async turn(offset: number): Promise<void> {
    this.writable.set({ ...this.writable.get(), offset });
    await this.load();
  }
}

export function queryOf(filter: AuditFilter): string {
  const query = new URLSearchParams();
  if (filter.who.trim() !== '') query.set('who', filter.who.trim());
  if (filter.did !== '') query.set('did', filter.did);
  if (filter.from !== '') query.set('from', `${filter.from}T00:00:00Z`);
  if (filter.to !== '') {
    const next = new Date(Date.parse(`${filter.to}T00:00:00Z`) + DAY);
    query.set('to', next.toISOString());
  }
  return query.toString();
}
