import type { components } from '../shared/api-types';
import type { Client } from '../shared/client';
import { count, flag, list, oneOf, optional, shape, text, type Parser } from '../shared/parse';
import type { FieldError, Problem } from '../shared/problem';
import { createStore, type Store, type WritableStore } from '../shared/store';

type Schemas = components['schemas'];

export type Purpose = Schemas['DestinationPurpose'];
export type Standing = Schemas['DestinationStanding'];
export type LastFailure = NonNullable<Schemas['DestinationTraffic']['lastFailure']>;

const PURPOSES = ['error-forwarding', 'report-endpoint'] as const satisfies Purpose[];
export const FAILURES = [
  'refused',
  'unknown-host',
  'no-connection',
  'untrusted',
  'timed-out',
  'broken-off',
  'unreadable',
] as const satisfies LastFailure['why'][];

const parseStanding: Parser<Standing> = shape({
  purpose: oneOf(...PURPOSES),
  confirmed: optional(shape({ address: text, host: text, secret: flag, by: text, at: text })),
  traffic: shape({
    sent: count,
    failed: count,
    lastSent: optional(text),
    lastFailure: optional(shape({ at: text, why: oneOf(...FAILURES), status: count })),
  }),
});

const parseDestinations = shape({ destinations: list(parseStanding) });

export interface DestinationDraft {
  readonly address: string;
  readonly host: string;
  readonly token: string;
}

export interface DestinationReady {
  readonly phase: 'ready';
  readonly standing: Standing;
  readonly draft: DestinationDraft;
  readonly busy: boolean;
  /** What was done last, to be said once. */
  readonly done: 'confirmed' | 'nothing' | 'removed';
  readonly errors: readonly FieldError[];
  readonly problem: Problem | undefined;
}

export type DestinationState =
  | DestinationReady
  | { readonly phase: 'loading' }
  | { readonly phase: 'unavailable'; readonly problem: Problem };

const EMPTY: DestinationDraft = { address: '', host: '', token: '' };

/** Where one thing may be sent to, and the typing in and confirming of another place. */
export class DestinationStore {
  readonly state: Store<DestinationState>;
  private readonly writable: WritableStore<DestinationState> = createStore<DestinationState>({
    phase: 'loading',
  });

  constructor(
    private readonly client: Client,
    readonly purpose: Purpose,
  ) {
    this.state = this.writable;
  }

  async load(): Promise<void> {
    const answer = await this.client.get('destinations', parseDestinations);
    const standing = answer.ok
      ? answer.value.destinations.find(({ purpose }) => purpose === this.purpose)
      : undefined;
    if (standing === undefined) {
      const problem: Problem = answer.ok
        ? { kind: 'mismatch', place: 'destinations' }
        : answer.problem;
      this.writable.set({ phase: 'unavailable', problem });
      return;
    }
    const now = this.writable.get();
    this.writable.set(
      now.phase === 'ready'
        ? { ...now, standing }
        : {
            phase: 'ready',
            standing,
            draft: EMPTY,
            busy: false,
            done: 'nothing',
            errors: [],
            problem: undefined,
          },
    );
  }

  edit(part: Partial<DestinationDraft>): void {
    this.ready((now) => ({
      ...now,
      draft: { ...now.draft, ...part },
      done: 'nothing',
      errors: now.errors.filter(({ field }) => !(field in part)),
      problem: undefined,
    }));
  }

  async confirm(): Promise<void> {
    const now = this.writable.get();
    if (now.phase !== 'ready' || now.busy) {
      return;
    }
    const { address, host, token } = now.draft;
    const body = { address, host, ...(token === '' ? {} : { token }) };
    this.ready((before) => ({ ...before, busy: true, done: 'nothing', problem: undefined }));
    const answer = await this.client.put(`destinations/${this.purpose}`, body, parseStanding);
    this.ready((before) => {
      if (answer.ok) {
        const done = 'confirmed';
        return { ...before, standing: answer.value, draft: EMPTY, busy: false, done, errors: [] };
      }
      const errors = answer.problem.kind === 'invalid' ? answer.problem.fields : [];
      // What belongs to a field is said there.
      const problem = errors.length > 0 ? undefined : answer.problem;
      return { ...before, busy: false, errors, problem };
    });
  }

  async remove(): Promise<void> {
    const now = this.writable.get();
    if (now.phase !== 'ready' || now.busy) {
      return;
    }
    this.ready((before) => ({ ...before, busy: true, done: 'nothing', problem: undefined }));
    const answer = await this.client.remove(`destinations/${this.purpose}`);
    // Another administrator may have been first.
    if (!answer.ok && answer.problem.kind !== 'missing') {
      const { problem } = answer;
      this.ready((before) => ({ ...before, busy: false, problem }));
      return;
    }
    this.ready((before) => {
      const { purpose, traffic } = before.standing;
      const standing = { purpose, traffic };
      return { ...before, standing, busy: false, done: 'removed' };
    });
    await this.load();
  }

  private ready(change: (now: DestinationReady) => DestinationReady): void {
    const now = this.writable.get();
    if (now.phase === 'ready') {
      this.writable.set(change(now));
    }
  }
}
