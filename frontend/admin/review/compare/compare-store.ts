import {
  SECTIONS,
  sectionOf,
  type Comparison,
  type Difference,
  type Section,
} from '../../../shared/comparison';
import type { Problem } from '../../../shared/problem';
import type { Failure, Review } from '../../../shared/review';
import type { RemoteZip } from '../../../shared/review-changes';
import { createStore, type Store, type WritableStore } from '../../../shared/store';

/** A ZIP on the server that may be compared with the open one. */
export interface StoredChoice {
  readonly name: string;
  readonly createdAt: string;
  readonly zip: RemoteZip;
}

export type StoredChoices =
  | { readonly ok: false; readonly problem: Problem }
  | { readonly ok: true; readonly value: readonly StoredChoice[] };

/** The server's list, asked for when somebody wants to choose from it. */
export type Listed = StoredChoices | 'asked' | 'not-asked';

export type CompareWork =
  | { readonly phase: 'choosing' }
  | { readonly phase: 'comparing'; readonly name: string }
  | { readonly phase: 'failed'; readonly name: string; readonly failure: Failure }
  | { readonly phase: 'compared'; readonly name: string; readonly comparison: Comparison };

export interface CompareState {
  readonly work: CompareWork;
  readonly stored: Listed;
  readonly filter: string;
  /** What is shown only to whoever asks for it. */
  readonly shown: ReadonlySet<'same' | 'untold'>;
}

export interface Shown {
  readonly section: Section;
  readonly rows: readonly Difference[];
}

/** Another ZIP beside the one that is looked at. */
export class Compare {
  readonly state: Store<CompareState>;
  private readonly writable: WritableStore<CompareState> = createStore<CompareState>({
    ...{ work: { phase: 'choosing' }, stored: 'not-asked', filter: '', shown: new Set() },
  });
  private other: { readonly name: string; readonly from: Blob | RemoteZip } | undefined;
  private swapped = false;

  constructor(
    private readonly review: Review,
    /** The name of the ZIP that is looked at, and its digest where it is on the server. */
    readonly open: { readonly name: string; readonly sha256: string },
    private readonly listStored: () => Promise<StoredChoices>,
  ) {
    this.state = this.writable;
  }

  with(name: string, from: Blob | RemoteZip): Promise<void> {
    this.other = { name, from };
    this.swapped = false;
    return this.read();
  }

  swap(): Promise<void> {
    this.swapped = !this.swapped;
    return this.read();
  }

  again(): void {
    this.other = undefined;
    this.put({ work: { phase: 'choosing' }, filter: '', shown: new Set() });
  }

  async list(): Promise<void> {
    this.put({ stored: 'asked' });
    const stored = await this.listStored();
    this.put({
      stored: stored.ok
        ? { ok: true, value: stored.value.filter(({ zip }) => zip.sha256 !== this.open.sha256) }
        : stored,
    });
  }

  narrow(filter: string): void {
    this.put({ filter });
  }

  show(turn: 'same' | 'untold', wanted: boolean): void {
    const shown = new Set(this.writable.get().shown);
    if (wanted) {
      shown.add(turn);
    } else {
      shown.delete(turn);
    }
    this.put({ shown });
  }

  private async read(): Promise<void> {
    const { other, swapped } = this;
    if (other === undefined) {
      return;
    }
    const { name, from } = other;
    this.put({ work: { phase: 'comparing', name } });
    const answer = await this.review.compare(from, swapped);
    if (this.other === other && this.swapped === swapped) {
      this.put({
        work: answer.ok
          ? { phase: 'compared', name, comparison: answer.value }
          : { phase: 'failed', name, failure: answer.failure },
      });
    }
  }

  private put(change: Partial<CompareState>): void {
    this.writable.set({ ...this.writable.get(), ...change });
  }
}

/** The sections that have something to show, with what fits the filter. */
export function sectionsOf(
  { differences }: Comparison,
  filter: string,
  shown: CompareState['shown'],
): readonly Shown[] {
  const wanted = filter.trim().toLowerCase();
  const rows = new Map<Section, Difference[]>();
  for (const one of differences) {
    const section = sectionOf(one);
    const hidden = (section === 'same' || section === 'untold') && !shown.has(section);
    if (!hidden && (wanted === '' || searched(one).includes(wanted))) {
      const known = rows.get(section);
      if (known === undefined) {
        rows.set(section, [one]);
      } else {
        known.push(one);
      }
    }
  }
  return SECTIONS.flatMap((section) => {
    const found = rows.get(section);
    return found === undefined ? [] : [{ section, rows: found }];
  });
}

function searched({ node, entry, name, before, after }: Difference): string {
  const values = [before, after].flatMap((told) => (told === undefined ? [] : Object.values(told)));
  return [node, entry, name, ...values].join('\n').toLowerCase();
}

export function countOf({ differences }: Comparison, turn: 'same' | 'untold'): number {
  return differences.filter((one) => one.turn === turn).length;
}
