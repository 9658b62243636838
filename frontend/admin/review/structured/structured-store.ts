import type { Failure, ManifestFacts, Review } from '../../../shared/review';
import { createStore, type Store, type WritableStore } from '../../../shared/store';
import type { ThreadReport } from '../../../shared/threads';
import type { Node } from '../tree';
import type { Shown } from '../viewer-store';

export type Structure = 'json' | 'manifest' | 'threads';

export type Structured =
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'manifest'; readonly manifest: ManifestFacts; readonly value: unknown }
  | { readonly kind: 'not-json'; readonly why: string }
  | { readonly kind: 'reading' }
  | { readonly kind: 'threads'; readonly report: ThreadReport };

export interface StructuredState {
  /** Whether an entry that can be shown by its parts is: a choice that stays for the entries after it. */
  readonly wanted: boolean;
  readonly node: Node | undefined;
  readonly shown: Structured;
}

/** What the page reads as JSON is held whole by it. */
const MOST_JSON_BYTES = 16 * 1024 * 1024;

/** An entry shown by its parts instead of its lines. */
export class StructuredView {
  readonly state: Store<StructuredState>;
  private readonly writable: WritableStore<StructuredState> = createStore<StructuredState>({
    wanted: false,
    node: undefined,
    shown: { kind: 'reading' },
  });

  constructor(
    private readonly review: Review,
    private readonly manifest: ManifestFacts | undefined,
  ) {
    this.state = this.writable;
  }

  /** Which parts an entry has; nothing where it is lines and no more. */
  structureOf({ node, lines }: Shown): Structure | undefined {
    const name = node.entry?.name ?? '';
    if (name === 'manifest.json' && this.manifest !== undefined) {
      return 'manifest';
    }
    if (name.endsWith('.json')) {
      return 'json';
    }
    // Dumps of other tools have names of their own; all begin alike.
    const begins = lines[0]?.at === 0 ? lines.slice(0, 3) : [];
    return begins.some(({ text }) => text.startsWith('Full thread dump ')) ? 'threads' : undefined;
  }

  want(wanted: boolean): void {
    this.writable.set({ ...this.writable.get(), wanted });
  }

  async read(node: Node, structure: Structure): Promise<void> {
    const { entry } = node;
    if (entry === undefined || this.writable.get().node === node) {
      return;
    }
    this.writable.set({ ...this.writable.get(), node, shown: { kind: 'reading' } });
    const shown = await this.parts(entry.index, structure);
    if (this.writable.get().node === node) {
      this.writable.set({ ...this.writable.get(), shown });
    }
  }

  private async parts(index: number, structure: Structure): Promise<Structured> {
    if (structure === 'threads') {
      const report = await this.review.threads(index);
      if (!report.ok) {
        return { kind: 'failed', failure: report.failure };
      }
      return report.value === undefined
        ? { kind: 'failed', failure: { kind: 'damaged', detail: '' } }
        : { kind: 'threads', report: report.value };
    }
    const text = await this.review.text(index, MOST_JSON_BYTES);
    if (!text.ok) {
      return { kind: 'failed', failure: text.failure };
    }
    try {
      const value: unknown = JSON.parse(text.value);
      return structure === 'manifest' && this.manifest !== undefined
        ? { kind: 'manifest', manifest: this.manifest, value }
        : { kind: 'json', value };
    } catch (error) {
      return { kind: 'not-json', why: error instanceof Error ? error.message : '' };
    }
  }
}
