import type { Client } from '../../shared/client';
import type { Problem } from '../../shared/problem';
import { createStore, type Store, type WritableStore } from '../../shared/store';
import {
  parseDocument,
  parseResult,
  parseSections,
  type Document,
  type Result,
  type Section,
} from './contract';

export type Work = 'export' | 'import' | 'reset' | 'undo';

/** What was last done here, and how to change it back; `undo` goes when it is done or too late. */
export interface Done {
  readonly what: Exclude<Work, 'export'>;
  readonly changes: number;
  readonly undo: { readonly document: Document; readonly state: string } | undefined;
}

export interface Ready {
  readonly phase: 'ready';
  readonly sections: readonly Section[];
  readonly working: Work | undefined;
  readonly done: Done | undefined;
  /** Somebody else changed a setting, so what was done cannot be changed back any more. */
  readonly tooLate: boolean;
  readonly problem: Problem | undefined;
}

export type SettingsState =
  | Ready
  | { readonly phase: 'loading' }
  | { readonly phase: 'unavailable'; readonly problem: Problem };

type Save = (name: string, content: unknown) => void;

/** The settings of all parts: seen, taken along, and set back. */
export class SettingsStore {
  readonly state: Store<SettingsState>;
  private readonly writable: WritableStore<SettingsState> = createStore<SettingsState>({
    phase: 'loading',
  });

  constructor(
    private readonly client: Client,
    private readonly save: Save,
  ) {
    this.state = this.writable;
  }

  async load(done?: Done): Promise<void> {
    const answer = await this.client.get('settings/sections', parseSections);
    this.writable.set(
      answer.ok
        ? {
            phase: 'ready',
            sections: answer.value.sections,
            working: undefined,
            done,
            tooLate: false,
            problem: undefined,
          }
        : { phase: 'unavailable', problem: answer.problem },
    );
  }

  async exportFile(): Promise<void> {
    if (!this.begin('export')) {
      return;
    }
    const answer = await this.client.get('settings', parseDocument);
    if (answer.ok) {
      this.save('hearth-settings.json', answer.value);
    }
    this.end(answer.ok ? undefined : answer.problem);
  }

  async reset(section: string): Promise<void> {
    if (!this.begin('reset')) {
      return;
    }
    const answer = await this.client.post('settings/reset', { sections: [section] }, parseResult);
    if (answer.ok) {
      await this.finished('reset', answer.value);
    } else {
      this.end(answer.problem);
    }
  }

  async undo(): Promise<void> {
    const now = this.writable.get();
    if (now.phase !== 'ready' || now.done?.undo === undefined || !this.begin('undo')) {
      return;
    }
    const { document, state } = now.done.undo;
    const answer = await this.client.putIfSame('settings', state, document, parseResult);
    if (answer.ok) {
      await this.finished('undo', answer.value);
    } else if (isStale(answer.problem)) {
      await this.load();
      this.ready((after) => ({ ...after, tooLate: true }));
    } else {
      this.end(answer.problem);
    }
  }

  /** Shows what has been done, here or by an import. */
  async finished(what: Done['what'], result: Result): Promise<void> {
    await this.load({
      what,
      changes: result.changes.length,
      undo: what === 'undo' ? undefined : { document: result.undo, state: result.state },
    });
  }

  private begin(working: Work): boolean {
    const now = this.writable.get();
    if (now.phase !== 'ready' || now.working !== undefined) {
      return false;
    }
    this.writable.set({ ...now, working, problem: undefined, tooLate: false });
    return true;
  }

  private end(problem: Problem | undefined): void {
    this.ready((now) => ({ ...now, working: undefined, problem }));
  }

  private ready(change: (now: Ready) => Ready): void {
    const now = this.writable.get();
    if (now.phase === 'ready') {
      this.writable.set(change(now));
    }
  }
}

/** Settings are others than those that were looked at. */
export function isStale(problem: Problem): boolean {
  return problem.kind === 'server' && problem.status === 412;
}
