import {
  count,
  flag,
  list,
  oneOf,
  optional,
  record,
  shape,
  text,
  type Parser,
} from '../shared/parse';
import type { ChangeFacts, EntryFacts, ManifestFacts } from '../shared/review';

/** A ZIP of a hundred thousand entries has one of some thirty megabytes. */
export const MOST_MANIFEST_BYTES = 64 * 1024 * 1024;

const parse = shape({
  format: oneOf('hearth-support-zip'),
  madeBy: shape({ version: text }),
  startedAt: text,
  product: shape({ name: text, version: text }),
  node: text,
  redaction: shape({
    supportCase: flag,
    replaced: record(count),
    check: optional(shape({ entries: count, found: count })),
  }),
  entries: list(
    shape({
      name: text,
      state: oneOf('cut', 'missing', 'whole'),
      source: optional(text),
      text: optional(text),
      redactions: optional(record(count)),
      leaks: optional(record(count)),
    }),
  ),
  changes: optional(
    list(
      shape({
        at: text,
        by: optional(text),
        removed: list(text),
        edited: list(shape({ name: text })),
        added: list(shape({ name: text })),
        check: optional(shape({ entries: count, found: count })),
      }),
    ),
  ),
});

/** What a manifest says, or nothing where it is none of Hearth's. */
export function readManifest(source: string): ManifestFacts | undefined {
  try {
    return factsOf(JSON.parse(source), '');
  } catch {
    // Anybody's ZIP may hold a file of this name.
    return undefined;
  }
}

const factsOf: Parser<ManifestFacts> = (value, place) => {
  const {
    madeBy,
    startedAt,
    product,
    node,
    redaction,
    entries,
    changes = [],
  } = parse(value, place);
  const { check, replaced, supportCase } = redaction;
  return {
    product: `${product.name} ${product.version}`.trim(),
    madeBy: madeBy.version,
    ...{ node, startedAt, supportCase, replaced },
    ...(check === undefined ? {} : { check }),
    entries: entries.map(({ redactions = {}, leaks = {}, ...rest }): EntryFacts => ({
      ...rest,
      redactions,
      leaks,
    })),
    changes: changes.map(({ removed, edited, added, ...rest }): ChangeFacts => ({
      ...rest,
      removed: removed.length,
      edited: edited.length,
      added: added.length,
    })),
  };
};
