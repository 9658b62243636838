import type { Client, Result } from '../../shared/client';
import type { Problem } from '../../shared/problem';
import { createStore, type Store, type WritableStore } from '../../shared/store';
import type { DestinationStore, Standing } from '../destination-store';
import { parseContents, parseSending, type Contents, type Journey, type Receipt } from './contract';
import type { PostZip } from './files';
import { contentsPath, sendPath, type Ticket } from './ticket';

/** What is shown before it is sent, and where it would go. */
export type Asking =
  | { readonly phase: 'no' | 'reading' }
  | {
      readonly phase: 'ready';
      readonly to: NonNullable<Standing['confirmed']>;
      readonly contents: Contents;
      readonly ticket: Ticket;
      readonly zip: File | undefined;
    };

export interface SendingState {
  readonly journey: Journey | undefined;
  readonly receipt: Receipt | undefined;
  readonly asking: Asking;
  readonly busy: boolean;
  readonly stopping: boolean;
  readonly problem: Problem | undefined;
}

const NOTHING: SendingState = {
  journey: undefined,
  receipt: undefined,
  asking: { phase: 'no' },
  busy: false,
  stopping: false,
  problem: undefined,
};

const UNDER_WAY: readonly Journey['phase'][] = ['waiting', 'sending', 'paused'];

export function isUnderWay(journey: Journey | undefined): boolean {
  return journey !== undefined && UNDER_WAY.includes(journey.phase);
}

/** One report on its way to the support endpoint: what would go, how far it is, what came of it. */
export class SendingStore {
  readonly state: Store<SendingState>;
  private readonly writable: WritableStore<SendingState> = createStore(NOTHING);
  private id = '';

  /**
   * @param onTaken is told when the endpoint has taken it, since the report is marked then
   */
  constructor(
    private readonly client: Client,
    private readonly postZip: PostZip,
    readonly endpoint: DestinationStore,
    private readonly onTaken: () => void,
  ) {
    this.state = this.writable;
  }

  async open(id: string): Promise<void> {
    this.id = id;
    this.writable.set(NOTHING);
    await this.refresh();
  }

  /** How far it is; nothing is asked for what is at rest. */
  async follow(): Promise<void> {
    if (isUnderWay(this.writable.get().journey)) {
      await this.refresh();
    }
  }

  private async refresh(): Promise<void> {
    const { id } = this;
    const before = this.writable.get().journey;
    const answer = await this.client.get(`reports/${id}/sending`, parseSending);
    if (this.id !== id) {
      return;
    }
    if (!answer.ok) {
      this.change({ problem: answer.problem });
      return;
    }
    const { sending: journey, receipt } = answer.value;
    const stopping = this.writable.get().stopping && isUnderWay(journey);
    this.change({ journey, receipt, stopping, problem: undefined });
    if (isUnderWay(before) && journey?.phase === 'accepted') {
      this.onTaken();
    }
  }

  /** Reads what would go and where to, as the server has both now. */
  async ask(ticket: Ticket, zip: File | undefined): Promise<void> {
    const { id } = this;
    this.change({ asking: { phase: 'reading' }, problem: undefined });
    const [answer] = await Promise.all([
      this.client.get(contentsPath(id, ticket, zip?.name), parseContents),
      this.endpoint.load(),
    ]);
    const standing = this.endpoint.state.get();
    const to = standing.phase === 'ready' ? standing.standing.confirmed : undefined;
    if (this.id !== id) {
      return;
    }
    if (answer.ok && to !== undefined) {
      const contents = answer.value;
      this.change({ asking: { phase: 'ready', to, contents, ticket, zip } });
      return;
    }
    const asking: Asking = { phase: 'no' };
    if (!answer.ok) {
      this.change({ asking, problem: answer.problem });
    } else {
      // What was confirmed is gone: the button goes with it.
      this.change({
        asking,
        problem: standing.phase === 'unavailable' ? standing.problem : undefined,
      });
    }
  }

  leave(): void {
    this.change({ asking: { phase: 'no' } });
  }

  /** Sends exactly what was shown to where it was shown to go. */
  async send(): Promise<void> {
    const { asking, busy } = this.writable.get();
    if (asking.phase !== 'ready' || busy) {
      return;
    }
    const { ticket, zip, to } = asking;
    this.change({ busy: true, problem: undefined });
    const path = sendPath(this.id, ticket, zip?.name, to.address);
    this.begun(this.id, await this.postZip(path, zip, parseSending));
  }

  private begun(id: string, answer: Result<ReturnType<typeof parseSending>>): void {
    if (this.id !== id) {
      return;
    }
    this.change({ busy: false, asking: { phase: 'no' } });
    if (answer.ok) {
      this.change({ journey: answer.value.sending, receipt: answer.value.receipt });
    } else {
      this.change({ problem: answer.problem });
    }
  }

  async stop(): Promise<void> {
    const { id } = this;
    this.change({ stopping: true, problem: undefined });
    const answer = await this.client.remove(`reports/${id}/sending`);
    if (this.id !== id) {
      return;
    }
    // It may have arrived or ended meanwhile.
    if (!answer.ok && answer.problem.kind !== 'missing') {
      this.change({ stopping: false, problem: answer.problem });
      return;
    }
    await this.refresh();
  }

  private change(part: Partial<SendingState>): void {
    this.writable.set({ ...this.writable.get(), ...part });
  }
}
