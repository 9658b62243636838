import type { Client } from '../../shared/client';
import type { Problem } from '../../shared/problem';
import { createStore, type Store, type WritableStore } from '../../shared/store';
import {
  parseReport,
  type HandlingChange,
  type NamedZip,
  type Report,
  type State,
} from './contract';
import type { Fetched, FetchFile } from './files';
import { draftPath, type Ticket } from './ticket';

/** What is being changed, beside what the server has. */
export interface Draft {
  readonly notes: string;
  readonly zip: NamedZip | undefined;
}

export interface Opened {
  readonly phase: 'ready';
  readonly report: Report;
  readonly draft: Draft;
  readonly saving: 'conflict' | 'no' | 'saved' | 'saving';
  readonly making: boolean;
  readonly problem: Problem | undefined;
}

export type ReportState =
  | Opened
  | { readonly phase: 'gone' | 'loading' }
  | { readonly phase: 'unavailable'; readonly problem: Problem };

const draftOf = ({ handling }: Report): Draft => ({ notes: handling.notes, zip: handling.zip });

/** One report, what is done about it, and the ticket that is made of it. */
export class ReportStore {
  readonly state: Store<ReportState>;
  private readonly writable: WritableStore<ReportState> = createStore<ReportState>({
    phase: 'loading',
  });
  private id = '';

  constructor(
    private readonly client: Client,
    private readonly fetchFile: FetchFile,
  ) {
    this.state = this.writable;
  }

  async open(id: string): Promise<void> {
    this.id = id;
    this.writable.set({ phase: 'loading' });
    const answer = await this.client.get(`reports/${id}`, parseReport);
    if (this.id !== id) {
      return;
    }
    if (answer.ok) {
      this.show(answer.value, 'no');
    } else if (answer.problem.kind === 'missing') {
      this.writable.set({ phase: 'gone' });
    } else {
      this.writable.set({ phase: 'unavailable', problem: answer.problem });
    }
  }

  edit(part: Partial<Draft>): void {
    this.ready((now) => ({ ...now, draft: { ...now.draft, ...part }, saving: 'no' }));
  }

  changed(): boolean {
    const now = this.writable.get();
    return (
      now.phase === 'ready' && JSON.stringify(now.draft) !== JSON.stringify(draftOf(now.report))
    );
  }

  async save(state?: State): Promise<void> {
    const now = this.writable.get();
    if (now.phase !== 'ready' || now.saving === 'saving') {
      return;
    }
    this.writable.set({ ...now, saving: 'saving', problem: undefined });
    const { handling } = now.report;
    const { notes, zip } = now.draft;
    const change: HandlingChange = {
      revision: handling.revision,
      state: state ?? handling.state,
      notes,
      ...(zip !== undefined && { zip }),
    };
    const answer = await this.client.put(`reports/${this.id}/handling`, change, parseReport);
    if (answer.ok) {
      this.show(answer.value, 'saved');
      return;
    }
    const conflict = answer.problem.kind === 'server' && answer.problem.status === 409;
    this.ready((after) => ({
      ...after,
      saving: conflict ? 'conflict' : 'no',
      problem: conflict ? undefined : answer.problem,
    }));
  }

  /** After a conflict: what the other did, with what is being written here. */
  async takeOther(): Promise<void> {
    const answer = await this.client.get(`reports/${this.id}`, parseReport);
    this.ready((now) =>
      answer.ok
        ? { ...now, report: answer.value, saving: 'no' }
        : { ...now, problem: answer.problem },
    );
  }

  /** Whether it is gone. */
  async remove(): Promise<boolean> {
    const answer = await this.client.remove(`reports/${this.id}`);
    if (!answer.ok) {
      this.ready((now) => ({ ...now, problem: answer.problem }));
    }
    return answer.ok;
  }

  /** The ticket as a file; undefined when there is none, and the state says why. */
  async make(ticket: Ticket, zip: File | undefined): Promise<Fetched | undefined> {
    this.ready((now) => ({ ...now, making: true, problem: undefined }));
    const answer = await this.fetchFile(draftPath(this.id, ticket, zip?.name), zip);
    this.ready((now) => ({
      ...now,
      making: false,
      problem: answer.ok ? undefined : answer.problem,
    }));
    return answer.ok ? answer.value : undefined;
  }

  private show(report: Report, saving: Opened['saving']): void {
    this.writable.set({
      phase: 'ready',
      report,
      draft: draftOf(report),
      saving,
      making: false,
      problem: undefined,
    });
  }

  private ready(change: (now: Opened) => Opened): void {
    const now = this.writable.get();
    if (now.phase === 'ready') {
      this.writable.set(change(now));
    }
  }
}
