import type { Client } from '../../shared/client';
import type { Problem } from '../../shared/problem';
import { createStore, type Store, type WritableStore } from '../../shared/store';
import { parseDraft, parseResult, type Document, type Draft, type Result } from './contract';
import { isStale } from './settings-store';

/** As the server bounds it. */
export const MAX_BYTES = 256 * 1024;

export interface Checked {
  readonly phase: 'checked';
  readonly name: string;
  readonly document: Document;
  readonly draft: Draft;
  /** Somebody changed a setting while this was looked at; the draft is the one made since. */
  readonly again: boolean;
  readonly importing: boolean;
  readonly problem: Problem | undefined;
}

export type ImportState =
  | Checked
  | { readonly phase: 'none' }
  | { readonly phase: 'reading'; readonly name: string }
  | { readonly phase: 'unusable'; readonly name: string; readonly why: 'json' | 'size' }
  | { readonly phase: 'failed'; readonly name: string; readonly problem: Problem };

/** A file as a browser has it, as much of it as is asked for. */
export type Chosen = Pick<File, 'name' | 'size' | 'text'>;

/** A file of settings on its way: looked at first, then made. */
export class ImportStore {
  readonly state: Store<ImportState>;
  private readonly writable: WritableStore<ImportState> = createStore<ImportState>({
    phase: 'none',
  });

  constructor(
    private readonly client: Client,
    private readonly onDone: (result: Result) => Promise<void>,
  ) {
    this.state = this.writable;
  }

  async open(file: Chosen): Promise<void> {
    const { name } = file;
    this.writable.set({ phase: 'reading', name });
    if (file.size > MAX_BYTES) {
      this.writable.set({ phase: 'unusable', name, why: 'size' });
      return;
    }
    const document = documentOf(await file.text().catch(() => ''));
    if (document === undefined) {
      this.writable.set({ phase: 'unusable', name, why: 'json' });
      return;
    }
    await this.check(name, document, false);
  }

  close(): void {
    this.writable.set({ phase: 'none' });
  }

  async confirm(): Promise<void> {
    const now = this.writable.get();
    if (now.phase !== 'checked' || now.importing) {
      return;
    }
    this.writable.set({ ...now, importing: true, problem: undefined });
    const { state } = now.draft;
    const answer = await this.client.putIfSame('settings', state, now.document, parseResult);
    if (answer.ok) {
      this.close();
      await this.onDone(answer.value);
    } else if (isStale(answer.problem)) {
      await this.check(now.name, now.document, true);
    } else {
      this.writable.set({ ...now, importing: false, problem: answer.problem });
    }
  }

  private async check(name: string, document: Document, again: boolean): Promise<void> {
    const answer = await this.client.post('settings/check', document, parseDraft);
    this.writable.set(
      answer.ok
        ? {
            phase: 'checked',
            name,
            document,
            draft: answer.value,
            again,
            importing: false,
            problem: undefined,
          }
        : { phase: 'failed', name, problem: answer.problem },
    );
  }
}

function documentOf(text: string): Document | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
