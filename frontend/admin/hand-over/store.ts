import type { components } from '../../shared/api-types';
import type { Client } from '../../shared/client';
import { count, list, shape, text, type Parser } from '../../shared/parse';
import type { FieldError, Problem } from '../../shared/problem';
import { createStore, type Store, type WritableStore } from '../../shared/store';
import { keptReceivers, type Receiver } from './receivers';
import { EMPTY, limitOf, secretFault, type DraftFault, type HandOverDraft } from './draft';

export type Plan = components['schemas']['HandOver'];

const parsePlan: Parser<Plan> = shape({
  files: list(shape({ name: text, bytes: count })),
  sha256: text,
  note: text,
});

export interface Link {
  readonly name: string;
  readonly bytes: number;
  readonly url: string;
}

export interface HandOverState {
  readonly draft: HandOverDraft;
  readonly receivers: readonly Receiver[];
  readonly busy: boolean;
  readonly fault: DraftFault | undefined;
  readonly errors: readonly FieldError[];
  readonly problem: Problem | undefined;
  readonly ready:
    { readonly files: readonly Link[]; readonly note: string; readonly sha256: string } | undefined;
}

function queryOf(draft: HandOverDraft): string {
  const query = new URLSearchParams();
  const { to, size } = draft;
  if (to.trim() !== '') {
    query.set('to', to.trim());
  }
  if (size.trim() !== '') {
    // What is no number goes to the server as it is, which says what fits.
    query.set('size', String(limitOf(draft) ?? size));
  }
  const words = query.toString();
  return words === '' ? '' : `?${words}`;
}

/** How a ZIP of the server is handed over: what is wanted, and the files that it makes. */
export class HandOver {
  readonly state: Store<HandOverState>;
  private readonly writable: WritableStore<HandOverState> = createStore<HandOverState>({
    draft: EMPTY,
    receivers: [],
    busy: false,
    fault: undefined,
    errors: [],
    problem: undefined,
    ready: undefined,
  });

  constructor(
    private readonly client: Client,
    private readonly zip: string,
  ) {
    this.state = this.writable;
  }

  async begin(): Promise<void> {
    this.change({ receivers: await keptReceivers(this.client) });
  }

  edit(part: Partial<HandOverDraft>): void {
    const now = this.writable.get();
    this.writable.set({
      ...now,
      draft: { ...now.draft, ...part },
      fault: undefined,
      errors: now.errors.filter(({ field }) => !(field in part)),
      problem: undefined,
      ready: undefined,
    });
  }

  async prepare(): Promise<void> {
    const { draft, busy } = this.writable.get();
    if (busy) {
      return;
    }
    // In an address it would stand in the logs of the server.
    const fault = secretFault(draft);
    if (fault !== undefined) {
      this.change({ fault, errors: [], problem: undefined, ready: undefined });
      return;
    }
    this.change({ busy: true, errors: [], problem: undefined });
    const path = `support-zips/${encodeURIComponent(this.zip)}/hand-over`;
    const query = queryOf(draft);
    const answer = await this.client.get(path + query, parsePlan);
    if (this.writable.get().draft !== draft) {
      this.change({ busy: false });
      return;
    }
    if (answer.ok) {
      const { note, sha256 } = answer.value;
      const files = answer.value.files.map((file, index) => ({
        ...file,
        url: this.client.url(`${path}/${String(index + 1)}${query}`),
      }));
      this.change({ busy: false, ready: { files, note, sha256 } });
      return;
    }
    const errors = answer.problem.kind === 'invalid' ? answer.problem.fields : [];
    this.change({
      busy: false,
      errors,
      problem: errors.length > 0 ? undefined : answer.problem,
    });
  }

  private change(part: Partial<HandOverState>): void {
    this.writable.set({ ...this.writable.get(), ...part });
  }
}
