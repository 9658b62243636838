import type { Client } from '../../shared/client';
import type { Problem } from '../../shared/problem';
import { createStore, type Store, type WritableStore } from '../../shared/store';
import { parseTimeline, type Timeline } from './contract';

export type TimelineState =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly problem: Problem }
  | { readonly phase: 'ready'; readonly timeline: Timeline };

/** Errors of each app over time, beside what changed on the instance. */
export class TimelineStore {
  readonly state: Store<TimelineState>;
  private readonly writable: WritableStore<TimelineState> = createStore<TimelineState>({
    phase: 'loading',
  });

  constructor(private readonly client: Client) {
    this.state = this.writable;
  }

  async load(): Promise<void> {
    const answer = await this.client.get('errors/timeline?days=30', parseTimeline);
    this.writable.set(
      answer.ok
        ? { phase: 'ready', timeline: answer.value }
        : { phase: 'failed', problem: answer.problem },
    );
  }
}
