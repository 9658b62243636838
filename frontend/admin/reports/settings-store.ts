import type { Client } from '../../shared/client';
import type { FieldError, Problem } from '../../shared/problem';
import { createStore, type Store, type WritableStore } from '../../shared/store';
import { parseSettings, type Settings } from './contract';

export interface SettingsReady {
  readonly phase: 'ready';
  readonly kept: Settings;
  readonly draft: Settings;
  readonly saving: 'no' | 'saved' | 'saving';
  readonly errors: readonly FieldError[];
  readonly problem: Problem | undefined;
}

export type SettingsState =
  | SettingsReady
  | { readonly phase: 'loading' }
  | { readonly phase: 'unavailable'; readonly problem: Problem };

/** Whether and how reports are taken: as the server keeps it, and as it is being changed. */
export class SettingsStore {
  readonly state: Store<SettingsState>;
  private readonly writable: WritableStore<SettingsState> = createStore<SettingsState>({
    phase: 'loading',
  });

  constructor(private readonly client: Client) {
    this.state = this.writable;
  }

  async load(): Promise<void> {
    this.writable.set({ phase: 'loading' });
    const answer = await this.client.get('reports/settings', parseSettings);
    this.writable.set(
      answer.ok ? readyOf(answer.value, 'no') : { phase: 'unavailable', problem: answer.problem },
    );
  }

  edit(part: Partial<Settings>): void {
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
    const answer = await this.client.put('reports/settings', sent, parseSettings);
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

  private ready(change: (now: SettingsReady) => SettingsReady): void {
    const now = this.writable.get();
    if (now.phase === 'ready') {
      this.writable.set(change(now));
    }
  }
}

function readyOf(settings: Settings, saving: SettingsReady['saving']): SettingsReady {
  return {
    phase: 'ready',
    kept: settings,
    draft: settings,
    saving,
    errors: [],
    problem: undefined,
  };
}
