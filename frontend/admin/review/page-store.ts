import type { Failure, Opened, Review } from '../../shared/review';
import { createStore, type Store, type WritableStore } from '../../shared/store';
import { StructuredView } from './structured/structured-store';
import { Tree } from './tree-store';
import { Viewer } from './viewer-store';

export interface Open {
  readonly phase: 'open';
  readonly name: string;
  readonly opened: Opened;
  readonly tree: Tree;
  readonly viewer: Viewer;
  readonly structured: StructuredView;
}

export type ReviewState =
  | Open
  | { readonly phase: 'choosing' }
  | { readonly phase: 'failed'; readonly name: string; readonly failure: Failure }
  | { readonly phase: 'opening'; readonly name: string };

/** The ZIP that is looked at. */
export class ReviewPage {
  readonly state: Store<ReviewState>;
  private readonly writable: WritableStore<ReviewState> = createStore<ReviewState>({
    phase: 'choosing',
  });

  constructor(
    private readonly review: Review,
    private readonly wait: (ms: number) => Promise<void>,
  ) {
    this.state = this.writable;
  }

  async open(file: File): Promise<void> {
    const { name } = file;
    this.writable.set({ phase: 'opening', name });
    const opened = await this.review.open(file);
    this.writable.set(
      opened.ok
        ? {
            phase: 'open',
            name,
            opened: opened.value,
            tree: new Tree(opened.value),
            viewer: new Viewer(this.review, this.wait),
            structured: new StructuredView(this.review, opened.value.manifest),
          }
        : { phase: 'failed', name, failure: opened.failure },
    );
  }

  close(): void {
    this.writable.set({ phase: 'choosing' });
  }
}
