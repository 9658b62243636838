import type { Client } from '../../shared/client';
import type { FieldError, Problem } from '../../shared/problem';
import { createStore, type Store, type WritableStore } from '../../shared/store';
import {
  parseSettingsView,
  parseTrial,
  type Filter,
  type FilterTrial,
  type Noise,
  type Settings,
  type SettingsView,
} from './contract';

export interface WatchReady {
  readonly phase: 'ready';
  readonly view: SettingsView;
  readonly kept: Settings;
  readonly draft: Settings;
  readonly saving: 'no' | 'saved' | 'saving';
  readonly errors: readonly FieldError[];
  readonly problem: Problem | undefined;
  /** What the filters would leave out, by their ids, for the words that were tried. */
  readonly trials: Readonly<Record<string, FilterTrial>>;
}

export type WatchState =
  | WatchReady
  | { readonly phase: 'loading' }
  | { readonly phase: 'unavailable'; readonly problem: Problem };

/** Whose errors are watched and what is left out: as the server keeps it, and as it is being changed. */
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
    const answer = await this.client.get('errors/settings', parseSettingsView);
    this.writable.set(
      answer.ok
        ? {
            phase: 'ready',
            view: answer.value,
            kept: answer.value.settings,
            draft: answer.value.settings,
            saving: 'no',
            errors: [],
            problem: undefined,
            trials: {},
          }
        : { phase: 'unavailable', problem: answer.problem },
    );
  }

  edit(part: Partial<Settings>): void {
    this.ready((now) => ({
      ...now,
      draft: { ...now.draft, ...part },
      saving: 'no',
      problem: undefined,
    }));
  }

  keepNoise(noise: Noise, kept: boolean): void {
    this.ready((now) => {
      const others = now.draft.noiseKept.filter((one) => one !== noise);
      const noiseKept = kept ? [...others, noise] : others;
      return { ...now, draft: { ...now.draft, noiseKept }, saving: 'no' };
    });
  }

  addFilter(id: string): void {
    this.filters((filters) => [...filters, { id, field: 'message', pattern: '', on: true }]);
  }

  editFilter(id: string, part: Partial<Filter>): void {
    this.filters((filters) => filters.map((one) => (one.id === id ? { ...one, ...part } : one)));
    this.ready((now) => ({ ...now, trials: without(now.trials, id) }));
  }

  removeFilter(id: string): void {
    this.filters((filters) => filters.filter((one) => one.id !== id));
  }

  /** Asks what a filter would leave out of what is stored. */
  async tryFilter(filter: Filter): Promise<void> {
    const answer = await this.client.post('errors/filters/test', filter, parseTrial);
    this.ready((now) => {
      if (!answer.ok) {
        return { ...now, problem: answer.problem };
      }
      // The words were changed meanwhile: the answer is about others.
      const same = now.draft.filters.some(
        (one) =>
          one.id === filter.id && one.pattern === filter.pattern && one.field === filter.field,
      );
      return same ? { ...now, trials: { ...now.trials, [filter.id]: answer.value } } : now;
    });
  }

  discard(): void {
    this.ready((now) => ({
      ...now,
      draft: now.kept,
      saving: 'no',
      errors: [],
      problem: undefined,
    }));
  }

  async save(): Promise<void> {
    const now = this.writable.get();
    if (now.phase === 'ready' && now.saving !== 'saving') {
      await this.send(now.draft, false);
    }
  }

  /** The one step from an empty list to one that fills; what else is being changed stays a draft. */
  async watchAll(): Promise<void> {
    const now = this.writable.get();
    if (now.phase === 'ready' && now.saving !== 'saving') {
      await this.send({ ...now.kept, watch: 'all-apps' }, true);
    }
  }

  changed(): boolean {
    const now = this.writable.get();
    return now.phase === 'ready' && hasChanges(now);
  }

  private async send(settings: Settings, keepsDraft: boolean): Promise<void> {
    const drafted = this.writable.get();
    this.ready((now) => ({ ...now, saving: 'saving', problem: undefined }));
    const sent = settingsOf(settings);
    const answer = await this.client.put('errors/settings', sent, parseSettingsView);
    this.ready((now) => {
      if (!answer.ok) {
        const errors = answer.problem.kind === 'invalid' ? answer.problem.fields : [];
        return { ...now, saving: 'no', errors, problem: answer.problem };
      }
      const kept = answer.value.settings;
      const typedMeanwhile = drafted.phase === 'ready' && now.draft !== drafted.draft;
      const draft = keepsDraft
        ? { ...now.draft, watch: kept.watch }
        : typedMeanwhile
          ? now.draft
          : kept;
      return { ...now, view: answer.value, kept, draft, saving: 'saved', errors: [] };
    });
  }

  private filters(change: (filters: readonly Filter[]) => readonly Filter[]): void {
    this.ready((now) => ({
      ...now,
      draft: { ...now.draft, filters: [...change(now.draft.filters)] },
      saving: 'no',
      problem: undefined,
    }));
  }

  private ready(change: (now: WatchReady) => WatchReady): void {
    const now = this.writable.get();
    if (now.phase === 'ready') {
      this.writable.set(change(now));
    }
  }
}

export function hasChanges(now: WatchReady): boolean {
  return JSON.stringify(settingsOf(now.kept)) !== JSON.stringify(settingsOf(now.draft));
}

/** What is sent: a filter without a pattern is none, and the order of sets says nothing. */
export function settingsOf(draft: Settings): Settings {
  return {
    watch: draft.watch,
    apps: [...draft.apps].sort(),
    noiseKept: [...draft.noiseKept].sort(),
    filters: draft.filters
      .map((one) => ({ ...one, pattern: one.pattern.trim() }))
      .filter(({ pattern }) => pattern !== ''),
    retentionDays: draft.retentionDays,
    logNew: draft.logNew,
  };
}

function without<T>(of: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(of).filter(([one]) => one !== key));
}
