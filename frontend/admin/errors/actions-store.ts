import type { Client, Result } from '../../shared/client';
import type { Problem } from '../../shared/problem';
import { createStore, type Store, type WritableStore } from '../../shared/store';
import { parseGroup, parseStates, type Group, type StateChange, type States } from './contract';

export type Done = 'deleted' | 'ignored' | 'merged' | 'opened' | 'resolved' | 'restored';

/** What was done, said for a while; with the states before, it can be taken back. */
export interface Flag {
  readonly id: number;
  readonly done: Done;
  readonly count: number;
  readonly before: States | undefined;
}

export interface ActionsState {
  readonly busy: boolean;
  readonly flags: readonly Flag[];
  readonly problem: Problem | undefined;
}

type Change = Omit<StateChange, 'ids'>;
const DONE = { open: 'opened', resolved: 'resolved', ignored: 'ignored' } as const;
/** As many ids as one call takes. */
const AT_ONCE = 500;

/** What an administrator does to groups, with the way back. */
export class Actions {
  readonly state: Store<ActionsState>;
  private readonly writable: WritableStore<ActionsState> = createStore<ActionsState>({
    busy: false,
    flags: [],
    problem: undefined,
  });
  private last = 0;

  constructor(
    private readonly client: Client,
    /** Reads anew whatever shows the groups. */
    private readonly refresh: () => Promise<void>,
  ) {
    this.state = this.writable;
  }

  change(ids: readonly string[], change: Change): Promise<boolean> {
    return this.act(ids, async (part) => {
      const answer = await this.client.post(
        'error-groups/state',
        { ids: part, ...change },
        parseStates,
      );
      return { answer, flag: DONE[change.status], before: answer.ok ? answer.value : undefined };
    });
  }

  remove(ids: readonly string[]): Promise<boolean> {
    return this.act(ids, async (part) => ({
      answer: await this.client.post('error-groups/delete', { ids: part }, () => undefined),
      flag: 'deleted',
      before: undefined,
    }));
  }

  async merge(ids: readonly string[]): Promise<Group | undefined> {
    let merged: Group | undefined;
    await this.act(ids, async (part) => {
      const answer = await this.client.post('error-groups/merge', { ids: part }, parseGroup);
      merged = answer.ok ? answer.value : undefined;
      return { answer, flag: 'merged', before: undefined };
    });
    return merged;
  }

  async undo(flag: Flag): Promise<void> {
    const { before } = flag;
    this.dismiss(flag.id);
    if (before !== undefined) {
      await this.act(
        before.states.map(({ id }) => id),
        async (part) => {
          const states = before.states.filter(({ id }) => part.includes(id));
          const answer = await this.client.put('error-groups/state', { states }, () => undefined);
          return { answer, flag: 'restored', before: undefined };
        },
      );
    }
  }

  dismiss(id: number): void {
    this.set({ flags: this.writable.get().flags.filter((flag) => flag.id !== id) });
  }

  private async act(
    ids: readonly string[],
    step: (
      part: readonly string[],
    ) => Promise<{ answer: Result<unknown>; flag: Done; before: States | undefined }>,
  ): Promise<boolean> {
    if (this.writable.get().busy || ids.length === 0) {
      return false;
    }
    this.set({ busy: true, problem: undefined });
    const before: States['states'][number][] = [];
    let done: Done | undefined;
    let problem: Problem | undefined;
    let count = 0;
    for (let start = 0; start < ids.length && problem === undefined; start += AT_ONCE) {
      const part = ids.slice(start, start + AT_ONCE);
      const { answer, flag, before: states } = await step(part);
      if (answer.ok) {
        done = flag;
        count += part.length;
        before.push(...(states?.states ?? []));
      } else {
        problem = answer.problem;
      }
    }
    await this.refresh();
    const { flags } = this.writable.get();
    const said =
      done === undefined
        ? flags
        : [
            {
              id: ++this.last,
              done,
              count,
              before: before.length === 0 ? undefined : { states: before },
            },
            ...flags,
          ];
    this.set({ busy: false, problem, flags: said.slice(0, 3) });
    return problem === undefined;
  }

  private set(part: Partial<ActionsState>): void {
    this.writable.set({ ...this.writable.get(), ...part });
  }
}
