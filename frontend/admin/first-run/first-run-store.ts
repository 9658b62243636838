import type { Client } from '../../shared/client';
import type { Problem } from '../../shared/problem';
import { createStore, type Store, type WritableStore } from '../../shared/store';
import { parseFirstRun, type Answers, type FirstRun } from './contract';

export type FirstRunState =
  /** Nobody is asked: it is answered, put off, or cannot be told. */
  | { readonly phase: 'hidden' }
  | {
      readonly phase: 'asked';
      readonly now: FirstRun;
      readonly answers: Answers;
      readonly sending: 'answers' | 'later' | undefined;
      readonly problem: Problem | undefined;
    }
  | { readonly phase: 'done'; readonly now: FirstRun; readonly usage: boolean };

/** Three questions for whoever comes first, or opens them again. */
export class FirstRunStore {
  readonly state: Store<FirstRunState>;
  private readonly writable: WritableStore<FirstRunState> = createStore<FirstRunState>({
    phase: 'hidden',
  });

  constructor(private readonly client: Client) {
    this.state = this.writable;
  }

  /** With `again` also when they were answered or put off. */
  async load(again: boolean): Promise<void> {
    const answer = await this.client.get('first-run', parseFirstRun);
    // The page says much more than this; without it nobody misses a question.
    if (answer.ok && (again || answer.value.state === 'open')) {
      const now = answer.value;
      this.writable.set({
        phase: 'asked',
        now,
        answers: { errors: now.errors, reports: now.reports, usage: now.counting },
        sending: undefined,
        problem: undefined,
      });
    }
  }

  choose(part: Partial<Answers>): void {
    const state = this.writable.get();
    if (state.phase === 'asked') {
      this.writable.set({ ...state, answers: { ...state.answers, ...part } });
    }
  }

  async answer(): Promise<void> {
    const state = this.begin('answers');
    if (state === undefined) {
      return;
    }
    const answer = await this.client.post('first-run/answers', state.answers, parseFirstRun);
    this.writable.set(
      answer.ok
        ? { phase: 'done', now: answer.value, usage: state.answers.usage && !answer.value.counting }
        : { ...state, problem: answer.problem },
    );
  }

  async later(): Promise<void> {
    const state = this.begin('later');
    if (state === undefined) {
      return;
    }
    const answer = await this.client.post('first-run/later', {}, parseFirstRun);
    this.writable.set(answer.ok ? { phase: 'hidden' } : { ...state, problem: answer.problem });
  }

  private begin(sending: 'answers' | 'later') {
    const state = this.writable.get();
    if (state.phase !== 'asked' || state.sending !== undefined) {
      return undefined;
    }
    this.writable.set({ ...state, sending, problem: undefined });
    return state;
  }
}
