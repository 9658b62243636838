import type { Client } from '../../shared/client';
import type { Problem } from '../../shared/problem';
import { createStore, type Store, type WritableStore } from '../../shared/store';
import {
  parseCheck,
  parseNames,
  parseOverview,
  parseRaw,
  parseReceipt,
  parseRun,
  type DeletionCheck,
  type Overview,
  type Raw,
  type Receipt,
} from './contract';

export type Kept =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly problem: Problem }
  | { readonly phase: 'ready'; readonly overview: Overview };

/** What is about to go, and what went. */
export type Deleting =
  | { readonly phase: 'no' }
  | { readonly phase: 'checking' }
  | {
      readonly phase: 'asked' | 'deleting';
      readonly wanted: Wanted;
      readonly check: DeletionCheck;
      readonly problem: Problem | undefined;
    }
  | { readonly phase: 'done'; readonly receipt: Receipt };

export interface Wanted {
  readonly kinds: readonly string[];
  readonly before?: string;
}

export interface Looking {
  readonly kind: string;
  readonly names: readonly string[];
  readonly shown: Raw | undefined;
}

export interface KeptState {
  readonly kept: Kept;
  readonly deleting: Deleting;
  readonly looking: Looking | undefined;
  readonly problem: Problem | undefined;
}

/** How often a receipt is asked for again while nodes are not done. */
const AGAIN = 2000;
const MOST_TIMES = 30;

/** All kinds of kept data: looking at them, how long they stay, and deleting them. */
export class KeptStore {
  readonly state: Store<KeptState>;
  private readonly writable: WritableStore<KeptState> = createStore<KeptState>({
    kept: { phase: 'loading' },
    deleting: { phase: 'no' },
    looking: undefined,
    problem: undefined,
  });

  constructor(
    private readonly client: Client,
    private readonly wait: (ms: number) => Promise<void>,
  ) {
    this.state = this.writable;
  }

  async load(): Promise<void> {
    const answer = await this.client.get('privacy', parseOverview);
    this.set({
      kept: answer.ok
        ? { phase: 'ready', overview: answer.value }
        : { phase: 'failed', problem: answer.problem },
    });
  }

  async keepFor(kind: string, days: number): Promise<void> {
    const answer = await this.client.put(
      'privacy/retention',
      { days: { [kind]: days } },
      parseOverview,
    );
    this.set(
      answer.ok
        ? { kept: { phase: 'ready', overview: answer.value }, problem: undefined }
        : { problem: answer.problem },
    );
  }

  async runRetention(): Promise<void> {
    const answer = await this.client.post('privacy/retention/run', {}, parseRun);
    this.set({ problem: answer.ok ? undefined : answer.problem });
    await this.load();
  }

  async look(kind: string): Promise<void> {
    const path = `privacy/kinds/${encodeURIComponent(kind)}/raw`;
    const answer = await this.client.get(path, parseNames);
    if (!answer.ok) {
      this.set({ problem: answer.problem });
      return;
    }
    this.set({
      looking: { kind, names: answer.value.names, shown: undefined },
      problem: undefined,
    });
    const first = answer.value.names[0];
    if (first !== undefined) {
      await this.show(kind, first);
    }
  }

  async show(kind: string, name: string): Promise<void> {
    const path = `privacy/kinds/${encodeURIComponent(kind)}/raw/content?name=${encodeURIComponent(name)}`;
    const answer = await this.client.get(path, parseRaw);
    const { looking } = this.writable.get();
    if (looking?.kind !== kind) {
      return;
    }
    this.set(
      answer.ok
        ? { looking: { ...looking, shown: answer.value } }
        : { looking: undefined, problem: answer.problem },
    );
  }

  lookAway(): void {
    this.set({ looking: undefined });
  }

  /** First what would go; nothing is deleted by this. */
  async check(wanted: Wanted): Promise<void> {
    this.set({ deleting: { phase: 'checking' }, problem: undefined });
    const answer = await this.client.post('privacy/deletions/check', wanted, parseCheck);
    this.set(
      answer.ok
        ? { deleting: { phase: 'asked', wanted, check: answer.value, problem: undefined } }
        : { deleting: { phase: 'no' }, problem: answer.problem },
    );
  }

  async delete(): Promise<void> {
    const { deleting } = this.writable.get();
    if (deleting.phase !== 'asked') {
      return;
    }
    this.set({ deleting: { ...deleting, phase: 'deleting' } });
    const answer = await this.client.post(
      'privacy/deletions',
      { ...deleting.wanted, confirm: true },
      parseReceipt,
    );
    if (!answer.ok) {
      this.set({ deleting: { ...deleting, problem: answer.problem } });
      return;
    }
    this.set({ deleting: { phase: 'done', receipt: answer.value } });
    await this.load();
    await this.followReceipt(answer.value);
  }

  /** Until all nodes that run are done. */
  private async followReceipt(first: Receipt): Promise<void> {
    let receipt = first;
    for (let times = 0; receipt.waiting.length > 0 && times < MOST_TIMES; times += 1) {
      await this.wait(AGAIN);
      const answer = await this.client.get(`privacy/deletions/${receipt.id}`, parseReceipt);
      const { deleting } = this.writable.get();
      if (!answer.ok || deleting.phase !== 'done' || deleting.receipt.id !== receipt.id) {
        return;
      }
      receipt = answer.value;
      this.set({ deleting: { phase: 'done', receipt } });
    }
    await this.load();
  }

  closeDeletion(): void {
    this.set({ deleting: { phase: 'no' } });
  }

  private set(part: Partial<KeptState>): void {
    this.writable.set({ ...this.writable.get(), ...part });
  }
}
