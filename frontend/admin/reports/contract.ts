import type { components } from '../../shared/api-types';
import { FAILURES } from '../destination-store';
import { count, flag, list, oneOf, optional, shape, text, type Parser } from '../../shared/parse';

type Schemas = components['schemas'];

export type State = Schemas['ReportState'];
export type Summary = Schemas['ReportSummary'];
export type Reports = Schemas['Reports'];
export type Report = Schemas['Report'];
export type Handling = Schemas['ReportHandling'];
export type HandlingChange = Schemas['ReportHandlingChange'];
export type NamedZip = Schemas['ReportZip'];
export type Settings = Schemas['ReportSettings'];
export type Contents = Schemas['ReportTicket'];
export type Journey = Schemas['ReportJourney'];
export type Receipt = Schemas['ReportEndpointReceipt'];

export const STATES = ['new', 'sent', 'closed'] as const satisfies State[];

export const parseReports: Parser<Reports> = shape({
  total: count,
  reports: list(
    shape({
      id: text,
      receivedAt: text,
      title: text,
      page: text,
      state: oneOf(...STATES),
      hasScreenshot: flag,
      errors: count,
      email: optional(text),
    }),
  ),
  states: shape({ new: count, sent: count, closed: count }),
  room: shape({ reports: count, maxReports: count, bytes: count, maxBytes: count }),
});

export const parseReport: Parser<Report> = shape({
  id: text,
  receivedAt: text,
  title: text,
  happened: text,
  expected: text,
  page: text,
  app: shape({ key: text, name: text }),
  productVersion: text,
  email: optional(text),
  screenshot: optional(shape({ width: count, height: count, bytes: count })),
  errors: list(shape({ app: text, type: text, value: text, group: optional(text) })),
  handling: shape({
    revision: count,
    state: oneOf(...STATES),
    notes: text,
    by: text,
    changedAt: optional(text),
    zip: optional(shape({ name: text, sha256: text })),
  }),
});

export const parseSettings: Parser<Settings> = shape({
  on: flag,
  shortcut: flag,
  perHour: count,
  retentionDays: count,
  supportAddress: text,
});

export const parseContents: Parser<Contents> = shape({
  text,
  files: list(shape({ name: text, bytes: count })),
});

const PHASES = [
  'waiting',
  'sending',
  'paused',
  'accepted',
  'failed',
  'not-confirmed',
  'cancelled',
  'interrupted',
] as const satisfies Journey['phase'][];

export const parseSending: Parser<Schemas['ReportSending']> = shape({
  sending: optional(
    shape({
      phase: oneOf(...PHASES),
      host: text,
      by: text,
      began: text,
      sha256: text,
      bytes: count,
      sent: count,
      attempt: count,
      attempts: count,
      next: optional(text),
      reply: optional(shape({ status: count, why: optional(oneOf(...FAILURES)), text })),
    }),
  ),
  receipt: optional(
    shape({ at: text, host: text, status: count, text, bytes: count, sha256: text }),
  ),
});
