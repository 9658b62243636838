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
} from '../../shared/parse';

/** What the items of a Support ZIP may tell about people and machines. */
const reveals = oneOf('secrets', 'people', 'network', 'content');

const optionFields = { id: text, title: text };
const integerOption = shape({
  ...optionFields,
  type: oneOf('integer'),
  default: count,
  min: optional(count),
  max: optional(count),
});
const booleanOption = shape({ ...optionFields, type: oneOf('boolean'), default: flag });

export type ItemOption = ReturnType<typeof booleanOption> | ReturnType<typeof integerOption>;

const itemOption: Parser<ItemOption> = (value, place) =>
  shape({ type: oneOf('integer', 'boolean') })(value, place).type === 'integer'
    ? integerOption(value, place)
    : booleanOption(value, place);

const presetId = oneOf('quick', 'full');

const limit = shape({ default: count, max: count });

const item = shape({
  id: text,
  title: text,
  description: text,
  presets: list(text),
  reveals: list(reveals),
  cost: oneOf('none', 'reads-files', 'pause'),
  available: flag,
  files: count,
  bytes: count,
  estimatedZipBytes: count,
  warnings: list(shape({ code: text, text })),
  options: list(itemOption),
});

export const parseCatalogue = shape({
  product: shape({ kind: text, name: text, version: text, build: optional(text) }),
  node: text,
  generatedAt: text,
  presets: list(shape({ id: presetId, title: text, items: list(text) })),
  limits: shape({ maxBytes: limit, maxBytesPerItem: limit, sinceDays: limit }),
  items: list(item),
  total: shape({ files: count, bytes: count, estimatedZipBytes: count }),
});

const left = shape({ name: text, reason: text, text });

export const parseProgress = shape({
  state: oneOf('running', 'done', 'cancelled', 'failed'),
  filesDone: count,
  filesTotal: count,
  bytesRead: count,
  bytesExpected: count,
  zipBytes: count,
  currentItem: optional(text),
  elapsedMs: count,
  outcome: optional(
    shape({
      entries: count,
      cut: list(left),
      missing: list(left),
      redactions: record(count),
      sha256: optional(text),
    }),
  ),
});

export const parseNothing: Parser<undefined> = () => undefined;

export type Catalogue = ReturnType<typeof parseCatalogue>;
export type Item = ReturnType<typeof item>;
export type Progress = ReturnType<typeof parseProgress>;
export type Outcome = NonNullable<Progress['outcome']>;
export type LeftOut = ReturnType<typeof left>;
export type Reveals = ReturnType<typeof reveals>;
export type PresetId = ReturnType<typeof presetId>;
