import type { Client } from '../../shared/client';
import type { Problem } from '../../shared/problem';
import { createStore, type Store, type WritableStore } from '../../shared/store';
import {
  parseCases,
  parseLookup,
  parseTables,
  type LookupMatch,
  type LookupTable,
  type SupportCase,
} from './contract';

export type Kept =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly problem: Problem }
  | {
      readonly phase: 'listed';
      readonly cases: readonly SupportCase[];
      readonly tables: readonly LookupTable[];
    };

export type Search =
  | { readonly phase: 'idle' }
  | { readonly phase: 'asking' }
  | { readonly phase: 'failed'; readonly problem: Problem }
  | {
      readonly phase: 'answered';
      readonly asked: string;
      readonly matches: readonly LookupMatch[];
    };

export interface CasesState {
  readonly kept: Kept;
  readonly search: Search;
  /** Why something could not be closed or deleted. */
  readonly problem: Problem | undefined;
}

/** Support cases and look-up tables, which stay on the server, and the search in them. */
export class Cases {
  readonly state: Store<CasesState>;
  private readonly writable: WritableStore<CasesState> = createStore<CasesState>({
    kept: { phase: 'loading' },
    search: { phase: 'idle' },
    problem: undefined,
  });

  constructor(private readonly client: Client) {
    this.state = this.writable;
  }

  async load(): Promise<void> {
    const [cases, tables] = await Promise.all([
      this.client.get('redaction/cases', parseCases),
      this.client.get('redaction/lookup/tables', parseTables),
    ]);
    if (!cases.ok) {
      this.set({ kept: { phase: 'failed', problem: cases.problem } });
    } else if (!tables.ok) {
      this.set({ kept: { phase: 'failed', problem: tables.problem } });
    } else {
      this.set({
        kept: { phase: 'listed', cases: cases.value.cases, tables: tables.value.tables },
      });
    }
  }

  closeCase(id: string): Promise<void> {
    return this.remove(`redaction/cases/${encodeURIComponent(id)}`);
  }

  deleteTable(id: string): Promise<void> {
    return this.remove(`redaction/lookup/tables/${encodeURIComponent(id)}`);
  }

  async lookUp(pseudonym: string): Promise<void> {
    const asked = pseudonym.trim();
    if (asked === '') {
      this.set({ search: { phase: 'idle' } });
      return;
    }
    this.set({ search: { phase: 'asking' } });
    const path = `redaction/lookup?pseudonym=${encodeURIComponent(asked)}`;
    const answer = await this.client.get(path, parseLookup);
    this.set({
      search: answer.ok
        ? { phase: 'answered', asked, matches: answer.value.matches }
        : { phase: 'failed', problem: answer.problem },
    });
  }

  private async remove(path: string): Promise<void> {
    const answer = await this.client.remove(path);
    this.set({ problem: answer.ok ? undefined : answer.problem });
    await this.load();
  }

  private set(part: Partial<CasesState>): void {
    this.writable.set({ ...this.writable.get(), ...part });
  }
}
