import type { Client } from '../../shared/client';
import type { Problem } from '../../shared/problem';
import { createStore, type Store, type WritableStore } from '../../shared/store';
import { HandOver } from '../hand-over/store';
import { parseNothing } from './contract';
import type { Wait } from './run';
import {
  isOpen,
  parseStoredZip,
  parseStoredZips,
  type StoredZip,
  type StoredZips,
} from './stored-contract';

/** Follows one ZIP by the server's events; `gone` ends it. Gives back what stops it. */
export type Follow = (
  address: string,
  onZip: (data: string) => void,
  onGone: () => void,
) => () => void;

export type StoredState =
  | { readonly phase: 'loading' }
  | { readonly phase: 'unavailable'; readonly problem: Problem }
  | {
      readonly phase: 'ready';
      readonly stored: StoredZips;
      /** Ids with an action under way. */
      readonly busy: readonly string[];
      /** The one whose deletion waits for a yes. */
      readonly asking: StoredZip | undefined;
      /** The one whose contents are shown. */
      readonly opened: StoredZip | undefined;
      readonly notice: Problem | undefined;
      /** Just ordered here: takes the focus. */
      readonly fresh: string | undefined;
    };

type Ready = Extract<StoredState, { phase: 'ready' }>;

export interface StoredParts {
  readonly client: Client;
  readonly follow: Follow;
  readonly wait: Wait;
  readonly now: () => number;
}

const TICK_MS = 2000;
/** What came as an event is as good as what would be asked for, for so long. */
const TRUST_MS = 5000;
const CALM_TICKS = 5;

const path = (id: string): string => `support-zips/${encodeURIComponent(id)}`;

/** The Support ZIPs on the server: follows what is being made, by events and else by asking. */
export class StoredList {
  readonly state: Store<StoredState>;
  private readonly writable: WritableStore<StoredState> = createStore<StoredState>({
    phase: 'loading',
  });
  private readonly followed = new Map<string, () => void>();
  private heard = 0;

  constructor(private readonly parts: StoredParts) {
    this.state = this.writable;
  }

  handOver(zip: StoredZip): HandOver {
    return new HandOver(this.parts.client, zip.id);
  }

  url(zip: StoredZip): string {
    return this.parts.client.url(`${path(zip.id)}/content`);
  }

  async load(): Promise<void> {
    const answer = await this.parts.client.get('support-zips', parseStoredZips);
    const before = this.writable.get();
    if (answer.ok) {
      this.writable.set({
        busy: [],
        asking: undefined,
        opened: undefined,
        notice: undefined,
        fresh: undefined,
        ...(before.phase === 'ready' ? before : {}),
        phase: 'ready',
        stored: answer.value,
      });
      this.followOpen();
    } else if (before.phase !== 'ready') {
      this.writable.set({ phase: 'unavailable', problem: answer.problem });
    }
  }

  /** Until `leave` says so: a page that is gone, or the end of a test. */
  async keepLooking(leave: () => boolean): Promise<void> {
    for (let tick = 1; !leave(); tick += 1) {
      await this.parts.wait(TICK_MS);
      const now = this.writable.get();
      const open = now.phase === 'ready' && now.stored.zips.some(isOpen);
      const unheard = this.parts.now() - this.heard > TRUST_MS;
      if ((open && unheard) || tick % CALM_TICKS === 0) {
        await this.load();
      }
    }
  }

  /** A ZIP that was ordered on this page. */
  async added(zip: StoredZip): Promise<void> {
    await this.load();
    this.ready((now) => ({ ...now, fresh: zip.id }));
  }

  async cancel(zip: StoredZip): Promise<void> {
    await this.act(zip, () => this.parts.client.post(`${path(zip.id)}/cancel`, {}, parseNothing));
  }

  async keep(zip: StoredZip, kept: boolean): Promise<void> {
    await this.act(zip, () =>
      this.parts.client.post(`${path(zip.id)}/keep`, { kept }, parseStoredZip),
    );
  }

  ask(zip: StoredZip | undefined): void {
    this.ready((now) => ({ ...now, asking: zip }));
  }

  async remove(zip: StoredZip): Promise<void> {
    this.ask(undefined);
    await this.act(zip, () => this.parts.client.remove(path(zip.id)));
  }

  /** Shows what a finished one holds, or hides it again. */
  async open(zip: StoredZip): Promise<void> {
    const now = this.writable.get();
    if (now.phase === 'ready' && now.opened?.id === zip.id) {
      this.ready((before) => ({ ...before, opened: undefined }));
      return;
    }
    const answer = await this.parts.client.get(path(zip.id), parseStoredZip);
    this.ready((before) =>
      answer.ok
        ? { ...before, opened: answer.value, notice: undefined }
        : { ...before, notice: answer.problem },
    );
  }

  private async act(zip: StoredZip, call: () => ReturnType<Client['post']>): Promise<void> {
    this.ready((now) => ({ ...now, busy: [...now.busy, zip.id], notice: undefined }));
    const answer = await call();
    // What somebody else has deleted meanwhile needs no message: the list shows it.
    const notice = answer.ok || answer.problem.kind === 'missing' ? undefined : answer.problem;
    this.ready((now) => ({ ...now, busy: now.busy.filter((id) => id !== zip.id), notice }));
    await this.load();
  }

  private followOpen(): void {
    const now = this.writable.get();
    const open = now.phase === 'ready' ? now.stored.zips.filter(isOpen) : [];
    for (const [id, stop] of this.followed) {
      if (!open.some((zip) => zip.id === id)) {
        stop();
        this.followed.delete(id);
      }
    }
    // Those behind the first wait; the list tells when their turn comes.
    const next = open.find((zip) => zip.state === 'running') ?? open.at(-1);
    if (next !== undefined && !this.followed.has(next.id)) {
      const stop = this.parts.follow(
        this.parts.client.url(`${path(next.id)}/events`),
        (data) => {
          this.hear(data);
        },
        () => void this.load(),
      );
      this.followed.set(next.id, stop);
    }
  }

  private hear(data: string): void {
    try {
      const zip = parseStoredZip(JSON.parse(data), '');
      this.heard = this.parts.now();
      this.ready((now) => ({
        ...now,
        stored: {
          ...now.stored,
          zips: now.stored.zips.map((one) => (one.id === zip.id ? zip : one)),
        },
      }));
      if (!isOpen(zip)) {
        void this.load();
      }
    } catch {
      // An event of another version: asking goes on.
      this.heard = 0;
    }
  }

  private ready(change: (now: Ready) => Ready): void {
    const now = this.writable.get();
    if (now.phase === 'ready') {
      this.writable.set(change(now));
    }
  }
}
