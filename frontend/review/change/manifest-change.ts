import type { AddedKind, Tally, Wish } from '../../shared/review-changes';
import { Damaged } from '../zip/damaged';
import type { Written } from './zip-writer';

/** The reason that stands in the manifest for what a person took out. */
const TAKEN_OUT = 'taken-out';
const VERSION = 1;

/** What became of the entries, as the writer knows it at the end. */
export interface Outcome {
  readonly removed: readonly string[];
  readonly edited: readonly (Written & {
    readonly name: string;
    readonly lines: number;
    readonly words: number;
    readonly found: Tally;
  })[];
  readonly added: readonly (Written & {
    readonly name: string;
    readonly kind: AddedKind;
    readonly sizeBefore: number;
    readonly takenOut: Tally;
    readonly found: Tally;
  })[];
}

type Json = Record<string, unknown>;

/** The manifest with what a person did; everything else in it stays. */
export function changedManifest(source: string, outcome: Outcome, wish: Wish): string {
  const manifest = JSON.parse(source) as Json;
  const entries = manifest['entries'];
  if (manifest['formatVersion'] !== VERSION || !Array.isArray(entries)) {
    throw new Damaged('the manifest is of another version');
  }
  const removed = new Set(outcome.removed);
  const edited = new Map(outcome.edited.map((one) => [one.name, one]));
  const before = manifest['changes'];
  return JSON.stringify({
    ...manifest,
    entries: [
      ...(entries as readonly Json[]).map((entry) => {
        const name = String(entry['name']);
        const change = edited.get(name);
        return removed.has(name)
          ? withoutContent(entry)
          : change === undefined
            ? entry
            : withEdit(entry, change);
      }),
      ...outcome.added.map(addedEntry),
    ],
    changes: [
      ...(Array.isArray(before) ? (before as readonly unknown[]) : []),
      changeOf(outcome, wish),
    ],
  });
}

/** Where it was read from goes with it. */
function withoutContent({ name, item }: Json): Json {
  const text = 'Taken out by a person after the ZIP was made.';
  const own = item === undefined ? {} : { item };
  return { name, ...own, state: 'missing', reason: TAKEN_OUT, text };
}

/** What was cut before stays cut for that reason; the list of changes tells the other. */
function withEdit(entry: Json, { size, packedSize, sha256 }: Written): Json {
  const text = 'A person took lines or words out of it after the ZIP was made.';
  return {
    ...entry,
    ...{ bytesAfter: size, bytesPacked: packedSize, sha256 },
    ...(entry['state'] === 'whole' ? { state: 'cut', reason: TAKEN_OUT, text } : {}),
  };
}

function addedEntry({
  name,
  sizeBefore,
  size,
  packedSize,
  sha256,
  found,
}: Outcome['added'][number]): Json {
  return {
    ...{ name, item: 'added', state: 'whole', bytesBefore: sizeBefore },
    ...{ bytesAfter: size, bytesPacked: packedSize, sha256, redactions: {} },
    ...(Object.keys(found).length === 0 ? {} : { leaks: found }),
  };
}

function changeOf({ removed, edited, added }: Outcome, { at, by }: Wish): Json {
  const searched = [...edited, ...added.filter(({ kind }) => kind !== 'image')];
  return {
    at,
    ...(by === '' ? {} : { by }),
    way: 'browser',
    removed,
    edited: edited.map(({ name, lines, words }) => ({ name, lines, words })),
    added: added.map(({ name, kind, takenOut }) => ({ name, kind, takenOut })),
    check: {
      entries: searched.length,
      found: searched.reduce((sum, { found }) => sum + total(found), 0),
    },
  };
}

export function total(tally: Tally): number {
  return Object.values(tally).reduce((sum, one) => sum + one, 0);
}
