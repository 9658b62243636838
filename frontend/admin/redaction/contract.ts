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
import { parseShortfall } from '../support-zip/contract';

type Schemas = components['schemas'];

export type Rules = Schemas['RedactionRules'];
export type Kind = Schemas['RedactionKind'];
export type Rule = Schemas['RedactionRule'];
export type Severity = Kind['severity'];
export type Settings = Schemas['RedactionSettings'];
export type OwnPattern = Schemas['OwnPattern'];
export type TextFormat = Schemas['RedactionFormat'];
export type Finding = Schemas['Finding'];
export type TestRequest = Schemas['RedactionTestRequest'];
export type PreviewItem = Schemas['PreviewItem'];
export type PreviewRequest = Schemas['PreviewRequest'];
export type PreviewLine = Schemas['PreviewLine'];
export type Preview = Schemas['Preview'];
export type SupportCase = Schemas['SupportCase'];
export type NewSupportCase = Schemas['NewSupportCase'];
export type LookupTable = Schemas['LookupTable'];
export type LookupMatch = Schemas['LookupMatch'];

export const SEVERITIES = ['secret', 'personal', 'internal'] as const satisfies Severity[];
export const FORMATS = [
  'text',
  'properties',
  'ini',
  'xml',
  'json',
  'yaml',
] as const satisfies TextFormat[];

export const parseRules: Parser<Rules> = shape({
  version: text,
  kinds: list(
    shape({
      id: text,
      title: text,
      description: text,
      severity: oneOf(...SEVERITIES),
      onByDefault: flag,
    }),
  ),
  rules: list(
    shape({ id: text, kind: text, title: text, description: text, examples: list(text) }),
  ),
});

export const parseSettings: Parser<Settings> = shape({
  kindsOff: list(text),
  rulesOff: list(text),
  words: list(text),
  patterns: list(shape({ pattern: text, name: text })),
  allow: list(text),
});

const finding: Parser<Finding> = shape({
  start: count,
  end: count,
  replacement: text,
  kind: text,
  rule: text,
});

export const parseTestResult = shape({ findings: list(finding) });

export const parseFiles = shape({
  items: list(
    shape({
      id: text,
      title: text,
      files: list(shape({ name: text, bytes: count })),
      more: flag,
    }),
  ),
});

export const parsePreview: Parser<Preview> = shape({
  lines: list(
    shape({
      number: optional(count),
      text,
      findings: list(finding),
      shortened: optional(flag),
    }),
  ),
  counts: record(count),
  more: flag,
  learned: shape({ files: count, complete: flag }),
  unreadable: optional(parseShortfall),
});

export const parseCase: Parser<SupportCase> = shape({
  id: text,
  name: text,
  openedAt: text,
  zips: count,
  lookup: flag,
});

export const parseCases = shape({ cases: list(parseCase) });

export const parseTables = shape({
  tables: list(
    shape({ id: text, name: text, createdAt: text, values: count, deletedAt: optional(text) }),
  ),
});

export const parseLookup = shape({
  matches: list(shape({ value: text, kind: text, table: text })),
});
