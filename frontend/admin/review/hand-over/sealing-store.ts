import { countOf, listOf, MOST_PARTS, partsOf } from '../../../shared/hand-over';
import type { Parts, Place, Sealed, SealOrder } from '../../../shared/hand-over';
import type { Failure, Review } from '../../../shared/review';
import type { Wish, WorkState } from '../../../shared/review-changes';
import { createStore, type Store, type WritableStore } from '../../../shared/store';
import { followed } from '../long-work';
import {
  EMPTY,
  faultOf,
  wantedOf,
  type DraftFault,
  type HandOverDraft,
} from '../../hand-over/draft';
import type { Receiver } from '../../hand-over/receivers';

export interface Ready {
  readonly sealed: Sealed;
  readonly parts: Parts;
  /** In a place that the person chose, in the browser's hands, or the file that they have as it is. */
  readonly where: 'chosen' | 'here' | 'same';
}

export interface SealingState {
  readonly draft: HandOverDraft;
  readonly receivers: readonly Receiver[];
  readonly fault: DraftFault | undefined;
  readonly work: WorkState | undefined;
  readonly failure: Failure | undefined;
  readonly ready: Ready | undefined;
}

/** What the browser offers beside the worker: `undefined` where it has no dialog, `'no'` when the person wants none. */
export interface Choosing {
  readonly choose: (name: string) => Promise<Place | 'no' | undefined>;
  readonly chooseFolder: () => Promise<Place | 'no' | undefined>;
  /** Whose keys are kept. */
  readonly receivers: () => Promise<readonly Receiver[]>;
  readonly save: (name: string, file: Blob) => void;
  readonly wait: (ms: number) => Promise<void>;
}

/** The ZIP that is open. */
export interface OpenZip {
  readonly file: string;
  readonly size: number;
  readonly wish: Wish | undefined;
  /** Whether it is too large to be changed before it is handed over: the browser would have to hold it. */
  readonly unwieldy: boolean;
}

/** How the open ZIP is handed over by this browser alone. */
export class Sealing {
  readonly state: Store<SealingState>;
  private readonly writable: WritableStore<SealingState> = createStore<SealingState>({
    draft: EMPTY,
    receivers: [],
    ...{ fault: undefined, work: undefined, failure: undefined, ready: undefined },
  });

  constructor(
    private readonly review: Review,
    private readonly zip: OpenZip,
    private readonly choosing: Choosing,
  ) {
    this.state = this.writable;
  }

  async begin(): Promise<void> {
    this.set({ receivers: await this.choosing.receivers() });
  }

  edit(part: Partial<HandOverDraft>): void {
    const draft = { ...this.writable.get().draft, ...part };
    this.set({ draft, fault: undefined, failure: undefined, ready: undefined });
  }

  /** What is asked for is not wanted any more. */
  stop(): void {
    if (this.writable.get().work !== undefined) {
      void this.review.stopWork();
    }
  }

  async make(): Promise<void> {
    const { draft, work } = this.writable.get();
    if (work !== undefined) {
      return;
    }
    this.set({ failure: undefined, ready: undefined, fault: faultOf(draft) });
    if (this.writable.get().fault !== undefined) {
      return;
    }
    this.set({ work: { done: 0, total: 0 } });
    await this.made({ ...wantedOf(draft), file: this.zip.file });
    this.set({ work: undefined });
  }

  private async made(wanted: SealOrder): Promise<void> {
    const { file, size, wish, unwieldy } = this.zip;
    if (unwieldy) {
      this.set({ failure: { kind: 'no-room', detail: '' } });
      return;
    }
    const fit = wanted.to === undefined ? undefined : await this.review.recipient(wanted.to);
    if (fit?.ok === false) {
      this.set({ failure: fit.failure });
      return;
    }
    const guess = partsOf(file, size, wanted);
    if (fit?.value === false || countOf(guess) > MOST_PARTS) {
      this.set({ fault: fit?.value === false ? 'form' : 'size' });
      return;
    }
    const order = { ...wanted, ...(wish === undefined ? {} : { wish }) };
    const same = wish === undefined && wanted.to === undefined && wanted.limit === undefined;
    const place = same ? undefined : await this.place(guess, wanted);
    if (place !== 'no') {
      await this.written(order, same ? 'same' : place === undefined ? 'here' : 'chosen', place);
    }
  }

  private place(guess: Parts, { limit }: SealOrder): Promise<Place | 'no' | undefined> {
    return limit === undefined
      ? this.choosing.choose(listOf(guess)[0]?.name ?? guess.file)
      : this.choosing.chooseFolder();
  }

  private async written(order: SealOrder, where: Ready['where'], place?: Place): Promise<void> {
    const answer = await followed(
      this.review,
      this.choosing.wait,
      () => this.review.seal(order, place),
      (work) => {
        this.set({ work });
      },
    );
    if (!answer.ok) {
      const { failure } = answer;
      const many = failure.kind === 'too-many-parts';
      const told = many || failure.kind === 'stopped' ? undefined : failure;
      this.set({ failure: told, fault: many ? 'size' : undefined });
      return;
    }
    const sealed = answer.value;
    this.set({ ready: { sealed, where, parts: partsOf(order.file, sealed.bytes, order) } });
    const [only, ...more] = sealed.files;
    if (only?.file !== undefined && more.length === 0) {
      this.choosing.save(only.name, only.file);
    }
  }

  private set(part: Partial<SealingState>): void {
    this.writable.set({ ...this.writable.get(), ...part });
  }
}
