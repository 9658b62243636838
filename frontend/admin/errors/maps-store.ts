import type { Client, Result } from '../../shared/client';
import type { Problem } from '../../shared/problem';
import { createStore, type Store, type WritableStore } from '../../shared/store';
import { parseMaps, type SourceMaps } from './contract';

/** Sends a file as it is, and tells how much of it has gone. */
export type Upload = (
  path: string,
  file: Blob,
  onProgress: (share: number) => void,
) => Promise<Result<unknown>>;

export interface Sending {
  readonly id: number;
  readonly name: string;
  readonly phase:
    | { readonly at: 'sending'; readonly share: number }
    | { readonly at: 'sent' }
    | { readonly at: 'no-map' }
    | { readonly at: 'failed'; readonly problem: Problem };
}

export interface MapsState {
  readonly kept:
    | { readonly phase: 'loading' }
    | { readonly phase: 'failed'; readonly problem: Problem }
    | { readonly phase: 'ready'; readonly maps: SourceMaps };
  readonly sending: readonly Sending[];
  readonly problem: Problem | undefined;
}

/** The source maps that were given to this instance. */
export class MapsStore {
  readonly state: Store<MapsState>;
  private readonly writable: WritableStore<MapsState> = createStore<MapsState>({
    kept: { phase: 'loading' },
    sending: [],
    problem: undefined,
  });
  private last = 0;

  constructor(
    private readonly client: Client,
    private readonly upload: Upload,
  ) {
    this.state = this.writable;
  }

  async load(): Promise<void> {
    const answer = await this.client.get('source-maps', parseMaps);
    this.set({
      kept: answer.ok
        ? { phase: 'ready', maps: answer.value }
        : { phase: 'failed', problem: answer.problem },
    });
  }

  /** Sends the files one after the other. */
  async add(files: readonly File[], app: string, release: string): Promise<void> {
    for (const file of files) {
      await this.addOne(file, app, release);
    }
    await this.load();
  }

  async remove(id: string): Promise<void> {
    const answer = await this.client.remove(`source-maps/${id}`);
    this.set({ problem: answer.ok ? undefined : answer.problem });
    await this.load();
  }

  private async addOne(file: File, app: string, release: string): Promise<void> {
    const id = ++this.last;
    const phase = (next: Sending['phase']): void => {
      const others = this.writable.get().sending.filter((one) => one.id !== id);
      this.set({ sending: [...others, { id, name: file.name, phase: next }] });
    };
    if (!(await looksLikeMap(file))) {
      phase({ at: 'no-map' });
      return;
    }
    phase({ at: 'sending', share: 0 });
    const asked = new URLSearchParams({ app, file: scriptOf(file.name) });
    if (release !== '') {
      asked.set('release', release);
    }
    const answer = await this.upload(`source-maps?${asked.toString()}`, file, (share) => {
      phase({ at: 'sending', share });
    });
    phase(answer.ok ? { at: 'sent' } : { at: 'failed', problem: answer.problem });
  }

  private set(part: Partial<MapsState>): void {
    this.writable.set({ ...this.writable.get(), ...part });
  }
}

/** A map is named after its script: `poker.js.map`. */
export function scriptOf(name: string): string {
  return name.replace(/\.map$/, '');
}

/** An object in JSON, perhaps behind the guard that some servers write before it. */
async function looksLikeMap(file: Blob): Promise<boolean> {
  const start = await file.slice(0, 64).text();
  return /^\s*(?:\)\]\}'|\{)/.test(start);
}
