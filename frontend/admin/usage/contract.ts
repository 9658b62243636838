import type { components } from '../../shared/api-types';
import { count, flag, list, oneOf, optional, shape, text, type Parser } from '../../shared/parse';

type Schemas = components['schemas'];

export type Kind = Schemas['UsageCounting'];
export type Noise = Schemas['UsageNoise'];
export type Settings = Schemas['UsageSettings'];
export type Usage = Schemas['UsageState'];
export type Declaration = Schemas['UsageDeclaration'];
export type Report = Schemas['UsageReport'];
export type Row = Schemas['UsageRow'];
export type Day = Schemas['UsageDay'];
export type Stored = Schemas['StoredUsage'];

export const KINDS = ['features', 'durations', 'people', 'other-apps'] as const satisfies Kind[];
export const NOISES = ['none', '1', '0.5', '0.1'] as const satisfies Noise[];
export const OUTCOMES = ['ok', 'refused', 'failed'] as const;

const app = shape({ key: text, name: text });

export const parseUsage: Parser<Usage> = shape({
  consent: optional(shape({ by: text, at: text, kinds: list(oneOf(...KINDS)) })),
  settings: shape({ threshold: count, noise: oneOf(...NOISES), retentionDays: count }),
  apps: list(
    shape({
      app,
      features: list(shape({ name: text, description: text, agreed: flag })),
      problem: optional(text),
    }),
  ),
  example: text,
  files: count,
});

export const parseReport: Parser<Report> = shape({
  from: text,
  to: text,
  threshold: count,
  noise: oneOf(...NOISES),
  features: list(
    shape({
      app,
      key: text,
      description: text,
      days: list(
        shape({
          day: text,
          count,
          people: optional(count),
          ok: optional(count),
          refused: optional(count),
          failed: optional(count),
        }),
      ),
      p50: optional(count),
      p90: optional(count),
    }),
  ),
});

export const parseStored: Parser<Stored> = shape({ names: list(text) });

/** Shown as it is stored; only that it is an object is asked. */
export const parseFile: Parser<object> = shape({});
