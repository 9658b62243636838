import type { components } from '../../shared/api-types';
import { count, flag, list, oneOf, optional, shape, text, type Parser } from '../../shared/parse';

type Schemas = components['schemas'];

export type Status = Schemas['ErrorStatus'];
export type State = Schemas['ErrorState'];
export type App = Schemas['ErrorApp'];
export type Count = Schemas['ErrorCount'];
export type Summary = Schemas['ErrorGroupSummary'];
export type Groups = Schemas['ErrorGroups'];
export type Facets = Schemas['ErrorFacets'];
export type IntakeCounts = Schemas['ErrorIntakeCounts'];
export type Group = Schemas['ErrorGroup'];
export type Sample = Schemas['ErrorSample'];
export type Thrown = Schemas['ErrorException'];
export type Frame = Schemas['ErrorFrame'];
export type Original = Schemas['OriginalPosition'];
export type Crumb = Schemas['ErrorCrumb'];
export type Day = Schemas['ErrorDay'];
export type StateChange = Schemas['ErrorStateChange'];
export type States = Schemas['ErrorStates'];
export type Symbolication = Schemas['Symbolication'];
export type Settings = Schemas['ErrorSettings'];
export type SettingsView = Schemas['ErrorSettingsView'];
export type Filter = Schemas['ErrorFilter'];
export type FilterField = Schemas['ErrorFilterField'];
export type FilterTrial = Schemas['ErrorFilterTrial'];
export type Noise = Schemas['ErrorNoise'];
export type Watch = Settings['watch'];
export type Timeline = Schemas['ErrorTimeline'];
export type TimelineEvent = Schemas['TimelineEvent'];
export type AppErrors = Schemas['AppErrors'];
export type SourceMap = Schemas['SourceMap'];
export type SourceMaps = Schemas['SourceMaps'];

export const STATUSES = ['open', 'regressed', 'resolved', 'ignored'] as const satisfies Status[];
export const LEVELS = ['fatal', 'error', 'warning', 'info', 'debug'] as const;
export const WATCHES = [
  'none',
  'this-app',
  'chosen',
  'all-apps',
  'everything',
] as const satisfies Watch[];
export const NOISES = [
  'extensions',
  'script-errors',
  'resize-observer',
  'aborted',
  'crawlers',
  'injected',
] as const satisfies Noise[];
export const FIELDS = [
  'message',
  'type',
  'file',
  'app',
  'browser',
] as const satisfies FilterField[];
export const EVENT_KINDS = [
  'app-installed',
  'app-updated',
  'app-removed',
  'app-enabled',
  'app-disabled',
  'product-upgraded',
  'started',
] as const satisfies TimelineEvent['kind'][];

const app: Parser<App> = shape({ key: text, name: text });
const counts = list(shape({ name: text, count }));

const state: Parser<State> = shape({
  status: oneOf(...STATUSES),
  since: text,
  inRelease: optional(text),
  until: optional(text),
  untilTotal: optional(count),
});

const SUMMARY = {
  id: text,
  type: text,
  title: text,
  culprit: text,
  app,
  level: oneOf(...LEVELS),
  unhandled: flag,
  state,
  firstSeen: text,
  lastSeen: text,
  total: count,
  usersToday: count,
  hours: list(count),
  release: text,
  mapped: flag,
};

export const parseGroups: Parser<Groups> = shape({
  revision: text,
  total: count,
  groups: list(shape(SUMMARY)),
  facets: shape({
    apps: list(shape({ key: text, name: text, count })),
    states: counts,
    browsers: counts,
    releases: counts,
  }),
  intake: shape({ filtered: counts, notDelivered: counts, refused: counts }),
  nodes: list(text),
});

const original: Parser<Original> = shape({
  file: text,
  line: count,
  column: count,
  function: optional(text),
  context: optional(list(text)),
  contextLine: optional(count),
});

const frame: Parser<Frame> = shape({
  function: text,
  file: text,
  module: optional(text),
  line: count,
  column: count,
  inApp: flag,
  original: optional(original),
});

const sample: Parser<Sample> = shape({
  id: text,
  time: text,
  exceptions: list(shape({ type: text, value: text, handled: flag, frames: list(frame) })),
  message: optional(text),
  crumbs: list(shape({ time: text, category: text, message: text, level: text })),
  browser: text,
  system: text,
  appRelease: text,
  productRelease: text,
  feature: optional(text),
  node: text,
});

export const parseGroup: Parser<Group> = shape({
  ...SUMMARY,
  days: list(shape({ day: text, count, users: count })),
  browsers: counts,
  systems: counts,
  appReleases: counts,
  productReleases: counts,
  features: counts,
  samples: list(sample),
  notes: text,
  parts: list(shape({ id: text, title: text, total: count, byHand: flag })),
});

export const parseStates: Parser<States> = shape({ states: list(shape({ id: text, state })) });

const filter: Parser<Filter> = shape({
  id: text,
  field: oneOf(...FIELDS),
  pattern: text,
  on: flag,
});

export const parseSettingsView: Parser<SettingsView> = shape({
  settings: shape({
    watch: oneOf(...WATCHES),
    apps: list(text),
    noiseKept: list(oneOf(...NOISES)),
    filters: list(filter),
    retentionDays: count,
    logNew: flag,
  }),
  clientKey: text,
  ingestPath: text,
  installed: list(app),
});

export const parseTrial: Parser<FilterTrial> = shape({
  groups: list(shape({ id: text, title: text, total: count })),
  matchingGroups: count,
  matchingErrors: count,
  allErrors: count,
});

export const parseMaps: Parser<SourceMaps> = shape({
  maps: list(
    shape({ id: text, app: text, file: text, release: text, bytes: count, addedAt: text }),
  ),
  bytes: count,
  maxBytes: count,
});

export const parseMap: Parser<SourceMap> = shape({
  id: text,
  app: text,
  file: text,
  release: text,
  bytes: count,
  addedAt: text,
});

export const parseTimeline: Parser<Timeline> = shape({
  from: text,
  days: count,
  events: list(
    shape({
      time: text,
      kind: oneOf(...EVENT_KINDS),
      app: optional(app),
      from: optional(text),
      to: optional(text),
    }),
  ),
  apps: list(
    shape({
      app,
      days: list(count),
      total: count,
      openGroups: count,
      update: optional(
        shape({ time: text, from: text, to: text, before: count, after: count, newGroups: count }),
      ),
    }),
  ),
});
