import type { Client } from '../../shared/client';
import type { Problem } from '../../shared/problem';
import { createStore, type Store, type WritableStore } from '../../shared/store';
import { parseGroup, parseTimeline, type Group, type TimelineEvent } from './contract';
import { mapsWanted, symbolicationOf, type MapFrames } from './symbolicate';

/** Whether the frames have been led back to the original source. */
export type Mapping = 'failed' | 'mapped' | 'none' | 'running' | 'unasked';

export interface Opened {
  readonly phase: 'ready';
  readonly group: Group;
  readonly sample: number;
  readonly mapping: Mapping;
  readonly notes: { readonly draft: string; readonly saving: 'no' | 'saved' | 'saving' };
  readonly problem: Problem | undefined;
}

export type DetailState =
  | Opened
  | { readonly phase: 'loading' }
  | { readonly phase: 'gone' }
  | { readonly phase: 'unavailable'; readonly problem: Problem };

/** One group, with its notes, parts and samples. */
export class Detail {
  readonly state: Store<DetailState>;
  readonly events: Store<readonly TimelineEvent[]>;
  private readonly writable: WritableStore<DetailState> = createStore<DetailState>({
    phase: 'loading',
  });
  private readonly happened = createStore<readonly TimelineEvent[]>([]);
  private id = '';

  constructor(
    private readonly client: Client,
    private readonly map: MapFrames,
  ) {
    this.state = this.writable;
    this.events = this.happened;
  }

  async open(id: string): Promise<void> {
    this.id = id;
    this.writable.set({ phase: 'loading' });
    await Promise.all([this.read(id), this.readEvents()]);
    const now = this.writable.get();
    if (this.id === id && now.phase === 'ready' && now.mapping === 'unasked') {
      await this.symbolicate();
    }
  }

  /** Reads the group again; what is being typed and looked at stays. */
  async refresh(): Promise<void> {
    if (this.writable.get().phase === 'ready') {
      await this.read(this.id);
    }
  }

  close(): void {
    this.id = '';
    this.writable.set({ phase: 'loading' });
  }

  show(sample: number): void {
    this.ready((now) => ({
      ...now,
      sample: Math.min(Math.max(sample, 0), now.group.samples.length - 1),
    }));
  }

  type(draft: string): void {
    this.ready((now) => ({ ...now, notes: { draft, saving: 'no' } }));
  }

  async saveNotes(): Promise<void> {
    const now = this.writable.get();
    if (now.phase !== 'ready' || now.notes.saving === 'saving') {
      return;
    }
    const { draft } = now.notes;
    this.ready((one) => ({ ...one, notes: { draft, saving: 'saving' }, problem: undefined }));
    const path = `error-groups/${now.group.id}/notes`;
    const answer = await this.client.put(path, { notes: draft }, () => undefined);
    this.ready((one) =>
      answer.ok
        ? {
            ...one,
            group: { ...one.group, notes: draft },
            notes: { draft: one.notes.draft, saving: 'saved' },
          }
        : { ...one, notes: { ...one.notes, saving: 'no' }, problem: answer.problem },
    );
  }

  async split(part: string): Promise<void> {
    const now = this.writable.get();
    if (now.phase !== 'ready') {
      return;
    }
    const path = `error-groups/${now.group.id}/split`;
    const answer = await this.client.post(path, { ids: [part] }, parseGroup);
    this.ready((one) =>
      answer.ok ? { ...one, group: answer.value } : { ...one, problem: answer.problem },
    );
  }

  /** Whether notes are typed that the server does not keep yet. */
  changed(): boolean {
    const now = this.writable.get();
    return now.phase === 'ready' && now.notes.draft !== now.group.notes;
  }

  handoverUrl(group: Group): string {
    return this.client.url(`error-groups/${group.id}/handover`);
  }

  /** Leads the frames of the newest sample back to the original source, and keeps the result with the group. */
  async symbolicate(): Promise<void> {
    const now = this.writable.get();
    const sample = now.phase === 'ready' ? now.group.samples[0] : undefined;
    if (now.phase !== 'ready' || sample === undefined) {
      return;
    }
    const { group } = now;
    const mapping = (next: Mapping): void => {
      this.ready((one) => (one.group.id === group.id ? { ...one, mapping: next } : one));
    };
    mapping('running');
    try {
      const wanted = mapsWanted(group, sample, (path) => this.client.url(path));
      const found = wanted.maps.length === 0 ? [] : await this.map(wanted);
      const body = symbolicationOf(sample, found);
      if (body === undefined) {
        mapping('none');
        return;
      }
      const path = `error-groups/${group.id}/symbolication`;
      const answer = await this.client.put(path, body, parseGroup);
      this.ready((one) => {
        if (one.group.id !== group.id) {
          return one;
        }
        return answer.ok
          ? { ...one, group: answer.value, mapping: 'mapped' }
          : { ...one, mapping: 'failed', problem: answer.problem };
      });
    } catch {
      mapping('failed');
    }
  }

  private async read(id: string): Promise<void> {
    const answer = await this.client.get(`error-groups/${id}`, parseGroup);
    if (this.id !== id) {
      return;
    }
    const now = this.writable.get();
    if (answer.ok) {
      const group = answer.value;
      const same = now.phase === 'ready' && now.group.id === group.id;
      this.writable.set({
        phase: 'ready',
        group,
        sample: same ? placeOf(group, now.group.samples[now.sample]?.id) : 0,
        mapping: group.mapped ? 'mapped' : same ? now.mapping : 'unasked',
        notes:
          same && now.notes.draft !== now.group.notes
            ? now.notes
            : { draft: group.notes, saving: 'no' },
        problem: undefined,
      });
    } else if (answer.problem.kind === 'missing') {
      this.writable.set({ phase: 'gone' });
    } else if (now.phase === 'ready') {
      this.writable.set({ ...now, problem: answer.problem });
    } else {
      this.writable.set({ phase: 'unavailable', problem: answer.problem });
    }
  }

  /** What changed on the instance only helps: without it the page shows the group all the same. */
  private async readEvents(): Promise<void> {
    const answer = await this.client.get('errors/timeline?days=180', parseTimeline);
    if (answer.ok) {
      this.happened.set(answer.value.events);
    }
  }

  private ready(change: (now: Opened) => Opened): void {
    const now = this.writable.get();
    if (now.phase === 'ready') {
      this.writable.set(change(now));
    }
  }
}

/** Where the sample that is looked at stands now: later ones come in front of it. */
function placeOf(group: Group, id: string | undefined): number {
  return Math.max(
    0,
    group.samples.findIndex((sample) => sample.id === id),
  );
}
