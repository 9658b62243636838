import type { components } from '../../../shared/api-types';
import type { Added, Cut, Wish, Word, WordCount } from '../../../shared/review-changes';

export type PruneRequest = components['schemas']['PruneRequest'];

/** One thing that a person wants changed. */
export type Change =
  | { readonly kind: 'added'; readonly added: Added }
  | {
      readonly kind: 'entries';
      readonly indexes: readonly number[];
      readonly names: readonly string[];
      /** Not asked for, but it tells of what was taken out; see {@link DERIVED}. */
      readonly follows: boolean;
    }
  | {
      readonly kind: 'lines';
      readonly cut: Cut;
      readonly name: string;
      /** The numbers of the first and the last line, once they were counted. */
      readonly first: number | undefined;
      readonly last: number | undefined;
    }
  | { readonly kind: 'word'; readonly word: Word; readonly counts: readonly WordCount[] };

/** It stays in the list when it is undone, so that it can be done again. */
export interface Item {
  readonly id: number;
  readonly undone: boolean;
  readonly change: Change;
}

/** What Hearth made of other entries' texts: what is taken out of those may stand here. */
export const DERIVED: readonly string[] = ['insight.json'];

export function wanted(items: readonly Item[]): readonly Change[] {
  return items.filter(({ undone }) => !undone).map(({ change }) => change);
}

export function removedBy(items: readonly Item[]): ReadonlySet<number> {
  return new Set(
    wanted(items).flatMap((change) => (change.kind === 'entries' ? change.indexes : [])),
  );
}

export function cutsOf(items: readonly Item[], index: number): readonly Cut[] {
  return wanted(items).flatMap((change) =>
    change.kind === 'lines' && change.cut.index === index ? [change.cut] : [],
  );
}

/** Whether a search of its text was made when it was added. */
export function isSearched({ change }: Item): boolean {
  return change.kind === 'added' && change.added.kind !== 'image';
}

/** Whether the server can do it: it takes out, and adds nothing. */
export function isForServer(items: readonly Item[]): boolean {
  return wanted(items).every(({ kind }) => kind !== 'added');
}

/** What goes; words only from entries that hold them, since all that are named are packed again. */
function takenOut(items: readonly Item[]): Pick<Wish, 'cuts' | 'removed' | 'words'> {
  const changes = wanted(items);
  return {
    removed: [...removedBy(items)],
    cuts: changes.flatMap((change) => (change.kind === 'lines' ? [change.cut] : [])),
    words: changes.flatMap((change) =>
      change.kind === 'word'
        ? [{ ...change.word, indexes: change.counts.map(({ index }) => index) }]
        : [],
    ),
  };
}

export function wishOf(items: readonly Item[], rest: Pick<Wish, 'at' | 'by' | 'overview'>): Wish {
  return {
    ...rest,
    ...takenOut(items),
    added: wanted(items).flatMap((change) => (change.kind === 'added' ? [change.added.id] : [])),
  };
}

/** The same for the server, which knows entries by their names. */
export function pruneOf(
  items: readonly Item[],
  nameOf: (index: number) => string,
  by: string,
): PruneRequest {
  const { removed, cuts, words } = takenOut(items);
  const entries = removed.map(nameOf);
  return {
    entries,
    lines: cuts.map(({ index, from, to }) => ({ entry: nameOf(index), from, to })),
    words: words.map(({ text, matchCase, indexes }) => ({
      ...{ text, matchCase },
      entries: indexes.map(nameOf),
    })),
    keepInsight: !DERIVED.every((name) => entries.includes(name)),
    ...(by === '' ? {} : { by }),
  };
}
