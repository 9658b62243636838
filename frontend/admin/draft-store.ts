import type { Client } from '../shared/client';
import type { Parser } from '../shared/parse';
import type { FieldError, Problem } from '../shared/problem';
import { createStore, type Store, type WritableStore } from '../shared/store';

export interface DraftReady<T> {
  readonly phase: 'ready';
  readonly kept: T;
  readonly draft: T;
  readonly saving: 'no' | 'saved' | 'saving';
  readonly errors: readonly FieldError[];
  readonly problem: Problem | undefined;
}

export type DraftState<T> =
  | DraftReady<T>
  | { readonly phase: 'loading' }
  | { readonly phase: 'unavailable'; readonly problem: Problem };

/** Settings below one address: as the server keeps them, and as they are being changed. */
export class DraftStore<T extends object> {
  readonly state: Store<DraftState<T>>;
  private readonly writable: WritableStore<DraftState<T>> = createStore<DraftState<T>>({
    phase: 'loading',
  });

  constructor(
    private readonly client: Client,
    private readonly path: string,
    private readonly parse: Parser<T>,
  ) {
    this.state = this.writable;
  }

  async load(): Promise<void> {
    this.writable.set({ phase: 'loading' });
    const answer = await this.client.get(this.path, this.parse);
    this.writable.set(
      answer.ok ? readyOf(answer.value, 'no') : { phase: 'unavailable', problem: answer.problem },
    );
  }

  edit(part: Partial<T>): void {
    this.ready((now) => ({
      ...now,
      draft: { ...now.draft, ...part },
      saving: 'no',
      errors: [],
      problem: undefined,
    }));
  }

  discard(): void {
    this.ready((now) => readyOf(now.kept, 'no'));
  }

  changed(): boolean {
    const now = this.writable.get();
    return now.phase === 'ready' && JSON.stringify(now.kept) !== JSON.stringify(now.draft);
  }

  async save(): Promise<void> {
    const now = this.writable.get();
    if (now.phase !== 'ready' || now.saving === 'saving') {
      return;
    }
    const sent = now.draft;
    this.writable.set({ ...now, saving: 'saving', problem: undefined });
    const answer = await this.client.put(this.path, sent, this.parse);
    this.ready((after) =>
      answer.ok
        ? // What was typed meanwhile stays.
          {
            ...readyOf(answer.value, 'saved'),
            draft: after.draft === sent ? answer.value : after.draft,
          }
        : {
            ...after,
            saving: 'no',
            errors: answer.problem.kind === 'invalid' ? answer.problem.fields : [],
            problem: answer.problem,
          },
    );
  }

  private ready(change: (now: DraftReady<T>) => DraftReady<T>): void {
    const now = this.writable.get();
    if (now.phase === 'ready') {
      this.writable.set(change(now));
    }
  }
}

function readyOf<T>(value: T, saving: DraftReady<T>['saving']): DraftReady<T> {
  return { phase: 'ready', kept: value, draft: value, saving, errors: [], problem: undefined };
}
