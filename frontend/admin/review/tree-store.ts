import type { Opened } from '../../shared/review';
import { createStore, type Store, type WritableStore } from '../../shared/store';
import { narrowed, rowsOf, treeOf, type Narrowing, type Node, type Row } from './tree';

export interface TreeState extends Narrowing {
  readonly rows: readonly Row[];
  /** The key of the row that has the keyboard. */
  readonly active: string | undefined;
}

/** How many rows a filtered tree may have and still be shown with all its folders open. */
const OPEN_ALL = 500;

/** Which parts of the tree are open, what narrows it, and where the keyboard is. */
export class Tree {
  readonly state: Store<TreeState>;
  private readonly writable: WritableStore<TreeState>;
  private readonly nodes: readonly Node[];
  private readonly open: Set<string>;

  constructor(opened: Opened) {
    this.nodes = treeOf(opened);
    // A support engineer's first look goes to the folders' names and sizes; a small ZIP is in sight whole.
    const all = opened.entries.length <= 100;
    this.open = new Set(all ? foldersOf(this.nodes) : []);
    const rows = rowsOf(this.nodes, (key) => this.open.has(key));
    this.writable = createStore<TreeState>({
      ...{ rows, text: '', findingsOnly: false },
      active: rows[0]?.node.key,
    });
    this.state = this.writable;
  }

  narrow(part: Partial<Narrowing>): void {
    const { text, findingsOnly, active } = { ...this.writable.get(), ...part };
    this.show({ text, findingsOnly, active });
  }

  toggle(key: string): void {
    if (!this.open.delete(key)) {
      this.open.add(key);
    }
    this.show({ ...this.writable.get(), active: key });
  }

  activate(key: string): void {
    this.show({ ...this.writable.get(), active: key });
  }

  /** Moves the keyboard by so many rows. */
  move(by: number): void {
    const { rows } = this.writable.get();
    const next = rows[Math.min(rows.length - 1, Math.max(0, this.at() + by))];
    if (next !== undefined) {
      this.activate(next.node.key);
    }
  }

  /** Opens a folder, or goes to its first row. */
  forward(): void {
    const row = this.row();
    if (row?.open === false) {
      this.toggle(row.node.key);
    } else if (row?.open === true) {
      this.move(1);
    }
  }

  /** Closes a folder, or goes to the one around. */
  back(): void {
    const row = this.row();
    if (row?.open === true) {
      this.toggle(row.node.key);
    } else if (row?.parent !== undefined) {
      this.activate(row.parent);
    }
  }

  row(): Row | undefined {
    return this.writable.get().rows[this.at()];
  }

  at(): number {
    const { rows, active } = this.writable.get();
    return Math.max(
      0,
      rows.findIndex(({ node }) => node.key === active),
    );
  }

  private show({ text, findingsOnly, active }: Omit<TreeState, 'rows'>): void {
    const nodes = narrowed(this.nodes, { text, findingsOnly });
    const filtered = nodes !== this.nodes;
    const few = filtered && rowsOf(nodes, () => true).length <= OPEN_ALL;
    // In a filtered tree a folder that was closed by hand stays so only when it is large.
    const rows = rowsOf(nodes, (key) => few || this.open.has(key));
    const known = rows.some(({ node }) => node.key === active);
    this.writable.set({ rows, text, findingsOnly, active: known ? active : rows[0]?.node.key });
  }
}

function foldersOf(nodes: readonly Node[]): readonly string[] {
  return nodes.flatMap(({ key, children }) =>
    children.length === 0 ? [] : [key, ...foldersOf(children)],
  );
}
