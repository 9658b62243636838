import type { Client } from '../../shared/client';
import type { Problem } from '../../shared/problem';
import { createStore, type Store, type WritableStore } from '../../shared/store';
import { parseReports, type Reports, type State, type Summary } from './contract';

export interface Query {
  readonly q: string;
  readonly state: State | '';
}

export interface Listed extends Omit<Reports, 'reports'> {
  readonly phase: 'ready';
  readonly reports: readonly Summary[];
}

export type InboxState =
  | Listed
  | { readonly phase: 'loading' }
  | { readonly phase: 'unavailable'; readonly problem: Problem };

const PAGE = 100;

function path({ q, state }: Query, offset: number): string {
  const query = new URLSearchParams({ limit: String(PAGE), offset: String(offset) });
  if (q.trim() !== '') {
    query.set('q', q.trim());
  }
  if (state !== '') {
    query.set('state', state);
  }
  return `reports?${query.toString()}`;
}

/** The reports that fit a question, newest first. */
export class Inbox {
  readonly state: Store<InboxState>;
  readonly query: Store<Query>;
  private readonly writable: WritableStore<InboxState> = createStore<InboxState>({
    phase: 'loading',
  });
  private readonly asked = createStore<Query>({ q: '', state: '' });
  /** Only the answer to the last question counts. */
  private turn = 0;

  constructor(private readonly client: Client) {
    this.state = this.writable;
    this.query = this.asked;
  }

  async load(): Promise<void> {
    await this.read(0);
  }

  async narrow(part: Partial<Query>): Promise<void> {
    this.asked.set({ ...this.asked.get(), ...part });
    await this.read(0);
  }

  async more(): Promise<void> {
    const now = this.writable.get();
    if (now.phase === 'ready') {
      await this.read(now.reports.length);
    }
  }

  private async read(offset: number): Promise<void> {
    const turn = ++this.turn;
    const before = this.writable.get();
    const answer = await this.client.get(path(this.asked.get(), offset), parseReports);
    if (turn !== this.turn) {
      return;
    }
    if (!answer.ok) {
      this.writable.set({ phase: 'unavailable', problem: answer.problem });
      return;
    }
    const known = offset > 0 && before.phase === 'ready' ? before.reports : [];
    const ids = new Set(known.map(({ id }) => id));
    const fresh = answer.value.reports.filter(({ id }) => !ids.has(id));
    this.writable.set({ ...answer.value, phase: 'ready', reports: [...known, ...fresh] });
  }
}
