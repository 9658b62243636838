import type { Client } from '../../shared/client';
import type { Problem } from '../../shared/problem';
import { createStore, type Store, type WritableStore } from '../../shared/store';
import { lookedKey } from '../../shared/looked';
import { parseDigest, type DigestLine } from './contract';
import { PAGES } from './pages';

export type DigestState =
  | { readonly phase: 'loading' }
  | { readonly phase: 'ready'; readonly lines: readonly DigestLine[] }
  | { readonly phase: 'unavailable'; readonly problem: Problem };

type Memory = Pick<Storage, 'getItem' | 'setItem'>;

/** What is worth a look. When this administrator last looked at a page is kept in their browser, and nowhere else. */
export class DigestStore {
  readonly state: Store<DigestState>;
  private readonly writable: WritableStore<DigestState> = createStore<DigestState>({
    phase: 'loading',
  });

  constructor(
    private readonly client: Client,
    private readonly memory: Memory,
    private readonly page: string,
  ) {
    this.state = this.writable;
  }

  async load(): Promise<void> {
    this.writable.set({ phase: 'loading' });
    const answer = await this.client.get(`digest${this.looked()}`, parseDigest);
    if (!answer.ok) {
      this.writable.set({ phase: 'unavailable', problem: answer.problem });
      return;
    }
    this.writable.set({ phase: 'ready', lines: answer.value.lines });
    const now = Date.parse(answer.value.now);
    if (PAGES.some((page) => page === this.page) && Number.isFinite(now)) {
      // By the server's clock, with which the times of what came are told.
      this.memory.setItem(lookedKey(this.page), String(Math.floor(now / 1000)));
    }
  }

  private looked(): string {
    const query = new URLSearchParams();
    for (const page of PAGES) {
      const seconds = Number(this.memory.getItem(lookedKey(page)) ?? Number.NaN);
      if (Number.isSafeInteger(seconds) && seconds > 0 && seconds < 1e11) {
        query.set(page, new Date(seconds * 1000).toISOString());
      }
    }
    const text = query.toString();
    return text === '' ? '' : `?${text}`;
  }
}

/** How much came on a page since somebody last looked at it. */
export function freshOn(state: DigestState, page: string): number {
  return state.phase === 'ready'
    ? state.lines.filter((line) => line.page === page).reduce((sum, { fresh }) => sum + fresh, 0)
    : 0;
}
