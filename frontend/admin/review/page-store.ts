import type { Failure, Opened, Review } from '../../shared/review';
import type { RemoteZip } from '../../shared/review-changes';
import { createStore, type Store, type WritableStore } from '../../shared/store';
import { StructuredView } from './structured/structured-store';
import { Changes, type Around } from './changes/changes-store';
import { Compare, type StoredChoices } from './compare/compare-store';
import { Tree } from './tree-store';
import { Viewer } from './viewer-store';

export interface Open {
  readonly phase: 'open';
  readonly name: string;
  readonly opened: Opened;
  readonly tree: Tree;
  readonly viewer: Viewer;
  readonly structured: StructuredView;
  readonly changes: Changes;
  readonly compare: Compare;
}

export type ReviewState =
  | Open
  | { readonly phase: 'choosing' }
  | { readonly phase: 'failed'; readonly name: string; readonly failure: Failure }
  | { readonly phase: 'opening'; readonly name: string };

/** What the server does with a ZIP of its own. */
type OnServer = Required<Pick<Around, 'handOver' | 'server'>>;

/** The ZIP that is looked at. */
export class ReviewPage {
  readonly state: Store<ReviewState>;
  private readonly writable: WritableStore<ReviewState> = createStore<ReviewState>({
    phase: 'choosing',
  });

  constructor(
    private readonly review: Review,
    private readonly around: Around,
    private readonly listStored: () => Promise<StoredChoices>,
  ) {
    this.state = this.writable;
  }

  open(file: File): Promise<void> {
    return this.read(file.name, file, this.around);
  }

  /** One of the ZIPs on the server, which is asked for it part by part. */
  openStored(name: string, zip: RemoteZip, server: OnServer): Promise<void> {
    return this.read(name, zip, { ...this.around, ...server });
  }

  /** What was to be opened is not there. */
  fail(name: string, failure: Failure): void {
    this.writable.set({ phase: 'failed', name, failure });
  }

  private async read(name: string, from: File | RemoteZip, around: Around): Promise<void> {
    this.writable.set({ phase: 'opening', name });
    const opened = await this.review.open(from);
    const sha256 = from instanceof File ? '' : from.sha256;
    this.writable.set(
      opened.ok
        ? {
            phase: 'open',
            name,
            opened: opened.value,
            tree: new Tree(opened.value),
            viewer: new Viewer(this.review, around.wait),
            structured: new StructuredView(this.review, opened.value.manifest),
            changes: new Changes(this.review, name, opened.value, around),
            compare: new Compare(this.review, { name, sha256 }, this.listStored),
          }
        : { phase: 'failed', name, failure: opened.failure },
    );
  }

  close(): void {
    this.writable.set({ phase: 'choosing' });
  }
}
