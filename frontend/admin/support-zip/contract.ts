import type { components } from '../../shared/api-types';
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

type Schemas = components['schemas'];

export type Catalogue = Schemas['Items'];
export type Item = Schemas['Item'];
export type ItemOption = Schemas['ItemOption'];
export type Limit = Schemas['Limit'];
export type Reveals = Item['reveals'][number];
export type PresetId = Schemas['PresetId'];
export type Progress = Schemas['Progress'];
export type Outcome = Schemas['Outcome'];
export type Shortfall = Schemas['Shortfall'];
export type ClusterNode = Schemas['Nodes']['nodes'][number];
export type SupportZipRequest = Schemas['SupportZipRequest'];

/** At most so many shortfalls of each sort are told; the ZIP's own manifest has them all. */
export const SHORTFALLS_TOLD = 200;

const presetId = oneOf('quick', 'full');
const limit = shape({ default: count, min: count, max: count });

const item: Parser<Item> = shape({
  id: text,
  title: text,
  description: text,
  presets: list(presetId),
  reveals: list(oneOf('secrets', 'people', 'network', 'content')),
  cost: oneOf('none', 'reads-files', 'pause'),
  available: flag,
  files: count,
  bytes: count,
  estimatedZipBytes: count,
  warnings: list(shape({ code: text, text })),
  options: list(
    shape({
      id: text,
      title: text,
      type: oneOf('integer'),
      default: count,
      min: count,
      max: count,
    }),
  ),
});

export const parseCatalogue: Parser<Catalogue> = shape({
  product: shape({
    kind: oneOf('jira', 'confluence', 'bitbucket'),
    name: text,
    version: text,
    build: text,
  }),
  node: text,
  generatedAt: text,
  presets: list(shape({ id: presetId, title: text, items: list(text) })),
  limits: shape({ maxBytes: limit, maxBytesPerItem: limit, sinceDays: limit, maxSeconds: limit }),
  items: list(item),
  total: shape({ files: count, bytes: count, estimatedZipBytes: count }),
});

export const parseShortfall: Parser<Shortfall> = shape({
  name: text,
  reason: oneOf(
    'over-limit',
    'over-total',
    'over-time',
    'vanished',
    'denied',
    'outside-roots',
    'not-a-file',
    'binary',
    'failed',
    'not-supported',
    'shrunk',
    'damaged',
    'unsafe-name',
    'outside-window',
    'redaction-failed',
    'taken-out',
  ),
  text,
});

export const parseOutcome: Parser<Outcome> = shape({
  entries: count,
  cut: list(parseShortfall),
  missing: list(parseShortfall),
  redactions: record(count),
  sha256: optional(text),
  check: optional(shape({ entries: count, found: list(shape({ name: text, kind: text, count })) })),
});

export const parseProgress: Parser<Progress> = shape({
  state: oneOf('running', 'done', 'cancelled', 'failed'),
  phase: oneOf('planning', 'learning', 'writing', 'gathering', 'finishing'),
  filesDone: count,
  filesTotal: count,
  bytesRead: count,
  bytesExpected: count,
  zipBytes: count,
  currentItem: text,
  elapsedMs: count,
  outcome: optional(parseOutcome),
});

export const parseNodes: Parser<Schemas['Nodes']> = shape({
  nodes: list(shape({ name: text, running: flag, own: flag })),
});

export const parseNothing: Parser<undefined> = () => undefined;
