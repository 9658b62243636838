import type { components } from '../../shared/api-types';
import type { Client } from '../../shared/client';
import { count, flag, shape, type Parser } from '../../shared/parse';
import type { Problem } from '../../shared/problem';
import { createStore, type Store, type WritableStore } from '../../shared/store';

export type Watch = components['schemas']['HealthWatch'];

const parseWatch: Parser<Watch> = shape({
  on: flag,
  heapPercent: count,
  heapMinutes: count,
  errorsPerMinute: count,
});

export interface WatchReady {
  readonly phase: 'ready';
  readonly kept: Watch;
  readonly draft: Watch;
  readonly saving: 'no' | 'saved' | 'saving';
  readonly problem: Problem | undefined;
}

export type WatchState =
  | WatchReady
  | { readonly phase: 'loading' }
  | { readonly phase: 'unavailable'; readonly problem: Problem };

const PATH = 'support-zips/watch';

/** Whether ZIPs are made by themselves, as the server keeps it and as it is being changed. */
export class WatchStore {
  readonly state: Store<WatchState>;
  private readonly writable: WritableStore<WatchState> = createStore<WatchState>({
    phase: 'loading',
  });

  constructor(private readonly client: Client) {
    this.state = this.writable;
  }

  async load(): Promise<void> {
    this.writable.set({ phase: 'loading' });
    const answer = await this.client.get(PATH, parseWatch);
    this.writable.set(
      answer.ok ? readyOf(answer.value, 'no') : { phase: 'unavailable', problem: answer.problem },
    );
  }

  edit(part: Partial<Watch>): void {
    this.ready((now) => ({
      ...now,
      draft: { ...now.draft, ...part },
      saving: 'no',
      problem: undefined,
    }));
  }

  async save(): Promise<void> {
    const now = this.writable.get();
    if (now.phase !== 'ready' || now.saving === 'saving') {
      return;
    }
    this.writable.set({ ...now, saving: 'saving', problem: undefined });
    const answer = await this.client.put(PATH, now.draft, parseWatch);
    this.ready((after) =>
      answer.ok
        ? readyOf(answer.value, 'saved')
        : { ...after, saving: 'no', problem: answer.problem },
    );
  }

  private ready(change: (now: WatchReady) => WatchReady): void {
    const now = this.writable.get();
    if (now.phase === 'ready') {
      this.writable.set(change(now));
    }
  }
}

function readyOf(watch: Watch, saving: WatchReady['saving']): WatchReady {
  return { phase: 'ready', kept: watch, draft: watch, saving, problem: undefined };
}
