import type { Client } from '../../shared/client';
import type { Problem } from '../../shared/problem';
import { createStore, type Store, type WritableStore } from '../../shared/store';
import { parseGroups, type Groups, type Summary } from './contract';
import { EVERYTHING, listPath, type Query } from './query';

/** What has come since the list was drawn, and waits until somebody wants to see it. */
export interface News {
  readonly count: number;
  /** The newest of them, when it is known. */
  readonly first: Summary | undefined;
}

export interface Listed extends Pick<Groups, 'facets' | 'intake' | 'nodes' | 'revision' | 'total'> {
  readonly phase: 'ready';
  /** Without gaps from the first on; `total` tells how many there are in all. */
  readonly groups: readonly Summary[];
  readonly news: News | undefined;
  /** The last question failed; what is shown is what was. */
  readonly problem: Problem | undefined;
}

export type ListState =
  | Listed
  | { readonly phase: 'loading' }
  | { readonly phase: 'unavailable'; readonly problem: Problem };

/** The list of groups. Figures change where they stand; the order changes only when somebody asks for it. */
export class ErrorList {
  readonly state: Store<ListState>;
  readonly query: Store<Query>;
  readonly chosen: Store<ReadonlySet<string>>;
  private readonly writable: WritableStore<ListState> = createStore<ListState>({
    phase: 'loading',
  });
  private readonly asked = createStore<Query>(EVERYTHING);
  private readonly picked = createStore<ReadonlySet<string>>(new Set());
  /** Only the answer to the last question counts. */
  private turn = 0;
  private kept = { offset: 0, row: 0 };
  private more: Promise<void> | undefined;

  constructor(private readonly client: Client) {
    this.state = this.writable;
    this.query = this.asked;
    this.chosen = this.picked;
  }

  /** Where the list was scrolled to, and the row with the focus, for whoever comes back to it. */
  get place(): { readonly offset: number; readonly row: number } {
    return this.kept;
  }

  remember(part: { readonly offset?: number; readonly row?: number }): void {
    this.kept = { ...this.kept, ...part };
  }

  async load(): Promise<void> {
    const turn = ++this.turn;
    this.more = undefined;
    const answer = await this.client.get(listPath(this.asked.get(), 0), parseGroups);
    if (turn !== this.turn) {
      return;
    }
    if (answer.ok) {
      this.writable.set({
        phase: 'ready',
        ...answer.value,
        news: undefined,
        problem: undefined,
      });
    } else {
      this.failed(answer.problem);
    }
  }

  async narrow(part: Partial<Query>): Promise<void> {
    this.asked.set({ ...this.asked.get(), ...part });
    this.picked.set(new Set());
    this.kept = { offset: 0, row: 0 };
    await this.load();
  }

  /** Changes whenever something on the server did; undefined while nothing is known. */
  revision(): string | undefined {
    const now = this.writable.get();
    return now.phase === 'ready' ? now.revision : undefined;
  }

  /** Asks whether something changed; new groups become news, known ones get their new figures. */
  async poll(): Promise<void> {
    const before = this.writable.get();
    if (before.phase !== 'ready') {
      return before.phase === 'unavailable' ? this.load() : undefined;
    }
    const turn = this.turn;
    const path = listPath(this.asked.get(), 0);
    const answer = await this.client.getIfChanged(path, before.revision, parseGroups);
    const now = this.writable.get();
    if (turn !== this.turn || now.phase !== 'ready') {
      return;
    }
    if (!answer.ok) {
      this.failed(answer.problem);
    } else if (answer.value === 'same') {
      this.writable.set(now.problem === undefined ? now : { ...now, problem: undefined });
    } else if (now.groups.length === 0) {
      // There is nothing that somebody could be reading.
      this.writable.set({ ...now, ...answer.value, news: undefined, problem: undefined });
    } else {
      this.writable.set(renewed(now, answer.value));
    }
  }

  /** Fetches further pages until the list reaches to a row. */
  async reach(row: number): Promise<void> {
    const now = this.writable.get();
    if (now.phase === 'ready' && row >= now.groups.length && now.groups.length < now.total) {
      this.more ??= this.fetchMore(now.groups.length).finally(() => {
        this.more = undefined;
      });
      await this.more;
    }
  }

  choose(ids: readonly string[], on: boolean): void {
    const next = new Set(this.picked.get());
    for (const id of ids) {
      if (on) {
        next.add(id);
      } else {
        next.delete(id);
      }
    }
    this.picked.set(next);
  }

  chooseNone(): void {
    this.picked.set(new Set());
  }

  private async fetchMore(offset: number): Promise<void> {
    const turn = this.turn;
    const answer = await this.client.get(listPath(this.asked.get(), offset), parseGroups);
    const now = this.writable.get();
    if (turn !== this.turn || now.phase !== 'ready') {
      return;
    }
    if (!answer.ok) {
      this.failed(answer.problem);
      return;
    }
    // Groups move while somebody scrolls; one that is there already is not shown twice.
    const known = new Set(now.groups.map(({ id }) => id));
    const groups = [...now.groups, ...answer.value.groups.filter(({ id }) => !known.has(id))];
    const { length } = answer.value.groups;
    const total = length === 0 ? groups.length : Math.max(answer.value.total, groups.length);
    this.writable.set({ ...now, groups, total });
  }

  private failed(problem: Problem): void {
    const now = this.writable.get();
    this.writable.set(
      now.phase === 'ready' ? { ...now, problem } : { phase: 'unavailable', problem },
    );
  }
}

function renewed(now: Listed, fresh: Groups): Listed {
  const byId = new Map(fresh.groups.map((group) => [group.id, group]));
  const known = new Map(now.groups.map((group) => [group.id, group]));
  // What was not loaded yet may have moved up: it is new only if it began after all that is known.
  const horizon = now.groups.reduce((last, one) => (one.lastSeen > last ? one.lastSeen : last), '');
  const added = fresh.groups.filter(({ id, firstSeen }) => !known.has(id) && firstSeen > horizon);
  const back = fresh.groups.filter(({ id, state }) => {
    const was = known.get(id)?.state.status;
    return state.status === 'regressed' && was !== undefined && was !== 'regressed';
  });
  const come = [...added, ...back].sort((a, b) => (a.lastSeen < b.lastSeen ? 1 : -1));
  const count = Math.max(come.length, fresh.total - now.total);
  const earlier = now.news;
  return {
    ...now,
    revision: fresh.revision,
    facets: fresh.facets,
    intake: fresh.intake,
    nodes: fresh.nodes,
    groups: now.groups.map((group) => byId.get(group.id) ?? group),
    news:
      count > 0 || earlier !== undefined
        ? {
            count: Math.max(count, earlier?.count ?? 0, back.length + (earlier?.count ?? 0)),
            first: come[0] ?? earlier?.first,
          }
        : undefined,
    problem: undefined,
  };
}
