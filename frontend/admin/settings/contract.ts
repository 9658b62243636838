import type { components } from '../../shared/api-types';
import { count, flag, list, optional, shape, text, type Parser } from '../../shared/parse';

type Schemas = components['schemas'];

export type Section = Schemas['SettingsSection'];
export type Sections = Schemas['SettingsSections'];
export type Change = Schemas['SettingsChange'];
export type Draft = Schemas['SettingsDraft'];

/** A document of settings: the server alone reads what is in it. */
export type Document = object;

export interface Result extends Draft {
  readonly undo: Document;
}

export const parseDocument: Parser<Document> = shape({
  format: text,
  version: count,
  sections: any,
});

function any(value: unknown): unknown {
  return value;
}

export const parseSections: Parser<Sections> = shape({
  state: text,
  sections: list(
    shape({
      id: text,
      byHand: flag,
      readable: flag,
      differs: flag,
      settings: list(
        shape({ name: text, title: text, now: text, standard: optional(text), differs: flag }),
      ),
    }),
  ),
});

const change = shape({ section: text, name: text, title: text, before: text, now: text });

const draft = {
  state: text,
  changes: list(change),
  byHand: list(change),
  problems: list(shape({ field: text, message: text })),
  allProblems: count,
};

export const parseDraft: Parser<Draft> = shape(draft);

export const parseResult: Parser<Result> = shape({ ...draft, undo: parseDocument });
