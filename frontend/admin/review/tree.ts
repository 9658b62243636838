import type { Counts, EntryFacts, EntryFault, ListedEntry, Opened } from '../../shared/review';

/** What stands out in an entry, or in all entries of a folder. */
export interface Findings {
  /** Places that the second search found. */
  readonly leaks: number;
  readonly redactions: number;
  readonly cut: number;
  readonly missing: number;
  readonly faults: number;
}

export interface Node {
  /** Its whole name, and what tells apart two of one name. */
  readonly key: string;
  readonly name: string;
  readonly size: number;
  readonly findings: Findings;
  readonly children: readonly Node[];
  /** Absent for a folder, and for what is not in the ZIP. */
  readonly entry?: ListedEntry;
  /** What the manifest says of it. */
  readonly facts?: EntryFacts;
}

/** A node in sight, with what a screen reader says of its place. */
export interface Row {
  readonly node: Node;
  readonly level: number;
  readonly order: number;
  readonly siblings: number;
  readonly open: boolean | undefined;
  readonly parent: string | undefined;
}

interface Growing {
  readonly folders: Map<string, Growing>;
  readonly leaves: Node[];
}

/** A name with more parts is shown as one below its first folders, so that no name makes a tree without end. */
const DEEPEST = 20;

export function treeOf(opened: Opened): readonly Node[] {
  const facts = new Map(opened.manifest?.entries.map((one) => [one.name, one]));
  const root: Growing = { folders: new Map(), leaves: [] };
  const known = new Set<string>();
  for (const entry of opened.entries) {
    known.add(entry.name);
    if (!entry.folder) {
      put(root, leafOf(entry, facts.get(entry.name)));
    }
  }
  for (const one of facts.values()) {
    if (!known.has(one.name)) {
      put(root, missingLeaf(one));
    }
  }
  return nodesOf(root, '');
}

function leafOf(entry: ListedEntry, facts: EntryFacts | undefined): Node {
  return {
    key: `${entry.name}#${String(entry.index)}`,
    name: entry.name,
    size: entry.size,
    findings: findingsOf(entry.faults, facts),
    children: [],
    entry,
    ...(facts === undefined ? {} : { facts }),
  };
}

function missingLeaf(facts: EntryFacts): Node {
  const { name } = facts;
  return { key: name, name, size: 0, findings: findingsOf([], facts), children: [], facts };
}

function findingsOf(faults: readonly EntryFault[], facts: EntryFacts | undefined): Findings {
  return {
    leaks: total(facts?.leaks),
    redactions: total(facts?.redactions),
    cut: facts?.state === 'cut' ? 1 : 0,
    missing: facts?.state === 'missing' ? 1 : 0,
    faults: faults.length,
  };
}

export function total(counts: Counts | undefined): number {
  return Object.values(counts ?? {}).reduce((sum, one) => sum + one, 0);
}

function put(root: Growing, leaf: Node): void {
  const parts = leaf.name.split('/');
  const folders = parts.slice(0, Math.min(parts.length - 1, DEEPEST));
  let at = root;
  for (const folder of folders) {
    const next: Growing = at.folders.get(folder) ?? { folders: new Map(), leaves: [] };
    at.folders.set(folder, next);
    at = next;
  }
  at.leaves.push({ ...leaf, name: parts.slice(folders.length).join('/') });
}

function nodesOf({ folders, leaves }: Growing, path: string): readonly Node[] {
  const inner = [...folders].map(([name, growing]): Node => {
    const key = `${path}${name}/`;
    const children = nodesOf(growing, key);
    return {
      ...{ key, name, children },
      size: children.reduce((sum, { size }) => sum + size, 0),
      findings: children.map(({ findings }) => findings).reduce(plus, NONE),
    };
  });
  const byName = (a: Node, b: Node): number => COLLATOR.compare(a.name, b.name);
  return [...inner.sort(byName), ...leaves.sort(byName)];
}

/** `jira.log.10` comes after `jira.log.9`. */
const COLLATOR = new Intl.Collator('en', { numeric: true });

const NONE: Findings = { leaks: 0, redactions: 0, cut: 0, missing: 0, faults: 0 };

function plus(a: Findings, b: Findings): Findings {
  return {
    leaks: a.leaks + b.leaks,
    redactions: a.redactions + b.redactions,
    cut: a.cut + b.cut,
    missing: a.missing + b.missing,
    faults: a.faults + b.faults,
  };
}

/** Whether there is something to look at before the ZIP is passed on. */
export function stands({ leaks, cut, missing, faults }: Findings): boolean {
  return leaks + cut + missing + faults > 0;
}

export interface Narrowing {
  readonly text: string;
  readonly findingsOnly: boolean;
}

/** The nodes that are wanted, each with the folders above it. */
export function narrowed(nodes: readonly Node[], by: Narrowing): readonly Node[] {
  if (by.text === '' && !by.findingsOnly) {
    return nodes;
  }
  const wanted = by.text.toLowerCase();
  return nodes.flatMap((node) => {
    if (node.entry === undefined && node.facts === undefined) {
      const children = narrowed(node.children, by);
      return children.length === 0 ? [] : [{ ...node, children }];
    }
    const named = node.key.toLowerCase().includes(wanted);
    return named && (!by.findingsOnly || stands(node.findings)) ? [node] : [];
  });
}

/** The rows in sight, in their order. */
export function rowsOf(nodes: readonly Node[], open: (key: string) => boolean): readonly Row[] {
  const rows: Row[] = [];
  const add = (some: readonly Node[], level: number, parent: string | undefined): void => {
    some.forEach((node, index) => {
      const folder = node.children.length > 0;
      const shown = folder ? open(node.key) : undefined;
      rows.push({ node, level, order: index + 1, siblings: some.length, open: shown, parent });
      if (shown === true) {
        add(node.children, level + 1, node.key);
      }
    });
  };
  add(nodes, 1, undefined);
  return rows;
}
