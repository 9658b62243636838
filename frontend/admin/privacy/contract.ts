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

const holdings = shape({
  records: optional(count),
  bytes: optional(count),
  oldest: optional(text),
});
export type Holdings = ReturnType<typeof holdings>;

const kind = shape({
  id: text,
  title: text,
  purpose: text,
  category: oneOf('support-data', 'error-tracking', 'product-analytics', 'own-records'),
  fields: list(shape({ id: text, text })),
  places: list(
    shape({ root: oneOf('shared-home', 'local-home', 'settings', 'memory'), path: text }),
  ),
  collecting: flag,
  unreadable: optional(flag),
  holdings,
  retention: shape({
    rule: oneOf('chosen', 'with', 'fixed', 'while-installed'),
    days: optional(count),
    kind: optional(text),
  }),
  destinations: list(text),
});
export type KeptKind = ReturnType<typeof kind>;

const run = shape({ at: text, went: list(shape({ kind: text, records: count })) });

export const parseOverview = shape({
  kinds: list(kind),
  retention: shape({
    longestDays: count,
    last: optional(run),
    doubt: optional(shape({ last: optional(text), until: text })),
  }),
  nodes: shape({ own: text, running: list(text), silent: list(text) }),
});
export type Overview = ReturnType<typeof parseOverview>;

export const parseRun = run;
export const parseNames = shape({ names: list(text) });
export const parseRaw = shape({ name: text, text, cut: flag });
export type Raw = ReturnType<typeof parseRaw>;

export const parseCheck = shape({
  kinds: list(shape({ id: text, title: text, holdings })),
  records: count,
});
export type DeletionCheck = ReturnType<typeof parseCheck>;

export const parseReceipt = shape({
  id: text,
  at: text,
  kinds: list(shape({ id: text, title: text, records: count, before: optional(text) })),
  waiting: list(text),
});
export type Receipt = ReturnType<typeof parseReceipt>;

const anything: Parser<unknown> = (value) => value;
export const parseAudit = shape({
  total: count,
  entries: list(
    shape({ at: text, node: text, who: text, key: text, did: text, what: record(anything) }),
  ),
  people: list(text),
  deeds: list(text),
});
export type AuditPage = ReturnType<typeof parseAudit>;

export const parseText = shape({ text, generated: text, changedAt: optional(text) });
export type PrivacyText = ReturnType<typeof parseText>;

export const parseEgress = shape({
  classes: count,
  doors: list(text),
  strange: list(shape({ type: text, opens: text })),
  destinations: list(shape({ purpose: text, address: optional(text), sent: count, failed: count })),
});
export type Egress = ReturnType<typeof parseEgress>;
