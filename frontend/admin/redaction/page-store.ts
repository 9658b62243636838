import type { Client } from '../../shared/client';
import type { FieldError, Problem } from '../../shared/problem';
import { createStore, type Store, type WritableStore } from '../../shared/store';
import { parseRules, parseSettings, type Rules, type Settings } from './contract';
import { draftOf, sameSettings, settingsOf, withSwitch, type Draft } from './draft';

export interface Ready {
  readonly phase: 'ready';
  readonly rules: Rules;
  readonly kept: Settings;
  readonly draft: Draft;
  readonly saving: 'no' | 'saved' | 'saving';
  readonly errors: readonly FieldError[];
  readonly problem: Problem | undefined;
}

export type RedactionState =
  | Ready
  | { readonly phase: 'loading' }
  | { readonly phase: 'unavailable'; readonly problem: Problem };

/** The settings of redaction: what is kept on the server, and what is being changed here. */
export class RedactionPage {
  readonly state: Store<RedactionState>;
  private readonly writable: WritableStore<RedactionState> = createStore<RedactionState>({
    phase: 'loading',
  });

  constructor(private readonly client: Client) {
    this.state = this.writable;
  }

  async load(): Promise<void> {
    this.writable.set({ phase: 'loading' });
    const [rules, settings] = await Promise.all([
      this.client.get('redaction/rules', parseRules),
      this.client.get('redaction/settings', parseSettings),
    ]);
    if (!rules.ok) {
      this.writable.set({ phase: 'unavailable', problem: rules.problem });
      return;
    }
    if (!settings.ok) {
      this.writable.set({ phase: 'unavailable', problem: settings.problem });
      return;
    }
    this.writable.set({
      phase: 'ready',
      rules: rules.value,
      kept: settings.value,
      draft: draftOf(settings.value),
      saving: 'no',
      errors: [],
      problem: undefined,
    });
  }

  switchKind(id: string, on: boolean): void {
    this.change(({ kindsOff }) => ({ kindsOff: withSwitch(kindsOff, id, on) }));
  }

  switchRule(id: string, on: boolean): void {
    this.change(({ rulesOff }) => ({ rulesOff: withSwitch(rulesOff, id, on) }));
  }

  edit(part: Partial<Pick<Draft, 'allow' | 'patterns' | 'words'>>): void {
    this.change(() => part);
  }

  discard(): void {
    this.ready((now) => ({
      ...now,
      draft: draftOf(now.kept),
      saving: 'no',
      errors: [],
      problem: undefined,
    }));
  }

  async save(): Promise<void> {
    const now = this.writable.get();
    if (now.phase !== 'ready' || now.saving === 'saving') {
      return;
    }
    const sent = now.draft;
    this.ready((before) => ({ ...before, saving: 'saving', problem: undefined }));
    const answer = await this.client.put('redaction/settings', settingsOf(sent), parseSettings);
    this.ready((after) => {
      if (answer.ok) {
        // What was typed meanwhile stays.
        const draft = after.draft === sent ? draftOf(answer.value) : after.draft;
        return { ...after, kept: answer.value, draft, saving: 'saved', errors: [] };
      }
      const errors = answer.problem.kind === 'invalid' ? answer.problem.fields : [];
      return { ...after, saving: 'no', errors, problem: answer.problem };
    });
  }

  /** Whether something is changed here that the server does not keep yet. */
  changed(): boolean {
    const now = this.writable.get();
    return now.phase === 'ready' && hasChanges(now);
  }

  /** The settings to try a text or a file with: those on the screen. */
  tried(): Settings | undefined {
    const now = this.writable.get();
    return now.phase === 'ready' ? settingsOf(now.draft) : undefined;
  }

  private change(change: (draft: Draft) => Partial<Draft>): void {
    this.ready((now) => ({
      ...now,
      draft: { ...now.draft, ...change(now.draft) },
      saving: 'no',
      problem: undefined,
    }));
  }

  private ready(change: (now: Ready) => Ready): void {
    const now = this.writable.get();
    if (now.phase === 'ready') {
      this.writable.set(change(now));
    }
  }
}

export function hasChanges(now: Ready): boolean {
  return !sameSettings(now.kept, settingsOf(now.draft));
}
